import Foundation
import Support
import Testing

/// `homeward check` with its rules, as its user runs it.
struct CheckCommandTests {
  /// A return with two faults: an episode that starts before the one before has ended, and a code that is none.
  private let files = [
    "returns/episodes.csv": ReturnFixture.episodes([
      EpisodeLine("101", "01/04/2024", "01/06/2024"), EpisodeLine("101", "20/05/2024", rne: "P"),
      EpisodeLine("102", "01/05/2024", ls: "C9"),
    ]),
    "returns/header.csv": ReturnFixture.header([("101", "01/06/2012"), ("102", "01/06/2013")]),
  ]

  private func check(_ folder: TemporaryFolder, _ more: String...) throws -> Program.Result {
    try Program.run(
      ["check", folder.path + "/returns", "-q", "--store", folder.path + "/store.sqlite"] + more)
  }

  @Test func `the findings say rule, place, value and what to do`() throws {
    let folder = try TemporaryFolder(files)
    let out = folder.path + "/findings.csv"
    let result = try check(folder, "--findings", out, "--rules", "501,144")
    #expect(result.code == 0 && result.out.contains("2 rows of 2 children fail 2 of the 2 rules run"))
    let lines = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n")
    #expect(lines.first == "rule,severity,table,file,line,child,column,value,message,action")
    #expect(lines.count == 3)
    #expect(lines.contains { $0.hasPrefix("501,error,Episodes,episodes.csv,3,101,DECOM|DEC,20/05/2024|,") })
    #expect(lines.contains { $0.hasPrefix("144,error,Episodes,episodes.csv,4,102,LS,C9,") })
    let mode = try FileManager.default.attributesOfItem(atPath: out)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `text, CSV and JSON tell of the same findings`() throws {
    let folder = try TemporaryFolder(files)
    let out = folder.path + "/findings.csv"
    let text = try check(folder, "--findings", out)
    let json = try check(folder, "--json")
    struct Report: Decodable {
      struct Rules: Decodable {
        struct Line: Decodable { let rule: String, rows: Int }
        struct Row: Decodable { let rule: String, line: Int }
        let byRule: [Line], findings: [Row]
      }
      let rules: Rules
    }
    let rules = try JSONDecoder().decode(Report.self, from: Data(json.out.utf8)).rules
    let lines = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(rules.findings.count == lines.count && !lines.isEmpty)
    for rule in rules.byRule {
      #expect(lines.count { $0.hasPrefix(rule.rule + ",") } == rule.rows)
      #expect(text.out.contains(rule.rule))
    }
    #expect(!text.out.contains("101") || text.out.contains(" 101 "), "no child's identifier in the text")
  }

  @Test func `a spreadsheet is written where the name asks for one`() throws {
    let folder = try TemporaryFolder(files)
    #expect(try check(folder, "--findings", folder.path + "/f.xlsx").code == 0)
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/f.xlsx"))
    #expect(data.prefix(2) == Data("PK".utf8) && data.count > 3000)
  }

  @Test func `the next return is compared with the load: new, still there, put right`() throws {
    let folder = try TemporaryFolder(files)
    let load = try Program.run(
      ["load", folder.path + "/returns", "-q", "--store", folder.path + "/store.sqlite"])
    #expect(load.code == 0)
    #expect(try check(folder, "--rules", "501,144").out.contains("0 new, 2 still there, 0 put right"))
    try folder.write(
      "returns/episodes.csv",
      Data(
        ReturnFixture.episodes([
          EpisodeLine("101", "01/04/2024", "01/06/2024"), EpisodeLine("101", "20/05/2024", rne: "P"),
          EpisodeLine("102", "01/05/2024", ls: "C2"), EpisodeLine("103", "01/05/2024", ls: "C8"),
        ]).utf8))
    let next = try check(folder, "--rules", "501,144")
    #expect(next.out.contains("1 new, 1 still there, 1 put right"))
    #expect(!(try check(folder, "--no-compare").out.contains("still there")))
  }

  @Test func `a load of another year is not compared with, and a load can be forgotten`() throws {
    let folder = try TemporaryFolder([
      "old/episodes.csv": ReturnFixture.episodes([EpisodeLine("101", "01/05/2022", "01/06/2022")]),
      "returns/episodes.csv": files["returns/episodes.csv"] ?? "",
    ])
    let store = ["--store", folder.path + "/store.sqlite"]
    #expect(try Program.run(["load", folder.path + "/old", "-q"] + store).code == 0)
    #expect(try check(folder).out.contains("Not compared with load 1, whose latest return is of 2022/23"))
    let next = try Program.run(["load", folder.path + "/returns", "-q"] + store)
    #expect(next.code == 0 && next.out.contains("Not compared with the load before"))
    #expect(try Program.run(["loads", "--forget", "1"] + store).out.contains("Forgot load 1"))
    #expect(try Program.run(["loads", "--forget", "1"] + store).code == 64)
    let left = try Program.run(["loads"] + store)
    #expect(left.out.contains("2024/25") && !left.out.contains("2022/23"))
  }

  @Test func `another council's returns are not kept in a council's store`() throws {
    func episodes(_ first: Int) -> String {
      ReturnFixture.episodes((first..<(first + 20)).map { EpisodeLine("\($0)", "01/05/2024") })
    }
    func header(_ first: Int) -> String {
      ReturnFixture.header((first..<(first + 20)).map { ("\($0)", "01/06/2012") })
    }
    let folder = try TemporaryFolder([
      "a/episodes.csv": episodes(100), "a/header.csv": header(100), "b/episodes.csv": episodes(500),
      "b/header.csv": header(500),
    ])
    let store = ["--store", folder.path + "/store.sqlite"]
    #expect(try Program.run(["load", folder.path + "/a", "-q"] + store).code == 0)
    let other = try Program.run(["load", folder.path + "/b", "-q"] + store)
    #expect(other.code == 64 && other.err.contains("another council's"))
  }

  @Test func `what is read is never written over, and settings that don't fit are refused`() throws {
    let folder = try TemporaryFolder(files)
    let store = folder.path + "/store.sqlite"
    for (arguments, words) in [
      (["--findings", folder.path + "/returns/episodes.csv"], "among what is read"),
      (["--findings", store], "among what is read"),
      (["--findings", "a.csv", "--set-aside", "a.csv"], "same file"), (["--rules", "999"], "no rule 999"),
      (["--rules", ""], "names no rule"), (["--rules-of", "1999/00"], "2018/19 to 2026/27"),
      (["--authority", "Blackpool"], "E and eight digits"),
    ] {
      let result = try Program.run(
        ["check", folder.path + "/returns", "-q", "--store", store] + arguments)
      #expect(result.code == 64 && result.err.contains(words), "\(arguments): \(result.err)")
    }
    #expect(try check(folder, "--year", "24/25").code == 0)
  }

  @Test func `two folders with the same year's return are not checked as one`() throws {
    let folder = try TemporaryFolder([
      "returns/a/episodes.csv": files["returns/episodes.csv"] ?? "",
      "returns/b/episodes.csv": (files["returns/episodes.csv"] ?? "") + "\n",
    ])
    let result = try check(folder)
    #expect(result.code == 64 && result.err.contains("two returns of 2024/25"))
  }

  @Test func `a store that can't be read does not stop the check`() throws {
    let folder = try TemporaryFolder(files)
    try folder.write("store.sqlite", Data("no database".utf8))
    let result = try check(folder)
    #expect(result.code == 0 && result.err.contains("Not compared with the last load"))
  }

  @Test func `a full disk is said and not a crash`() throws {
    let folder = try TemporaryFolder(files)
    let result = try Program.run(["check", folder.path + "/returns", "-q"], output: "/dev/full")
    #expect(result.code == 73 && result.err.contains("can't be written"))
  }
}
