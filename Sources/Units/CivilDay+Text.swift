extension CivilDay: CustomStringConvertible {
  /// ISO form, `2025-03-31`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The form of the returns, `31/03/2025`.
  public var slashed: String {
    let (year, month, day) = components
    // Digit by digit: exports write it for nearly every row.
    guard (0...9999).contains(year) else { return "\(padded(day, 2))/\(padded(month, 2))/\(year)" }
    return String(unsafeUninitializedCapacity: 10) { text in
      func write(_ number: Int, at place: Int) {
        text[place] = UInt8(ascii: "0") + UInt8(number / 10)
        text[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
      }
      write(day, at: 0)
      text[2] = UInt8(ascii: "/")
      write(month, at: 3)
      text[5] = UInt8(ascii: "/")
      write(year / 100, at: 6)
      write(year % 100, at: 8)
      return 10
    }
  }

  /// The form a person reads, `31 March 2025`.
  public var spoken: String {
    let (year, month, day) = components
    return "\(day) \(CivilDay.monthNames[month - 1]) \(year)"
  }

  /// Month and year, `March 2025`.
  public var monthAndYear: String {
    let (year, month, _) = components
    return "\(CivilDay.monthNames[month - 1]) \(year)"
  }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// Reads a day a person typed: `2025-03-31` or `31/03/2025`. Nil for anything else.
  public init?(_ text: String) {
    let isSlashed = text.contains("/")
    var parts = text.split(separator: isSlashed ? "/" : "-", omittingEmptySubsequences: false)
    if isSlashed { parts.reverse() }
    guard parts.count == 3, parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), year >= 1000
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// A whole number with leading zeros.
func padded(_ n: Int, _ width: Int) -> String {
  let digits = String(n)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
