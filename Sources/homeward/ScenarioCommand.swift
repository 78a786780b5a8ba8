import ArgumentParser
import Operations
import Reporting
import Units

struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario",
    abstract:
      "Write and check a what-if: changes to rates, and initiatives with what they cost and are expected to do.",
    discussion: """
      EXAMPLES
        homeward scenario template > plan.yaml     an example to write one from
        homeward scenario check plan.yaml          what is understood of it
        homeward scenario schema > schema.json     for editors that help in writing

      Exit codes: homeward --help.
      """,
    subcommands: [CheckScenario.self, Template.self, Schema.self])

  struct CheckScenario: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Say what is understood of a scenario, or all that is wrong with it.",
      discussion: """
        EXAMPLES
          homeward scenario check plan.yaml
          homeward scenario check plan.yaml --categories categories.csv
          homeward scenario check plan.yaml --as-of 2026-03-31
        """)

    @Argument(help: "The scenario, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Option(
      help: ArgumentHelp(
        "A CSV of the council's own categories: category,label,place,provider,from_year,to_year.",
        valueName: "file"),
      completion: .file(extensions: ["csv"]))
    var categories: String?

    @Option(
      help: ArgumentHelp(
        "The last day known: warns of initiatives that start by then.", valueName: "date"))
    var asOf: CivilDay?

    func run() throws {
      let isUsable = try Terminal.run {
        let (reading, book) = try ReadScenario.run(file, categories: categories, asOf: asOf)
        try Terminal.answer(Words.broken(reading.text(book)))
        return reading.scenario != nil
      }
      if !isUsable { throw ExitCode(65) }
    }
  }

  struct Template: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "template",
      abstract: "Print an example with every kind of initiative, its figures invented.")

    func run() throws { try Terminal.run { try Terminal.answer(ReadScenario.template) } }
  }

  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema",
      abstract: "Print a JSON Schema of scenarios, for editors.")

    func run() throws { try Terminal.run { try Terminal.answer(ReadScenario.schema) } }
  }
}
