import Files
public import Units

/// A scenario as a form holds it: answers by the name of their field, as somebody typed them. It becomes the text of a
/// scenario's file, and such a text becomes answers again.
public struct ScenarioDraft: Sendable, Equatable {
  /// What is wrong with an answer, and what to write.
  public struct Problem: Sendable, Equatable {
    /// The field's name in the form.
    public let field: String
    /// A sentence for the person; nothing of the answer stands in it.
    public let words: String

    /// A problem.
    public init(field: String, words: String) {
      self.field = field
      self.words = words
    }
  }

  /// What the scenario is called.
  public var name: String
  /// The answers.
  public var values: [String: String]

  /// The longest name and answer, in characters.
  public static let longest = 80

  /// A draft of some answers; what no field asks is left out.
  public init(name: String, values: [String: String]) {
    self.name = String(name.prefix(2 * ScenarioDraft.longest))
    let known = Set(ScenarioLever.all.flatMap(\.fields).map(\.name))
    self.values = values.filter { known.contains($0.key) }.mapValues {
      String($0.prefix(ScenarioDraft.longest))
    }
  }

  /// A draft that changes nothing: what is started begins on the first day of next month.
  public static func usual(today: CivilDay) -> ScenarioDraft {
    var values: [String: String] = [:]
    let next = today.adding(months: 1)
    let start = CivilDay(year: next.year, month: next.month, day: 1) ?? today
    for field in ScenarioLever.all.flatMap(\.fields) {
      values[field.name] = field.sort == .day ? start.description : field.usual
    }
    return ScenarioDraft(name: "", values: values)
  }

  /// The answer of a field, spaces around it taken off.
  public func answer(_ name: String) -> String {
    var text = (values[name] ?? "").drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Whether a lever is moved.
  public func moves(_ lever: ScenarioLever) -> Bool {
    let text = answer(lever.main.name)
    return !text.isEmpty && (ScenarioDraft.number(text) != 0 || lever == .uplift)
  }

  /// Whether no lever is moved.
  public var changesNothing: Bool { !ScenarioLever.all.contains(where: moves) }

  /// What is wrong with the answers of the levers that are moved.
  public var problems: [Problem] {
    ScenarioLever.all.flatMap { lever -> [Problem] in
      guard moves(lever) else { return [] }
      var found = lever.fields.compactMap { field in
        words(field).map { Problem(field: field.name, words: "\(lever.heading), \(field.label): \($0)") }
      }
      let ends = ["from", "to"].map { ScenarioDraft.number(answer("\(lever.id)-\($0)")) }
      if found.isEmpty, let from = ends[0], let to = ends[1], from > to {
        found.append(
          Problem(
            field: "\(lever.id)-from",
            words: "\(lever.heading): the youngest age is above the oldest. Exchange them."))
      }
      return found
    }
  }

  private func words(_ field: ScenarioField) -> String? {
    let text = answer(field.name)
    if text.isEmpty, field.usual.isEmpty, field.sort != .day { return nil }
    switch field.sort {
    case .number(let range, let step):
      let unit = field.unit.isEmpty ? "" : " \(field.unit)"
      guard let number = ScenarioDraft.number(text), range.contains(number),
        step < 1 || number == number.rounded()
      else {
        return
          "write a \(step < 1 ? "number" : "whole number") from \(ScenarioDraft.written(range.lowerBound)) to \(ScenarioDraft.written(range.upperBound))\(unit)."
      }
    case .pounds:
      guard let money = Money(pounds: text), money >= .zero, money.pence <= 100_000_000_00 else {
        return "write pounds, such as 250,000, at most a hundred million."
      }
    case .day:
      guard let day = CivilDay(text), (2000...2099).contains(day.year) else {
        return "write a day, such as 2027-04-01."
      }
    case .choice(let choices):
      guard choices.contains(where: { $0.value == text }) else { return "choose one of the answers." }
    }
    return nil
  }

  /// A number as people write it, to two decimals.
  static func number(_ text: String) -> Double? {
    ScenarioValues.plainNumber(text).map { ($0 * 100).rounded() / 100 }
  }

  /// A number as it stands in a scenario: −4, 3.5.
  static func written(_ number: Double) -> String {
    let hundredths = Int((abs(number) * 100).rounded())
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    let decimals = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (number < 0 && hundredths > 0 ? "-" : "") + "\(whole)\(decimals)"
  }
}
