import Care
import Foundation
import Returns
import Support
import Units

/// Reads files written in a test.
func read(_ files: [String: String], combine: Bool = false) throws -> ReturnSet {
  let folder = try TemporaryFolder(files)
  return try ReturnsReader.read(at: folder.path, combine: combine)
}

/// Reads files of bytes written in a test.
func read(_ files: [String: Data]) throws -> ReturnSet {
  let folder = try TemporaryFolder()
  for (name, data) in files { try folder.write(name, data) }
  return try ReturnsReader.read(at: folder.path)
}

/// Joins files written in a test.
func build(_ files: [String: String], asOf: CivilDay? = nil) throws -> BuiltHistories {
  try HistoryBuilder.build(read(files), book: .standard(), asOf: asOf)
}

/// One council's files with a header for every child, all born on one day.
func council(_ returns: [String: [EpisodeLine]], birth: String = "01/06/2012") -> [String: String] {
  var files: [String: String] = [:]
  for (folder, lines) in returns {
    files[folder + "/a.csv"] = ReturnFixture.episodes(lines)
    let children = Set(lines.map(\.child)).sorted()
    files[folder + "/b.csv"] = ReturnFixture.header(children.map { ($0, birth) })
  }
  return files
}

extension BuiltHistories {
  /// The looked-after episodes of a child as "from to place", for comparing.
  func spells(_ child: String) -> [String] {
    histories.episodes.filter { histories.children[Int($0.child)].id.revealed == child }
      .map { "\($0.start) \($0.end?.description ?? "open") \($0.place)" }
  }

  func count(_ kind: HistoryFinding.Kind) -> Int { findings.count { $0.kind == kind } }
}

extension ReturnSet {
  func count(_ reason: SetAside.Reason) -> Int {
    setAside.filter { $0.reason == reason }.reduce(0) { $0 + $1.rows }
  }

  func notes(_ kind: ReadingNote.Kind) -> [ReadingNote] { notes.filter { $0.kind == kind } }
}
