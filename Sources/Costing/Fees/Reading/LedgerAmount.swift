import Files
import Units

/// An amount of money as it stands in a cell, read exactly: nothing is rounded here.
struct LedgerAmount: Equatable {
  /// Ten-thousandths of what the column counts in, pounds or pence.
  private let tenThousandths: Int
  /// Whether there were more figures than four decimals.
  private let isCut: Bool
  /// What the text itself says the amount is for: "£4,100 pcm".
  let per: MoneyUnit.Per?

  /// Whether it is less than nothing.
  var isNegative: Bool { tenThousandths < 0 }

  /// Reads text such as `1234.56`, `£1,234.50`, `GBP 950 pw`, `(120.00)` for a credit. Nil for anything else.
  init?(_ text: String) {
    // Most amounts are figures alone.
    if let first = text.utf8.first, (48...57).contains(first), let (amount, isCut) = LedgerAmount.digits(text)
    {
      (tenThousandths, self.isCut, per) = (amount, isCut, nil)
      return
    }
    var rest = Substring(text.utf8.contains { $0 > 64 } ? text.lowercased() : text).trimmed
    var per: MoneyUnit.Per?
    let endings: [(String, MoneyUnit.Per)] = [
      ("per calendar month", .month), ("per month", .month), ("pcm", .month), ("per week", .week),
      ("p/w", .week),
      ("pw", .week), ("per night", .night), ("per annum", .year), ("pa", .year),
    ]
    if let last = rest.utf8.last, last > 57 {
      for (ending, unit) in endings where rest.hasSuffix(ending) {
        rest = rest.dropLast(ending.count).trimmed
        per = unit
        break
      }
    }
    var isNegative = false
    if rest.first == "(", rest.last == ")" {
      isNegative = true
      rest = rest.dropFirst().dropLast().trimmed
    }
    for _ in 0..<2 {
      if rest.first == "-" || rest.first == "\u{2212}" {
        guard !isNegative else { return nil }
        isNegative = true
        rest = rest.dropFirst().trimmed
      } else if rest.first == "£" {
        rest = rest.dropFirst().trimmed
      } else if rest.hasPrefix("gbp") {
        rest = rest.dropFirst(3).trimmed
      }
    }
    guard let (amount, isCut) = LedgerAmount.digits(String(rest)) else { return nil }
    tenThousandths = isNegative ? -amount : amount
    self.isCut = isCut
    self.per = per
  }

  /// Digits with commas between thousands and a point, as ten-thousandths.
  private static func digits(_ text: String) -> (Int, Bool)? {
    var amount = 0
    var decimals: Int?
    var isCut = false
    var digits = 0
    var sinceComma: Int?
    for byte in text.utf8 {
      switch byte {
      case 48...57:
        digits += 1
        if let places = decimals {
          if places == 4 {
            isCut = isCut || byte != 48
            continue
          }
          decimals = places + 1
        }
        guard amount < 100_000_000_000_000 else { return nil }
        amount = amount * 10 + Int(byte - 48)
        if decimals == nil { sinceComma = sinceComma.map { $0 + 1 } }
      case UInt8(ascii: ",") where decimals == nil && digits > 0:
        guard sinceComma == nil ? digits <= 3 : sinceComma == 3 else { return nil }
        sinceComma = 0
      case UInt8(ascii: ".") where decimals == nil: decimals = 0
      default: return nil
      }
    }
    guard digits > 0, sinceComma == nil || sinceComma == 3 else { return nil }
    for _ in (decimals ?? 0)..<4 { amount *= 10 }
    return (amount, isCut)
  }

  /// Pence a week of an amount in a unit, to the nearest penny, halves away from nought, and whether the amount as it
  /// stands has fractions of a penny.
  func weekly(_ unit: MoneyUnit) -> (pence: Int, hasFraction: Bool) {
    let (times, over) = (per ?? unit.per ?? .week).weekly
    // Ten-thousandths of a pound to a penny.
    let penny = unit.isPence ? 10_000 : 100
    let top = tenThousandths * times
    let size = (Int(top.magnitude) * 2 + over * penny) / (2 * over * penny)
    let hasFraction = isCut || tenThousandths % penny != 0
    return (top < 0 ? -size : size, hasFraction)
  }
}

extension Substring {
  /// Without white space around it.
  fileprivate var trimmed: Substring {
    var rest = self
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}
