import Files

/// The rows that fail one rule, out of what a check kept.
public struct FindingRows: Sendable, Equatable {
  /// A row.
  public struct Row: Sendable, Equatable {
    /// The child's identifier.
    public let child: String
    /// The file and the line in it, 1 for the header.
    public let file: String, line: String
    /// The columns at fault and their values.
    public let column: String, value: String
    /// Whether the values tell who the child is.
    public let isIdentifying: Bool
  }

  /// What is wrong and what to do.
  public let message: String, action: String
  /// The rows that may be seen, as the check found them.
  public let rows: [Row]
  /// How many rows more fail it, of restricted records.
  public let withheld: Int

  /// The file of a check in which they stand.
  static let file = "findings.csv"
  /// Columns whose values tell who a child is.
  private static let identifying: Set<String> = ["CHILD", "DOB", "MC_DOB", "UPN", "HOME_POST", "PL_POST"]

  /// The rows of a rule that somebody may see; nil where none failed it.
  public init?(_ rule: String, in result: RunResult, for own: ChildRows) {
    guard let file = result.files.first(where: { $0.name == FindingRows.file }) else { return nil }
    let (text, left) = own.text(of: file)
    let all = FindingRows.rows(of: rule, file.content)
    let seen = left == 0 ? all : FindingRows.rows(of: rule, text)
    guard let first = all.first else { return nil }
    message = first["message"] ?? ""
    action = first["action"] ?? ""
    withheld = all.count - seen.count
    rows = seen.map { row in
      let column = row["column"] ?? ""
      return Row(
        child: row["child"] ?? "", file: row["file"] ?? "", line: row["line"] ?? "",
        column: column.replacing("|", with: ", "), value: (row["value"] ?? "").replacing("|", with: ", "),
        isIdentifying: column.split(separator: "|").contains { FindingRows.identifying.contains(String($0)) })
    }
  }
  private static func rows(of rule: String, _ text: String) -> [SmallTable.Row] {
    let table = try? SmallTable.read(Array(text.utf8), columns: ["rule", "child"])
    return (table ?? []).filter { $0["rule"] == rule }
  }
}
