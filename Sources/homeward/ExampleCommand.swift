import ArgumentParser
import ExampleCouncil
import Operations

struct ExampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example",
    abstract: "Write the example council: six years of returns of a fictional authority, and its price list.",
    discussion: """
      Every child in it is invented. The same command always writes the same bytes.

      EXAMPLES
        homeward example wrenfield
        homeward forecast wrenfield --prices wrenfield/prices.csv
      Exit codes: homeward --help.
      """)

  @Argument(help: "A new or empty folder.", completion: .directory)
  var folder: String

  func run() throws {
    let count = try Terminal.run { try WriteExample.run(to: folder) }
    try Terminal.run {
      try Terminal.answer(
        "Wrote \(count) files of \(ExampleCouncil.name), a fictional council, to \(folder). Next:\n  homeward forecast \(folder) --prices \(folder)/prices.csv\n"
      )
    }
  }
}
