public import Units

/// Numbers and money as a person in a council reads them.
public enum Words {
  /// A whole number with commas: 82,000.
  public static func number(_ n: Int) -> String {
    (n < 0 ? "−" : "") + Figures.grouped(n.magnitude)
  }

  /// A change with its sign: +12, −3, 0.
  public static func change(_ n: Int) -> String { n > 0 ? "+" + number(n) : number(n) }

  /// Pounds and pence: £6,250.00.
  public static func exactly(_ money: Money) -> String {
    let size = Int(money.pence.magnitude)
    let pence = size % 100
    return "\(money.pence < 0 ? "−" : "")£\(number(size / 100)).\(pence < 10 ? "0" : "")\(pence)"
  }

  /// Whole pounds: £6,250.
  public static func pounds(_ money: Money) -> String { pounds(wholePounds(money)) }

  /// So many pounds: £6,250, −£6,250.
  static func pounds(_ pounds: Int) -> String { "\(pounds < 0 ? "−" : "")£\(number(abs(pounds)))" }

  /// The nearest whole pound, halves away from nought.
  static func wholePounds(_ money: Money) -> Int { Apportion.units(of: [money], penceEach: 100).total }

  /// A number with so many decimals: 27.8, 1,111.
  public static func number(_ value: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1) { size, _ in size * 10 }
    let whole = Int((value.magnitude * Double(scale)).rounded())
    let sign = value < 0 && whole > 0 ? "−" : ""
    guard decimals > 0 else { return sign + number(whole) }
    let rest = String(whole % scale)
    return sign + number(whole / scale) + "." + String(repeating: "0", count: decimals - rest.count) + rest
  }

  /// Pounds to the nearest £0.1m from a million, £1,000 below: £38.1m, £432,000.
  public static func about(_ money: Money) -> String {
    let pounds = (Double(money.pence) / 100).magnitude
    let sign = money.pence < 0 ? "−" : ""
    if pounds >= 999_500 {
      let tenths = Int((pounds / 100_000).rounded())
      return "\(sign)£\(number(tenths / 10)).\(tenths % 10)m"
    }
    let thousands = Int((pounds / 1000).rounded())
    return thousands == 0 ? "£0" : "\(sign)£\(number(thousands * 1000))"
  }

  /// A change in money with its sign, as `about` has its size: +£432,000, −£1.2m.
  public static func signed(_ money: Money) -> String { (money > .zero ? "+" : "") + about(money) }

  /// A count with its noun: "1 child", "12 children".
  public static func count(_ n: Int, _ one: String, _ many: String) -> String {
    "\(number(n)) \(n == 1 ? one : many)"
  }

  /// Hundredths of a percent as a percentage: 300 is "3 %".
  public static func percent(basisPoints: Int) -> String {
    let size = Int(basisPoints.magnitude)
    let (whole, rest) = (size / 100, size % 100)
    let decimals = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest < 10 ? "0" : "")\(rest)"
    return "\(basisPoints < 0 ? "−" : "")\(whole)\(decimals) %"
  }

  /// Tenths with one decimal: 117 is "11.7", 10000 is "1,000.0".
  public static func tenths(_ n: Int) -> String {
    "\(n < 0 ? "−" : "")\(number(Int(n.magnitude) / 10)).\(n.magnitude % 10)"
  }

  /// Tenths as the nearest whole number, half up; never negative: 1175 is "118".
  public static func wholeOfTenths(_ n: Int) -> String { number((n + 5) / 10) }

  /// About how long: to 5 seconds up to a minute and a half, then to the minute.
  public static func duration(seconds: Int) -> String {
    seconds <= 90 ? "\((max(1, seconds) + 4) / 5 * 5) s" : "\((seconds + 30) / 60) min"
  }

  /// Lines of text broken where they are too long for a terminal of 100 characters; the rest of a line that is
  /// indented hangs below it.
  public static func broken(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let indent = String(line.prefix { $0 == " " })
      let rest = indent.isEmpty ? "" : indent + "  "
      return line.count <= 100 ? String(line) : wrapped(String(line), first: indent, others: rest)
    }.joined(separator: "\n")
  }
}
