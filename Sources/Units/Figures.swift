/// Figures in sentences, the same wherever they are told.
public enum Figures {
  /// £1,250,000; pence only where there are any.
  public static func pounds(_ money: Money) -> String {
    let pence = Int(money.pence.magnitude % 100)
    let sign = money.pence < 0 ? "−" : ""
    return sign + "£" + grouped(money.pence.magnitude / 100)
      + (pence == 0 ? "" : pence < 10 ? ".0\(pence)" : ".\(pence)")
  }

  /// £1,250,000, pence rounded off, halves away from nought: what is worked out roughly.
  public static func roundly(_ money: Money) -> String {
    let whole = (money.pence.magnitude + 50) / 100
    return (money.pence < 0 && whole > 0 ? "−" : "") + "£" + grouped(whole)
  }

  /// A number with commas, and at most two decimals.
  public static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "no number" }
    let hundredths = UInt((abs(value) * 100).rounded())
    var text = grouped(hundredths / 100)
    let rest = hundredths % 100
    if rest != 0 { text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)" }
    return (value < 0 && hundredths != 0 ? "−" : "") + text
  }

  /// A value with its unit: £ before pounds, other units behind.
  public static func value(_ value: Double, _ unit: String) -> String {
    unit == "pounds"
      ? (value < 0 ? "−" : "") + "£" + number(abs(value)) : number(value) + (unit.isEmpty ? "" : " \(unit)")
  }

  /// Digits with commas between thousands: 82,000.
  public static func grouped(_ number: UInt) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// Things in a row: "owner, date and baseline".
  public static func list(_ parts: [String], _ word: String = "and") -> String {
    parts.count < 2
      ? parts.first ?? "" : parts.dropLast().joined(separator: ", ") + " \(word) " + (parts.last ?? "")
  }
}
