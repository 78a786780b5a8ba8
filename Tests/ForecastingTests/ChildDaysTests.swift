import Care
import ExampleCouncil
import Foundation
import Returns
import Support
import Testing
import Units

@testable import Forecasting

/// Rates by events and child-days, and the forecasts made of them.
struct ChildDaysTests {
  /// Rates averaged over several councils, each divided by the rate planted.
  private func ratios(cut: CivilDay, from: CivilDay, councils: Range<UInt64>) throws -> [String: [Double]] {
    var found: [String: [Double]] = [:]
    for seed in councils {
      let council = SteadyCouncil(seed: seed)
      let histories = try council.histories(cut: cut)
      let window = try #require(ReferenceWindow(from: from, to: histories.asOf))
      let estimate = ChildDays.estimate(histories, window: window)
      let space = estimate.model.space
      let exposure = Set(estimate.rates.map(\.from)).reduce(0) { sum, from in
        sum + (estimate.rates.first { $0.from == from }?.childDays ?? 0)
      }
      func perDay(_ isCounted: (ChildDays.Rate) -> Bool) -> Double {
        Double(estimate.rates.filter(isCounted).reduce(0) { $0 + $1.events }) / Double(exposure)
      }
      found["leave", default: []].append(perDay { space.category(of: $0.to) == nil } / council.leave)
      found["move", default: []].append(perDay { space.category(of: $0.to) != nil } / council.move)
      let entrants = estimate.model.entrantsPerDay.reduce(0, +)
      found["enter", default: []].append(entrants / council.enter)
    }
    return found
  }

  /// Whether the mean of several estimates is within four standard errors, by their own spread, of what was planted.
  private func isUnbiased(_ values: [Double]) -> Bool {
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    let error = (variance / Double(values.count)).squareRoot()
    return abs(mean - 1) < 4 * error && error < 0.05
  }

  @Test func `planted rates are found, from whole years`() throws {
    let cut = try #require(CivilDay("2024-03-31"))
    for (name, values) in try ratios(cut: cut, from: cut.adding(months: -36), councils: 1..<13) {
      #expect(isUnbiased(values), "\(name): \(values)")
    }
  }

  @Test func `cutting the last year at 30 September leaves planted rates unbiased`() throws {
    let cut = try #require(CivilDay("2023-09-30"))
    for months in [-36, -6] {
      for (name, values) in try ratios(cut: cut, from: cut.adding(months: months), councils: 1..<13) {
        #expect(isUnbiased(values), "\(name) over \(-months) months: \(values)")
      }
    }
  }

  @Test func `children are neither made nor lost`() throws {
    let histories = try SteadyCouncil(seed: 5).histories(cut: #require(CivilDay("2024-03-31")))
    let window = try #require(ReferenceWindow(from: histories.asOf.adding(months: -36), to: histories.asOf))
    for model in [
      ChildDays.estimate(histories, window: window).model,
      StockFlow.estimate(histories, window: window).model,
    ] {
      let forecast = model.forecast(days: 800)
      var before = model.initial.prefix(model.space.inCare).reduce(0, +)
      for step in 0..<forecast.steps {
        let now = forecast.children(step: step).reduce(0, +)
        let change = forecast.startsPerStep.reduce(0, +) - forecast.ends(step: step).reduce(0, +)
        #expect(abs(now - before - change) < 1e-9)
        before = now
      }
    }
  }

  @Test func `the first day's stock is the children in care`() throws {
    let histories = try SteadyCouncil(seed: 6).histories(cut: #require(CivilDay("2024-03-31")))
    let window = try #require(ReferenceWindow(from: histories.asOf.adding(months: -12), to: histories.asOf))
    let model = ChildDays.estimate(histories, window: window).model
    let stock = Stock(histories)
    for category in 0..<model.space.categories {
      let initial = (0..<model.space.bands).reduce(0) {
        $0 + model.initial[model.space.state(band: $1, category: category)]
      }
      #expect(Int(initial) == stock.children(on: histories.asOf)[category])
    }
    let exposure = stock.nights(in: try #require(DayRange(from: window.first, upTo: window.last + 1)))
    let rates = ChildDays.estimate(histories, window: window).rates
    let spent = Dictionary(grouping: rates, by: \.from).values.compactMap(\.first?.childDays).reduce(0, +)
    #expect(spent == exposure.reduce(0, +))
  }

  @Test func `what the rates count is what the stock counts`() throws {
    let folder = try TemporaryFolder(
      Dictionary(uniqueKeysWithValues: ExampleCouncil().files().map { ($0.path, $0.contents) }))
    let set = try ReturnsReader.read(at: folder.path)
    let histories = try HistoryBuilder.build(set, book: .standard()).histories
    let first = try #require(CivilDay("2024-04-01"))
    let window = try #require(ReferenceWindow(from: first, to: histories.asOf))
    let estimate = ChildDays.estimate(histories, window: window)
    let space = estimate.model.space
    let months = Stock(histories).months(from: first)
    #expect(months.count == 24)
    func counted(_ flow: (Stock.Month) -> [Int]) -> Int { months.reduce(0) { $0 + flow($1).reduce(0, +) } }
    let ends = estimate.rates.filter { space.category(of: $0.to) == nil }.reduce(0) { $0 + $1.events }
    #expect(ends == counted(\.ends) && ends > 200)
    #expect(estimate.rates.reduce(0) { $0 + $1.moves } == counted(\.moves) && counted(\.moves) > 300)
    #expect(estimate.entrants.reduce(0, +) == counted(\.starts) && counted(\.starts) > 200)
  }

  @Test func `rates above one empty a state and no more`() {
    let space = StateSpace(categories: 2)
    var initial = Array(repeating: 0.0, count: space.count)
    initial[0] = 10
    let model = FlowModel(
      space: space, asOf: CivilDay(number: 0), initial: initial,
      rates: [
        FlowRate(from: 0, to: 1, perDay: 0.9, moves: 1),
        FlowRate(from: 0, to: space.outside(band: 0), perDay: 0.6),
      ],
      entrantsPerDay: initial.map { _ in 0 })
    let forecast = model.forecast(days: 2)
    #expect(abs(forecast.children(step: 0, state: 0)) < 1e-12)
    #expect(abs(forecast.children(step: 0, state: 1) - 6) < 1e-12)
    #expect(abs(forecast.ends(step: 0)[0] - 4) < 1e-12)
    #expect(abs(forecast.moves(step: 0)[1] - 6) < 1e-12)
  }

  @Test func `a child ages on the birthday and leaves at 18`() throws {
    var lines = [EpisodeLine("1", "01/06/2018")]
    lines += [EpisodeLine("2", "01/06/2018", "10/09/2022", rec: "E7"), EpisodeLine("3", "30/03/2024")]
    let folder = try TemporaryFolder([
      "a.csv": ReturnFixture.episodes(lines),
      "b.csv": ReturnFixture.header([("1", "15/07/2007"), ("2", "10/09/2004"), ("3", "15/07/2014")]),
    ])
    let built = try HistoryBuilder.build(ReturnsReader.read(at: folder.path), book: .standard())
    let histories = built.histories
    let window = try #require(ReferenceWindow(from: histories.asOf.adding(months: -36), to: histories.asOf))
    let estimate = ChildDays.estimate(histories, window: window)
    let space = estimate.model.space
    let inHouse = try #require(histories.book.category(id: "in_house_foster")).index
    let teen = space.state(band: 3, category: inHouse)
    let older = space.state(band: 4, category: inHouse)
    // Child 1 turns 16 on 15 July 2023; child 2 is 16 or 17 throughout and leaves on the 18th birthday.
    let birthday = try #require(estimate.rates.first { $0.from == teen && $0.to == older })
    let first = try #require(CivilDay("2021-03-30"))
    #expect(birthday.events == 1)
    #expect(birthday.childDays == first.nights(to: try #require(CivilDay("2023-07-15"))))
    let leaving = try #require(estimate.rates.first { $0.from == older })
    #expect(leaving.to == space.outside(band: 4) && leaving.events == 1)
    #expect(
      leaving.childDays
        == first.nights(to: try #require(CivilDay("2022-09-10")))
        + (try #require(CivilDay("2023-07-15"))).nights(to: try #require(CivilDay("2024-03-31"))))
  }
}
