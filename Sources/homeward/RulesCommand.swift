import ArgumentParser
import Operations
import Reporting
import Rules
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
      if markdown { return Terminal.answer(RuleCatalogue.markdown()) }
      if codes.isEmpty { return Terminal.answer(RuleCatalogue.text(in: year)) }
      for code in codes {
        guard let rule = RuleBook.rule(code) else {
          let left = RuleBook.leftOut.first { $0.code.lowercased() == code.lowercased() }
          throw OperationError.setting(
            left.map { "Rule \($0.code) is left out. \($0.reason)" }
              ?? "There is no rule \(code). `homeward rules` lists them.")
        }
        Terminal.answer(RuleCatalogue.detail(rule))
      }
    }
  }
}
