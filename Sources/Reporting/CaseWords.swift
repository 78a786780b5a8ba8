import BusinessCases
import Units

/// Figures of business cases in words.
enum CaseWords {
  /// A sentence with its figures written out.
  static func text(_ sentence: Sentence) -> String {
    sentence.parts.map { part in
      switch part {
      case .text(let text): text
      case .money(let money):
        money.pence % 100 == 0 || money.pence.magnitude > 100_000 ? Words.pounds(money) : Words.exactly(money)
      case .number(let number, let decimals): Words.number(number, decimals: decimals)
      case .day(let day): day.spoken
      case .share(let share): percent(share)
      }
    }.joined()
  }

  /// A share as a percentage with one decimal where it has one: 80 %, 16.3 %.
  static func percent(_ share: Double) -> String {
    Words.percent(basisPoints: Int((share * 1000).rounded()) * 10)
  }

  /// A figure of a case, as its kind is written.
  static func figure(_ value: Double, _ form: Question.Form) -> String {
    switch form {
    case .money: money(value)
    case .share: percent(value)
    case .count, .number, .day, .choice, .dated, .payers:
      Words.number(value, decimals: value == value.rounded() ? 0 : 1)
    }
  }

  /// Where a case turns, rounded to the side on which it still pays: to a tenth of a percent, a pound, a hundredth.
  static func turn(_ value: Double, _ form: Question.Form, up: Bool) -> String {
    let step = form == .share ? 0.001 : form == .money ? (abs(value) < 10_000 ? 1 : 100) : 0.01
    let steps = (value / step + (up ? -1e-9 : 1e-9)).rounded(up ? .up : .down)
    return switch form {
    case .share: percent(steps / 1000)
    case .money: money(steps * step)
    default: Words.number(steps / 100, decimals: 2)
    }
  }

  /// Pence as pounds: with the pence where an amount is small and has some.
  static func money(_ pence: Double) -> String {
    let rounded = Money(roundingPence: pence) ?? .zero
    return rounded.pence.magnitude < 10_000 && rounded.pence % 100 != 0
      ? Words.exactly(rounded) : Words.pounds(rounded)
  }

  /// Pence as whole pounds.
  static func pounds(_ pence: Double) -> String { Words.pounds(Money(roundingPence: pence) ?? .zero) }

  /// A text that fits a column.
  static func short(_ text: String, _ width: Int = 40) -> String {
    text.count <= width ? text : String(text.prefix(width - 1)) + "…"
  }

  /// "in 2026/27", or "from 2026/27 to 2028/29".
  static func years(_ years: [FinancialYear]) -> String {
    guard let first = years.first, let last = years.last else { return "" }
    return first == last ? "in \(first)" : "from \(first) to \(last)"
  }

  /// A ratio with two decimals in words: "£1.95 for every pound".
  static func ratio(_ ratio: Double) -> String { "£\(Words.number(ratio, decimals: 2)) for every pound" }
}
