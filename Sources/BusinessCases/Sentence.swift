public import Units

/// A sentence with figures in it, which the reports write in their own way.
public struct Sentence: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// A piece of it.
  public enum Part: Sendable, Equatable {
    /// Words.
    case text(String)
    /// An amount.
    case money(Money)
    /// A number with so many decimals.
    case number(Double, decimals: Int)
    /// A day.
    case day(CivilDay)
    /// A share of a whole.
    case share(Double)
  }

  /// The pieces in order.
  public let parts: [Part]

  /// A sentence of words.
  public init(stringLiteral value: String) { parts = [.text(value)] }
  /// A sentence with figures.
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }
  /// Sentences one behind another.
  public init(joining sentences: [Sentence], by separator: String = " ") {
    parts = Array(sentences.map(\.parts).joined(separator: [.text(separator)]))
  }

  /// Gathers the pieces.
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    var parts: [Part] = []
    /// Nothing yet.
    public init(literalCapacity: Int, interpolationCount: Int) {}
    /// Words.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }
    /// Words.
    public mutating func appendInterpolation(_ text: String) { parts.append(.text(text)) }
    /// A sentence within this one.
    public mutating func appendInterpolation(_ sentence: Sentence) { parts += sentence.parts }
    /// An amount.
    public mutating func appendInterpolation(_ money: Money) { parts.append(.money(money)) }
    /// An amount in pence, rounded here.
    public mutating func appendInterpolation(pence: Double) { parts.append(.money(rounded(pence))) }
    /// A number.
    public mutating func appendInterpolation(_ number: Double, decimals: Int = 0) {
      parts.append(.number(number, decimals: decimals))
    }
    /// A whole number.
    public mutating func appendInterpolation(_ number: Int) {
      parts.append(.number(Double(number), decimals: 0))
    }
    /// A day.
    public mutating func appendInterpolation(_ day: CivilDay) { parts.append(.day(day)) }
    /// A share of a whole.
    public mutating func appendInterpolation(share: Double) { parts.append(.share(share)) }
  }
}
