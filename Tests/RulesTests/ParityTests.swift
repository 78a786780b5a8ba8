import Files
import Foundation
import Places
import Returns
import Rules
import Support
import Testing
import Units

/// The core rules against the rows that the sector's validator flags in its public fake return, each rule run alone.
@Suite(.needsReference) struct ParityTests {
  private struct Row: Hashable {
    let table: String
    let number: Int
  }

  /// The rows the validator flags in a run, by rule.
  private func expected(_ run: String) throws -> [String: Set<Row>] {
    var rows: [String: Set<Row>] = [:]
    for row in try table("data/peer-fake-903/expected.csv", ["run", "rule", "table", "row_index_0based"]) {
      guard row["run"] == run, let rule = row["rule"], let table = row["table"],
        let number = row["row_index_0based"].flatMap(Int.init)
      else { continue }
      rows[rule, default: []].insert(Row(table: table, number: number))
    }
    return rows
  }

  private func coreRules() throws -> [String] {
    try table("spec/ssda903/rules.csv", ["code"]).compactMap { $0["code"] }
  }

  private func table(_ path: String, _ columns: [String]) throws -> [SmallTable.Row] {
    let data = try Data(contentsOf: URL(fileURLWithPath: Reference.path(path)))
    return try SmallTable.read([UInt8](data), columns: columns)
  }

  /// Decision 8 argues each: the validator leaves out open placements, or can't run the rule.
  private let seesOpenRows: Set<String> = ["371", "372", "373", "374"]
  private let neverRuns: Set<String> = ["231"]

  @Test(arguments: [
    ("csv_2024_25", "data/peer-fake-903", 2024),
    ("csv_dates2017_18_rules2024_25", "data/peer-fake-903", 2017),
    ("xml_dates2017_18_rules2024_25", "data/peer-fake-903/fake_903.xml", 2017),
  ])
  func `the core rules flag the rows that the sector's validator flags`(
    _ run: String, _ path: String, _ start: Int
  ) throws {
    let file = Project.folder + "/.homeward/postcodes.bin"
    let directory = FileManager.default.fileExists(atPath: file) ? try PostcodeDirectory(at: file) : nil
    let collection = try Collection.find(
      in: ReturnsReader.read(at: Reference.path(path)), year: CollectionYear(startYear: start),
      rulesYear: CollectionYear(startYear: 2024), directory: directory)
    let expected = try expected(run)
    #expect(expected.count > 40)
    let found = Dictionary(grouping: RuleRun(collection).rows, by: \.rule.code)
    for rule in try coreRules() where !neverRuns.contains(rule) {
      // Without a directory a postcode is judged by its form.
      if rule == "392c", directory == nil { continue }
      let rows = found[rule] ?? []
      let ours = Set(rows.map { Row(table: $0.table.code, number: $0.line - 2) })
      let theirs = expected[rule] ?? []
      if seesOpenRows.contains(rule) {
        #expect(ours.isSuperset(of: theirs), "\(rule)")
        let extra = ours.subtracting(theirs)
        let open = Set(
          collection.now.episodes.rows.filter(\.isOpen).map {
            Row(table: "Episodes", number: collection.line(of: $0) - 2)
          })
        #expect(extra.isSubset(of: open), "\(rule)")
      } else {
        #expect(
          ours == theirs,
          "\(rule): \(ours.subtracting(theirs).count) more, \(theirs.subtracting(ours).count) fewer")
      }
    }
  }
}
