import Care
import Returns
import Support
import Testing
import Units

@testable import Forecasting

/// The sector's model on four children, worked by hand, quirks and all.
struct StockFlowTests {
  /// A stays in foster care; B moves to a home on 5 January; C leaves on 8 January; D comes on 3 January. All are 12.
  private func estimate() throws -> (StockFlow.Estimate, fostering: Int, residential: Int) {
    let folder = try TemporaryFolder([
      "e.csv": ReturnFixture.episodes([
        EpisodeLine("A", "01/06/2023"), EpisodeLine("B", "01/06/2023", "05/01/2024"),
        EpisodeLine("B", "05/01/2024", rne: "P", place: "K2"),
        EpisodeLine("C", "01/07/2023", "08/01/2024", rec: "E4A"), EpisodeLine("D", "03/01/2024"),
      ]),
      "h.csv": ReturnFixture.header(["A", "B", "C", "D"].map { (child: $0, birth: "01/09/2011") }),
    ])
    let asOf = try #require(CivilDay("2024-01-10"))
    let histories = try HistoryBuilder.build(
      ReturnsReader.read(at: folder.path), book: .sector(), asOf: asOf
    ).histories
    let first = try #require(CivilDay("2024-01-01"))
    let window = try #require(ReferenceWindow(from: first, to: asOf))
    let space = StateSpace(categories: histories.book.entries.count)
    let fostering = try #require(histories.book.category(id: "fostering")).index
    let residential = try #require(histories.book.category(id: "residential")).index
    return (
      StockFlow.estimate(histories, window: window), space.state(band: 3, category: fostering),
      space.state(band: 3, category: residential)
    )
  }

  @Test func `rates are means of daily ratios, entrants are divided by one day too few`() throws {
    let (estimate, fostering, residential) = try estimate()
    // Of ten days: one of four moved on the 5th, one of three left on the 8th; nought on the others.
    let move = try #require(estimate.rates.first { $0.from == fostering && $0.to == residential })
    #expect(abs(move.perDay - 1.0 / 4 / 10) < 1e-15 && move.events == 1 && move.days == 10)
    let leave = try #require(estimate.rates.first { $0.from == fostering && $0.to != residential })
    #expect(abs(leave.perDay - 1.0 / 3 / 10) < 1e-15)
    // The first day is set against its own stock: 3, 3, 3, 4, 4, 3, 3, 3, 2, 2.
    #expect(move.childDays == 30 && move.emptyDays == 0)
    #expect(estimate.rates.count == 2)
    #expect(estimate.entrants[fostering] == 1)
    #expect(estimate.model.entrantsPerDay[fostering] == 1.0 / 9)
  }

  @Test func `a day moves, ages and lets enter as worked by hand`() throws {
    let (estimate, fostering, residential) = try estimate()
    let forecast = estimate.model.forecast(days: 1)
    #expect(forecast.firstDay == CivilDay("2024-01-11"))
    let leaving = 1.0 / 40 + 1.0 / 30 + 1.0 / 2190
    #expect(abs(forecast.children(step: 0, state: fostering) - (2 - 2 * leaving + 1.0 / 9)) < 1e-14)
    #expect(abs(forecast.children(step: 0, state: residential) - (1 + 2.0 / 40 - 1.0 / 2190)) < 1e-14)
    #expect(abs(forecast.moves(step: 0).reduce(0, +) - 2.0 / 40) < 1e-15)
    #expect(abs(forecast.ends(step: 0).reduce(0, +) - 2.0 / 30) < 1e-15)
  }

  @Test func `steps of several days compound the rates once`() throws {
    let (estimate, fostering, _) = try estimate()
    let forecast = estimate.model.run(steps: 1, daysEach: 3)
    func over(_ rate: Double) -> Double { 1 - (1 - rate) * (1 - rate) * (1 - rate) }
    let leaving = over(1.0 / 40) + over(1.0 / 30) + over(1.0 / 2190)
    #expect(abs(forecast.children(step: 0, state: fostering) - (2 - 2 * leaving + 3.0 / 9)) < 1e-14)
  }
}
