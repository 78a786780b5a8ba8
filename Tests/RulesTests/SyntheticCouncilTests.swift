import Files
import Foundation
import Returns
import Rules
import Support
import Testing
import Units

/// The rules on an invented council's returns: clean, where every finding is argued, and with planted faults, each of
/// which is found on its row.
@Suite(.needsReference) struct SyntheticCouncilTests {
  private let years = 2019...2024

  private func findings(_ name: String, _ start: Int) throws -> [FindingRow] {
    let returns = try ReturnsReader.read(at: Reference.path("data/" + name))
    return RuleRun(try Collection.find(in: returns, year: CollectionYear(startYear: start))).rows
  }

  @Test func `every planted fault that a rule is about is found on its row`() throws {
    let manifest = try SmallTable.read(
      [UInt8](Data(contentsOf: URL(fileURLWithPath: Reference.path("data/synth-dirty/manifest.csv")))),
      columns: ["file", "row_indices_0based", "rules_expected"])
    var found: Set<String> = []
    for year in years {
      for row in try findings("synth-dirty", year) {
        found.insert("\(row.rule.code)@\(row.file):\(row.line - 2)")
      }
    }
    var checked = 0
    for fault in manifest {
      guard let file = fault["file"], let wanted = fault["rules_expected"], wanted != "-" else { continue }
      let folder = file.prefix { $0 != "/" }
      for item in wanted.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
        let parts = item.split(separator: "@")
        let rule = String(parts[0])
        // INT13..INT18: of the tables that hold the child.
        if rule.contains("..") { continue }
        let place = parts.count > 1 ? String(parts[1]) : ""
        let rows =
          place.isEmpty
          ? (fault["row_indices_0based"] ?? "").split(separator: "|").map(String.init)
          : [String(place.prefix(while: \.isNumber))]
        let name = place.contains("episodes") ? "\(folder)/episodes.csv" : file
        for row in rows {
          #expect(found.contains("\(rule)@\(name):\(row)"), "\(item) in \(file)")
          checked += 1
        }
      }
    }
    #expect(checked > 30)
  }

  /// Decision 8 says of each why it is right to be found.
  private let argued: Set<String> = [
    "132", "187", "191", "197B", "1001", "1002", "205B", "208", "214", "371", "392b", "503F", "559", "624",
    "630",
    "H06", "H07",
  ]

  @Test(arguments: 2019...2024)
  func `the clean council has no finding that is not argued`(_ start: Int) throws {
    let codes = Set(try findings("synth", start).map(\.rule.code))
    #expect(codes.isSubset(of: argued), "\(codes.subtracting(argued))")
  }
}
