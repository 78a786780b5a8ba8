import Foundation
import Support
import Testing

/// The analyst's tour of the forecast, docs/forecast.md, done as it is written: every command is run, and every line
/// that the tour quotes is looked for in what the program said.
struct ForecastTourTests {
  /// A command of the tour, with the lines quoted from its answer.
  private struct Step {
    var command: String
    var quotes: [String] = []
  }

  /// A part of the tour, under a heading.
  private struct Part {
    let title: String
    var steps: [Step] = []
    var files: [String: String] = [:]
  }

  private static let parts: [Part] = {
    let text = (try? String(contentsOfFile: Project.folder + "/docs/forecast.md", encoding: .utf8)) ?? ""
    var parts: [Part] = []
    var language: String?
    var block: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let kind = language, line == "```" {
        if !parts.isEmpty { read(block, kind, into: &parts[parts.count - 1]) }
        (language, block) = (nil, [])
      } else if language != nil {
        block.append(line)
      } else if line.hasPrefix("```") {
        language = String(line.dropFirst(3))
      } else if line.hasPrefix("## ") {
        parts.append(Part(title: String(line.dropFirst(3))))
      }
    }
    return parts.filter { !$0.steps.isEmpty }
  }()

  /// A block of `console` holds commands after `$ ` and quotes; one of `yaml` is a file named on its first line.
  private static func read(_ block: [String], _ kind: String, into part: inout Part) {
    if kind == "yaml", let first = block.first, first.hasPrefix("# ") {
      part.files[String(first.dropFirst(2))] = block.joined(separator: "\n") + "\n"
    }
    guard kind == "console" else { return }
    for line in block {
      if line.hasPrefix("$ ") {
        part.steps.append(Step(command: String(line.dropFirst(2))))
      } else if !part.steps.isEmpty, line != "…" {
        part.steps[part.steps.count - 1].quotes.append(line)
      }
    }
  }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Does a part in a folder of its own, which stands for the project's.
  private func walk(_ part: Part, links: [String: String]) throws {
    let folder = try TemporaryFolder()
    for (name, text) in part.files { try folder.write(name, Data(text.utf8)) }
    let all = links.merging(["homeward": Program.path, "Examples": Project.folder + "/Examples"]) { $1 }
    for (name, target) in all {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: target)
    }
    let path = folder.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    for step in part.steps {
      let result = try Program.run(
        ["-c", "cd '\(folder.path)' && \(step.command)"], program: "/bin/sh", environment: ["PATH": path])
      #expect(result.code == 0, "\(step.command): \(result.err)")
      let said = Self.words(result.out + "\n" + result.err)
      for quote in step.quotes {
        #expect(
          said.contains(Self.words(quote)),
          "docs/forecast.md quotes “\(quote)”, which \(step.command) does not say")
      }
    }
  }

  @Test(arguments: [
    "Run", "Read", "Doubt", "Change an assumption", "Compare plans", "Ask the other way round",
    "On several machines",
  ])
  func `every command of the tour runs and says what the tour quotes`(_ title: String) throws {
    try walk(try #require(Self.parts.first { $0.title == title }), links: [:])
  }

  @Test(.needsReference) func `the outlook of the tour runs on published counts`() throws {
    let part = try #require(Self.parts.first { $0.title == "From published counts" })
    try walk(part, links: ["downloads": try Reference.path("data/england")])
  }

  @Test func `no part of the tour is left out, and each shows something`() {
    #expect(Self.parts.count == 8)
    #expect(Self.parts.flatMap(\.steps).count >= 14)
    let silent = Self.parts.filter { $0.steps.allSatisfy(\.quotes.isEmpty) }.map(\.title)
    #expect(silent.isEmpty)
    #expect(Self.parts.flatMap(\.steps).allSatisfy { $0.command.hasPrefix("homeward ") })
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
        ["help"] + named.prefix(["scenario", "reference", "pace"].contains(named.first) ? 2 : 1))
      #expect(help.code == 0, "\(line)")
      for option in words where option.hasPrefix("--") && option != "--help" {
        #expect(help.out.contains(option + " "), "\(option) in: \(line)")
      }
    }
  }
}
