import Foundation
import Returns
import Rules
import Support
import Testing
import Units

struct CollectionTests {
  private func collection(
    _ files: [String: [EpisodeLine]], year: String? = nil
  ) throws -> Collection {
    let folder = try TemporaryFolder(files.mapValues(ReturnFixture.episodes))
    return try Collection.find(
      in: ReturnsReader.read(at: folder.path), year: year.flatMap(CollectionYear.init))
  }

  private let older = [EpisodeLine("1", "01/05/2023", "01/06/2023")]
  private let newer = [EpisodeLine("1", "01/05/2024", "01/06/2024"), EpisodeLine("2", "01/05/2024")]

  @Test func `without a year stated the latest return is checked, with the year before it`() throws {
    let found = try collection(["a/episodes.csv": older, "b/episodes.csv": newer])
    #expect(found.year.description == "2024/25")
    #expect(found.now.episodes.rows.count == 2)
    #expect(found.last?.episodes.rows.count == 1)
  }

  @Test func `two years' files in one folder are told apart by their dates`() throws {
    let found = try collection(["one.csv": older, "two.csv": newer])
    #expect(found.now.episodes.rows.count == 2 && found.last?.episodes.rows.count == 1)
  }

  @Test func `a single return is the year stated, whatever its dates say`() throws {
    let found = try collection(["episodes.csv": older], year: "2024/25")
    #expect(found.year.description == "2024/25" && found.now.episodes.rows.count == 1)
  }

  @Test func `with a year stated, the names of folders go before the dates in them`() throws {
    let found = try collection(["2025/episodes.csv": older, "2024/episodes.csv": newer], year: "2024/25")
    #expect(found.now.episodes.rows.count == 1 && found.last?.episodes.rows.count == 2)
    let last = try collection(["last/episodes.csv": newer, "episodes.csv": older], year: "2024/25")
    #expect(last.now.episodes.rows.count == 1 && last.last?.episodes.rows.count == 2)
  }

  @Test func `the same file in both years stands in both returns`() throws {
    let found = try collection(["2025/episodes.csv": newer, "2024/episodes.csv": newer], year: "2024/25")
    #expect(found.now.episodes.rows.count == 2 && found.last?.episodes.rows.count == 2)
  }

  @Test func `a year that is not there is refused, with those that are`() throws {
    let error = #expect(throws: CollectionError.self) {
      try collection(["2025/episodes.csv": newer, "2024/episodes.csv": older], year: "2019/20")
    }
    #expect(error?.description.contains("no return of 2019/20: those found are of 2023/24, 2024/25") == true)
  }

  @Test func `nothing to check and files of no year are refused, with what to do`() throws {
    let notes = try TemporaryFolder(["notes.csv": "A,B\n1,2\n"])
    let nothing = #expect(throws: CollectionError.nothingRead) {
      try Collection.find(in: ReturnsReader.read(at: notes.path))
    }
    #expect(nothing?.description.contains("Give the folder") == true)
    let undated = try TemporaryFolder(["header.csv": ReturnFixture.header([("1", "01/06/2012")])])
    let unknown = #expect(throws: CollectionError.unknownYear) {
      try Collection.find(in: ReturnsReader.read(at: undated.path))
    }
    #expect(unknown?.description.contains("--year") == true)
    let stated = try Collection.find(
      in: ReturnsReader.read(at: undated.path), year: CollectionYear(startYear: 2024))
    #expect(stated.now.header.rows.count == 1)
  }

  @Test func `a rule without its table says that it could not run`() throws {
    let run = RuleRun(try collection(["episodes.csv": newer]), only: ["302"])
    #expect(run.outcomes == [.notRun("needs this year's Header table")])
  }

  @Test func `rows and children are counted once, whatever number of rules they fail`() throws {
    let lines = [
      EpisodeLine("1", "01/06/2024", "01/05/2024"), EpisodeLine("1", "01/04/2026"),
      EpisodeLine("2", "01/04/2026", "01/05/2024"), EpisodeLine("3", "01/05/2024"),
    ]
    let run = RuleRun(try collection(["episodes.csv": lines], year: "2024/25"), only: ["354", "356"])
    let counts = FindingCounts(run)
    #expect(run.rules.map(\.code) == ["354", "356"])
    #expect(counts.byRule.map(\.rows) == [2, 2] && counts.byRule.map(\.children) == [2, 2])
    #expect(counts.all.rows == 3 && counts.all.children == 2)
    #expect(counts.byTable.map(\.table) == [.episodes])
    #expect(counts.byTable.map(\.rows) == [3] && counts.byTable.map(\.findings) == [4])
  }

  @Test func `rows with dates that can't be read are judged, and other dates are not silenced`() throws {
    let bad = [
      EpisodeLine("1", "31/02/2024", "01/06/2024"), EpisodeLine("1", "01/05/2024", "20/05/2024"),
      EpisodeLine("1", "10/05/2024"),
    ]
    let run = RuleRun(try collection(["episodes.csv": bad], year: "2024/25"), only: ["501"])
    #expect(run.rows.map(\.line) == [4])
    #expect(run.collection.now.episodes.rows.count == 3)
  }

  @Test(arguments: [
    ("2025/episodes.csv", "2024/25"), ("SSDA903_2024_episodes.csv", "2023/24"),
    ("2024-25/episodes.csv", "2024/25"), ("returns 2024_25/x.csv", "2024/25"),
    ("episodes2023.csv", "2022/23"),
  ])
  func `the year a name tells of`(path: String, year: String) throws {
    #expect(YearHint(path: path) == .year(try #require(CollectionYear(year))))
  }

  @Test func `names that tell of last year, and those that tell nothing`() {
    #expect(YearHint(path: "episodes_last.csv") == .previous)
    #expect(YearHint(path: "Previous year/episodes.csv") == .previous)
    #expect(YearHint(path: "previous_permanence.csv") == .none)
    #expect(YearHint(path: "a/b/episodes.csv") == .none)
  }
}
