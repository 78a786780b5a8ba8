import Care
import Support
import Testing
import Units

@testable import Forecasting

/// The rivals on series whose future is known, and what a back-test may know.
struct BacktestTests {
  private let book: CategoryBook
  private let children: BacktestMeasure
  private let cost = BacktestMeasure(id: "cost", label: "Cost", kind: .cost)

  init() throws {
    book = try .standard()
    children = BacktestMeasure(id: "all", label: "Children", kind: .children(book.all))
  }

  private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

  /// Histories in which `count(month)` children are in care from the first day of each month, months counted from
  /// April 2019.
  private func histories(months: Int, count: (Int) -> Int) throws -> CareHistories {
    let first = try day("2019-04-01")
    let asOf = first.adding(months: months) - 1
    let fostered = try #require(book.category(id: "in_house_foster"))
    let most = (0..<months).map(count).max() ?? 0
    var episodes: [Episode] = []
    for child in 0..<most {
      var open: CivilDay?
      func close(_ end: CivilDay?) {
        guard let start = open else { return }
        episodes.append(
          Episode(
            child: Int32(child), start: start, end: end, reasonNew: "S", legalStatus: "C2", place: "U6",
            provider: "PR1", urn: .empty, reasonCeased: end == nil ? .empty : "E4A", category: fostered))
        open = nil
      }
      for month in 0..<months {
        let start = first.adding(months: month)
        if child < count(month), open == nil { open = start }
        if child >= count(month) { close(start) }
      }
      close(nil)
    }
    let people = try (0..<most).map {
      Child(id: try #require(ChildID("\($0)")), birth: try day("2012-05-06"), isUASC: false)
    }
    return CareHistories(
      children: people, episodes: episodes, respite: [], asReturned: episodes, asOf: asOf, book: book)
  }

  private func run(
    _ histories: CareHistories, origins: [String], methods: [BacktestMethod] = BacktestMethod.rivals,
    horizons: [Int] = [3, 12]
  ) throws -> BacktestResult {
    let first = try day("2019-04-01")
    let known = try origins.map {
      KnownAtOrigin(histories: histories.cut(at: try day($0)), coveredFrom: first)
    }
    let width = book.entries.count
    return Backtest(
      origins: known, truth: MonthSeries(histories, from: first), horizons: horizons,
      measures: [children, cost], prices: { _ in Array(repeating: 100, count: width) }
    ).run(methods)
  }

  @Test func `the last value is right where nothing changes, and knows it`() throws {
    let result = try run(try histories(months: 48) { _ in 30 }, origins: ["2021-03-31", "2022-03-31"])
    let judged = result.forecasts(months: 12, measure: 0, method: 0)
    #expect(judged.count == 2)
    for forecast in judged {
      #expect(forecast.prediction.mean == 30 && forecast.crps == 0 && forecast.covers(0.5))
    }
    #expect(judged.map(\.spread) == [.ownErrors(count: 12), .ownErrors(count: 24)])
    let price = try #require(result.forecasts(months: 3, measure: 1, method: 0).first)
    // 30 children on each of the 30 nights of June at a pound.
    #expect(abs(price.actual - 90_000) < 1e-6 && abs(price.prediction.mean - 90_000) < 1e-6)
  }

  @Test func `the linear trend is right on a line, and the last value off by the rise`() throws {
    let result = try run(try histories(months: 60) { 20 + 2 * $0 }, origins: ["2021-03-31", "2022-03-31"])
    for forecast in result.forecasts(months: 12, measure: 0, method: 1) {
      #expect(abs(forecast.error) < 1e-9)
    }
    for forecast in result.forecasts(months: 12, measure: 0, method: 0) {
      #expect(forecast.error == -24)
      guard case .normal(_, let sd) = forecast.prediction else { continue }
      #expect(sd == 24)
    }
    let score = try #require(result.score(months: 12, measure: 0, method: 0))
    #expect(score.origins == 2 && score.absoluteError == 24 && score.bias == -24)
    #expect(score.inside == [0, 2, 2])
  }

  @Test func `too few errors at a horizon are made up from a shorter one`() throws {
    let result = try run(
      try histories(months: 40) { 20 + 2 * $0 }, origins: ["2020-06-30"], horizons: [3, 12])
    let judged = result.forecasts(months: 12, measure: 0, method: 0)
    // 15 months known: nine months ahead there are six errors of 18 children.
    #expect(judged.map(\.spread) == [.shorterHorizon(months: 9, count: 6)])
    guard case .normal(_, let sd)? = judged.first?.prediction else {
      Issue.record("not a normal")
      return
    }
    #expect(abs(sd - 18 * (12.0 / 9).squareRoot()) < 1e-9)
    #expect(result.forecasts(months: 12, measure: 0, method: 1).map(\.spread) == [.lastValue])
  }

  @Test func `with less than a year known nothing is asked`() throws {
    let result = try run(try histories(months: 40) { _ in 20 }, origins: ["2019-12-31"])
    #expect(result.forecasts.isEmpty)
  }

  @Test func `stock-flow and simulated futures hold a steady council steady`() throws {
    let histories = try SteadyCouncil(seed: 5).histories(cut: day("2024-03-31"))
    let result = try run(
      histories, origins: ["2021-03-31", "2022-03-31", "2023-03-31"],
      methods: [.lastValue, .stockFlow, .simulated(seed: Seed(1), futures: 200)])
    for method in 0..<3 {
      let judged = result.forecasts(months: 12, measure: 0, method: method)
      #expect(judged.count == 3)
      for forecast in judged { #expect(abs(forecast.error) < 0.3 * forecast.actual) }
    }
  }

  @Test func `nothing that happens after the origin changes a forecast`() throws {
    let histories = try SteadyCouncil(seed: 5).histories(cut: day("2024-03-31"))
    let origin = try day("2022-03-31")
    func changed(_ episode: Episode) -> Episode {
      // Who was there stays for ever; who came later never came.
      var later = episode
      if let end = episode.end, end > origin { later.end = nil }
      return later
    }
    let keep = { (episodes: [Episode]) in episodes.filter { $0.start <= origin }.map(changed) }
    let other = CareHistories(
      children: histories.children, episodes: keep(histories.episodes), respite: [],
      asReturned: keep(histories.asReturned), asOf: histories.asOf, book: book)
    let methods = BacktestMethod.rivals + [.simulated(seed: Seed(1), futures: 200)]
    let a = try run(histories, origins: ["2022-03-31"], methods: methods).forecasts
    let b = try run(other, origins: ["2022-03-31"], methods: methods).forecasts
    #expect(a.count == 16 && a.count == b.count)
    for (one, two) in zip(a, b) {
      for share in [0.025, 0.5, 0.975] {
        #expect(one.prediction.quantile(share) == two.prediction.quantile(share))
      }
      #expect(one.actual != two.actual)
    }
  }

  @Test func `a forecaster of futures is asked with what was known and judged by its sample`() throws {
    let histories = try histories(months: 60) { 20 + $0 }
    let asOf = try day("2022-03-31")
    let width = book.entries.count
    let oracle = BacktestMethod(id: "oracle", label: "oracle") { question in
      #expect(question.known.origin == asOf && question.known.histories.asOf == asOf)
      #expect(question.horizons == [91, 365] && question.window.days == 1096)
      return question.targets.map { target in
        let months = Double(MonthSeries.months(from: asOf, to: target))
        let children = Array(repeating: [(55 + months) - 1, (55 + months) + 1], count: width)
        return FutureSample(
          children: children.enumerated().map { $0.offset == 0 ? $0.element : [0, 0] }, cost: [0, 0])
      }
    }
    let result = try run(histories, origins: ["2022-03-31"], methods: [.lastValue, oracle])
    let judged = try #require(result.forecasts(months: 12, measure: 0, method: 1).first)
    #expect(judged.error == 0 && judged.spread == .given && judged.crps == 0.5)
    #expect(result.compare(1, with: 0, months: 12, measure: 0).verdict == .tooFew)
  }

  @Test func `the simulation is judged like any other, the same for the same seed`() throws {
    let histories = try SteadyCouncil(seed: 5).histories(cut: day("2024-03-31"))
    let methods = [BacktestMethod.lastValue, .simulated(seed: Seed(3), futures: 60)]
    let runs = try (0..<2).map { _ in
      try run(histories, origins: ["2022-03-31", "2023-03-31"], methods: methods)
    }
    let judged = runs.map {
      $0.forecasts(months: 12, measure: 0, method: 1) + $0.forecasts(months: 12, measure: 1, method: 1)
    }
    #expect(judged[0].count == 4 && judged[0].map(\.crps) == judged[1].map(\.crps))
    for forecast in judged[0] {
      #expect(abs(forecast.error) < 0.3 * forecast.actual && forecast.spread == .given)
      #expect(forecast.prediction.quantile(0.1) < forecast.prediction.quantile(0.9))
    }
  }

  @Test func `a month without a return is no truth`() throws {
    let histories = try histories(months: 60) { _ in 20 }
    let first = try day("2019-04-01")
    let gone = try day("2022-06-30")
    let test = Backtest(
      origins: [KnownAtOrigin(histories: histories.cut(at: try day("2022-03-31")), coveredFrom: first)],
      truth: MonthSeries(histories, from: first), measures: [children], prices: { _ in [] },
      isTrue: { $0 != gone })
    #expect(Set(test.run([.lastValue]).forecasts.map(\.months)) == [6, 12, 24])
  }
}
