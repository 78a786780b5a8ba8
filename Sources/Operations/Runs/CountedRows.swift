import Files

/// The children behind the measures, out of what a run kept: for those who may see rows about children.
public struct CountedRows: Sendable {
  /// A measure with rows.
  public struct Subject: Sendable, Equatable {
    /// Its name in files, such as `three-placements`, and for people.
    public let id: String, label: String
  }

  /// Why rows are listed under a measure: as those in it, those it is only a share of, or those that can't be judged.
  public enum Part: String, CaseIterable, Sendable {
    case counted
    case notCounted = "not counted"
    case leftOut = "left out"

    /// What it is called.
    public var label: String {
      switch self {
      case .counted: "Counted"
      case .notCounted: "Not counted"
      case .leftOut: "Left out"
      }
    }
  }

  /// A row.
  public struct Row: Sendable, Equatable {
    /// The child's number as the return has it.
    public let child: String
    /// The day on which it counts, the nights where the measure is of how long, and why it counts.
    public let day: String, nights: String, reason: String
  }

  /// Every measure that has rows, in the report's order.
  public let subjects: [Subject]
  private let rows: [String: [Part: [Row]]]
  private let withheld: [String: [Part: Int]]

  /// The file of a run in which they stand.
  static let file = "measure-rows.csv"

  /// The rows that somebody may see; nil where a run kept none.
  public init?(_ result: RunResult, for own: ChildRows) {
    guard let file = result.files.first(where: { $0.name == CountedRows.file }),
      let all = try? SmallTable.read(Array(file.content.utf8), columns: ["measure", "part", "child"])
    else { return nil }
    var subjects: [Subject] = []
    var (rows, counts): ([String: [Part: [Row]]], [String: [Part: Int]]) = ([:], [:])
    for row in all {
      guard let measure = row["measure"], let part = row["part"].flatMap(Part.init) else { continue }
      if counts[measure] == nil { subjects.append(Subject(id: measure, label: row["label"] ?? measure)) }
      counts[measure, default: [:]][part, default: 0] += 1
    }
    let (text, left) = own.text(of: file)
    let seen = left == 0 ? all : (try? SmallTable.read(Array(text.utf8), columns: ["measure", "part"])) ?? []
    for row in seen {
      guard let measure = row["measure"], let part = row["part"].flatMap(Part.init) else { continue }
      counts[measure, default: [:]][part, default: 0] -= 1
      rows[measure, default: [:]][part, default: []].append(
        Row(
          child: row["child"] ?? "", day: row["day"] ?? "", nights: row["nights"] ?? "",
          reason: row["reason"] ?? ""))
    }
    self.subjects = subjects
    self.rows = rows
    withheld = counts
  }

  /// The rows of a part of a measure, and how many more are of restricted records.
  public func rows(of measure: String, _ part: Part) -> (rows: [Row], withheld: Int) {
    (rows[measure]?[part] ?? [], withheld[measure]?[part] ?? 0)
  }
}
