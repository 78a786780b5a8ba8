import BusinessCases
import Files
import Units

/// Reads the values of a case's file.
enum CaseValues {
  /// An answer to a question.
  static func answer(_ question: Question, _ node: YAMLNode) throws(Flaws) -> Answer {
    let place = Place(line: node.line, column: node.column)
    switch question.form {
    case .day: return Answer(.day(try ScenarioValues.day(try ScenarioValues.text(node))), at: place)
    case .choice(let words): return Answer(.word(try word(try ScenarioValues.text(node), words)), at: place)
    case .dated: return Answer(.dated(try dated(node)), at: place)
    case .payers: return Answer(.payers(try payers(node)), at: place)
    case .count, .number, .money, .share:
      guard let entries = node.entries else {
        return Answer(.figure(try figure(question.form, try ScenarioValues.text(node))), at: place)
      }
      return try ranged(question.form, entries, place)
    }
  }

  /// One figure.
  static func figure(_ form: Question.Form, _ text: String) throws(Flaws) -> Double {
    switch form {
    case .money: return Double(try pounds(text).pence)
    case .share:
      let share = try ScenarioValues.signedShare(text == "1" || text == "0" ? text + "00 %" : text)
      guard (0...1).contains(share) else { throw Flaws(.shareOutside(what: text, share: share)) }
      return share
    default: return try ScenarioValues.number(0...1_000_000, "Write a number from 0, such as 25.")(text)
    }
  }

  /// Pounds, 0 or more.
  static func pounds(_ text: String) throws(Flaws) -> Money {
    guard let money = Money(pounds: text) else { throw Flaws(.notPounds(text)) }
    guard money >= .zero else {
      throw Flaws(
        "the amount is below nought", "Write what is paid, and what is gained, as positive amounts.")
    }
    return money
  }

  /// A figure with how low and how high it may turn out.
  private static func ranged(
    _ form: Question.Form, _ entries: [YAMLEntry], _ place: Place
  ) throws(Flaws) -> Answer {
    var read: [String: Double] = [:]
    for entry in entries {
      guard CaseKeys.figure.contains(entry.key) else {
        throw Flaws("“\(entry.key)” is not a key of a figure", "Write {value: 25, low: 15, high: 30}.")
      }
      read[entry.key] = try figure(form, try ScenarioValues.text(entry.value))
    }
    guard let value = read["value"] else {
      throw Flaws("there is a range and no value", "Write {value: 25, low: 15, high: 30}.")
    }
    guard read.count > 1 else { return Answer(.figure(value), at: place) }
    let (low, high) = (read["low"] ?? value, read["high"] ?? value)
    guard low <= value, value <= high else {
      throw Flaws("the value does not lie between low and high", "Write low, value and high in rising order.")
    }
    return Answer(.figure(value), range: low...high, at: place)
  }

  private static func word(_ text: String, _ words: [String]) throws(Flaws) -> String {
    let plain = InitiativeWord.plain(text)
    if words.contains(plain) { return plain }
    // YAML's own words for yes and no.
    if words == ["yes", "no"] { return try ScenarioValues.flag(text) ? "yes" : "no" }
    let near = ScenarioKeys.nearest(to: text, among: words)
    throw Flaws(
      "“\(text)” is none of the answers",
      near.map { "Is “\($0)” meant?" } ?? "Write one of: \(words.joined(separator: ", ")).")
  }

  private static func dated(_ node: YAMLNode) throws(Flaws) -> [DatedCount] {
    let remedy = "Write a list of {on: 2027-06-01, number: 3}."
    guard let nodes = node.values, !nodes.isEmpty else { throw Flaws("there is no list of days", remedy) }
    var counts: [DatedCount] = []
    for node in nodes {
      guard let entries = node.entries, let on = entries.first(where: { $0.key == "on" })?.value,
        let number = entries.first(where: { $0.key == "number" })?.value, entries.count == 2
      else {
        throw Flaws([Flaw(what: "an entry has not both a day and a number", remedy: remedy, line: node.line)])
      }
      counts.append(
        DatedCount(
          day: try ScenarioValues.day(try ScenarioValues.text(on)),
          count: try figure(.number, try ScenarioValues.text(number))))
    }
    return counts
  }

  /// One payer by name, or several with amounts or shares in whose proportion they pay.
  static func payers(_ node: YAMLNode) throws(Flaws) -> [PayerShare] {
    guard let entries = node.entries else { return [PayerShare(Payer(try ScenarioValues.text(node)))] }
    var shares: [PayerShare] = []
    for entry in entries {
      let text = try ScenarioValues.text(entry.value)
      let weight =
        text.last == "%" ? try figure(.share, text) : Double(try pounds(text).pence)
      shares.append(PayerShare(Payer(entry.key), weight: weight))
    }
    guard shares.contains(where: { $0.weight > 0 }) else {
      throw Flaws("nobody has a share above nought", "Write an amount or a percentage for each.")
    }
    return shares
  }

  /// A financial year.
  static func year(_ text: String) throws(Flaws) -> FinancialYear {
    guard let year = FinancialYear(text), (2000...2099).contains(year.startYear) else {
      throw Flaws("“\(text)” is not a financial year of this century", "Write it as 2026/27.")
    }
    return year
  }

  /// A share in hundredths of a percent, within limits.
  static func basisPoints(_ limits: ClosedRange<Double>) -> (String) throws(Flaws) -> Int {
    { text throws(Flaws) in
      let share = try ScenarioValues.signedShare(text == "0" ? "0 %" : text)
      guard limits.contains(share) else {
        throw Flaws("“\(text)” a year is not possible here", "Write a percentage such as 2.5 %.")
      }
      return Int((share * 10_000).rounded())
    }
  }
}

extension Flaws {
  /// A fault of a case, found where its value is read.
  init(_ fault: CaseFault) { self.init(fault.problem, fault.remedy) }
}
