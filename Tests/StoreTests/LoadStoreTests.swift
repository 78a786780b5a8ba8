import GRDB
import Operations
import Returns
import Support
import Testing
import Units

@testable import Store

/// Loads are kept whole or not at all, once, and come back as they were.
struct LoadStoreTests {
  static func load(
    _ fingerprint: UInt64 = 7, ruleBook: String = "2025", findings: Int = 3, council: String = "Wrenfield"
  ) -> NewLoad {
    let year = CollectionYear(startYear: 2024)
    return NewLoad(
      summary: LoadSummary(
        council: council, path: "returns", moment: "2026-06-01T09:30:00Z", version: "homeward 0.1.0",
        ruleBook: ruleBook, rowsRead: 10, rowsUsed: 9, rowsSetAside: 1,
        files: [
          LoadedFile(
            position: 0, name: "e.csv", table: .episodes, year: year, rows: 6, fingerprint: fingerprint),
          LoadedFile(position: 2, name: "h.csv", table: .header, year: nil, rows: 4, fingerprint: .max),
        ]),
      tables: [StoredTable(file: 0, content: "CHILD,DECOM\n1,01/05/2024\n")],
      findings: (0..<findings).map { number in
        StoredFinding(
          rule: "101", severity: "error", table: .episodes, year: number == 0 ? nil : year,
          child: number == 0 ? nil : ChildID("\(number)"), key: "01/05/2024", columns: "DECOM, DEC", file: 0,
          line: number + 2)
      })
  }

  private func store(_ folder: TemporaryFolder) throws -> CouncilFile {
    try StoreFile(at: folder.path + "/s.sqlite").council
  }

  @Test func `a load comes back as it was kept`() throws {
    let folder = try TemporaryFolder()
    let loads = try store(folder).loads
    #expect(try loads.lastLoad() == nil)
    let load = Self.load()
    let outcome = try loads.save(load)
    let record = try #require(try store(folder).loads.lastLoad())
    #expect(outcome == .saved(record.id))
    #expect(record.summary == load.summary && record.findings == 3)
    #expect(try loads.findings(of: record.id) == load.findings)
    #expect(try loads.tables(of: record.id) == load.tables)
  }

  @Test func `a name that reads like a command is only a name`() throws {
    let folder = try TemporaryFolder()
    let loads = try store(folder).loads
    let hostile = "x', 1); DROP TABLE load; --"
    let load = Self.load(council: hostile)
    _ = try loads.save(load)
    #expect(try loads.lastLoad()?.summary.council == hostile)
    #expect(try loads.loads().count == 1)
  }

  @Test func `the same files and rule book change nothing, others are a new load`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    guard case .saved(let first) = try store.loads.save(Self.load()) else { return #expect(Bool(false)) }
    #expect(try store.loads.save(Self.load(findings: 0)) == .unchanged(first))
    #expect(try store.loads.loads().count == 1)
    #expect(try store.loads.save(Self.load(8)) != .unchanged(first))
    #expect(try store.loads.save(Self.load(8, ruleBook: "2026")) != .unchanged(first))
    // Going back to earlier files is a new load: the last one is what counts.
    #expect(try store.loads.save(Self.load()) != .unchanged(first))
    #expect(try store.loads.loads().map(\.id.number) == [1, 2, 3, 4])
  }

  @Test func `a failure half-way leaves the store as it was`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try store.loads.save(Self.load())
    let before = try counts(store)
    var findings = Self.load(9, findings: 500).findings
    findings.append(
      StoredFinding(
        rule: "101", severity: "error", table: .episodes, year: nil, child: ChildID("SECRET1"), key: "",
        columns: "", file: 99, line: 2))
    let broken = NewLoad(summary: Self.load(9).summary, tables: Self.load().tables, findings: findings)
    do throws(StoreError) {
      _ = try store.loads.save(broken)
      #expect(Bool(false), "a finding of a file that is not there was kept")
    } catch {
      #expect(!error.description.contains("SECRET1"))
    }
    #expect(try counts(store) == before)
    #expect(try store.loads.lastLoad()?.summary == Self.load().summary)
  }

  @Test(arguments: ["yesterday", "2026-06-01 09:30:00", ""])
  func `a moment that is none is refused`(_ moment: String) throws {
    let folder = try TemporaryFolder()
    let load = Self.load()
    let summary = LoadSummary(
      council: "Wrenfield", path: "", moment: moment, version: "1", ruleBook: "", rowsRead: 0, rowsUsed: 0,
      rowsSetAside: 0, files: load.summary.files)
    let store = try store(folder)
    #expect(throws: StoreError.self) {
      try store.loads.save(NewLoad(summary: summary, tables: [], findings: []))
    }
  }

  private func counts(_ store: CouncilFile) throws -> [Int] {
    try store.file.read { database in
      try ["load", "loadFile", "loadTable", "finding"].map { table in
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
      }
    }
  }
}
