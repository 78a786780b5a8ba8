import Testing
import Units

@testable import Reporting

@Suite struct WordsTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (82_000, "82,000"), (999_999, "999,999"),
    (1_000_000, "1,000,000"), (1_002_003, "1,002,003"), (-5, "−5"), (-1234, "−1,234"), (-999, "−999"),
    (Int.min, "−9,223,372,036,854,775,808"),
  ])
  func `numbers have commas between thousands`(n: Int, words: String) {
    #expect(Words.number(n) == words)
  }

  @Test(arguments: [(12, "+12"), (-3, "−3"), (0, "0"), (1500, "+1,500"), (-1500, "−1,500")])
  func `a change has its sign`(n: Int, words: String) {
    #expect(Words.change(n) == words)
  }

  @Test(arguments: [
    (0, "£0.00"), (5, "£0.05"), (99, "£0.99"), (100, "£1.00"), (625_000, "£6,250.00"),
    (123_456_789, "£1,234,567.89"), (-5, "−£0.05"), (-123_450, "−£1,234.50"),
  ])
  func `money is written to the penny`(pence: Int, words: String) {
    #expect(Words.exactly(Money(pence: pence)) == words)
  }

  @Test(arguments: [
    (0, "£0"), (49_999, "£0"), (50_000, "£1,000"), (43_200_000, "£432,000"), (43_249_999, "£432,000"),
    (43_250_000, "£433,000"), (99_949_999, "£999,000"), (99_950_000, "£1.0m"), (100_000_000, "£1.0m"),
    (104_999_999, "£1.0m"), (105_000_000, "£1.1m"), (3_810_000_000, "£38.1m"), (3_814_999_999, "£38.1m"),
    (3_815_000_000, "£38.2m"), (123_456_000_000, "£1,234.6m"), (-43_200_000, "−£432,000"),
    (-3_810_000_000, "−£38.1m"),
  ])
  func `money is written to the nearest hundred thousand from a million, a thousand below`(
    pence: Int, words: String
  ) {
    #expect(Words.about(Money(pence: pence)) == words)
  }

  @Test(arguments: [-1, -49_999])
  func `an amount that rounds to nothing has no sign`(pence: Int) {
    #expect(Words.about(Money(pence: pence)) == "£0")
  }

  @Test(arguments: [
    (0, "0 children"), (1, "1 child"), (2, "2 children"), (1200, "1,200 children"), (-1, "−1 children"),
  ])
  func `a count has its noun`(n: Int, words: String) {
    #expect(Words.count(n, "child", "children") == words)
  }

  @Test(arguments: [
    (0, "0 %"), (300, "3 %"), (1000, "10 %"), (450, "4.5 %"), (425, "4.25 %"), (405, "4.05 %"), (5, "0.05 %"),
    (50, "0.5 %"), (10_000, "100 %"),
  ])
  func `hundredths of a percent are written as a percentage`(points: Int, words: String) {
    #expect(Words.percent(basisPoints: points) == words)
  }

  @Test(arguments: [(-300, 3.0), (-450, 4.5), (-405, 4.05), (-50, 0.5), (-5, 0.05)])
  func `a percentage below nothing keeps its sign`(points: Int, size: Double) {
    let words = Words.percent(basisPoints: points)
    #expect(words.hasPrefix("-") || words.hasPrefix("−"))
    #expect(Double(words.dropFirst().dropLast(2)) == size)
  }

  @Test func `a percent sign and a unit of money stay on their number's line`() {
    let text = String(repeating: "word ", count: 18) + "and 3 % of all"
    for width in 20..<120 { #expect(!wrapped(text, width: width).contains("\n  %")) }
    #expect(wrapped(text, width: 97).contains("\n  3 % of all"))
    #expect(escaped("3 % & £ thousand") == "3\u{A0}% &amp; £\u{A0}thousand")
  }

  @Test func `long lines of text are broken, and hang below what is indented`() {
    let long = String(repeating: "word ", count: 30) + "end"
    let lines = Words.broken("short\n  " + long + "\n" + long).split(separator: "\n")
    #expect(lines.count == 5 && lines.allSatisfy { $0.count <= 100 })
    #expect(lines[2].hasPrefix("    word") && lines[4].hasPrefix("word"))
  }

  @Test(arguments: [(0, "5 s"), (12, "15 s"), (90, "90 s"), (91, "2 min"), (150, "3 min"), (3600, "60 min")])
  func `how long it takes is told roughly`(_ seconds: Int, _ words: String) {
    #expect(Words.duration(seconds: seconds) == words)
  }

  @Test func `whole pounds and numbers with decimals are rounded once, halves away from nought`() {
    #expect(Words.pounds(Money(pence: 47_442_029)) == "£474,420")
    #expect(Words.pounds(Money(pence: -150)) == "−£2" && Words.pounds(Money(pence: 49)) == "£0")
    #expect(Words.number(27.7777, decimals: 1) == "27.8" && Words.number(1111.11, decimals: 0) == "1,111")
    #expect(Words.number(0.0449, decimals: 3) == "0.045" && Words.number(-0.004, decimals: 2) == "0.00")
  }
}
