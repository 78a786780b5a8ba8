import ArgumentParser
import Files
import Operations
import Plans
import Reporting
import Units

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Write and check a savings plan, and say how it stands: from evidence, not from what is typed.",
    discussion: """
      EXAMPLES
        homeward plan template > plan.yaml           an example to write one from
        homeward plan template --xlsx plan.xlsx      the same as a spreadsheet
        homeward plan check plan.yaml                what is wrong with it, the gravest first
        homeward plan read paper.docx --output plan.yaml   propose one from a paper
        homeward plan check --rules                  what a plan is checked for, and why
        homeward plan show plan.yaml --by owner      who does what, what is overdue first
        homeward plan status plan.yaml --returns returns   how it stands
        homeward plan bridge plan.yaml               what it did to the budget
        homeward plan risks plan.yaml                risks before mitigation and now
        homeward plan actions plan.yaml --by owner   delivered or not
        homeward plan convert plan.xlsx plan.yaml    from a spreadsheet, or to one
        homeward plan schema > plan-schema.json      for editors that help in writing

      Exit codes: homeward --help.
      """,
    subcommands: [
      Check.self, Read.self, Show.self, PlanStatusCommand.self, PlanBridgeCommand.self, PlanRisksCommand.self,
      PlanActionsCommand.self, Template.self, Convert.self, Schema.self,
    ])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Say what is wrong with a plan, the gravest first, with the sum that hangs on it.",
      discussion: """
        EXAMPLES
          homeward plan check plan.yaml
          homeward plan check plan.xlsx --csv
          homeward plan check --rules

        The exit code is 0 whatever is found; 65 where the file can't be read.
        """)

    @Argument(
      help: "The plan, a YAML file or spreadsheet.", completion: .file(extensions: ["yaml", "yml", "xlsx"]))
    var file: String?

    @Flag(help: "Print JSON.") var json = false
    @Flag(help: "Print CSV.") var csv = false
    @Flag(help: "Say what a plan is checked for, and why.") var rules = false

    func validate() throws {
      if file == nil, !rules { throw ValidationError("Name a plan, or ask for --rules.") }
      if json, csv { throw ValidationError("Ask for --json or --csv, not both.") }
    }

    func run() throws {
      try Terminal.run {
        guard let file else { return try Terminal.answer(PlanFindings.rules()) }
        let found = PlanFindings(try ReadPlan.plan(file), place: ReadPlan.place)
        try Terminal.answer(json ? try found.json() : csv ? found.csv() : found.text())
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show the whole action plan in one view, what is overdue first.",
      discussion: """
        EXAMPLES
          homeward plan show plan.yaml
          homeward plan show plan.yaml --by owner --as-of 2027-09-30
          homeward plan show plan.yaml --csv
        """)

    @Argument(
      help: "The plan, a YAML file or spreadsheet.", completion: .file(extensions: ["yaml", "yml", "xlsx"]))
    var file: String

    @Option(help: "Order by stream, owner or due.") var by: PlanReport.Grouping = .stream

    @Option(
      help: ArgumentHelp("The day on which it is looked at. Usually today.", valueName: "date"))
    var asOf: CivilDay?

    @Flag(help: "Print CSV, with how and with what means.") var csv = false

    func run() throws {
      try Terminal.run {
        let actions = PlanActions(try ReadPlan.plan(file), asOf: asOf ?? Moment.today)
        try Terminal.answer(csv ? actions.csv() : actions.text(by: by))
      }
    }
  }

  struct Template: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "template",
      abstract:
        "Print an example with every kind of item, its figures invented; or write it as a spreadsheet.")

    @Option(
      help: ArgumentHelp("Write it as a spreadsheet, one sheet a kind of item.", valueName: "file"),
      completion: .file(extensions: ["xlsx"]))
    var xlsx: String?

    func run() throws {
      try Terminal.run {
        guard let xlsx else { return try Terminal.answer(ReadPlan.template) }
        try ReadPlan.writeTemplate(to: xlsx)
        Terminal.say("Wrote \(xlsx).")
      }
    }
  }

  struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "convert",
      abstract: "Write a plan as YAML or as a spreadsheet, whichever it isn't.",
      discussion: """
        EXAMPLES
          homeward plan convert plan.xlsx plan.yaml
          homeward plan convert plan.yaml plan.xlsx
        """)

    @Argument(help: "The plan to read.", completion: .file(extensions: ["yaml", "yml", "xlsx"]))
    var file: String

    @Argument(
      help: "The file to write: .yaml or .xlsx.", completion: .file(extensions: ["yaml", "yml", "xlsx"]))
    var output: String

    func run() throws {
      try Terminal.run {
        try Terminal.checkOutputs([("The output", output)], inputs: [file], folder: file)
        try ReadPlan.write(try ReadPlan.plan(file), to: output)
        Terminal.say("Wrote \(output).")
      }
    }
  }

  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema", abstract: "Print a JSON Schema of plans, for editors.")

    func run() throws { try Terminal.run { try Terminal.answer(ReadPlan.schema) } }
  }
}
