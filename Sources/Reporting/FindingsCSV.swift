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

  /// The file's bytes, UTF-8.
  public static func bytes(_ run: RuleRun) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(run.findings.count * 256)
    CSVText.append(columns, to: &bytes)
    // What is wrong and what to do are the longest of the values, and the same for all findings of a rule.
    var (rule, words) = ("", [UInt8]())
    for row in run.rows {
      if row.rule.code != rule {
        rule = row.rule.code
        words.removeAll(keepingCapacity: true)
        CSVText.append([row.rule.message, row.rule.action], to: &words)
      }
      for value in place(row) {
        CSVText.append(value, to: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      bytes.append(contentsOf: words)
    }
    return bytes
  }

  /// One finding's values, in the order of the columns.
  static func cells(_ row: FindingRow) -> [String] { place(row) + [row.rule.message, row.rule.action] }

  /// The values that say which rule fails where and by what.
  private static func place(_ row: FindingRow) -> [String] {
    [
      row.rule.code, row.rule.severity.rawValue, row.table.code, row.file, String(row.line),
      row.child.revealed, row.columns.joined(separator: "|"), row.values.joined(separator: "|"),
    ]
  }
}
