import Returns
import Rules
import Units

extension CheckReport {
  /// The report as a part of a page for those who hold the returns: tables of counts, no row about a child. A rule's code
  /// links to `rows` with the code behind it.
  public func page(rows: String) -> Page {
    var body = ""
    if let rules { body += rules.html(rows: rows) }
    if let failure {
      body += "<p class=\"notice\">Can't be forecast from: \(escaped(failure.description))</p>\n"
    }
    body += "<h2>What was read</h2>\n<p>\(escaped(sum))</p>\n"
    body += filesTable?.html() ?? ""
    for table in [unusableTable, setAsideTable, notesTable, repairsTable].compactMap({ $0 }) {
      body += table.html()
    }
    if superseded > 0 {
      body +=
        "<p class=\"note\">\(Words.count(superseded, "row", "rows")) of episodes were given again by a later return, which was followed.</p>\n"
    }
    return Page(
      title: "What the rules find in the returns", body: body,
      footer: "Made by Homeward from the council's own returns, for those who hold them.")
  }

  private var unusableTable: ReportTable? {
    var rows: [ReportTable.Row] = []
    for file in returns.files {
      guard case .unusable(let reason) = file.status, rows.last?.label != file.name else { continue }
      rows.append(ReportTable.Row(label: file.name, cells: [reason.description], isTotal: false))
    }
    return table("Files that can't be used", "File", ["Why"], rows, words: 1)
  }

  private var setAsideTable: ReportTable? {
    let groups = Dictionary(grouping: returns.setAside, by: \.reason.rawValue)
    let rows = groups.map { reason, rows in
      (reason, rows.reduce(0) { $0 + $1.rows }, Set(rows.map { returns.files[$0.file].name }).sorted())
    }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }.map { reason, count, files in
      ReportTable.Row(label: reason, cells: [CheckReport.named(files), Words.number(count)], isTotal: false)
    }
    return table(
      "Rows set aside", "Why", ["In", "Rows"], rows, words: 1,
      note: "The file set-aside.csv names every row with what to do.")
  }

  private var notesTable: ReportTable? {
    let groups = Dictionary(grouping: returns.notes, by: \.kind.rawValue)
    let rows = groups.map { kind, notes in
      (kind, notes.reduce(0) { $0 + $1.count }, Set(notes.map { returns.files[$0.file].name }).sorted())
    }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }.map { kind, count, files in
      ReportTable.Row(label: kind, cells: [CheckReport.named(files), Words.number(count)], isTotal: false)
    }
    return table("Read otherwise than written, or worth knowing", "What", ["In", "Times"], rows, words: 1)
  }

  private var repairsTable: ReportTable? {
    let groups = Dictionary(grouping: findings, by: \.kind.words)
    let rows = groups.map { ($0.key, $0.value.count, $0.value.reduce(0) { $0 + abs($1.nights) }) }
      .sorted { ($0.1, $1.0) > ($1.1, $0.0) }
      .map { kind, count, nights in
        ReportTable.Row(
          label: kind, cells: [Words.number(count), nights == 0 ? "" : Words.number(nights)], isTotal: false)
      }
    return table("Found while joining the years, and repaired", "What", ["Times", "Nights"], rows)
  }

  private func table(
    _ title: String, _ labels: String, _ columns: [String], _ rows: [ReportTable.Row], words: Int = 0,
    note: String? = nil
  ) -> ReportTable? {
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      title: title, labels: labels, columns: columns, rows: rows, notes: [note].compactMap { $0 },
      columnsOfWords: words)
  }

  /// Some files by name, the rest counted.
  private static func named(_ files: [String]) -> String {
    files.count <= 3
      ? files.joined(separator: ", ")
      : files.prefix(2).joined(separator: ", ") + " and \(Words.number(files.count - 2)) more"
  }
}

extension RulesReport {
  /// What was found, by rule.
  func html(rows path: String) -> String {
    var out = "<p class=\"lede\">\(escaped(headline))</p>\n"
    for words in [changes?.words, whyNotCompared].compactMap({ $0 }) {
      out += "<p class=\"lede\">\(escaped(words))</p>\n"
    }
    if !run.findings.isEmpty {
      out += "<p>\(escaped(atStake))</p>\n"
      out += findingsTable.html(link: { path + $0.label })
    }
    out += fixedTable?.html() ?? ""
    let groups = Dictionary(grouping: notRun, by: \.reason).sorted { $0.key < $1.key }
    if !groups.isEmpty {
      out += "<h2>\(Words.count(notRun.count, "rule", "rules")) could not run</h2>\n"
      out += Page.list(groups.map { "\($0.key): \($0.value.map(\.rule.code).joined(separator: ", "))" })
    }
    return out
  }

  private var findingsTable: ReportTable {
    let fixed = Dictionary(grouping: changes?.fixed ?? [], by: \.rule).mapValues(\.count)
    func since(_ count: Int) -> String { count == 0 ? "" : Words.number(count) }
    return ReportTable(
      title: "Rules that rows fail, most at stake first", labels: "Rule",
      columns: ["What is wrong", "What to do", "Rows"] + (changes == nil ? [] : ["New", "Put right"])
        + ["Children", "Nights", "At stake"],
      rows: failing.map { line in
        ReportTable.Row(
          label: line.rule.code,
          cells: [line.rule.message, line.rule.action, Words.number(line.rows)]
            + (changes == nil ? [] : [since(line.new), since(fixed[line.rule.code] ?? 0)]) + [
              Words.number(line.children), since(line.stake.nights),
              line.stake.nights == 0 ? "" : Words.about(line.stake.money),
            ], isTotal: false)
      },
      notes: [
        "One night can hang on several rules, so these don't add up; the sentence above counts each once."
      ],
      columnsOfWords: 2)
  }

  /// Rules that no row fails any more.
  private var fixedTable: ReportTable? {
    guard let fixed = changes?.fixed else { return nil }
    let still = Set(failing.map(\.rule.code))
    let gone = Dictionary(grouping: fixed.filter { !still.contains($0.rule) }, by: \.rule)
    guard !gone.isEmpty else { return nil }
    return ReportTable(
      title: "Rules that no row fails any more", labels: "Rule", columns: ["What was wrong", "Put right"],
      rows: gone.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }.map { code, rows in
        ReportTable.Row(
          label: code, cells: [RuleBook.rule(code)?.message ?? "", Words.number(rows.count)], isTotal: false)
      }, notes: [], columnsOfWords: 1)
  }
}
