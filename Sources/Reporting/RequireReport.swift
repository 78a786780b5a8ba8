public import Care
public import Forecasting
public import Units

/// What would have to be true for targets: what every output of `homeward require` is made from. Small numbers stand in
/// its sentences and files, for those who hold the returns, and are kept back on its page.
public struct RequireReport: Sendable {
  /// A target and what came of it.
  public struct Answer: Sendable {
    /// The day of a target of children; nil of one of cost.
    public let day: CivilDay?
    /// The financial year of a target of cost; nil of one of children.
    public let year: FinancialYear?
    /// What would have to be true.
    public let change: RequiredChange

    /// An answer.
    public init(day: CivilDay?, year: FinancialYear?, change: RequiredChange) {
      self.day = day
      self.year = year
      self.change = change
    }
  }

  /// The council or folder the returns came from.
  public let council: String
  /// The categories.
  public let book: CategoryBook
  /// The last day known.
  public let asOf: CivilDay
  /// Children in care on it.
  public let today: Int
  /// The targets in order of day.
  public let answers: [Answer]
  /// Futures simulated in every run.
  public let futures: Int
  /// How it was made, as of a forecast.
  public let method: MethodSummary

  /// A report.
  public init(
    council: String, book: CategoryBook, asOf: CivilDay, today: Int, answers: [Answer], futures: Int,
    method: MethodSummary
  ) {
    self.council = council
    self.book = book
    self.asOf = asOf
    self.today = today
    self.answers = answers
    self.futures = futures
    self.method = method
  }

  /// The report for a terminal.
  public func text() -> String {
    let title = "\(council): what would have to be true"
    let now = "On \(asOf.spoken) \(Words.count(today, "child was", "children were")) in care."
    var parts = [title, "", wrapped(now), ""]
    for answer in answers { parts += [wrapped(sentence(answer)), ""] }
    parts.append("How it was made")
    parts += (howItWasMade + method.cautions).map { wrapped("• " + $0) }
    return parts.joined(separator: "\n") + "\n"
  }

  var howItWasMade: [String] {
    [
      "The change holds from the day after \(asOf.spoken) on, for children of all ages alike; everything else is as forecast, on the same draws of chance.",
      "Numbers a year and a month are what \(Words.number(futures)) simulated futures have on average until the target's day. More exits leave fewer children to leave later, so their number rises less than their rate.",
      "Rates come from \(method.window.first.spoken) to \(method.window.last.spoken). \(method.prices)",
    ]
  }

  /// The answers as JSON, keys sorted.
  public func json() throws -> String {
    try JSONText.of(
      JSONValue.object([
        "council": .string(council), "asOf": .string(asOf.description),
        "childrenToday": .number(Double(today)), "futures": .number(Double(futures)),
        "targets": .array(answers.map(object)),
      ]))
  }
}
