import ArgumentParser
import Operations
import Units

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules a return is checked by, or say all about some of them.",
    discussion: """
      EXAMPLES
        homeward rules
        homeward rules 501 502
        homeward rules --year 2025/26
      """)

  @Argument(help: "Codes of rules to say more about.")
  var codes: [String] = []

  @Option(help: ArgumentHelp("List only the rules of a collection year.", valueName: "2025/26"))
  var year: CollectionYear?

  @Flag(help: "Print the page of the documentation, in Markdown.")
  var markdown = false

  func run() throws {
    try Terminal.run {
      if markdown { return try Terminal.answer(ListRules.page()) }
      try Terminal.answer(codes.isEmpty ? try ListRules.all(in: year) : try ListRules.details(of: codes))
    }
  }
}
