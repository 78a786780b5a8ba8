import Care
import Support
import Testing
import Units

@testable import Costing

@Suite struct PriceScheduleTests {
  let book: CategoryBook
  let empty: PriceList

  init() throws {
    book = try .standard()
    empty = try prices("none,1,2020-01-01")
  }

  private func rate(_ schedule: PriceSchedule, _ id: String, _ text: String) throws -> Int? {
    let category = try #require(book.category(id: id))
    return schedule.rate(of: category, on: try day(text))?.pencePerWeek
  }

  @Test func `a price holds until the next line and the first before it`() throws {
    let schedule = try prices("secure,100,2022-10-01", "secure,120,2023-06-15", "secure,90,2025-01-01")
      .schedule(for: book, uplift: 1000, fallback: empty)
    // No uplift on 1 April 2023 and 2024: there is a later line.
    let expected = [
      ("2015-04-01", 10_000), ("2022-09-30", 10_000), ("2022-10-01", 10_000), ("2023-04-01", 10_000),
      ("2023-06-14", 10_000), ("2023-06-15", 12_000), ("2024-04-01", 12_000), ("2024-12-31", 12_000),
      ("2025-01-01", 9000), ("2025-03-31", 9000), ("2025-04-01", 9900), ("2026-03-31", 9900),
      ("2026-04-01", 10_890), ("2027-04-01", 11_979),
    ]
    for (text, pence) in expected { #expect(try rate(schedule, "secure", text) == pence, "\(text)") }
  }

  @Test func `a price from 1 April is first uplifted a year later`() throws {
    let schedule = try prices("secure,100,2024-04-01").schedule(for: book, uplift: 300, fallback: empty)
    #expect(try rate(schedule, "secure", "2024-04-01") == 10_000)
    #expect(try rate(schedule, "secure", "2025-03-31") == 10_000)
    #expect(try rate(schedule, "secure", "2025-04-01") == 10_300)
    let eve = try prices("secure,100,2024-03-31").schedule(for: book, uplift: 300, fallback: empty)
    #expect(try rate(eve, "secure", "2024-03-31") == 10_000)
    #expect(try rate(eve, "secure", "2024-04-01") == 10_300)
  }

  @Test func `uplifts compound on rounded pence, fall below nothing never, and may be none`() throws {
    let small = try prices("secure,0.50,2020-04-01").schedule(for: book, uplift: 100, fallback: empty)
    #expect(
      try ["2020-04-01", "2021-04-01", "2022-04-01"].map { try rate(small, "secure", $0) } == [50, 51, 52])
    let still = try prices("secure,0.50,2020-04-01").schedule(for: book, uplift: 0, fallback: empty)
    #expect(try rate(still, "secure", "2040-04-01") == 50)
    let falling = try prices("secure,100,2020-04-01").schedule(for: book, uplift: -1000, fallback: empty)
    #expect(try rate(falling, "secure", "2022-04-01") == 8100)
    #expect(falling.uplift == -1000)
  }

  @Test func `a category the list lacks is priced from the fallback and said to be`() throws {
    let own = try prices("secure,100,2024-04-01", "other,50,2024-04-01")
    let fallback = try prices("secure,1,2019-04-01", "adoption,70,2023-04-01", "adoption,80,2024-04-01")
    let schedule = own.schedule(for: book, uplift: 0, fallback: fallback)
    #expect(try rate(schedule, "secure", "2025-01-01") == 10_000)
    #expect(try rate(schedule, "secure", "2019-04-01") == 10_000)
    #expect(try rate(schedule, "adoption", "2024-03-31") == 7000)
    #expect(try rate(schedule, "adoption", "2025-01-01") == 8000)
    #expect(try rate(schedule, "with_parents", "2025-01-01") == nil)
    let priced = ["secure", "other"]
    #expect(schedule.defaulted.map { book[$0].id } == book.entries.map(\.id).filter { !priced.contains($0) })
  }

  @Test func `each category begins with its first price, and a month is covered when its placements are`()
    throws
  {
    let list = try prices("secure,1,2024-04-01", "secure,1,2019-04-01", "other,1,2021-06-01")
    let schedule = list.schedule(for: book, uplift: 0, fallback: empty)
    let secure = try #require(book.category(id: "secure"))
    let other = try #require(book.category(id: "other"))
    #expect(schedule.firstDay(of: secure) == (try day("2019-04-01")))
    #expect(schedule.firstDay(of: other) == (try day("2021-06-01")))
    #expect(empty.schedule(for: book, uplift: 0, fallback: empty).firstDay(of: secure) == nil)
    var nights = Array(repeating: 0, count: book.entries.count)
    nights[secure.index] = 30
    #expect(schedule.covers(nights, from: try day("2020-01-01")))
    nights[other.index] = 1
    #expect(!schedule.covers(nights, from: try day("2020-01-01")))
    #expect(schedule.covers(nights, from: try day("2021-06-01")))
  }

  @Test func `prices of many days are those of each day`() throws {
    var draws = Draws { Seed(51).words($0, 0, 0, 0) }
    let start = try day("2021-01-01")
    for _ in 0..<150 {
      var lines: Set<String> = []
      for id in ["secure", "other", "adoption"] {
        for _ in 0..<Int.random(in: 1...4, using: &draws) {
          let from = start + Int.random(in: 0...1500, using: &draws)
          lines.insert("\(id),\(Int.random(in: 0...9000, using: &draws)),\(from)")
        }
      }
      let text = (["category,weekly_pounds,from"] + lines.sorted()).joined(separator: "\n")
      // Two prices of one day are refused; such a list is left out.
      guard let list = try? PriceList(csv: Array(text.utf8)) else { continue }
      let schedule = list.schedule(
        for: book, uplift: .random(in: -500...900, using: &draws), fallback: empty)
      let first = start + Int.random(in: -300...1500, using: &draws)
      let days = Int.random(in: 0...900, using: &draws)
      for category in book.all {
        let each = (0..<days).map { schedule.rate(of: category, on: first + $0)?.pencePerWeek ?? 0 }
        #expect(schedule.rates(of: category, from: first, days: days) == each)
      }
    }
  }
}
