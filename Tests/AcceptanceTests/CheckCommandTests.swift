import Foundation
import Support
import Testing

/// What `homeward check` writes, and what it will not write over.
struct CheckCommandTests {
  private let episodes = ReturnFixture.episodes([
    EpisodeLine("1", "01/05/2024", "01/06/2024"), EpisodeLine("1", "20/05/2024"),
    EpisodeLine("2", "31/02/2024"),
  ])

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test(arguments: ["findings.csv", "findings.xlsx"])
  func `findings and rows set aside are for their owner's eyes only`(_ name: String) throws {
    let folder = try TemporaryFolder([
      "in/episodes.csv": episodes,
      "in/header.csv": ReturnFixture.header([("1", "01/06/2012"), ("2", "01/06/2012")]),
    ])
    let (findings, aside) = (folder.path + "/out/" + name, folder.path + "/out/aside.csv")
    let run = try Program.run([
      "check", folder.path + "/in", "--findings", findings, "--set-aside", aside, "--no-compare", "-q",
    ])
    #expect(run.code == 0 && run.err.contains("Wrote \(findings)") && run.err.contains("Wrote \(aside)"))
    #expect(try mode(findings) == 0o600 && mode(aside) == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").count == 2)
  }

  @Test(arguments: ["--findings", "--set-aside"])
  func `a return is never written over`(_ option: String) throws {
    let folder = try TemporaryFolder(["in/episodes.csv": episodes])
    let file = folder.path + "/in/episodes.csv"
    let run = try Program.run(["check", folder.path + "/in", option, file, "--no-compare", "-q"])
    #expect(run.code == 64 && run.err.contains("would be overwritten"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == episodes)
  }

  @Test func `two results are not written to one file`() throws {
    let folder = try TemporaryFolder(["in/episodes.csv": episodes])
    let out = folder.path + "/out.csv"
    let run = try Program.run([
      "check", folder.path + "/in", "--findings", out, "--set-aside", out, "--no-compare", "-q",
    ])
    #expect(run.code == 64 && run.err.contains("--findings and --set-aside name the same file"))
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test func `findings that there can't be are said not to be written`() throws {
    let folder = try TemporaryFolder(["in/notes.csv": "A,B\n1,2\n"])
    let out = folder.path + "/out.csv"
    let run = try Program.run(["check", folder.path + "/in", "--findings", out, "--no-compare", "-q"])
    #expect(run.err.contains("\(out) is not written"))
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test func `a postcode list is never written over`() throws {
    let list = "pcd,laua,oseast1m,osnrth1m\nQW1 1AA,E08000012,300000,100000\n"
    let folder = try TemporaryFolder(["list.csv": list])
    let file = folder.path + "/list.csv"
    let run = try Program.run(["postcodes", file, "--to", file])
    #expect(run.code == 64 && run.err.contains("would be overwritten"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == list)
  }
}
