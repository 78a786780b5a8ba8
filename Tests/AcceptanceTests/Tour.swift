import Foundation
import Support
import Testing

/// A guide in docs, done as it is written: every command is run, and every line that it quotes is looked for in what the
/// program said.
struct Tour {
  /// A command of the tour, with the lines quoted from its answer.
  struct Step {
    var command: String
    var quotes: [String] = []
  }

  /// A part of the tour, under a heading.
  struct Part {
    let title: String
    var steps: [Step] = []
    var files: [String: String] = [:]
  }

  /// The guide's path in the project.
  let path: String
  /// Its parts that run something.
  let parts: [Part]

  init(_ path: String) {
    self.path = path
    let text = (try? String(contentsOfFile: Project.folder + "/" + path, encoding: .utf8)) ?? ""
    var parts: [Part] = []
    var language: String?
    var block: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let kind = language, line == "```" {
        if !parts.isEmpty { Tour.read(block, kind, into: &parts[parts.count - 1]) }
        (language, block) = (nil, [])
      } else if language != nil {
        block.append(line)
      } else if line.hasPrefix("```") {
        language = String(line.dropFirst(3))
      } else if line.hasPrefix("## ") {
        parts.append(Part(title: String(line.dropFirst(3))))
      }
    }
    self.parts = parts.filter { !$0.steps.isEmpty }
  }

  /// A block of `console` holds commands after `$ ` and quotes, of which … leaves something out; one of `yaml` is a
  /// file, named on its first line.
  private static func read(_ block: [String], _ kind: String, into part: inout Part) {
    if kind == "yaml", let first = block.first, first.hasPrefix("# ") {
      part.files[String(first.dropFirst(2))] = block.joined(separator: "\n") + "\n"
    }
    guard kind == "console" else { return }
    for line in block {
      if line.hasPrefix("$ ") {
        part.steps.append(Step(command: String(line.dropFirst(2))))
      } else if !part.steps.isEmpty {
        part.steps[part.steps.count - 1].quotes.append(line)
      }
    }
  }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Does a part in a folder of its own, which stands for the project's.
  func walk(_ title: String, links: [String: String] = [:]) throws {
    let part = try #require(parts.first { $0.title == title })
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
      let said = Tour.words(result.out + "\n" + result.err)
      for quote in step.quotes.flatMap({ $0.split(separator: "…") }) {
        #expect(
          said.contains(Tour.words(String(quote))),
          "\(self.path) quotes “\(quote)”, which is not what \(step.command) says")
      }
    }
  }
}
