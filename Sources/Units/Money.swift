/// An amount of money in whole pence. There is no arithmetic with `Double`: a computed amount is rounded once,
/// by `init(rounding:)`, and everything printed is a sum of amounts already rounded.
public struct Money: Hashable, Comparable, Sendable {
  /// Whole pence; negative for a credit.
  public let pence: Int

  /// That many pence.
  @inlinable
  public init(pence: Int) { self.pence = pence }

  /// The nearest whole penny to an amount computed in pence, halves away from zero; nil if it is not a
  /// number or too large to hold. The one bridge from statistics to money.
  public init?(roundingPence value: Double) {
    guard let pence = Int(exactly: value.rounded(.toNearestOrAwayFromZero)) else { return nil }
    self.pence = pence
  }

  /// Reads pounds as written in a price list: `6250`, `6,250.00`, `£6,250.5`. Nil for anything else, for a comma
  /// anywhere but between thousands, more than two decimals, and a thousand million pounds or more.
  public init?(pounds text: String) {
    var whole = 0
    var pence = 0
    var decimals: Int?
    var digits = 0
    var sinceComma: Int?
    var negative = false
    var rest = Substring(text).drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    // A sign, a pound and spaces may stand before the figures, the first two once each.
    var hasPound = false
    while let first = rest.first, first == " " || (first == "-" && !negative) || (first == "£" && !hasPound) {
      negative = negative || first == "-"
      hasPound = hasPound || first == "£"
      rest.removeFirst()
    }
    for byte in rest.utf8 {
      switch byte {
      case UInt8(ascii: ",") where decimals == nil && (1...3).contains(sinceComma ?? digits):
        guard sinceComma == nil || sinceComma == 3 else { return nil }
        sinceComma = 0
      case UInt8(ascii: ".") where decimals == nil: decimals = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte - UInt8(ascii: "0"))
        digits += 1
        if let d = decimals {
          guard d < 2 else { return nil }
          pence = pence * 10 + digit
          decimals = d + 1
        } else {
          whole = whole * 10 + digit
          sinceComma = sinceComma.map { $0 + 1 }
          guard whole < 1_000_000_000 else { return nil }
        }
      default: return nil
      }
    }
    guard digits > 0, sinceComma == nil || sinceComma == 3 else { return nil }
    if decimals == 1 { pence *= 10 }
    let total = whole * 100 + pence
    self.pence = negative ? -total : total
  }

  /// Nothing.
  public static let zero = Money(pence: 0)

  /// The sum of two amounts.
  @inlinable
  public static func + (a: Money, b: Money) -> Money { Money(pence: a.pence + b.pence) }
  /// The first less the second.
  @inlinable
  public static func - (a: Money, b: Money) -> Money { Money(pence: a.pence - b.pence) }
  /// Adds an amount.
  @inlinable
  public static func += (a: inout Money, b: Money) { a = a + b }
  /// Smaller amounts come first.
  @inlinable
  public static func < (a: Money, b: Money) -> Bool { a.pence < b.pence }

  /// Pounds and pence with no separators, `6250.00`: the form for files.
  public var plainPounds: String {
    let size = pence.magnitude
    return "\(pence < 0 ? "-" : "")\(size / 100).\(padded(Int(size % 100), 2))"
  }
}

/// A price of care in whole pence per week.
public struct WeeklyRate: Hashable, Comparable, Sendable {
  /// Pence per week of seven nights.
  public let pencePerWeek: Int

  /// That many pence per week.
  public init(pencePerWeek: Int) { self.pencePerWeek = pencePerWeek }

  /// The cost of a number of nights: rate × nights ÷ 7, to the nearest penny, halves away from zero.
  public func cost(ofNights nights: Int) -> Money {
    let product = pencePerWeek * nights
    let rounded = (product.magnitude * 2 + 7) / 14
    return Money(pence: product < 0 ? -Int(rounded) : Int(rounded))
  }

  /// Pence per night as a real number, for costing expected (fractional) child-nights before one rounding.
  public var pencePerNight: Double { Double(pencePerWeek) / 7 }

  /// The highest rate that compounding reaches, a thousand million pounds a week: beyond it lies only a slip.
  private static let ceiling = 100_000_000_000

  /// This rate after an uplift in hundredths of a percent (300 is 3 %), to the nearest penny.
  public func uplifted(byBasisPoints points: Int) -> WeeklyRate {
    let product = pencePerWeek * (10_000 + points)
    let rounded = (product.magnitude + 5_000) / 10_000
    return WeeklyRate(
      pencePerWeek: min(WeeklyRate.ceiling, product < 0 ? -Int(rounded) : Int(rounded)))
  }

  /// Lower rates come first.
  public static func < (a: WeeklyRate, b: WeeklyRate) -> Bool { a.pencePerWeek < b.pencePerWeek }
}
