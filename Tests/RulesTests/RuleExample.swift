import Foundation
import Places
import Returns
import Rules
import Support
import Testing
import Units

/// A return of a few rows written for one rule, with the rows it must find marked.
///
///     Episodes CHILD,DECOM,DEC
///       1,01/05/2024,01/06/2024
///     > 1,20/05/2024,
///     Header last CHILD,DOB
///       1,01/01/2010
///
/// A line with a table's name and columns begins a table, `last` after the name makes it last year's; rows follow,
/// those that must be found with `>` before them. Rows without it must not be found.
struct RuleExample: Sendable, CustomTestStringConvertible {
  let rule: String
  let year: String
  let text: String

  init(_ rule: String, _ year: String, _ text: String) {
    self.rule = rule
    self.year = year
    self.text = text
  }

  var testDescription: String { "\(rule) \(year)" }

  /// The example's files by path, with the rows marked, as `Episodes 2`.
  private func files() -> (files: [String: [String]], wanted: Set<String>) {
    var files: [String: [String]] = [:]
    var wanted: Set<String> = []
    var current = ""
    var table = ""
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if let name = TableName.allCases.first(where: { $0.code == words[0] }) {
        let isLast = words.count > 2 && words[1] == "last"
        table = name.code + (isLast ? " last" : "")
        current = (isLast ? "last/" : "this/") + name.fileName + ".csv"
        files[current] = [words.dropFirst(isLast ? 2 : 1).joined(separator: " ")]
      } else {
        let isWanted = words[0] == ">"
        if isWanted { wanted.insert("\(table) \(files[current, default: []].count)") }
        files[current, default: []].append(words.dropFirst(isWanted ? 1 : 0).joined(separator: " "))
      }
    }
    return (files, wanted)
  }

  /// Runs the rule: table and row of the rows that must be found and of those that were.
  func result() throws -> (wanted: Set<String>, found: Set<String>, outcome: RuleOutcome?) {
    let (files, wanted) = files()
    let folder = try TemporaryFolder(files.mapValues { $0.joined(separator: "\n") + "\n" })
    let needsPlaces = RuleBook.rule(rule)?.needs.contains(.postcodes) == true
    let collection = try Collection.find(
      in: ReturnsReader.read(at: folder.path), year: CollectionYear(year),
      directory: needsPlaces ? Self.directory() : nil, authority: needsPlaces ? "E08000012" : nil)
    let run = RuleRun(collection, only: [rule])
    let found = run.rows.map { "\($0.table.code)\($0.isLast ? " last" : "") \($0.line - 1)" }
    return (wanted, Set(found), run.outcomes.first)
  }

  /// A directory of invented postcodes: QW1 in the council's own area, two miles across; QW2 in a county ten miles off;
  /// QW3 in Wales; QW4 400 miles and QW5 1,100 miles off.
  private static func directory() throws -> PostcodeDirectory {
    let folder = try TemporaryFolder([
      "list.csv": """
      pcd,laua,oseast1m,osnrth1m
      QW1 1AA,E08000012,300000,100000
      QW1 2BB,E08000012,303219,100000
      QW2 1AA,E07000008,316093,100000
      QW3 1AA,W06000001,280000,100000
      QW4 1AA,E06000001,300000,743720
      QW5 1AA,E06000001,300000,1870230

      """
    ])
    _ = try PostcodeDirectory.build(from: folder.path + "/list.csv", to: folder.path + "/places.bin")
    return try PostcodeDirectory(at: folder.path + "/places.bin")
  }

  /// Whether any of its rows fails, and whether any passes.
  var hasFailing: Bool { text.split(separator: "\n").contains { $0.hasPrefix(">") } }
  var hasPassing: Bool { text.split(separator: "\n").contains { $0.hasPrefix("  ") } }
}

/// The examples of all rules.
enum RuleExamples {
  static let all: [RuleExample] = [
    codes, identity, dates, continuity, lastYear, legalStatus, shortBreaks, temporary, placements, providers,
    postcodes, moves, leaving, uasc, reviews, missing, health, wellbeing, careLeavers, adoption, adopters,
    decisions, permanence, mothers, pupilNumbers, socialWorkers, socialWorkerHistories, liberty,
    changes, places,
  ].flatMap { $0 }
}
