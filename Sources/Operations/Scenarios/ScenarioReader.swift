import Care
import Files
import Forecasting
import Units

/// Reads a scenario from the value of its file, and gathers all that is wrong with it.
struct ScenarioReader {
  let book: CategoryBook
  /// The last day known, if there is one to compare with.
  let asOf: CivilDay?
  var problems = ScenarioProblems()
  /// The line of each initiative's id so far.
  var ids: [String: Int] = [:]

  init(book: CategoryBook, asOf: CivilDay?) {
    self.book = book
    self.asOf = asOf
  }

  /// The scenario, or nil where there is a problem that is more than a warning.
  mutating func read(_ root: YAMLNode) -> Scenario? {
    guard var fields = problems.fields(root, "the scenario") else { return nil }
    problems.allow(ScenarioKeys.scenario, in: &fields)
    problems.require(["name"], in: fields)
    var scenario = Scenario(name: problems.scalar("name", in: fields) { $0 } ?? "")
    scenario.note = problems.scalar("note", in: fields) { $0 } ?? ""
    scenario.correlation =
      problems.scalar("correlation", in: fields, ScenarioValues.share) ?? Scenario.usualCorrelation
    scenario.uplift = uplift(in: fields)
    scenario.rateChanges = items("rates", in: fields).enumerated().compactMap {
      rateChange($1, number: $0 + 1)
    }
    scenario.initiatives = items("initiatives", in: fields).enumerated().compactMap {
      initiative($1, number: $0 + 1)
    }
    if scenario.rateChanges.isEmpty, scenario.initiatives.isEmpty, scenario.uplift == nil, !problems.isRefused
    {
      problems.warn(
        fields.line, "the scenario changes nothing", "Write “rates”, “initiatives” or “uplift” into it.")
    }
    return problems.isRefused ? nil : scenario
  }

  /// The values of a list.
  private mutating func items(_ key: String, in fields: ScenarioFields) -> [YAMLNode] {
    problems.value(key, in: fields) { node throws(Flaws) in
      if node.content == .empty { return [] }
      guard let values = node.values else {
        throw Flaws("there is no list", "Begin each of the \(key) with a hyphen and a space.")
      }
      return values
    } ?? []
  }

  private mutating func uplift(in fields: ScenarioFields) -> Scenario.Uplift? {
    guard let entry = fields["uplift"], var fields = problems.fields(entry.value, "the uplift") else {
      return nil
    }
    problems.allow(ScenarioKeys.uplift, in: &fields)
    problems.require(["mean"], in: fields)
    guard let mean = problems.scalar("mean", in: fields, ScenarioValues.signedShare) else { return nil }
    let deviation = problems.scalar("deviation", in: fields, ScenarioValues.share) ?? 0
    return Scenario.Uplift(mean: mean, deviation: deviation)
  }

  // MARK: Rates

  private mutating func rateChange(_ node: YAMLNode, number: Int) -> RateChange? {
    guard var fields = problems.fields(node, "rate \(number)") else { return nil }
    problems.allow(ScenarioKeys.rate, in: &fields)
    problems.require(["event"], in: fields)
    let event = problems.scalar("event", in: fields, ScenarioReader.event)
    let ages = problems.value("ages", in: fields) { node throws(Flaws) in
      try ScenarioValues.bands(try ScenarioProblems.each(node, ScenarioValues.ages))
    }
    let operation = operation(in: fields)
    if let event, event != .moves, let entry = fields["to"] {
      problems.refuse(
        entry.line, "“to” of \(fields.subject): only moves have a category they lead to",
        "Take it out, or write event: moves.")
    }
    let left = categories("categories", in: fields)
    let destinations = categories("to", in: fields)
    let isUASC = problems.scalar("uasc", in: fields, ScenarioValues.flag)
    guard let event, let operation else { return nil }
    return RateChange(
      event, operation, ages: ages, categories: left, destinations: destinations, isUASC: isUASC)
  }

  private static func event(_ text: String) throws(Flaws) -> RateChange.Event {
    if let event = RateChange.Event(rawValue: InitiativeWord.plain(text)) { return event }
    throw Flaws(
      "“\(text)” is not an event",
      "Write one of: \(RateChange.Event.allCases.map(\.rawValue).joined(separator: ", ")).")
  }

  private mutating func operation(in fields: ScenarioFields) -> RateChange.Operation? {
    let stated = ["multiply", "add_per_year", "replace_per_year"].compactMap { fields[$0] }
    guard stated.count == 1, let entry = stated.first else {
      problems.refuse(
        stated.last?.line ?? fields.line,
        stated.isEmpty
          ? "\(fields.subject) does not say what to do with the rate"
          : "\(fields.subject) says \(stated.count) things to do with one rate",
        "Write one of multiply, add_per_year and replace_per_year.")
      return nil
    }
    let remedy = "Write a number a year: of children for entries, for each child for exits and moves."
    switch entry.key {
    case "multiply":
      return problems.scalar(entry.key, in: fields, ScenarioValues.factor).map { .multiply($0) }
    case "add_per_year":
      return problems.scalar(entry.key, in: fields, ScenarioValues.number(-10_000...10_000, remedy)).map {
        .add(perYear: $0)
      }
    default:
      return problems.scalar(
        entry.key, in: fields, ScenarioValues.number(0...10_000, remedy + " It can't be below nought.")
      ).map { .replace(perYear: $0) }
    }
  }

  // MARK: Categories and children

  /// The categories of a key; nil where it is missing or says all.
  mutating func categories(_ key: String, in fields: ScenarioFields) -> Set<Int>? {
    let book = book
    return problems.value(key, in: fields) { node throws(Flaws) -> Set<Int>? in
      if node.text?.lowercased() == "all" { return nil }
      return Set(
        try ScenarioProblems.each(node) { text throws(Flaws) in try ScenarioReader.category(text, book) })
    } ?? nil
  }

  /// A category's position, by its identifier or its words.
  static func category(_ text: String, _ book: CategoryBook) throws(Flaws) -> Int {
    let wanted = InitiativeWord.plain(text)
    let found = book.entries.firstIndex {
      $0.id.lowercased() == text.lowercased() || InitiativeWord.plain($0.id) == wanted
        || InitiativeWord.plain($0.label) == wanted
    }
    if let found { return found }
    let ids = book.entries.map(\.id)
    throw Flaws(
      "there is no category “\(text)”",
      ScenarioKeys.nearest(to: text, among: ids).map { "Is “\($0)” meant?" }
        ?? "The categories are: \(ids.joined(separator: ", ")).")
  }

  /// The children an initiative acts on; everyone, with a problem, where nobody is named.
  mutating func who(in fields: ScenarioFields) -> Eligible {
    guard let entry = fields["who"] else { return .everyone }
    if let text = entry.value.text, ["everyone", "all"].contains(text.lowercased()) { return .everyone }
    guard entry.value.entries != nil, var who = problems.fields(entry.value, "“who” of \(fields.subject)")
    else {
      problems.refuse(
        entry.line, "“who” of \(fields.subject) names nobody",
        "Write who: everyone, or ages and categories under it, as in the template.")
      return .everyone
    }
    problems.allow(ScenarioKeys.who, in: &who)
    if ["ages", "categories", "uasc"].allSatisfy({ who[$0] == nil }) {
      problems.refuse(
        entry.line, "“who” of \(fields.subject) names nobody",
        "Write ages or categories; ages: all for everyone.")
    }
    let ages = problems.value("ages", in: who) { node throws(Flaws) in
      try ScenarioValues.oneRange(try ScenarioProblems.each(node, ScenarioValues.ages))
    }
    let nights = ScenarioValues.whole(0...6574, of: "nights")
    return Eligible(
      minAge: ages?.lowerBound ?? 0, maxAge: ages?.upperBound ?? 17,
      categories: categories("categories", in: who),
      isUASC: problems.scalar("uasc", in: who, ScenarioValues.flag),
      minNightsInCare: problems.scalar("nights_in_care", in: who, nights) ?? 0,
      minNightsInStay: problems.scalar("nights_in_stay", in: who, nights) ?? 0)
  }
}
