import Foundation
import Support
import Testing

/// Futures simulated apart and joined, as their user does it, on the bundled example council.
struct MergeCommandTests {
  private static let council = Project.folder + "/Examples/council"

  private func forecast(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Program.Result {
    let result = try Program.run(
      ["forecast", Self.council, "-q", "--until", "2027-09-30"] + arguments, environment: environment)
    return result
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  @Test func `sixty futures in one run are byte for byte those of parts merged, on any number of threads`()
    throws
  {
    let folder = try TemporaryFolder()
    func path(_ name: String) -> String { folder.path + "/" + name }
    let whole = try forecast(
      "--futures", "0..<60", "--json", "--csv", path("a.csv"), "--save", path("all.csv"))
    #expect(whole.code == 0)
    for (run, threads) in [1, 2, 7].enumerated() {
      let parts = [path("p\(run)"), path("q\(run)")]
      #expect(
        try forecast("--futures", "0..<25", "--threads", "\(threads)", "--save", parts[0]).code == 0)
      #expect(
        try forecast("--futures", "25..59", "--threads", "\(8 - threads)", "--save", parts[1]).code == 0)
      let merged = path("m\(run)")
      let order = run == 1 ? parts.reversed() : parts
      let merge = try Program.run(["merge"] + order + ["--output", merged])
      #expect(merge.code == 0 && merge.err.contains("futures 0 to 59"))
      #expect(try bytes(merged) == bytes(path("all.csv")))
      let used = try forecast("--use", merged, "--json", "--csv", path("b.csv"))
      #expect(used.code == 0 && used.out == whole.out)
      #expect(try bytes(path("b.csv")) == bytes(path("a.csv")))
    }
  }

  @Test func `the bytes are the same where the processor has no fused multiply-add`() throws {
    let folder = try TemporaryFolder()
    let plain = try forecast("--futures", "40", "--json", "--save", folder.path + "/a")
    let other = try forecast(
      "--futures", "40", "--json", "--save", folder.path + "/b",
      environment: ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-FMA,-AVX2,-AVX2_Usable"])
    #expect(plain.code == 0 && plain.out == other.out)
    #expect(try bytes(folder.path + "/a") == bytes(folder.path + "/b"))
  }

  @Test func `a file made from anything else is refused, with what differs`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/f"
    #expect(try forecast("--futures", "5", "--save", file).code == 0)
    for (arguments, words) in [
      (["--uplift", "4"], "other prices"), (["--until", "2028-03-31"], "months"),
      (["--as-of", "2025-12-31"], "months"), (["--reference", "2024-04-01..2026-03-31"], "reference period"),
      (["--prices", Self.council + "/prices.csv"], "other prices"),
    ] {
      let result = try Program.run(
        ["forecast", Self.council, "-q", "--until", "2027-09-30", "--use", file] + arguments)
      #expect(result.code == 65 && result.err.contains(words) && result.out.isEmpty, "\(arguments)")
    }
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let header = try #require(JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(header["seed"] as? Int == 1 && header["first"] as? Int == 0 && header["last"] as? Int == 4)
    for (damaged, words) in [
      (text.replacingOccurrences(of: "\"seed\":1", with: "\"seed\":2"), "checksum"),
      (lines.dropLast(3).joined(separator: "\n"), "ends"),
      ((lines[..<20] + lines[21...]).joined(separator: "\n"), "line 21"),
      ("CHILD,DECOM\n", "line 1"), ("", "line 1"),
    ] {
      let path = try folder.write("damaged", Data(damaged.utf8))
      for result in [
        try forecast("--use", path), try Program.run(["merge", path, "--output", folder.path + "/x"]),
      ] {
        #expect(result.code == 65 && result.err.contains(words) && result.out.isEmpty, "\(result.err)")
      }
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/x"))
  }

  @Test func `parts of other seeds or inputs, overlaps and gaps are refused with what to do`() throws {
    let folder = try TemporaryFolder()
    func part(_ name: String, _ arguments: [String]) throws -> String {
      let path = folder.path + "/" + name
      let result = try Program.run(
        ["forecast", Self.council, "-q", "--until", "2027-09-30", "--save", path] + arguments)
      #expect(result.code == 0)
      return path
    }
    let first = try part("a", ["--futures", "3"])
    for (name, arguments, words) in [
      ("b", ["--futures", "3..5", "--seed", "2"], "seed"),
      ("c", ["--futures", "3..5", "--uplift", "4"], "prices"),
      ("d", ["--futures", "2..5"], "both hold future 2"), ("e", ["--futures", "5..6"], "--futures 3..4"),
    ] {
      let other = try part(name, arguments)
      let result = try Program.run(["merge", first, other, "--output", folder.path + "/out"])
      #expect(result.code == 64 && result.err.contains(words), "\(result.err)")
    }
    #expect(try Program.run(["merge", first, "--output", first]).code == 64)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
    let both = try Program.run(["forecast", Self.council, "--save", first, "--use", first])
    #expect(both.code == 64)
    let sector = try Program.run(["forecast", Self.council, "--method", "stock-flow", "--save", first])
    #expect(sector.code == 64)
  }

  @Test func `a run that is stopped leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    let errors = try folder.write("err", Data())
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = [
      "forecast", Self.council, "--futures", "40000", "--threads", "1", "--save", folder.path + "/out/f",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
    while process.isRunning, try !String(contentsOfFile: errors, encoding: .utf8).contains("Simulating") {
      usleep(20_000)
    }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    #expect(try String(contentsOfFile: errors, encoding: .utf8).contains("Stopped: nothing was written."))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["err"])
  }
}
