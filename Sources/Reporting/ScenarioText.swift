public import Care
public import Forecasting
import Units

/// A scenario in plain words: what was understood of its file.
public struct ScenarioText {
  let scenario: Scenario
  let book: CategoryBook

  /// The words for a scenario, with the categories it was read by.
  public init(_ scenario: Scenario, book: CategoryBook) {
    self.scenario = scenario
    self.book = book
  }

  /// All of it, a paragraph for each initiative.
  public var text: String {
    var parts = [scenario.name]
    if !scenario.note.isEmpty {
      parts.append(scenario.note.split(whereSeparator: \.isNewline).joined(separator: "\n"))
    }
    if let uplift = scenario.uplift {
      let spread =
        uplift.deviation > 0 ? ", with a standard deviation of \(ScenarioText.percent(uplift.deviation))" : ""
      parts.append("Prices rise by \(ScenarioText.percent(uplift.mean)) a year\(spread).")
    }
    if !scenario.rateChanges.isEmpty {
      parts.append((["Rates"] + scenario.rateChanges.map { "  " + words($0) }).joined(separator: "\n"))
    }
    if !scenario.initiatives.isEmpty {
      parts.append("Initiatives")
      parts += scenario.initiatives.map(words)
      if scenario.initiatives.count > 1 {
        parts.append(
          "Initiatives succeed and fall short together with a correlation of \(ScenarioText.number(scenario.correlation))."
        )
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The text by paragraphs: the first line of each, and what it says of that in the others.
  var paragraphs: [(first: String, others: [String])] {
    var out: [(first: String, others: [String])] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("  "), !out.isEmpty {
        out[out.count - 1].others.append(String(line.drop { $0 == " " }))
      } else if line != "Initiatives" {
        out.append((String(line), []))
      }
    }
    return out
  }

  // MARK: Rates

  private func words(_ change: RateChange) -> String {
    var whom: [String] = []
    if let ages = change.ages {
      let bands = ages.sorted().map { AgeBand.all[$0].label.lowercased() }
      whom.append("aged " + ScenarioText.list(bands, "or"))
    }
    if let uasc = change.isUASC { whom.append(ScenarioText.asylum(uasc)) }
    if let categories = change.categories {
      whom.append((change.event == .moves ? "from " : "in ") + list(categories))
    }
    if let destinations = change.destinations { whom.append("to " + list(destinations)) }
    let subject =
      ScenarioText.event(change.event) + (whom.isEmpty ? "" : " (" + whom.joined(separator: "; ") + ")")
    let unit = change.event == .entries ? "children a year" : "a year for each child"
    switch change.operation {
    case .multiply(let factor): return "\(subject): times \(ScenarioText.number(factor))."
    case .add(let n):
      return "\(subject): \(ScenarioText.number(abs(n))) \(n < 0 ? "fewer" : "more") \(unit)."
    case .replace(let n): return "\(subject): \(ScenarioText.number(n)) \(unit), whatever it was."
    }
  }

  private static func event(_ event: RateChange.Event) -> String {
    switch event {
    case .entries: "Entries"
    case .home: "Leaving care for home"
    case .specialGuardianship: "Leaving care by special guardianship"
    case .adoption: "Leaving care by adoption"
    case .otherExit: "Leaving care in other ways"
    case .exits: "Leaving care in any way"
    case .moves: "Moves"
    }
  }

  // MARK: Initiatives

  private func words(_ initiative: Initiative) -> String {
    let name = initiative.name == initiative.id ? initiative.id : "\(initiative.name) (\(initiative.id))"
    let lines = [what(initiative), life(initiative), evidence(initiative), cost(initiative.cost)]
    return ([name] + lines.map { "  " + $0 }).joined(separator: "\n")
  }

  private func what(_ initiative: Initiative) -> String {
    let limit = initiative.perMonth.map { " At most \(Words.count($0, "child", "children")) a month." } ?? ""
    return words(initiative.kind) + "." + limit
  }

  private func life(_ initiative: Initiative) -> String {
    var words = "From \(initiative.start.spoken)"
    if let end = initiative.end { words += " until \(end.spoken)" }
    if initiative.rampMonths > 0 {
      words += ", in full after \(Words.count(initiative.rampMonths, "month", "months"))"
    }
    return words + "."
  }

  private func evidence(_ initiative: Initiative) -> String {
    let none = Int((initiative.grade.chanceOfNoEffect * 100).rounded())
    let first =
      none == 0
      ? "Evidence of grade 1: it is taken to work"
      : "Evidence of grade \(initiative.grade.rawValue): in \(none) futures of 100 it has no effect at all"
    switch initiative.spread {
    case .variation(let deviation):
      return
        "\(first); the effect, if any, has a standard deviation of \(ScenarioText.percent(deviation)) of the claim."
    case .interval(let low, let high):
      let ends = [low, high].map { effect($0 * initiative.kind.claim, initiative.kind) }
      return "\(first); the effect, if any, lies from \(ends[0]) to \(ends[1]) eight times in ten."
    }
  }

  /// An effect in the unit of the kind's claim.
  private func effect(_ size: Double, _ kind: Initiative.Kind) -> String {
    switch kind {
    case .addCapacity: "\(ScenarioText.number(size)) places"
    case .changeStaffing: "\(ScenarioText.number(size)) posts"
    default: ScenarioText.percent(size)
    }
  }

  private func cost(_ cost: DeliveryCost) -> String {
    var parts: [String] = []
    if cost.perYear != .zero { parts.append(Words.exactly(cost.perYear) + " a year") }
    if cost.perCase != .zero { parts.append(Words.exactly(cost.perCase) + " for each child") }
    if cost.once != .zero { parts.append(Words.exactly(cost.once) + " once") }
    return parts.isEmpty ? "Costs nothing." : "Costs \(ScenarioText.list(parts, "and"))."
  }
}
