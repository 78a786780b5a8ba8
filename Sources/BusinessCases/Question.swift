/// A question that a kind of case asks.
public struct Question: Sendable {
  /// What answers it.
  public enum Form: Sendable, Equatable {
    /// A number of things that are counted: families, posts.
    case count(one: String, many: String)
    /// Any number from nought: hours, weeks.
    case number
    /// Pounds.
    case money
    /// A share from 0 to 100 %.
    case share
    /// A day.
    case day
    /// One of some words.
    case choice([String])
    /// So many on each of some days.
    case dated
    /// Payers with what each gains.
    case payers
  }

  /// The key in the file.
  public let key: String
  /// The question in words.
  public let words: String
  /// What answers it.
  public let form: Form
  /// Whether it must be answered.
  public let isRequired: Bool

  /// A question.
  public init(_ key: String, _ words: String, _ form: Form, required: Bool = true) {
    self.key = key
    self.words = words
    self.form = form
    isRequired = required
  }

  /// Whether the answer is a figure that may turn out otherwise.
  public var isFigure: Bool {
    switch form {
    case .count, .number, .money, .share: true
    case .day, .choice, .dated, .payers: false
    }
  }
}
