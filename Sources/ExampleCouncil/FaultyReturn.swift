import Units

/// A fault planted in a return, and what the rules find of it.
public struct PlantedFault: Sendable {
  /// A row that a rule finds.
  public struct Finding: Sendable {
    /// The rule's code.
    public let rule: String
    /// The file, such as `2025-26/episodes.csv`.
    public let path: String
    /// The line in it, 1 for the header.
    public let line: Int
  }

  /// What is wrong, in a sentence.
  public let what: String
  /// Every row that a rule finds because of it, in order of file and line.
  public let findings: [Finding]
}

/// A return taken apart, to plant faults in: each in rows of a child of its own, so that none hides another.
struct FaultyReturn {
  /// A row by the names of its columns.
  struct Row {
    let id: Int
    let columns: [String]
    var fields: [String]

    subscript(column: String) -> String {
      get { columns.firstIndex(of: column).map { fields[$0] } ?? "" }
      set { if let position = columns.firstIndex(of: column) { fields[position] = newValue } }
    }
    var child: String { self["CHILD"] }
    /// The day in a column; nil where it is empty.
    func day(_ column: String) -> CivilDay? { CivilDay(self[column]) }
    /// The nights between the days of two columns; 0 where one is empty.
    func nights(_ from: String, _ to: String) -> Int {
      day(from).flatMap { from in day(to).map { from.nights(to: $0) } } ?? 0
    }
  }

  /// What stands around a row.
  struct Surroundings {
    let faulty: FaultyReturn
    let child: String
    /// The child's rows before and after it in its table.
    let before: Row?, after: Row?

    var year: CollectionYear { faulty.year }
    /// How many rows the child has in a table.
    func count(in table: String) -> Int { faulty.tables[table]?.count { $0.child == child } ?? 0 }
    /// The child's first row in a table.
    func row(in table: String) -> Row? { faulty.tables[table]?.first { $0.child == child } }
    /// Whether an episode began and ended well within the year and others of the same care come before and after it.
    func isWithin(_ row: Row) -> Bool {
      guard let start = row.day("DECOM"), let end = row.day("DEC"), before != nil, after != nil else {
        return false
      }
      return row["RNE"] != "S" && row["REC"] == "X1" && year.firstDay + 20 < start && end < year.lastDay - 20
    }
  }

  private struct Planted {
    let what: String
    let found: [(rule: String, table: String, row: Int)]
    /// Findings in the return of the year before, in which nothing moves.
    let earlier: [PlantedFault.Finding]
  }

  let folder: String
  let year: CollectionYear
  private let earlier: [ExampleFile]
  private var tables: [String: [Row]] = [:]
  private var headers: [(table: String, line: String)] = []
  private var planted: [Planted] = []
  private var used: Set<String> = []
  private var rows = 0

  /// The return of a year out of all the files.
  init(_ files: [ExampleFile], year: CollectionYear) {
    let folder = Return.folder(year)
    let before = Return.folder(CollectionYear(startYear: year.startYear - 1))
    (self.folder, self.year) = (folder, year)
    earlier = files.filter { $0.path.hasPrefix(before + "/") }
    for file in files where file.path.hasPrefix(folder + "/") && file.path.hasSuffix(".csv") {
      let table = String(file.path.dropFirst(folder.count + 1).dropLast(4))
      let lines = file.contents.split(separator: "\n").map(String.init)
      headers.append((table, lines[0]))
      let columns = FaultyReturn.fields(lines[0])
      for line in lines.dropFirst() {
        tables[table, default: []].append(Row(id: rows, columns: columns, fields: FaultyReturn.fields(line)))
        rows += 1
      }
    }
  }

  private static func fields(_ line: String) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  /// Plants a fault in the first row fit for it, beginning at a place of its own.
  mutating func plant(_ fault: Fault) {
    guard let (place, row, near) = choose(fault) else { return }
    used.insert(near.child)
    var after = near.after
    switch fault.deed {
    case .changed: tables[fault.table]?[place] = row
    case .leftOut: tables[fault.table]?.remove(at: place)
    case .twice:
      let copy = Row(id: rows, columns: row.columns, fields: row.fields)
      rows += 1
      tables[fault.table]?.insert(copy, at: place + 1)
      after = copy
    }
    let found = fault.found.flatMap { found -> [(rule: String, table: String, row: Int)] in
      switch found.rows {
      case .own: [(found.rule, fault.table, row.id)]
      case .before: near.before.map { [(found.rule, fault.table, $0.id)] } ?? []
      case .after: after.map { [(found.rule, fault.table, $0.id)] } ?? []
      case .lastYear: []
      case .every(let table):
        (tables[table] ?? []).filter { $0.child == near.child }.map { (found.rule, table, $0.id) }
      }
    }
    let earlier = fault.found.compactMap { found -> PlantedFault.Finding? in
      if case .lastYear = found.rows { lastYear(found.rule, near.child, fault.table) } else { nil }
    }
    planted.append(Planted(what: fault.what, found: found, earlier: earlier))
  }

  /// The finding in a child's last row of a table of the return before.
  private func lastYear(_ rule: String, _ child: String, _ table: String) -> PlantedFault.Finding? {
    guard let file = earlier.first(where: { $0.path.hasSuffix("/\(table).csv") }),
      let line = file.contents.split(separator: "\n").lastIndex(where: { $0.hasPrefix(child + ",") })
    else { return nil }
    return PlantedFault.Finding(rule: rule, path: file.path, line: line + 1)
  }

  private func choose(_ fault: Fault) -> (Int, Row, Surroundings)? {
    guard let all = tables[fault.table], !all.isEmpty else { return nil }
    let start = planted.count * 211 % all.count
    for step in all.indices {
      let place = (start + step) % all.count
      var row = all[place]
      guard !used.contains(row.child) else { continue }
      let near = Surroundings(
        faulty: self, child: row.child,
        before: place > 0 && all[place - 1].child == row.child ? all[place - 1] : nil,
        after: place + 1 < all.count && all[place + 1].child == row.child ? all[place + 1] : nil)
      if fault.change(&row, near) { return (place, row, near) }
    }
    return nil
  }

  /// The return's files with the faults.
  var files: [ExampleFile] {
    headers.map { table, header in
      let lines = [header] + (tables[table] ?? []).map { $0.fields.joined(separator: ",") }
      return ExampleFile(path: path(table), contents: lines.joined(separator: "\n") + "\n")
    }
  }

  /// The faults, with the rows as they stand in the files.
  var faults: [PlantedFault] {
    planted.map { planted in
      let findings = planted.found.compactMap { found -> PlantedFault.Finding? in
        guard let place = tables[found.table]?.firstIndex(where: { $0.id == found.row }) else { return nil }
        return PlantedFault.Finding(rule: found.rule, path: path(found.table), line: place + 2)
      }
      return PlantedFault(
        what: planted.what,
        findings: (planted.earlier + findings).sorted {
          ($0.path, $0.line, $0.rule) < ($1.path, $1.line, $1.rule)
        })
    }
  }

  private func path(_ table: String) -> String { "\(folder)/\(table).csv" }
}
