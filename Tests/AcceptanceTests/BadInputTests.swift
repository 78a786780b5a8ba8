import Foundation
import Support
import Testing

/// Folders that hold no usable returns, or only some: a clear sentence and exit code, never a trap.
struct BadInputTests {
  private func forecast(_ path: String) throws -> Program.Result {
    try Program.run(["forecast", path, "-q"])
  }

  private func folder(_ files: [String: String]) throws -> TemporaryFolder { try TemporaryFolder(files) }

  private static let header = ReturnFixture.header([("1", "01/06/2012"), ("2", "01/06/2012")])

  @Test func `a path that is not there`() throws {
    for command in ["forecast", "check"] {
      let result = try Program.run([command, "/no/such/folder"])
      #expect(result.code == 66 && result.err.contains("no file or folder called /no/such/folder"))
    }
  }

  @Test func `an empty folder, photographs, headers alone`() throws {
    let photos = try TemporaryFolder()
    for number in 1...3 { try photos.write("\(number).jpg", Data([0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 2])) }
    let folders = [
      try folder([:]), photos,
      try folder(["episodes.csv": ReturnFixture.episodes([]), "header.csv": Self.header]),
      try folder(["header.csv": Self.header]),
    ]
    for folder in folders {
      let result = try forecast(folder.path)
      #expect(result.code == 65)
      #expect(result.err.contains("No episodes were found") || result.err.contains("hold no row"))
      #expect(try Program.run(["check", folder.path, "-q"]).code == 65)
    }
    #expect(try Program.run(["check", photos.path, "-q"]).out.contains("JPEG"))
  }

  @Test func `episodes without headers`() throws {
    let folder = try folder(["e.csv": ReturnFixture.episodes([EpisodeLine("1", "01/05/2024")])])
    let result = try forecast(folder.path)
    #expect(result.code == 65 && result.err.contains("No header file was found"))
  }

  @Test func `one year only is forecast, with a warning`() throws {
    let folder = try folder([
      "e.csv": ReturnFixture.episodes([
        EpisodeLine("1", "01/05/2024", "01/09/2024", rec: "E4A"), EpisodeLine("2", "25/03/2025"),
      ]), "h.csv": Self.header,
    ])
    let result = try forecast(folder.path)
    #expect(result.code == 0 && result.out.contains("Only one year of returns"))
    #expect(result.out.contains("4 read = 4 used + 0 set aside"))
  }

  @Test func `years with a hole are forecast from the unbroken run, with a warning`() throws {
    let council = Project.folder + "/Examples/council"
    let folder = try TemporaryFolder()
    for year in ["2020-21", "2021-22", "2024-25", "2025-26"] {
      try FileManager.default.copyItem(atPath: "\(council)/\(year)", toPath: "\(folder.path)/\(year)")
    }
    let result = try forecast(folder.path)
    #expect(result.code == 0)
    #expect(result.out.contains("no return for 2022/23") && result.out.contains("no return for 2023/24"))
    #expect(result.out.contains("Rates come from 1 April 2024 to 31 March 2026"))
    #expect(result.out.contains("a year without a return"))
  }

  @Test func `two councils mixed are refused`() throws {
    let council = Project.folder + "/Examples/council"
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      for table in ["episodes", "header"] {
        let text = try String(contentsOfFile: "\(council)/2024-25/\(table).csv", encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        let mine = name == "a" ? lines : [lines[0]] + lines.dropFirst().map { "X" + $0 }
        try folder.write("\(name)/\(table).csv", Data(mine.joined(separator: "\n").utf8))
      }
    }
    let result = try forecast(folder.path)
    #expect(result.code == 65)
    #expect(result.err.contains("two councils") && result.err.contains("a/episodes.csv"))
    #expect(try Program.run(["forecast", folder.path, "-q", "--combine"]).code == 0)
  }

  @Test func `the same file twice counts once and is said`() throws {
    let council = Project.folder + "/Examples/council"
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: council + "/2025-26", toPath: folder.path + "/a")
    let once = try forecast(folder.path)
    try FileManager.default.copyItem(atPath: council + "/2025-26", toPath: folder.path + "/b")
    let twice = try forecast(folder.path)
    #expect(twice.code == 0 && twice.out.contains("the same file is there twice"))
    #expect(
      once.out.split(separator: "\n").dropFirst().prefix(20)
        == twice.out.split(separator: "\n").dropFirst().prefix(20))
  }

  @Test func `a file of two gigabytes is refused without reading it, the rest is used`() throws {
    let folder = try folder([
      "e.csv": ReturnFixture.episodes([EpisodeLine("1", "01/05/2024"), EpisodeLine("2", "25/03/2025")]),
      "h.csv": Self.header, "big.csv": "CHILD\n",
    ])
    let big = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/big.csv"))
    try big.truncate(atOffset: 2_200_000_000)
    try big.close()
    let result = try Program.run(["check", folder.path, "-q"])
    #expect(result.code == 0)
    #expect(result.out.contains("big.csv: is 2200 MB; the largest file read is 1000 MB"))
    #expect(try Program.run(["check", folder.path, "-q", "--strict"]).code == 1)
  }

  @Test func `damaged bytes anywhere never stop the program`() throws {
    let council = Project.folder + "/Examples/council/2025-26/"
    let folder = try TemporaryFolder()
    for name in ["episodes.csv", "header.csv", "uasc.csv"] {
      var data = try Data(contentsOf: URL(fileURLWithPath: council + name))
      for index in stride(from: 700, to: data.count, by: 997) {
        data[index] = UInt8(truncatingIfNeeded: index)
      }
      try folder.write(name, data)
    }
    let result = try Program.run(["check", folder.path, "-q", "--set-aside", folder.path + "/out/aside.csv"])
    #expect(result.code == 0)
    let sum = try #require(result.out.split(separator: "\n").last)
    let numbers = sum.split(whereSeparator: { !"0123456789,".contains($0) })
      .compactMap { Int($0.replacingOccurrences(of: ",", with: "")) }
    #expect(numbers.count == 3 && numbers[0] == numbers[1] + numbers[2] && numbers[2] > 50)
    let aside = try String(contentsOfFile: folder.path + "/out/aside.csv", encoding: .utf8)
    #expect(aside.hasPrefix("marking,file,line,child,column,value,reason,action\nOFFICIAL-SENSITIVE,"))
  }
}
