public import BusinessCases
import Forecasting
import Units

/// A business case in plain words, before it is worked out.
public enum CaseText {
  /// What was understood of a case.
  public static func understood(_ businessCase: BusinessCase) -> String {
    let frame = businessCase.frame
    var parts = [
      "\(businessCase.name)",
      wrapped(
        "\(businessCase.kind.template.title), from \(frame.start.spoken) to \((frame.end - 1).spoken); year 0 is \(frame.years[0]). Figures are in prices of \(frame.prices.priceYear).\(businessCase.note.isEmpty ? "" : " " + businessCase.note)"
      ),
    ]
    for option in businessCase.options {
      parts.append("")
      if businessCase.namesOptions { parts.append("Option: \(option.name)") }
      parts += businessCase.lines(of: option).map { wrapped("• " + line($0, frame)) }
    }
    return parts.joined(separator: "\n") + "\n"
  }

  /// A line in words: "Staffing: £123,000 once, on 19 July 2010; paid by Council."
  public static func line(_ line: CaseLine, _ frame: CaseFrame) -> String {
    var words = "\(line.name): \(amount(line))"
    if line.per == .once, line.uptake == .atOnce, line.yearly == nil, line.model == nil {
      words += " on \(line.from.spoken)"
    } else {
      words += " from \(line.from.spoken) to \((line.until - 1).spoken)"
    }
    switch line.uptake {
    case .atOnce: break
    case .evenly(let by): words += ", building up evenly to \(by.spoken)"
    case .dated(let steps):
      words +=
        ", "
        + steps.map { "\(Words.number($0.count, decimals: 0)) from \($0.day.spoken)" }.joined(separator: ", ")
    }
    if let stay = line.stayDays { words += ", \(Words.number(stay / 7, decimals: 0)) weeks each" }
    let parts = adjustments(line)
    if !parts.isEmpty { words += "; " + parts.joined(separator: ", ") }
    if let kind = line.benefit { words += "; \(kind.words.lowercased())" }
    return words + "; \(line.isCost ? "paid by" : "gained by") \(shares(line))."
  }

  private static func amount(_ line: CaseLine) -> String {
    if let model = line.model {
      return "as simulated in \(Words.number(model.futures)) futures"
        + (line.unitPence > 0 ? " (stated: \(stated(line)))" : "")
    }
    if let yearly = line.yearly {
      let years = yearly.amounts.enumerated().map {
        "\(Words.pounds($1)) in \(FinancialYear(startYear: yearly.first.startYear + $0))"
      }
      return years.joined(separator: ", ") + " (\(yearly.basis.rawValue))"
    }
    return stated(line)
  }

  private static func stated(_ line: CaseLine) -> String {
    let unit = CaseWords.money(line.unitPence) + (line.priceYear.map { " of \($0)" } ?? "")
    let count = line.quantity == 1 ? "" : "\(CaseWords.figure(line.quantity, .number)) × "
    let per = line.per == .once ? "once" : "a \(line.per.rawValue)"
    return "\(count)\(unit) \(per)"
  }

  private static func adjustments(_ line: CaseLine) -> [String] {
    let own = line.adjustment
    var parts: [String] = []
    if own.engagement != 1 { parts.append("\(CaseWords.percent(own.engagement)) take part") }
    if own.success != 1 { parts.append("it works for \(CaseWords.percent(own.success))") }
    if own.deadweight != 0 { parts.append("\(CaseWords.percent(own.deadweight)) would have come anyway") }
    if own.attribution != 1 { parts.append("\(CaseWords.percent(own.attribution)) is its doing") }
    if own.dropOff != 0 { parts.append("\(CaseWords.percent(own.dropOff)) lost every year") }
    if let grade = own.grade {
      parts.append(
        "evidence \(grade.rawValue): \(CaseWords.percent(own.optimism)) \(line.isCost ? "added" : "taken off") for optimism"
      )
    }
    return parts
  }

  private static func shares(_ line: CaseLine) -> String {
    guard !line.shares.isEmpty else { return "the council, since nobody is named" }
    let all = line.shares.reduce(0) { $0 + $1.weight }
    guard line.shares.count > 1, all > 0 else { return line.shares[0].payer.words.lowercasedFirst }
    return line.shares.map { "\($0.payer.words.lowercasedFirst) \(CaseWords.percent($0.weight / all))" }
      .joined(separator: ", ")
  }
}
