import Care
import Testing
import Units

@testable import Forecasting
@testable import Reporting

/// What of an explained forecast may be published.
struct ExplainReportTests {
  @Test(
    arguments: [
      ([20, 30, 40], [[0], [1], [2]]), ([20, 3, 40], [[0, 1], [2]]), ([2, 3, 40], [[0, 1, 2]]),
      ([4, 3, 40], [[0, 1], [2]]), ([20, 0, 40], [[0], [1], [2]]), ([5.9, 0, 7, 8], [[0, 2], [1], [3]]),
    ] as [([Double], [[Int]])])
  func `numbers that are small stand together until they are not, and never alone`(
    _ sizes: [Double], _ groups: [[Int]]
  ) {
    #expect(Disclosure.together(sizes) == groups)
  }

  /// A report of 40 children of whom, by a year on, each future has some come and leave, by driver.
  private func report(_ flows: [Int], today: [Int], assumptions: [Assumption] = []) throws -> ExplainReport {
    let book = try CategoryBook.standard()
    let asOf = try #require(CivilDay("2025-03-31"))
    let months = ForecastMonths(after: asOf, until: try #require(CivilDay("2026-03-31")))
    let futures = Futures(range: 0..<4, months: 12, categories: book.entries.count)
    for future in 0..<4 {
      for month in 0..<12 where month == 5 {
        let place = future * 12 + month
        futures.counts[place * book.entries.count * 5 + book.entries.count] = Int32(flows[0])
        for kind in 0..<5 { futures.leavers[place * 5 + kind] = Int32(flows[1 + kind]) }
      }
    }
    let starters = today.enumerated().flatMap { category, count in
      (0..<count).map { _ in
        Starter(
          birth: -3700, category: Int32(category), isUASC: false, careStart: 0, isCareStartKnown: true,
          stayStart: 0, isStayStartKnown: true)
      }
    }
    let histories = CareHistories(
      children: [], episodes: [], respite: [], asReturned: [], asOf: asOf, book: book)
    let window = try #require(ReferenceWindow(from: asOf - 365, to: asOf))
    let input = SimulationInput(
      histories, window: window, months: months,
      prices: .level(Array(repeating: 70_000, count: book.entries.count), months: 12))
    var own = input
    own.starters = starters
    let side = Tornado.Side(
      factor: 0.9, plain: 0.2, children: 30, cost: 1e8, childrenError: 0, costError: 0)
    return ExplainReport(
      council: "Wren & Co", book: book, asOf: asOf, horizon: try #require(months.lastDays.last), today: today,
      then: today.map(Double.init),
      decomposition: Decomposition(futures, of: own, seed: Seed(1), month: 11),
      flows: FlowCounts(futures, of: months),
      tornado: assumptions.isEmpty
        ? nil
        : Tornado(
          bars: assumptions.map { Tornado.Bar(assumption: $0, plain: 0.3, low: side, high: side) },
          children: 30, cost: 1e8),
      year: FinancialYear(startYear: 2025), futures: 4,
      method: MethodSummary(
        name: "homeward", description: "", window: window, prices: "", cautions: []))
  }

  @Test
  func `ways of leaving that few take are one line on the page, and lines of their own in the terminal`()
    throws
  {
    let report = try report([20, 12, 9, 3, 7, 8], today: [40])
    let page = report.page(.failure(.notSet)).html
    #expect(report.text().contains("Adoption                     −3"))
    #expect(page.contains("Adoption and other exits") && page.contains(">−10<") && !page.contains(">−3<"))
    #expect(page.contains("Wren &amp; Co") && page.contains("<table>"))
    // Nobody moves, so nothing of moves is small.
    #expect(report.showsCostToday && page.contains("A week on 31 March 2025"))
  }

  @Test func `where few come, nothing is published; where few turn 18, not how many`() throws {
    let few = try report([4, 12, 9, 3, 7, 8], today: [40])
    #expect(
      few.hidesEverything && !few.page(.failure(.notSet)).html.contains("<table>") && few.charts().isEmpty)
    let turning = try report([20, 12, 9, 8, 7, 3], today: [40])
    let page = turning.page(.failure(.notSet)).html
    #expect(
      page.contains("39 leave care or turn 18") && turning.text().contains("Turning 18                   −3"))
    #expect(page.contains("Other exits and turning 18") && page.contains("Exits before 18 and turning 18"))
  }

  @Test func `today's week is not told where some category has few children`() throws {
    let report = try report([20, 12, 9, 8, 7, 8], today: [40, 2])
    let page = report.page(.failure(.notSet)).html
    #expect(!page.contains("A week on") && page.contains("Change in all") && !page.contains("costs £"))
    #expect(report.text().contains("A week on 31 March 2025"))
  }

  @Test func `no assumption about a category of few children is published`() throws {
    let report = try report(
      [20, 12, 9, 8, 7, 8], today: [40, 2],
      assumptions: [.price(category: 1), .price(category: 0), .entries, .firstPlacement(category: 0)])
    let names = report.book.entries.map(\.label.lowercasedFirst)
    let page = report.page(.failure(.notSet)).html
    #expect(!page.contains("Price of \(names[1])") && page.contains("Price of \(names[0])"))
    #expect(report.text().contains("Price of \(names[1])"))
    // A price's ends are stated, and no percentiles.
    #expect(page.contains("Price of \(names[0]), a stated tenth less"))
    #expect(page.contains("Entries at today&#39;s pace, low") && !page.contains("Price of \(names[0]), low"))
    // A rate below six a year, and a share of fewer than six, are told as a change alone.
    #expect(page.contains("10\u{A0}% fewer") && !page.contains("0.2 a year") && !page.contains("20.0\u{A0}%"))
    #expect(report.text().contains("0.2 a year, not 0.3") && report.text().contains("20.0 %"))
  }
}
