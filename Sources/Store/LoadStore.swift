import Files
import GRDB
import Operations
import Returns
import Units

/// The loads of a council's returns, in its store.
struct LoadStore: LoadRepository {
  let file: StorePlace

  func lastLoad() throws(StoreError) -> LoadRecord? {
    try file.read { try records($0, where: "load.id = (SELECT max(id) FROM load)").first }
  }

  func loads() throws(StoreError) -> [LoadRecord] {
    try file.read { try records($0, where: "TRUE") }
  }

  func tables(of load: LoadID) throws(StoreError) -> [StoredTable] {
    try file.read { database in
      try Row.fetchAll(
        database, sql: "SELECT position, content FROM loadTable WHERE load = ? ORDER BY position",
        arguments: [load.number]
      ).map {
        StoredTable(file: $0[0], content: try file.opened($0[1], at: StorePlace.Place.loadTable))
      }
    }
  }

  func findings(of load: LoadID) throws(StoreError) -> [StoredFinding] {
    try file.read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT rule, severity, tableName, startYear, child, rowKey, columns, position, line
          FROM finding WHERE load = ? ORDER BY number
          """, arguments: [load.number])
      var findings: [StoredFinding] = []
      while let row = try rows.next() {
        let child: String? = row[4]
        findings.append(
          StoredFinding(
            rule: row[0], severity: row[1], table: try table(row[2]),
            year: (row[3] as Int?).map(CollectionYear.init(startYear:)),
            child: try child.map { text in
              guard let child = ChildID(try file.opened(text, at: StorePlace.Place.finding)) else {
                throw file.damaged("a child's identifier can't be read")
              }
              return child
            }, key: try file.opened(row[5], at: StorePlace.Place.finding), columns: row[6], file: row[7],
            line: row[8]))
      }
      return findings
    }
  }

  func save(_ load: NewLoad) throws(StoreError) -> SaveOutcome {
    let summary = load.summary
    let fingerprint = Fingerprint.text(Fingerprint.of(all: summary.files.map(\.fingerprint)))
    return try file.write { database in
      let last = try Row.fetchOne(
        database, sql: "SELECT id, fingerprint, ruleBook FROM load ORDER BY id DESC LIMIT 1")
      if let last, last[1] == fingerprint, last[2] == summary.ruleBook {
        return .unchanged(LoadID(number: last[0]))
      }
      try database.execute(
        sql: """
          INSERT INTO load (
            council, path, moment, fingerprint, ruleBook, version, rowsRead, rowsUsed, rowsSetAside
          ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          summary.council, summary.path, summary.moment, fingerprint, summary.ruleBook, summary.version,
          summary.rowsRead, summary.rowsUsed, summary.rowsSetAside,
        ])
      let id = database.lastInsertedRowID
      try insert(summary.files, id, database)
      let tables = try database.makeStatement(
        sql: "INSERT INTO loadTable (load, position, content) VALUES (?, ?, ?)")
      for table in load.tables {
        let content = try file.sealed(table.content, at: StorePlace.Place.loadTable)
        try tables.execute(arguments: [id, table.file, content])
      }
      try insert(load.findings, id, database)
      return .saved(LoadID(number: id))
    }
  }

  func forget(_ load: LoadID) throws(StoreError) -> Bool {
    try file.write { database in
      try database.execute(sql: "DELETE FROM load WHERE id = ?", arguments: [load.number])
      return database.changesCount > 0
    }
  }

  private func insert(_ files: [LoadedFile], _ id: Int64, _ database: Database) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO loadFile (load, position, name, tableName, startYear, rows, fingerprint)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for file in files {
      try statement.execute(arguments: [
        id, file.position, file.name, file.table.rawValue, file.year?.startYear, file.rows,
        Fingerprint.text(file.fingerprint),
      ])
    }
  }

  private func insert(_ findings: [StoredFinding], _ id: Int64, _ database: Database) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO finding (
          load, number, rule, severity, tableName, startYear, child, rowKey, columns, position, line
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (number, finding) in findings.enumerated() {
      statement.setUncheckedArguments([
        id, number, finding.rule, finding.severity, finding.table.rawValue, finding.year?.startYear,
        try finding.child.map { try file.sealed($0.revealed, at: StorePlace.Place.finding) },
        try file.sealed(finding.key, at: StorePlace.Place.finding), finding.columns, finding.file,
        finding.line,
      ])
      try statement.execute()
    }
  }

  private func records(_ database: Database, where condition: String) throws -> [LoadRecord] {
    let files = Dictionary(
      grouping: try Row.fetchAll(
        database,
        sql: """
          SELECT loadFile.* FROM loadFile JOIN load ON load.id = loadFile.load WHERE \(condition)
          ORDER BY load, position
          """)
    ) { $0["load"] as Int64 }
    let loads = try Row.fetchAll(
      database,
      sql: """
        SELECT load.*, (SELECT count(*) FROM finding WHERE finding.load = load.id) AS findings
        FROM load WHERE \(condition) ORDER BY id
        """)
    return try loads.map { row in
      let id: Int64 = row["id"]
      return LoadRecord(
        id: LoadID(number: id),
        summary: LoadSummary(
          council: row["council"], path: row["path"], moment: row["moment"], version: row["version"],
          ruleBook: row["ruleBook"], rowsRead: row["rowsRead"], rowsUsed: row["rowsUsed"],
          rowsSetAside: row["rowsSetAside"], files: try (files[id] ?? []).map(loadedFile)),
        fingerprint: try fingerprint(row["fingerprint"]), findings: row["findings"])
    }
  }

  private func loadedFile(_ row: Row) throws -> LoadedFile {
    LoadedFile(
      position: row["position"], name: row["name"], table: try table(row["tableName"]),
      year: (row["startYear"] as Int?).map(CollectionYear.init(startYear:)), rows: row["rows"],
      fingerprint: try fingerprint(row["fingerprint"]))
  }

  private func table(_ name: String) throws -> TableName {
    guard let table = TableName(rawValue: name) else {
      throw file.damaged("there is no table called \(name)")
    }
    return table
  }

  private func fingerprint(_ text: String) throws -> UInt64 {
    guard let number = UInt64(text, radix: 16) else { throw file.damaged("a fingerprint can't be read") }
    return number
  }
}
