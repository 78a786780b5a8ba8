public import Units

/// An answer to a question of a case, or a figure of one of its lines.
public struct Answer: Sendable, Equatable {
  /// What was answered. Money is in pence.
  public enum Value: Sendable, Equatable {
    /// A number, a share or pence.
    case figure(Double)
    /// A day.
    case day(CivilDay)
    /// A word.
    case word(String)
    /// So many on each of some days.
    case dated([DatedCount])
    /// Payers with what each gains.
    case payers([PayerShare])
  }

  /// What was answered.
  public var value: Value
  /// How low and how high a figure may turn out, where it is stated.
  public var range: ClosedRange<Double>?
  /// Where it stands in the file.
  public var place: Place

  /// An answer.
  public init(_ value: Value, range: ClosedRange<Double>? = nil, at place: Place = Place()) {
    self.value = value
    self.range = range
    self.place = place
  }
}

/// A place in a file.
public struct Place: Sendable, Equatable {
  /// Line, from 1.
  public var line: Int
  /// Column, from 1.
  public var column: Int

  /// A place; the file's beginning where nothing is known.
  public init(line: Int = 1, column: Int = 1) {
    self.line = line
    self.column = column
  }
}

/// The answers to a kind's questions, by their keys.
public struct Answers: Sendable, Equatable {
  /// The answers.
  public var values: [String: Answer] = [:]

  /// No answers.
  public init() {}

  /// An answer.
  public subscript(key: String) -> Answer? {
    get { values[key] }
    set { values[key] = newValue }
  }

  /// A figure; nil where there is none.
  public func figure(_ key: String) -> Double? {
    if case .figure(let figure) = values[key]?.value { figure } else { nil }
  }
  /// A day; nil where there is none.
  public func day(_ key: String) -> CivilDay? {
    if case .day(let day) = values[key]?.value { day } else { nil }
  }
  /// A word; nil where there is none.
  public func word(_ key: String) -> String? {
    if case .word(let word) = values[key]?.value { word } else { nil }
  }
  /// Counts by day; nil where there are none.
  public func dated(_ key: String) -> [DatedCount]? {
    if case .dated(let counts) = values[key]?.value { counts } else { nil }
  }
  /// Payers; none where none are named.
  public func payers(_ key: String) -> [PayerShare] {
    if case .payers(let shares) = values[key]?.value { shares } else { [] }
  }

  /// These with others in place of their own.
  public func replacing(_ others: Answers) -> Answers {
    var all = self
    all.values.merge(others.values) { $1 }
    return all
  }
}
