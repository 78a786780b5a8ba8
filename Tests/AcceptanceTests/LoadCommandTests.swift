import Foundation
import Support
import Testing

/// Keeping returns and statistics from the command line.
struct LoadCommandTests {
  private let council = Project.folder + "/Examples/council"

  @Test func `returns are kept once and listed`() throws {
    let folder = try TemporaryFolder()
    let store = folder.path + "/wrenfield.sqlite"
    let first = try Program.run(["load", council, "--store", store, "--council", "Wrenfield", "-q"])
    #expect(first.code == 0 && first.out.contains("of Wrenfield as load 1"))
    #expect(first.out.contains("rows read = ") && first.err.isEmpty)
    let again = try Program.run(["load", council, "--store", store, "-q"])
    #expect(again.code == 0 && again.out.hasPrefix("Nothing is new"))
    let list = try Program.run(["loads", "--store", store])
    #expect(list.code == 0 && list.out.contains("Loads of Wrenfield") && list.out.contains("2020/21–2025/26"))
    let other = try Program.run(["load", council, "--store", store, "--council", "Elsewhere", "-q"])
    #expect(other.code == 64 && other.err.contains("The store holds the returns of Wrenfield"))
  }

  @Test func `without the option the store is in the data folder`() throws {
    let folder = try TemporaryFolder()
    let environment = ["XDG_DATA_HOME": folder.path]
    let none = try Program.run(["loads"], environment: environment)
    #expect(none.code == 0 && none.out.contains("There is no store"))
    let kept = try Program.run(["load", council + "/2024-25", "-q"], environment: environment)
    #expect(kept.code == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/homeward/homeward.sqlite"))
  }

  @Test func `a file that is no store, a folder without returns`() throws {
    let folder = try TemporaryFolder([
      "notes.txt": String(repeating: "These are notes. ", count: 50), "a/x.csv": "A,B\n1,2\n",
    ])
    let notes = try Program.run(["loads", "--store", folder.path + "/notes.txt"])
    #expect(notes.code == 65 && notes.err.contains("is not a store of Homeward's"))
    let empty = try Program.run(["load", folder.path + "/a", "--store", folder.path + "/s.sqlite", "-q"])
    #expect(empty.code == 64 && empty.err.contains("no table of the return"))
    let unwritable = try Program.run(["load", council, "--store", "/proc/nowhere/s.sqlite", "-q"])
    #expect(unwritable.code == 73)
  }

  @Test func `statistics are added once and listed with their licence`() throws {
    let folder = try TemporaryFolder([
      "in/population.csv": "mid_year,level,la_code3,la_code,pop_0_17\n2024,N,,E92000001,12183016\n",
      "in/b.csv": "A\n1\n",
    ])
    let store = folder.path + "/s.sqlite"
    let first = try Program.run(["reference", "add", folder.path + "/in", "--store", store, "-q"])
    #expect(first.code == 0 && first.out.contains("b.csv: not one of the statistics used here"))
    let again = try Program.run(["reference", "add", folder.path + "/in", "--store", store, "-q"])
    #expect(again.out.contains("In the store already, unchanged"))
    let list = try Program.run(["reference", "list", "--store", store])
    let words = list.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains("mid-year") && words.contains("estimates")
        && list.out.contains("Open Government Licence v3.0"))
  }

  @Test func `measures stand beside published figures`() throws {
    let folder = try TemporaryFolder([
      "in/cla.csv": """
      year,level,la_code3,la_code,name,region,measure,value,flag,source
      2025,N,,E92000001,England,,cla_rate_per_10k,67,,R
      2025,L,890,E06000009,Blackpool,North West,cla_rate_per_10k,184,,R
      2025,L,890,E06000009,Blackpool,North West,pop_0_17_used,28923,,R

      """
    ])
    let store = folder.path + "/s.sqlite"
    let none = try Program.run(["measures", council, "--beside", "Blackpool", "--store", store, "-q"])
    #expect(none.code == 64 && none.err.contains("homeward reference add"))
    _ = try Program.run(["reference", "add", folder.path + "/in", "--store", store, "-q"])
    let beside = try Program.run(["measures", council, "--beside", "blackpool", "--store", store, "-q"])
    #expect(beside.code == 0 && beside.out.contains("184") && beside.out.contains("2024/25"))
    #expect(beside.out.contains("28,923") || !beside.out.contains("needs population"))
    #expect(beside.out.contains("Open Government Licence v3.0"))
    let wrong = try Program.run(["measures", council, "--beside", "Blackpol", "--store", store, "-q"])
    #expect(wrong.code == 64 && wrong.err.contains("Did you mean Blackpool?"))
  }
}
