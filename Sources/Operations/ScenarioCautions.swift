import Forecasting
import Reporting
import Units

/// What of a scenario does not do what its words say, when held against the returns: a sentence each with what to change.
struct ScenarioCautions {
  private let scenario: Scenario
  private let input: SimulationInput
  private let baseline: Futures
  private let with: Futures
  private let actions: Actions?

  /// The cautions on a scenario, from the futures without and with it.
  init(_ scenario: Scenario, input: SimulationInput, baseline: Futures, with: Futures, actions: Actions?) {
    self.scenario = scenario
    self.input = input
    self.baseline = baseline
    self.with = with
    self.actions = actions
  }

  /// Times a year from which a rate means stays of a month or less.
  private static let often = 12.0

  var sentences: [String] {
    scenario.rateChanges.compactMap(caution) + scenario.initiatives.indices.compactMap(caution)
      + [emptied]
      .compactMap(\.self)
  }

  // MARK: Rates

  private func caution(_ change: RateChange) -> String? {
    switch change.operation {
    case .multiply: return nil
    case .replace(let n): return change.event == .entries ? nil : tooOften(change, n)
    case .add(let n):
      guard n < 0 else { return change.event == .entries ? nil : tooOften(change, n) }
      return change.event == .entries ? tooFewEntries(change, -n) : tooFewEvents(change, -n)
    }
  }

  private func tooOften(_ change: RateChange, _ perYear: Double) -> String? {
    guard perYear >= Self.often else { return nil }
    let days = max(1, Int((365.25 / perYear).rounded()))
    return
      "“\(change.event.rawValue)” at \(Self.tenths(perYear)) a year for each child means that one stays about \(Words.count(days, "day", "days")). If so many children a year are meant, divide by the children in care."
  }

  private func tooFewEntries(_ change: RateChange, _ fewer: Double) -> String? {
    let entries = input.rates.entries
    let space = input.rates.space
    let all = entries.alphas.reduce(0, +)
    let concerned = entries.alphas.indices.reduce(0.0) { sum, entrant in
      let isMeant = change.concerns(
        band: space.age(ofEntrant: entrant), category: space.category(ofEntrant: entrant),
        isUASC: entrant % 2 == 1)
      return sum + (isMeant ? entries.alphas[entrant] : 0)
    }
    let perYear = all > 0 ? entries.perYear * concerned / all : 0
    guard fewer >= perYear else { return nil }
    return
      "The scenario takes away \(Self.tenths(fewer)) entries a year where about \(Self.tenths(perYear)) a year come: none are left. Write fewer, or multiply: 0.9."
  }

  private func tooFewEvents(_ change: RateChange, _ fewer: Double) -> String? {
    let isMove = change.event == .moves
    let family = isMove ? input.rates.changes : input.rates.exits
    let space = input.rates.space
    var (events, days) = (0.0, 0.0)
    for cell in family.days.indices
    where change.concerns(
      band: space.age(of: cell), category: space.category(of: cell), isUASC: space.uasc(of: cell) == 1)
    {
      days += Double(family.days[cell])
      for kind in family.events.indices where isMove || Self.kinds(change.event).contains(kind) {
        events += Double(family.events[kind][cell])
      }
    }
    let perYear = days > 0 ? 365.25 * events / days : 0
    guard fewer >= perYear else { return nil }
    return
      "The scenario takes away \(Self.hundredths(fewer)) of “\(change.event.rawValue)” a year for each child where \(Self.hundredths(perYear)) was seen: hardly any are left. It is counted for each child, not for all; write less, or multiply: 0.9."
  }

  private static func kinds(_ event: RateChange.Event) -> Set<Int> {
    switch event {
    case .home: [ExitKind.home.rawValue]
    case .specialGuardianship: [ExitKind.specialGuardianship.rawValue]
    case .adoption: [ExitKind.adoption.rawValue]
    case .otherExit: [ExitKind.other.rawValue]
    case .exits: Set(ExitKind.allCases.map(\.rawValue))
    case .entries, .moves: []
    }
  }

  // MARK: Initiatives

  private func caution(_ index: Int) -> String? {
    let initiative = scenario.initiatives[index]
    let id = initiative.id
    if let last = input.months.lastDays.last, last < initiative.start {
      return
        "“\(id)” starts on \(initiative.start.spoken), after the last day forecast, \(last.spoken), so it does nothing. Start it earlier, or forecast further\(Means.said(" with --until", inBrowser: ""))."
    }
    if case .addCapacity(let places, _, _) = initiative.kind, places > input.starters.count {
      return
        "“\(id)” adds \(Words.count(places, "place", "places")), more than there are children in care on \(input.months.asOf.spoken), \(Words.number(input.starters.count)): most would stand empty. Write fewer under places."
    }
    guard initiative.kind.eligible != nil, let actions, actsOnNobody(actions, index) else { return nil }
    return
      "“\(id)” acts on nobody in any future: no child is as its “who” says while it runs. Look at its ages, placements and days."
  }

  private func actsOnNobody(_ actions: Actions, _ index: Int) -> Bool {
    guard let own = actions.initiatives.firstIndex(where: { $0.id == scenario.initiatives[index].id }) else {
      return false
    }
    return actions.range.allSatisfy { future in
      (0..<actions.months).allSatisfy { actions.cases(own, future: future, month: $0) == 0 }
    }
  }

  /// Said where the scenario leaves less than a quarter of the children in care.
  private var emptied: String? {
    let last = input.months.count - 1
    let categories = Array(0..<input.rates.space.categories)
    func mean(_ futures: Futures) -> Double {
      Spread(futures.counts(.children, month: last, categories: categories))?.mean ?? 0
    }
    let (without, left) = (mean(baseline), mean(with))
    guard without >= 6, left < without / 4 else { return nil }
    return
      "The scenario takes most children out of care: less than a quarter of those in care without it are left at the end. Look at its rates, chances and limits by month."
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Words.tenths(Int((value * 10).rounded()))
    return tenths.hasSuffix(".0") ? String(tenths.dropLast(2)) : tenths
  }

  private static func hundredths(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
