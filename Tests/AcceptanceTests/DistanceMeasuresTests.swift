import Foundation
import Support
import Testing

/// Distance from home and the council's own area in `homeward measures`, by a postcode directory.
struct DistanceMeasuresTests {
  /// Twelve children placed 24.9 miles from home, in another authority's area.
  private func council() throws -> TemporaryFolder {
    let children = (100..<112).map { "\($0)" }
    return try TemporaryFolder([
      "in/e.csv": ReturnFixture.episodes(children.map { EpisodeLine($0, "01/05/2024") }),
      "in/h.csv": ReturnFixture.header(children.map { (child: $0, birth: "01/06/2014") }),
      "list.csv":
        "pcd,laua,oseast1m,osnrth1m\nQW1 1AA,E08000012,500000,200000\nQW2 2BB,E08000011,540000,200000\n",
    ])
  }

  private func line(_ label: String, in text: String) -> [String]? {
    text.split(separator: "\n").first { $0.contains(label) }?.split(separator: " ").suffix(3).map(String.init)
  }

  @Test func `with a directory and the council's code, distance and area are counted and open`() throws {
    let folder = try council()
    let file = folder.path + "/list.bin"
    #expect(try Program.run(["postcodes", folder.path + "/list.csv", "--to", file]).code == 0)
    func measures(_ arguments: String...) throws -> Program.Result {
      try Program.run(
        ["measures", folder.path + "/in", "-q"] + arguments, environment: ["HOMEWARD_POSTCODES": file])
    }
    let result = try measures("--authority", "E08000012", "--html", folder.path + "/m.html")
    for label in [
      "Placed more than 20 miles from home", "Placed outside the council's area",
      "Placed outside the area and more than 20 miles from home",
    ] { #expect(line(label, in: result.out) == ["100.0%", "12", "12"], "\(label)") }
    #expect(!result.out.contains("homeward postcodes"))
    let page = try String(contentsOfFile: folder.path + "/m.html", encoding: .utf8)
    for words in ["href=\"#distance\"", "href=\"#area\"", "How far from home children are placed"] {
      #expect(page.contains(words), "\(words)")
    }
    let opened = try measures("--authority", "E08000012", "--open", "outside-over-20-miles")
    #expect(opened.out.contains("24.9 miles from home, outside the council's area"))
    let own = try measures("--authority", "E08000011")
    #expect(line("Placed outside the council's area", in: own.out) == ["0.0%", "0", "12"])
    let noCode = try measures()
    #expect(noCode.out.contains("Placed more than 20 miles") && noCode.out.contains("--authority"))
    #expect(!noCode.out.contains("Placed outside the"))
  }

  @Test func `without a directory it is said why they are not made and how to get them`() throws {
    let folder = try council()
    let result = try Program.run(
      ["measures", folder.path + "/in", "-q"], environment: ["HOMEWARD_POSTCODES": ""])
    #expect(result.code == 0 && !result.out.contains("Placed more than 20 miles"))
    #expect(result.out.contains("How far from home") && result.out.contains("homeward postcodes"))
  }
}
