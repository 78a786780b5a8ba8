public import Returns
import Units

/// What was read from a folder of returns, what was set aside and what was repaired: for the person who holds the
/// returns and corrects them.
public struct CheckReport: Sendable {
  /// The returns, with every row set aside.
  public let returns: ReturnSet
  /// Repairs made while joining the years; empty where they could not be joined.
  public let findings: [HistoryFinding]
  /// Why the years could not be joined, if they could not.
  public let failure: HistoryError?
  /// Rows of episodes that a later return gave again.
  public let superseded: Int
  /// What the rules found; nil where there was no return to run them on.
  public let rules: RulesReport?

  /// A report.
  public init(
    returns: ReturnSet, findings: [HistoryFinding], failure: HistoryError?, superseded: Int,
    rules: RulesReport?
  ) {
    self.rules = rules
    self.returns = returns
    self.findings = findings
    self.failure = failure
    self.superseded = superseded
  }

  /// Columns whose values say who a child is: the report for a terminal gives their place and not the value.
  private static let identifying: Set<String> = ["", "CHILD", "DOB", "MC_DOB", "UPN", "HOME_POST", "PL_POST"]

  /// How many rows or findings of a kind are listed before the rest are only counted.
  static let listed = 10

  /// Whether every file was used and no row set aside.
  public var isClean: Bool {
    returns.rowsSetAside == 0 && failure == nil
      && returns.files.allSatisfy { if case .unusable = $0.status { false } else { true } }
  }

  /// The sum that always holds.
  public var sum: String {
    "\(Words.count(returns.rowsRead, "row", "rows")) read = \(Words.number(returns.rowsUsed)) used + \(Words.number(returns.rowsSetAside)) set aside."
  }

  /// The report for a terminal.
  public func text() -> String {
    var parts: [String] = []
    if let rules { parts.append(rules.text()) }
    if let table = filesTable { parts.append(table.text()) }
    parts += section("Lists of postcodes, which say where homes and placements are", postcodeLines)
    parts += unusableFiles
    parts += section("Rows set aside", setAsideLines)
    parts += section("Read otherwise than written, or worth knowing", noteLines)
    parts += section("Found while joining the years, and what was done", findingLines)
    if superseded > 0 {
      parts.append(
        "\(Words.count(superseded, "row", "rows")) of episodes were given again by a later return, which was followed."
      )
      parts.append("")
    }
    if let failure { parts += ["Can't be forecast from: " + failure.description, ""] }
    parts.append(sum)
    return parts.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title] + lines + [""]
  }

  var filesTable: ReportTable? {
    let aside = Dictionary(grouping: returns.setAside, by: \.file).mapValues { $0.reduce(0) { $0 + $1.rows } }
    let rows = returns.files.enumerated().compactMap { index, file -> ReportTable.Row? in
      guard let table = file.table else { return nil }
      return ReportTable.Row(
        label: file.name,
        cells: [
          table.rawValue, file.year?.description ?? "?", table == .episodes ? file.asOf?.slashed ?? "" : "",
          Words.number(file.rowsRead),
          Words.number(aside[index] ?? 0),
        ], isTotal: false)
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      title: "Files read, their collection year and latest event as the data tell them", labels: "File",
      columns: ["Table", "Year", "To", "Rows", "Set aside"], rows: rows, notes: [], columnsOfWords: 3)
  }

  private var postcodeLines: [String] {
    returns.files.compactMap { file in
      guard case .postcodes(let count) = file.status else { return nil }
      return "  \(file.name): \(Words.count(count, "postcode", "postcodes"))."
    }
  }

  private var unusableFiles: [String] {
    var lines: [String] = []
    for file in returns.files {
      guard case .unusable(let reason) = file.status else { continue }
      let line = "  \(file.name): \(reason)."
      // An XML file stands in the list once for each of its tables.
      if lines.last != line { lines.append(line) }
    }
    return section("Files that can't be used", lines)
  }

  private var setAsideLines: [String] {
    grouped(returns.setAside, by: \.reason.rawValue, rows: \.rows) { row in
      let column = row.column.isEmpty ? "" : ", \(row.column)"
      let isShown = !CheckReport.identifying.contains(row.column)
      let value = row.value.isEmpty || !isShown ? "" : " “\(row.value)”"
      let action = isShown ? row.action : "--set-aside writes it with what to do."
      return "\(returns.files[row.file].name) line \(row.line)\(column)\(value): \(action)"
    }
  }

  private var noteLines: [String] {
    grouped(returns.notes, by: \.kind.rawValue, rows: \.count) { note in
      let place = [
        note.line.map { " line \($0)" }, note.column.map { ", \($0)" },
        note.value.flatMap { CheckReport.identifying.contains(note.column ?? "") ? nil : " “\($0)”" },
        note.count > 1 && note.column != nil ? " and \(note.count - 1) more" : nil,
      ].compactMap { $0 }.joined()
      return "\(returns.files[note.file].name)\(place): \(note.message)"
    }
  }

  private var findingLines: [String] {
    grouped(findings, by: \.kind.words, rows: { _ in 1 }) { finding in
      let isShown = !CheckReport.identifying.contains(finding.column)
      let value = finding.value.isEmpty || !isShown ? "" : " “\(finding.value)”"
      let nights = finding.nights == 0 ? "" : " (\(Words.count(abs(finding.nights), "night", "nights")))"
      return "\(returns.files[finding.file].name) line \(finding.line), \(finding.column)\(value)\(nights)"
    }
  }

  private func grouped<T>(
    _ items: [T], by key: (T) -> String, rows: (T) -> Int, _ line: (T) -> String
  ) -> [String] {
    let groups = Dictionary(grouping: items, by: key).sorted { a, b in
      let (x, y) = (a.value.reduce(0) { $0 + rows($1) }, b.value.reduce(0) { $0 + rows($1) })
      return x == y ? a.key < b.key : x > y
    }
    return groups.flatMap { key, items -> [String] in
      var lines = ["  \(key): \(Words.number(items.reduce(0) { $0 + rows($1) }))"]
      lines += items.prefix(CheckReport.listed).map { "    " + line($0) }
      if items.count > CheckReport.listed {
        lines.append("    and \(Words.number(items.count - CheckReport.listed)) more")
      }
      return lines
    }
  }
}

extension CheckReport {
  /// The report as JSON, keys sorted: every file, every row set aside, note and repair. It holds values of children.
  public func json() throws -> String {
    try JSONText.of(document)
  }

  private struct Document: Encodable {
    struct File: Encodable {
      let file: String, table: String?, year: String?, asOf: String?, rowsRead: Int, unusable: String?
      let postcodes: Int?
    }
    struct Item: Encodable {
      let file: String, line: Int?, child: String?, column: String?, value: String?, what: String
      let message: String?, rows: Int
    }
    let rowsRead: Int, rowsUsed: Int, rowsSetAside: Int, superseded: Int, failure: String?
    let files: [File]
    let setAside: [Item], notes: [Item], repairs: [Item]
    let rules: RulesReport.Document?
  }

  private var document: Document {
    let names = returns.files.map(\.name)
    return Document(
      rowsRead: returns.rowsRead, rowsUsed: returns.rowsUsed,
      rowsSetAside: returns.rowsSetAside, superseded: superseded, failure: failure?.description,
      files: returns.files.map { file in
        var reason: String?
        var postcodes: Int?
        if case .unusable(let why) = file.status { reason = why }
        if case .postcodes(let count) = file.status { postcodes = count }
        return .init(
          file: file.name, table: file.table?.rawValue, year: file.year?.description,
          asOf: file.asOf?.description, rowsRead: file.rowsRead, unusable: reason,
          postcodes: postcodes)
      },
      setAside: returns.setAside.map {
        .init(
          file: names[$0.file], line: $0.line, child: $0.child?.revealed, column: $0.column, value: $0.value,
          what: $0.reason.rawValue, message: $0.action, rows: $0.rows)
      },
      notes: returns.notes.map {
        .init(
          file: names[$0.file], line: $0.line, child: nil, column: $0.column, value: $0.value,
          what: $0.kind.rawValue, message: $0.message, rows: $0.count)
      },
      repairs: findings.map {
        .init(
          file: names[$0.file], line: $0.line, child: $0.child.revealed, column: $0.column, value: $0.value,
          what: $0.kind.words, message: nil, rows: 1)
      }, rules: rules?.document)
  }
}
