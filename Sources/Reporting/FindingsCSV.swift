import Returns
public import Rules
import Units

/// The rules' findings as a CSV that an analyst sends to a team. It holds children's identifiers and values of their
/// records: keep it as the returns are kept.
public enum FindingsCSV {
  /// The columns.
  static let columns = [
    "rule", "severity", "table", "file", "line", "child", "column", "value", "message", "action",
  ]

  /// Which of the columns is the line.
  static let lineColumn = 4

  /// The file's text.
  public static func text(_ run: RuleRun) -> String {
    var bytes: [UInt8] = []
    CSVText.append(columns, to: &bytes)
    for finding in run.findings {
      CSVText.append(cells(run.row(finding)), to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One finding's values, in the order of the columns.
  static func cells(_ row: FindingRow) -> [String] {
    [
      row.rule.code, row.rule.severity.rawValue, row.table.code, row.file, String(row.line),
      row.child.revealed, row.columns.joined(separator: "|"), row.values.joined(separator: "|"),
      row.rule.message, row.rule.action,
    ]
  }
}
