public import Units

/// Spreadsheets' numbers, read digit by digit: no floating point, so nothing is rounded that a person did not see.
public enum SheetNumber {
  /// A number as a spreadsheet's file has it (`1.5E3`, `1234.5599999999999`) as plain decimal text, to the 15
  /// figures that a spreadsheet holds: what lies beyond them comes from binary fractions, not from the person. Nil
  /// for anything else.
  public static func plain(_ text: String) -> String? {
    var digits: [UInt8] = []
    var exponent = 0
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    var hasPoint = false
    while let byte = rest.first, byte == UInt8(ascii: ".") || (48...57).contains(byte) {
      rest.removeFirst()
      if byte == UInt8(ascii: ".") {
        guard !hasPoint else { return nil }
        hasPoint = true
      } else {
        digits.append(byte - 48)
        if hasPoint { exponent -= 1 }
      }
    }
    guard !digits.isEmpty else { return nil }
    if let e = rest.first {
      guard e | 0x20 == UInt8(ascii: "e"), let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
        (-400...400).contains(power)
      else { return nil }
      exponent += power
    }
    return written(digits, exponent, isNegative)
  }

  /// Digits times a power of ten as plain text.
  private static func written(_ all: [UInt8], _ power: Int, _ isNegative: Bool) -> String {
    var digits = Array(all.drop { $0 == 0 })
    var exponent = power
    if digits.count > 15 {
      let isUp = digits[15] >= 5
      exponent += digits.count - 15
      digits.removeLast(digits.count - 15)
      if isUp {
        var place = 14
        while place >= 0, digits[place] == 9 {
          digits[place] = 0
          place -= 1
        }
        if place >= 0 { digits[place] += 1 } else { digits.insert(1, at: 0) }
      }
    }
    while digits.last == 0, exponent < 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { return "0" }
    if exponent > 0 {
      digits += [UInt8](repeating: 0, count: exponent)
      exponent = 0
    }
    if digits.count <= -exponent {
      digits.insert(contentsOf: [UInt8](repeating: 0, count: 1 - exponent - digits.count), at: 0)
    }
    var text = isNegative ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if exponent < 0, place == digits.count + exponent { text += "." }
      text.unicodeScalars.append(UnicodeScalar(48 + digit))
    }
    return text
  }

  /// The day of a serial number: days from 1900 (with the 29 February 1900 that never was, as Excel counts) or from
  /// 1904. A fraction is a time of day and is left out. Nil for a number that is no day from 1900 to 9999.
  public static func day(_ serial: String, from1904: Bool = false) -> CivilDay? {
    let whole = serial.prefix { $0 != "." }
    guard let days = Int(whole), (from1904 ? 0...2_957_003 : 1...2_958_465).contains(days) else { return nil }
    if from1904 { return CivilDay(number: Int32(days - 24_107)) }
    if days == 60 { return nil }
    return CivilDay(number: Int32(days - (days < 60 ? 25_568 : 25_569)))
  }

  /// Whether a number format shows days: it has a year, a day or a month's letters outside quotes and brackets.
  static func isDate(format: String) -> Bool {
    var seen: Set<Character> = []
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in format.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isBracketed {
        isBracketed = character != "]"
      } else {
        switch character {
        case "\"": isQuoted = true
        case "[": isBracketed = true
        case "\\", "_", "*": isEscaped = true
        case ";": return isDate(seen)
        default: seen.insert(character)
        }
      }
    }
    return isDate(seen)
  }

  private static func isDate(_ seen: Set<Character>) -> Bool {
    if seen.contains("y") || seen.contains("d") { return true }
    // Minutes are written m too, but never without hours or seconds.
    return seen.contains("m") && !seen.contains("h") && !seen.contains("s")
  }

  /// Whether a built-in number format shows days (ECMA-376 Part 1, 18.8.30; 27 to 36 and 50 to 58 are East Asian).
  static func isDate(builtIn id: Int) -> Bool {
    (14...17).contains(id) || id == 22 || (27...31).contains(id) || id == 36 || (50...54).contains(id)
      || (57...58).contains(id)
  }
}
