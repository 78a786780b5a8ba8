import Care
import Costing
import Testing
import Units

/// A price list written in a test.
func prices(_ lines: String...) throws(PriceListError) -> PriceList {
  try PriceList(csv: Array((["category,weekly_pounds,from"] + lines).joined(separator: "\n").utf8))
}

@Suite struct PriceListTests {
  @Test func `lines are read in order of category and day`() throws {
    let list = try prices(
      "secure,\"7,385.00\",01/04/2024", "agency_foster,£1020.5,2024-04-01", "agency_foster,960,2023-04-01",
      "with_parents,0,2019-04-01")
    #expect(
      list.lines.map { "\($0.category) \($0.rate.pencePerWeek) \($0.from)" } == [
        "agency_foster 96000 2023-04-01", "agency_foster 102050 2024-04-01", "secure 738500 2024-04-01",
        "with_parents 0 2019-04-01",
      ])
  }

  @Test func `columns stand in any order among others`() throws {
    let text = "From;Note;WEEKLY_POUNDS;category\n2024-04-01;a note;£6,250.00;secure\n"
    let list = try PriceList(csv: Array(text.utf8))
    #expect(list.lines.map(\.rate.pencePerWeek) == [625_000])
  }

  @Test func `a pound sign is read from a Windows file`() throws {
    let text = Array("category,weekly_pounds,from\nsecure,".utf8) + [0xA3] + Array("5,2024-04-01".utf8)
    #expect(try PriceList(csv: text).lines.first?.rate.pencePerWeek == 500)
  }

  @Test(arguments: [
    ("category,from\na,2024-04-01", 1, "“weekly_pounds” is missing"),
    ("category,weekly_pounds,from\n", 1, "no prices"), ("", 1, "not text"),
    ("category,weekly_pounds,from\na,1,2024-04-01\n,2,2024-04-01", 3, "category is empty"),
    ("category,weekly_pounds,from\na,1,2024-04-01\n\n\nb,,2024-04-01", 5, "weekly_pounds is “”"),
    ("category,weekly_pounds,from\na,ten,2024-04-01", 2, "weekly_pounds is “ten”"),
    ("category,weekly_pounds,from\na,1.234,2024-04-01", 2, "weekly_pounds is “1.234”"),
    ("category,weekly_pounds,from\na,-0.01,2024-04-01", 2, "less than nothing"),
    ("category,weekly_pounds,from\na,1,", 2, "from is “”"),
    ("category,weekly_pounds,from\na,1,01/04/24", 2, "from is “01/04/24”"),
    ("category,weekly_pounds,from\na,1,2023-02-29", 2, "from is “2023-02-29”"),
    ("category,weekly_pounds,from\na,1,2024-04-01\nb,1,2024-04-01\na,2,01/04/2024", 4, "a has two prices"),
  ])
  func `a line that can't be used is named with what is wrong`(text: String, line: Int, words: String) {
    let error = #expect(throws: PriceListError.self) { try PriceList(csv: Array(text.utf8)) }
    #expect(error?.line == line)
    #expect(error?.problem.contains(words) == true, "\(error?.problem ?? "")")
    #expect(error?.description.hasPrefix("line \(line): ") == true)
  }

  @Test func `categories that the book lacks are named once and in order`() throws {
    let list = try prices(
      "zebra,1,2024-04-01", "secure,1,2024-04-01", "agency_fostr,1,2024-04-01", "zebra,2,2025-04-01")
    #expect(list.unknownCategories(in: try .standard()) == ["agency_fostr", "zebra"])
    #expect(list.unknownCategories(in: try .sector()) == ["agency_fostr", "secure", "zebra"])
  }

  @Test func `the list that comes with the program prices every category of both books`() throws {
    let standard = try PriceList.standard()
    let known = Set(
      try CategoryBook.standard().entries.map(\.id) + CategoryBook.sector().entries.map(\.id))
    #expect(Set(standard.lines.map(\.category)).subtracting(known).isEmpty)
    for book in [try CategoryBook.standard(), try .sector()] {
      let schedule = standard.schedule(for: book, uplift: 300, fallback: standard)
      #expect(schedule.defaulted.isEmpty)
      let first = try day("2019-04-01")
      #expect(book.all.allSatisfy { schedule.firstDay(of: $0) == first })
      for category in book.all {
        for text in ["2015-01-01", "2019-04-01", "2024-04-01", "2030-04-01"] {
          let rate = try #require(schedule.rate(of: category, on: try day(text)))
          let isFree = book[category].id == "with_parents"
          #expect(isFree ? rate.pencePerWeek == 0 : rate.pencePerWeek > 40_000)
        }
      }
    }
  }
}
