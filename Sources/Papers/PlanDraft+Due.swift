import Plans
import Units

extension PlanDraft {
  /// A day, or the words that stand where one should. A financial year means its last day only where the cell says
  /// nothing else, and a quarter of one its own.
  func due(
    _ cell: Cell, _ quoted: inout [PaperFinding.Evidence], _ asks: inout [String]
  ) -> (CivilDay?, String) {
    guard !cell.isEmpty else { return (nil, "") }
    let days = paper.figures(in: cell).filter { $0.value.lastDay != nil }
    guard days.count == 1, let only = days.first else {
      quoted += words("due", cell)
      return (nil, String(cell.text.prefix(110)))
    }
    let rest = tidy(cell.text.lowercased().replacing(only.quote.text.lowercased(), with: " "))
    if case .financialYear(let year) = only.value {
      if let quarter = PlanDraft.quarter(rest), let day = year.lastDay(ofQuarter: quarter) {
        quoted += words("due", cell)
        return (day, "")
      }
      guard rest.isEmpty || ["by", "by end", "by end of", "end", "end of", "by the end of"].contains(rest)
      else {
        quoted += words("due", cell)
        return (nil, String(cell.text.prefix(110)))
      }
    }
    let words = rest.split { !$0.isLetter }
    if words.contains(where: {
      ["from", "ongoing", "after", "onwards", "start", "starts", "tbc"].contains($0)
    }) {
      asks.append("“\(cell.text.prefix(60))” may not be the day by which: is it?")
    }
    quoted.append(evidence("due", only))
    return (only.value.lastDay, "")
  }

  /// The quarter that words name: “Q3”, “quarter 3”.
  private static func quarter(_ words: String) -> Int? {
    let marks = words.replacing("by", with: "").replacing("end of", with: "").replacing("quarter", with: "q")
      .filter { $0.isLetter || $0.isNumber }
    guard marks.count == 2, marks.first == "q", let number = marks.last?.wholeNumberValue,
      (1...4).contains(number)
    else { return nil }
    return number
  }
}

extension FinancialYear {
  /// The last day of one of its quarters, the first of which ends in June.
  fileprivate func lastDay(ofQuarter quarter: Int) -> CivilDay? {
    switch quarter {
    case 1: CivilDay(year: startYear, month: 6, day: 30)
    case 2: CivilDay(year: startYear, month: 9, day: 30)
    case 3: CivilDay(year: startYear, month: 12, day: 31)
    default: lastDay
    }
  }
}
