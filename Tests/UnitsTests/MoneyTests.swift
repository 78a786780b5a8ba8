import Support
import Testing
import Units

@Suite struct MoneyTests {
  @Test(arguments: [
    ("6250", 625_000), ("6,250.00", 625_000), ("£6,250.5", 625_050), ("£ 6250.05", 625_005), ("0", 0),
    ("0.01", 1), (".50", 50), ("-12.34", -1234), ("-£12.34", -1234), ("£-12.34", -1234), ("007", 700),
    ("1,234,567.89", 123_456_789), ("999999999.99", 99_999_999_999), (" 5 ", 500), ("-0.05", -5),
  ])
  func `pounds are read as a price list writes them`(text: String, pence: Int) {
    #expect(Money(pounds: text)?.pence == pence)
  }

  @Test(arguments: [
    "", " ", "£", "-", ".", ",5", "12.345", "12.3.4", "1.2,3", "1e3", "12p", "twelve", "+5", "5-", "--5",
    "$5", "€5", "(5)", "1000000000", "1,000,000,000.00", "99999999999999999999999", "12\t", "nan", "0x10",
    "٥",
  ])
  func `anything else is no price`(text: String) {
    #expect(Money(pounds: text) == nil)
  }

  /// `1250,50`, as much of Europe writes it, must not become a hundred times as much.
  @Test(arguments: ["1250,50", "12,50", "1,2", "1,,000", "1,0000", "6,250,", "1234,567"])
  func `a comma anywhere but between thousands is no price`(text: String) {
    #expect(Money(pounds: text) == nil)
  }

  @Test func `plain pounds read back as the same amount`() {
    var draws = Draws { Seed(2).words($0, 0, 0, 0) }
    var amounts = Array(-250...250)
    amounts += (0..<5000).map { _ in Int.random(in: -99_999_999_999...99_999_999_999, using: &draws) }
    for pence in amounts {
      let money = Money(pence: pence)
      if Money(pounds: money.plainPounds) != money { Issue.record("\(pence): \(money.plainPounds)") }
    }
  }

  @Test(arguments: [
    (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (625_000, "6250.00"), (-123_456, "-1234.56"), (99, "0.99"),
    (Int.max, "92233720368547758.07"), (Int.min, "-92233720368547758.08"),
  ])
  func `plain pounds have two decimals and no separators`(pence: Int, text: String) {
    #expect(Money(pence: pence).plainPounds == text)
  }

  @Test(arguments: [
    (0.0, 0), (0.4, 0), (0.5, 1), (1.5, 2), (2.5, 3), (-0.5, -1), (-2.5, -3), (-2.4, -2),
    (1e15 + 0.5, 1e15 + 1),
  ])
  func `an amount computed is rounded to the nearest penny, halves away from nothing`(
    value: Double, pence: Double
  ) {
    #expect(Money(roundingPence: value)?.pence == Int(pence))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e19, -1e19, .greatestFiniteMagnitude, 0x1p63])
  func `an amount that is no number or too large is none`(value: Double) {
    #expect(Money(roundingPence: value) == nil)
  }

  @Test func `amounts add, subtract and compare as their pence`() {
    let (a, b) = (Money(pence: 705), Money(pence: -12))
    #expect((a + b).pence == 693)
    #expect((a - b).pence == 717)
    var sum = Money.zero
    sum += a
    sum += b
    #expect(sum.pence == 693)
    #expect(b < .zero && .zero < a && !(a < a))
  }
}

@Suite struct WeeklyRateTests {
  @Test(arguments: [
    (700, 1, 100), (625_000, 7, 625_000), (625_000, 0, 0), (100, 1, 14), (102, 1, 15), (-100, 1, -14),
    (-102, 1, -15), (123_457, 365, 6_437_401),
  ])
  func `a cost is rate times nights over seven`(rate: Int, nights: Int, pence: Int) {
    #expect(WeeklyRate(pencePerWeek: rate).cost(ofNights: nights).pence == pence)
  }

  @Test func `a cost is the whole penny nearest to the exact one`() {
    var draws = Draws { Seed(3).words($0, 0, 0, 0) }
    var pairs = (-60...60).flatMap { rate in (0...15).map { (rate, $0) } }
    pairs += (0..<10_000).map { _ in
      (Int.random(in: -2_000_000...2_000_000, using: &draws), Int.random(in: 0...1_000_000, using: &draws))
    }
    for (rate, nights) in pairs {
      let pence = WeeklyRate(pencePerWeek: rate).cost(ofNights: nights).pence
      // In sevenths of a penny; an exact half can't be, for seven is odd.
      if abs(7 * pence - rate * nights) > 3 { Issue.record("\(rate) × \(nights): \(pence)") }
    }
  }

  @Test func `whole weeks cost whole rates`() {
    for rate in stride(from: 1, to: 1_000_000, by: 9973) {
      #expect(WeeklyRate(pencePerWeek: rate).cost(ofNights: 7 * 52).pence == rate * 52)
    }
  }

  @Test(arguments: [
    (100_000, 300, 103_000), (100_000, 0, 100_000), (100_000, -250, 97_500), (1, 5000, 2), (-1, 5000, -2),
    (3, 5000, 5), (1, 4999, 1), (999, 1, 999), (5000, 1, 5001), (4999, 1, 4999), (100, -10_000, 0),
  ])
  func `an uplift is rounded to the nearest penny, halves away from nothing`(
    rate: Int, points: Int, uplifted: Int
  ) {
    #expect(WeeklyRate(pencePerWeek: rate).uplifted(byBasisPoints: points).pencePerWeek == uplifted)
  }

  @Test func `an uplift compounds on the rounded price of the year before`() {
    var rate = WeeklyRate(pencePerWeek: 50)
    rate = rate.uplifted(byBasisPoints: 100)
    #expect(rate.pencePerWeek == 51)
    // 50 × 1.01² is 51.005: rounding once would give 51.
    #expect(rate.uplifted(byBasisPoints: 100).pencePerWeek == 52)
    var larger = WeeklyRate(pencePerWeek: 1_000_000)
    for _ in 0..<3 { larger = larger.uplifted(byBasisPoints: 300) }
    #expect(larger.pencePerWeek == 1_092_727)
  }

  @Test func `rates compare and give pence a night`() {
    #expect(WeeklyRate(pencePerWeek: 6) < WeeklyRate(pencePerWeek: 7))
    #expect(WeeklyRate(pencePerWeek: 1400).pencePerNight == 200)
  }
}
