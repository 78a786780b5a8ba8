import Files
import Foundation
import Operations
import Returns
import Store
import Support
import Testing
import Units

/// Returns read from a folder into a store, and back.
struct SaveLoadTests {
  private func options(_ path: String) -> SaveLoadOptions {
    SaveLoadOptions(load: LoadOptions(path: path), moment: "2026-06-01T09:30:00Z", version: "homeward 0.1.0")
  }

  private func store() throws -> (TemporaryFolder, CouncilFile) {
    let folder = try TemporaryFolder()
    return (folder, try StoreFile(at: folder.path + "/s.sqlite").council)
  }

  @Test func `no identifier is in the file, and other bodies' aren't kept at all`() throws {
    let returns = try TemporaryFolder([
      "e.csv": ReturnFixture.episodes([EpisodeLine("KEPT1", "01/05/2024")]),
      "h.csv": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nKEPT1,1,01/06/2012,WBRI,A123456789012,,\n",
      "s.csv": "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\nKEPT1,01/06/2012,SWE98765,01/05/2024,,MANAGE\n",
    ])
    let (folder, store) = try store()
    let saved = try SaveLoad.run(options(returns.path), into: store.loads)
    #expect(saved.summary.files.count == 3)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
      // Shorter ones may stand in a file of bytes by chance.
      for secret in ["A123456789012", "QW1 1AA", "QW11AA", "QW2 2BB", "QW22BB", "SWE98765", "KEPT1"] {
        #expect(bytes.range(of: Data(secret.utf8)) == nil)
      }
    }
    let texts = try store.loads.tables(of: LoadID(number: 1)).map(\.content).joined()
    for secret in ["QW1", "1AA", "QW2"] { #expect(!texts.contains(secret)) }
    #expect(texts.contains("KEPT1,01/05/2024,S,C2,N1,U6,PR1,,,,,,9900001"))
    #expect(texts.contains("KEPT1,01/06/2012,,01/05/2024,,MANAGE"))
  }

  @Test func `the example council comes back row for row`() throws {
    let (storeFolder, store) = try store()
    defer { withExtendedLifetime(storeFolder) {} }
    let saved = try SaveLoad.run(options(Project.folder + "/Examples/council"), into: store.loads)
    let record = try #require(try store.loads.lastLoad())
    #expect(record.summary == saved.summary)
    let back = try TemporaryFolder()
    for table in try store.loads.tables(of: record.id) {
      try back.write("\(table.file).csv", Data(table.content.utf8))
    }
    let first = try ReturnsReader.read(at: Project.folder + "/Examples/council")
    let second = try ReturnsReader.read(at: back.path)
    #expect(second.rowsRead == first.rowsRead && second.setAside.isEmpty)
    #expect(Set(second.children) == Set(first.children))
    #expect(episodes(first) == episodes(second))
    let (againFolder, again) = try self.store()
    defer { withExtendedLifetime(againFolder) {} }
    #expect(
      try SaveLoad.run(options(back.path), into: again.loads).summary.rowsUsed == saved.summary.rowsUsed)
  }

  @Test func `loading again changes nothing, and other findings are compared`() throws {
    let (storeFolder, store) = try store()
    defer { withExtendedLifetime(storeFolder) {} }
    let returns = try TemporaryFolder([
      "e.csv": ReturnFixture.episodes([EpisodeLine("1", "01/05/2024"), EpisodeLine("2", "01/06/2024")]),
      "h.csv": ReturnFixture.header([("1", "01/06/2012"), ("2", "01/06/2012")]),
    ])
    func findings(_ children: [String]) -> (ReturnSet) -> Judgement {
      { returns in
        Judgement(
          ruleBook: "2024/25",
          findings: children.map {
            StoredFinding(
              rule: "101", severity: "error", table: .episodes, year: returns.years.first, child: ChildID($0),
              key: "", columns: "DEC", file: 0, line: 2)
          })
      }
    }
    let first = try SaveLoad.run(options(returns.path), into: store.loads, judge: findings(["1", "2"]))
    #expect(first.outcome == .saved(LoadID(number: 1)) && first.comparison == nil)
    let second = try SaveLoad.run(options(returns.path), into: store.loads, judge: findings(["1", "2"]))
    #expect(second.outcome == .unchanged(LoadID(number: 1)))
    try returns.write("e.csv", Data(ReturnFixture.episodes([EpisodeLine("1", "01/05/2024")]).utf8))
    let third = try SaveLoad.run(options(returns.path), into: store.loads, judge: findings(["1", "3"]))
    #expect(third.outcome == .saved(LoadID(number: 2)))
    #expect(third.comparison?.new.count == 1 && third.comparison?.fixed.count == 1)
    #expect(third.comparison?.stillThere.map(\.child) == [ChildID("1")])
  }

  @Test func `rows set aside for a date and files that lack a column are kept, with the findings in them`()
    throws
  {
    let (storeFolder, store) = try store()
    defer { withExtendedLifetime(storeFolder) {} }
    let returns = try TemporaryFolder([
      "2024-25/episodes.csv": ReturnFixture.episodes([
        EpisodeLine("1", "01/05/2024"), EpisodeLine("1", "31/02/2024"), EpisodeLine("1", "01/05/2024"),
      ]),
      "2024-25/header.csv": ReturnFixture.header([("1", "01/06/2012")]),
      "2024-25/reviews.csv": "CHILD,DOB,REVIEW_CODE\n1,01/06/2012,PN9\n",
    ])
    let saved = try SaveLoad.run(options(returns.path), into: store.loads, judge: Judgement.of)
    guard case .saved(let id) = saved.outcome else { return #expect(Bool(false), "nothing was kept") }
    let texts = try store.loads.tables(of: id).map(\.content).joined()
    #expect(texts.contains("1,31/02/2024,S,C2") && texts.contains("1,01/06/2012,PN9"))
    #expect(saved.summary.files.map(\.table) == [.episodes, .header, .reviews])
    let findings = try store.loads.findings(of: id)
    #expect(findings.count == saved.findings && !findings.isEmpty)
    #expect(try store.loads.lastLoad()?.summary.ruleBook.hasPrefix("2024/25") == true)
  }

  @Test func `a store is one council's`() throws {
    let (storeFolder, store) = try store()
    defer { withExtendedLifetime(storeFolder) {} }
    var options = options(Project.folder + "/Examples/council/2024-25")
    options.council = "Wrenfield"
    _ = try SaveLoad.run(options, into: store.loads)
    options.council = nil
    #expect(try SaveLoad.run(options, into: store.loads).summary.council == "Wrenfield")
    options.council = "Elsewhere"
    #expect(throws: OperationError.self) { try SaveLoad.run(options, into: store.loads) }
  }

  private func episodes(_ set: ReturnSet) -> [String] {
    var lines: [String] = []
    for table in set.tables where table.shape.name == .episodes {
      let shown = table.shape.columns.indices.filter { !table.shape.columns[$0].name.hasSuffix("_POST") }
      for row in 0..<table.rows {
        let values = shown.map { column in
          switch table.shape.columns[column].kind {
          case .neededDay, .endDay, .day: table.day(row, column)?.description ?? ""
          case .code, .text: table.text(row, column)
          }
        }
        lines.append(([set.children[Int(table.child[row])].revealed] + values).joined(separator: ","))
      }
    }
    return lines.sorted()
  }
}
