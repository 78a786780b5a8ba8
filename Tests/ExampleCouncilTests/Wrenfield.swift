import ExampleCouncil
import Units

/// The council under test, generated once, with its tables taken apart.
struct Wrenfield {
  static let generated = Wrenfield()

  let council = ExampleCouncil()
  let files: [ExampleFile]
  let rows: [String: [[String: String]]]

  init() {
    files = council.files()
    var rows: [String: [[String: String]]] = [:]
    for file in files where file.path.hasSuffix(".csv") {
      let lines = file.contents.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      rows[file.path] = lines.dropFirst().map { line in
        Dictionary(zip(lines[0], line), uniquingKeysWith: { first, _ in first })
      }
    }
    self.rows = rows
  }

  static let years = (2020...2025).map { CollectionYear(startYear: $0) }

  func table(_ name: String, _ year: CollectionYear) -> [[String: String]] {
    rows["\(year.startYear)-\((year.startYear + 1) % 100)/\(name).csv"] ?? []
  }

  func episodes(_ year: CollectionYear) -> [Row] { table("episodes", year).map(Row.init) }

  /// Every episode as its last return has it, by child and in order.
  var histories: [String: [Row]] {
    var latest: [String: [CivilDay: Row]] = [:]
    for year in Wrenfield.years {
      for row in episodes(year) { latest[row.child, default: [:]][row.start] = row }
    }
    return latest.mapValues { $0.values.sorted { $0.start < $1.start } }
  }
}

/// One row of episodes.
struct Row {
  let fields: [String: String]
  let start: CivilDay
  let end: CivilDay?

  init(_ fields: [String: String]) {
    self.fields = fields
    start = CivilDay(fields["DECOM"] ?? "") ?? CivilDay(number: 0)
    end = CivilDay(fields["DEC"] ?? "")
  }

  subscript(_ column: String) -> String { fields[column] ?? "?" }
  var child: String { self["CHILD"] }
  var isShortBreak: Bool { self["LS"] == "V3" }
}
