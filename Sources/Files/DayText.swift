public import Units

/// A date as it stands in a return or a ledger, read.
public enum DayText: Equatable, Sendable {
  /// Nothing there.
  case empty
  /// In the return's form, dd/mm/yyyy.
  case day(CivilDay)
  /// In ISO form, yyyy-mm-dd.
  case iso(CivilDay)
  /// In another form that can mean only one day: dd-mm-yyyy, dd.mm.yyyy, or with a time of midnight behind it.
  case otherForm(CivilDay)
  /// In a form that a spreadsheet left behind: two-digit year, month name, day serial. Read, and to be corrected.
  case repaired(CivilDay)
  /// Not a day.
  case unreadable

  /// Reads trimmed bytes.
  @inlinable @inline(__always)
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[2] == UInt8(ascii: "/"), bytes[5] == UInt8(ascii: "/"),
      let day = two(bytes, 0), let month = two(bytes, 3), let century = two(bytes, 6),
      let year = two(bytes, 8),
      DayText.plausibleYears.contains(century * 100 + year),
      let civil = CivilDay(year: century * 100 + year, month: month, day: day)
    else {
      self = bytes.isEmpty ? .empty : DayText.slow(bytes)
      return
    }
    self = .day(civil)
  }

  /// Years that a date of a return can have; any other is a slip of the pen.
  @usableFromInline static var plausibleYears: ClosedRange<Int> { 1900...2099 }

  /// Reads trimmed text.
  public init(_ text: String) {
    var text = text
    self = text.withUTF8 { DayText($0) }
  }

  /// The day, whatever form it is in; nil for none.
  public var day: CivilDay? {
    switch self {
    case .empty, .unreadable: nil
    case .day(let day), .iso(let day), .otherForm(let day), .repaired(let day): day
    }
  }

  @usableFromInline static func slow(_ bytes: UnsafeBufferPointer<UInt8>) -> DayText {
    guard bytes.count <= 32 else { return .unreadable }
    var parts: [Part] = []
    var separators: [UInt8] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): append(byte, isDigit: true, to: &parts, separators.count)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        append(byte, isDigit: false, to: &parts, separators.count)
      case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: ":"):
        separators.append(byte)
      default: return .unreadable
      }
    }
    guard isMidnightOrNone(parts, bytes) else { return .unreadable }
    if parts.count == 1, separators.isEmpty { return serial(parts[0]) }
    guard parts.count >= 3, parts[0].isDigits else { return .unreadable }
    return civil(parts, separators)
  }

  private struct Part {
    var text = ""
    var isDigits: Bool
    let slot: Int
    var number: Int? { isDigits && text.count <= 5 ? Int(text) : nil }
  }

  private static func append(_ byte: UInt8, isDigit: Bool, to parts: inout [Part], _ slot: Int) {
    if parts.last?.slot != slot || parts.last?.isDigits != isDigit {
      parts.append(Part(isDigits: isDigit, slot: slot))
    }
    parts[parts.count - 1].text.unicodeScalars.append(Unicode.Scalar(byte))
  }

  /// A time of day behind the date is accepted only where it is midnight, as exports write it.
  private static func isMidnightOrNone(_ parts: [Part], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard parts.count > 3 else { return !bytes.contains(UInt8(ascii: ":")) }
    return parts[3...].allSatisfy { part in
      part.text.allSatisfy { $0 == "0" } || part.text == "T" || part.text == "Z"
    }
  }

  private static func civil(_ parts: [Part], _ separators: [UInt8]) -> DayText {
    if parts[0].text.count == 4,
      separators.prefix(2).allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") })
    {
      return day(parts[0].number, parts[1].number, parts[2].number).map(DayText.iso) ?? .unreadable
    }
    let month = parts[1].isDigits ? parts[1].number : monthNumber(parts[1].text)
    guard let shortYear = parts[2].number, parts[2].text.count == 4 || parts[2].text.count == 2 else {
      return .unreadable
    }
    let isShort = parts[2].text.count == 2
    // A return's two-digit years are of this century, but for the dates of birth of the 1990s.
    let year = isShort ? shortYear + (shortYear >= 60 ? 1900 : 2000) : shortYear
    guard let found = day(year, month, parts[0].number) else { return .unreadable }
    if isShort || !parts[1].isDigits { return .repaired(found) }
    return separators.prefix(2).allSatisfy { $0 == UInt8(ascii: "/") } && parts.count == 3
      ? .day(found) : .otherForm(found)
  }

  private static func day(_ year: Int?, _ month: Int?, _ day: Int?) -> CivilDay? {
    guard let year, let month, let day, plausibleYears.contains(year) else { return nil }
    return CivilDay(year: year, month: month, day: day)
  }

  /// A spreadsheet's day serial: days since 30 December 1899. Only serials from 1950 to 2079 are taken for dates.
  private static func serial(_ part: Part) -> DayText {
    guard let number = part.number, (18_264...65_745).contains(number) else { return .unreadable }
    return .repaired(CivilDay(number: Int32(number - 25_569)))
  }

  private static func monthNumber(_ text: String) -> Int? {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    guard text.count >= 3 else { return nil }
    return names.firstIndex(of: String(text.lowercased().prefix(3))).map { $0 + 1 }
  }
}

@inlinable @inline(__always)
func two(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
  let high = bytes[index] &- UInt8(ascii: "0")
  let low = bytes[index + 1] &- UInt8(ascii: "0")
  return high < 10 && low < 10 ? Int(high) * 10 + Int(low) : nil
}
