import Care
import Costing
public import Files
import Forecasting
import Units

/// A spreadsheet of an outturn: for finance, with every child's part, so for those who may see the ledger.
public struct OutturnWorkbook {
  let report: OutturnReport

  /// Writes the file, whole or not at all, for its owner's eyes only.
  ///
  /// - Throws: `FilesError.unwritable`.
  public func write(to path: String) throws(FilesError) {
    try Workbook(marking: "OFFICIAL-SENSITIVE", sheets: sheets).write(to: path)
  }

  private var sheets: [Workbook.Sheet] {
    [lines, months, report.movement.map(movement), children, accruals].compactMap { $0 }
  }

  private func money(_ money: Money?) -> Workbook.Cell { money.map { .money($0.pence) } ?? .text("") }

  private var lines: Workbook.Sheet {
    Workbook.Sheet(
      name: "Outturn", titles: [report.title] + report.sentences(),
      columns: [
        "Cost centre", "Subjective", "Line", "Budget", "To date", "Committed", "Leavers and moves",
        "New starts", "Adjustments", "Outturn", "Over (+)", "10 in 100 below", "10 in 100 above",
      ], widths: [12, 12, 34, 14, 14, 14, 16, 14, 14, 14, 14, 15, 15],
      rows: report.outturn.lines.map { line in
        let range = line.spread?.interval(80)
        return [
          .text(line.costCentre), .text(line.subjective), .text(line.name), money(line.budget),
          money(line.actual), money(line.committed), money(line.leaversAndMoves), money(line.newStarts),
          money(line.adjustments), money(line.outturn), money(line.variance),
          money(range.map { Money(pence: $0.low) }), money(range.map { Money(pence: $0.high) }),
        ]
      })
  }

  private var months: Workbook.Sheet {
    Workbook.Sheet(
      name: "Months", columns: ["Month ends", "Known", "Expected", "10 in 100 below", "10 in 100 above"],
      widths: [14, 14, 14, 16, 16],
      rows: report.outturn.months.map { month in
        let range = month.spread?.interval(80)
        return [
          .text((month.days.end - 1).slashed), money(month.actual), money(month.expected),
          money(range.map { Money(pence: $0.low) }), money(range.map { Money(pence: $0.high) }),
        ]
      })
  }

  private func movement(_ movement: Movement) -> Workbook.Sheet {
    Workbook.Sheet(
      name: "Movement",
      titles: [
        "From \(Words.exactly(movement.before)) as of \(movement.from.spoken) to \(Words.exactly(movement.after)) as of \(movement.to.spoken)"
      ], columns: ["Child", "Why", "Movement"], widths: [16, 34, 16],
      rows: movement.lines.map {
        [.text($0.child?.revealed ?? ""), .text(OutturnReport.words($0.reason)), money($0.amount)]
      })
  }

  private var children: Workbook.Sheet {
    Workbook.Sheet(
      name: "Commitments",
      columns: [
        "Child", "Placement", "Kind", "Category", "Weekly, council", "Nights to date", "To date",
        "Nights ahead", "Committed", "In all", "To which end", "Priced by default",
      ], widths: [14, 16, 14, 26, 14, 12, 14, 12, 14, 14, 34, 12],
      rows: report.outturn.children.map { child in
        [
          .text(child.child.revealed), .text(child.placement), .text(child.kind.rawValue),
          .text(child.category.map { report.book[$0].label } ?? ""),
          .money(child.weekly.pencePerWeek), .number(child.nights), money(child.incurred),
          .number(child.nightsAhead), money(child.committed), money(child.total),
          .text(child.basis.map(OutturnReport.words) ?? ""), .text(child.isPricedByDefault ? "yes" : ""),
        ]
      })
  }

  private var accruals: Workbook.Sheet? {
    guard !report.accruals.isEmpty else { return nil }
    return Workbook.Sheet(
      name: "Accruals",
      columns: ["Cost centre", "Subjective", "Line", "Incurred", "Billed", "Accrued", "To accrue"],
      widths: [12, 12, 34, 16, 16, 16, 16],
      rows: report.accruals.map {
        [
          .text($0.code.costCentre), .text($0.code.subjective), .text($0.name), money($0.incurred),
          money($0.billed), money($0.accrued), money($0.amount),
        ]
      })
  }
}

extension OutturnReport {
  /// The outturn as a spreadsheet.
  public func workbook() -> OutturnWorkbook { OutturnWorkbook(report: self) }
}
