import Foundation
import Support
import Testing

/// The analyst's tour of the forecast, docs/forecast.md, done as it is written.
struct ForecastTourTests {
  private static let tour = Tour("docs/forecast.md")

  @Test(arguments: [
    "Run", "Read", "Doubt", "Change an assumption", "Compare plans", "Ask the other way round",
    "On several machines",
  ])
  func `every command of the tour runs and says what the tour quotes`(_ title: String) throws {
    try Self.tour.walk(title)
  }

  @Test(.needsReference) func `the outlook of the tour runs on published counts`() throws {
    try Self.tour.walk("From published counts", links: ["downloads": try Reference.path("data/england")])
  }

  @Test func `no part of the tour is left out, and each shows something`() {
    #expect(Self.tour.parts.count == 8)
    #expect(Self.tour.parts.flatMap(\.steps).count >= 14)
    let silent = Self.tour.parts.filter { $0.steps.allSatisfy(\.quotes.isEmpty) }.map(\.title)
    #expect(silent.isEmpty)
    #expect(Self.tour.parts.flatMap(\.steps).allSatisfy { $0.command.hasPrefix("homeward ") })
  }

  @Test func `the commands and options that the README names are there`() throws {
    let readme = try String(contentsOfFile: Project.folder + "/README.md", encoding: .utf8)
    let lines = readme.split(separator: "\n").filter { $0.hasPrefix("    homeward ") }
    #expect(lines.count > 20)
    for line in lines {
      let command = line.dropFirst(4).replacing("   ", with: "\t").prefix { $0 != "\t" }
      let words = command.split(separator: " ").map(String.init)
      let named = words.dropFirst().prefix { !$0.hasPrefix("-") }
      // A second word is a subcommand of some commands, and a folder of the others.
      let help = try Program.run(
        ["help"] + named.prefix(["scenario", "reference", "pace", "case"].contains(named.first) ? 2 : 1))
      #expect(help.code == 0, "\(line)")
      for option in words where option.hasPrefix("--") && option != "--help" {
        #expect(help.out.contains(option + " "), "\(option) in: \(line)")
      }
    }
  }
}
