public import Files
import Returns
import Rules
import Units

/// The rules' findings as a spreadsheet: what was found by rule, every row, and the rules that could not run. It holds
/// children's identifiers and values of their records: keep it as the returns are kept.
public enum FindingsWorkbook {
  /// The most findings a sheet can hold: Excel's rows less the header.
  static let mostRows = 1_048_575

  /// Writes the file.
  ///
  /// - Throws: `FilesError.unwritable`, also where there are more findings than a sheet can hold.
  public static func write(_ report: RulesReport, to path: String) throws(FilesError) {
    guard report.run.findings.count <= mostRows else {
      throw .unwritable(
        path: path,
        reason:
          "\(Words.number(report.run.findings.count)) findings are more than a sheet can hold: write a CSV"
      )
    }
    let sheets = [summary(report), findings(report), notRun(report)] + (putRight(report).map { [$0] } ?? [])
    try Workbook(marking: "OFFICIAL-SENSITIVE", sheets: sheets).write(to: path)
  }

  private static func summary(_ report: RulesReport) -> Workbook.Sheet {
    Workbook.Sheet(
      name: "By rule",
      titles: [report.headline] + (report.changes.map { [$0.words] } ?? []) + [report.atStake, ""],
      columns: [
        "Rule", "Severity", "What is wrong", "What to do", "Rows", "Children", "Nights", "At stake (£)",
        "Effect on the forecast",
      ],
      widths: [8, 9, 60, 50, 8, 9, 9, 12, 45],
      rows: report.failing.map { line in
        [
          .text(line.rule.code), .text(line.rule.severity.rawValue), .text(line.rule.message),
          .text(line.rule.action), .number(line.rows), .number(line.children), .number(line.stake.nights),
          .money(line.stake.money.pence), .text(line.rule.effect.words),
        ]
      })
  }

  private static func findings(_ report: RulesReport) -> Workbook.Sheet {
    let changes = report.changes
    return Workbook.Sheet(
      name: "Findings", columns: FindingsCSV.columns + (changes == nil ? [] : ["since the last load"]),
      widths: [8, 9, 14, 26, 8, 12, 18, 20, 60, 50, 16],
      rows: report.run.findings.enumerated().map { index, finding in
        let row = report.run.row(finding)
        let cells = FindingsCSV.cells(row).enumerated().map { index, value -> Workbook.Cell in
          index == FindingsCSV.lineColumn ? .ordinal(row.line) : .text(value)
        }
        return cells + (changes.map { [.text($0.isNew[index] ? "new" : "still there")] } ?? [])
      })
  }

  private static func putRight(_ report: RulesReport) -> Workbook.Sheet? {
    guard let fixed = report.changes?.fixed, !fixed.isEmpty else { return nil }
    return Workbook.Sheet(
      name: "Put right", columns: ["Rule", "Table", "Child", "Row (its date)"], widths: [8, 14, 12, 20],
      rows: fixed.map {
        [.text($0.rule), .text($0.table.code), .text($0.child?.revealed ?? ""), .text($0.key)]
      })
  }

  private static func notRun(_ report: RulesReport) -> Workbook.Sheet {
    Workbook.Sheet(
      name: "Rules not run", columns: ["Rule", "What it looks for", "Why it could not run"],
      widths: [8, 70, 60],
      rows: report.notRun.map { [.text($0.rule.code), .text($0.rule.message), .text($0.reason)] })
  }
}
