public import Units

/// A business case: what a council means to spend, on what, what it expects of it, and the other ways it might go. Every
/// line is a difference from business as usual.
public struct BusinessCase: Sendable {
  /// A way to go.
  public struct Option: Sendable {
    /// What it is called.
    public var name: String
    /// Answers in place of the case's own.
    public var answers: Answers
    /// Lines beside the case's own.
    public var lines: [CaseLine]

    /// An option.
    public init(name: String, answers: Answers = Answers(), lines: [CaseLine] = []) {
      self.name = name
      self.answers = answers
      self.lines = lines
    }
  }

  /// What it is called.
  public var name: String
  /// What it is for, in the author's words.
  public var note: String
  /// Its kind.
  public var kind: CaseKind
  /// The days it covers and how money is compared.
  public var frame: CaseFrame
  /// Answers to the kind's questions.
  public var answers: Answers
  /// Lines stated one by one.
  public var lines: [CaseLine]
  /// The options, the preferred first; one at least.
  public var options: [Option]
  /// Whether the file names options, or the one is the case itself.
  public var namesOptions: Bool
  /// What is known of the time before.
  public var baseline: CaseBaseline?
  /// The figure by which it stands or falls, in place of the kind's own: a variable's key.
  public var driver: String?
  /// What is to be saved, in pence, where the kind doesn't ask for it; nil for none.
  public var target: Double?
  /// Ranges stated for figures of lines, by variable's key.
  public var ranges: [String: ClosedRange<Double>]

  /// A case.
  public init(
    name: String, note: String = "", kind: CaseKind = .general, frame: CaseFrame,
    answers: Answers = Answers(),
    lines: [CaseLine] = [], options: [Option] = [], baseline: CaseBaseline? = nil,
    ranges: [String: ClosedRange<Double>] = [:]
  ) {
    self.name = name
    self.note = note
    self.kind = kind
    self.frame = frame
    self.answers = answers
    self.lines = lines
    namesOptions = !options.isEmpty
    self.options = options.isEmpty ? [Option(name: name)] : options
    self.baseline = baseline
    self.ranges = ranges
  }

  /// The answers that an option goes by.
  public func answers(of option: Option) -> Answers { answers.replacing(option.answers) }

  /// The lines of an option: those its kind makes of the answers, the case's own, the option's own.
  public func lines(of option: Option) -> [CaseLine] {
    kind.template.lines(answers(of: option), frame) + lines + option.lines
  }

  /// What the kind works out from an option's answers.
  public func remarks(of option: Option) -> [Sentence] {
    kind.template.remarks(answers(of: option), frame, costs: (lines + option.lines).filter(\.isCost))
      + savingsRemarks(of: option)
  }

  /// What a table of savings by year comes to on either reading.
  private func savingsRemarks(of option: Option) -> [Sentence] {
    let rows = lines(of: option).filter { !$0.isCost }.compactMap(\.yearly)
    guard let all = try? YearlySavings.total(rows), let last = all.cumulative.last, all.amounts.count > 1
    else {
      return []
    }
    let year = FinancialYear(startYear: all.first.startYear + all.amounts.count - 1).description
    let other: Sentence =
      all.basis == .cumulative
      ? "Read as new in each year they would come to \(all.readAsIncremental)."
      : "Read as all of each year they would come to \(all.amounts[all.amounts.count - 1])."
    let new = all.incremental.enumerated().map { place, amount -> Sentence in
      "\(amount) in \(FinancialYear(startYear: all.first.startYear + place).description)"
    }
    return [
      Sentence(joining: [
        "The savings stated by year come to \(last) a year by \(year), as their basis (\(all.basis.rawValue)) has it.",
        other,
      ]), "New in each year: \(Sentence(joining: new, by: ", ")).",
    ]
  }
}

/// What is known of the time before the case, and the volumes it states, for the check that they fit each other.
public struct CaseBaseline: Sendable, Equatable {
  /// The day of the baseline.
  public var day: CivilDay?
  /// Spending in a year.
  public var spend: Money?
  /// What one place cost a week.
  public var weekly: Money?
  /// The most places at any time, as stated.
  public var peak: Double?

  /// A baseline of which nothing is known yet.
  public init() {}

  /// The places that the spending would pay for all year: spend ÷ (weekly × 52); nil where either is not stated.
  public var impliedPlaces: Double? {
    guard let spend, let weekly, weekly > .zero else { return nil }
    return Double(spend.pence) / (Double(weekly.pence) * 52)
  }
}
