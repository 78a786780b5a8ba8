import ArgumentParser
import Operations
import Plans
import Reporting
import Store
import Units

struct PlanStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say how a plan stands: targets, savings, actions, and what they did to the budget.",
    discussion: """
      Status is worked out from the returns, the fee ledger, finance's postings and
      simulated futures. What somebody states in the plan stands beside it. Blue
      needs the money in finance's ledger, confirmed by somebody other than the
      owner: it can't be typed.

      EXAMPLES
        homeward plan status plan.yaml --returns returns --fees fees.csv
        homeward plan status plan.yaml --ledger postings.csv --html plan.html
        homeward plan status plan.yaml --returns returns --shares
        homeward plan status plan.yaml --returns returns --keep
      Exit codes: homeward --help.
      """)

  @OptionGroup var plan: PlanOptions
  @OptionGroup var evidence: PlanEvidenceOptions

  @Flag(help: "Share out among the initiatives what they save together. Takes longer.")
  var shares = false

  @Flag(help: "Keep the plan and its status in the council's store, to see how it changes.")
  var keep = false

  @OptionGroup var store: StoreOptions
  @OptionGroup var key: KeyOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Terminal.run {
      try Terminal.checkOutputs(
        [("--csv", output.csv), ("--html", output.html)],
        inputs: [plan.plan, plan.ledger] + evidence.inputs, folder: evidence.returns ?? plan.plan)
      var options = try plan.options
      options.forecast = try evidence.forecast
      options.sharing = shares
      var report = try ShowPlanStatus.run(
        options, progress: Progress(quiet: plan.quiet).report,
        simulating: evidence.simulation.progress(quiet: plan.quiet))
      let council = try keep ? key.open(store, to: "plan.keep", report.plan.name) : key.existing(store)
      if let council { report = try KeepPlan.withPast(report, in: council.plans) }
      if keep, let council {
        let number = try KeepPlan.keep(report, at: Moment.now, in: council.plans)
        Terminal.say("Kept as version \(number) of the plan in \(council.path).")
      }
      try output.give(report, text: report.text())
    }
  }
}

struct PlanBridgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bridge",
    abstract: "From planned savings to what they did to the budget, exact to the pound.",
    discussion: """
      Planned, less slippage, is what was delivered; demand, mix and price then say
      why the budget saw more or less of it. With it the net at risk, and the
      medium-term table: pressures, new savings, full-year effect brought forward.

      EXAMPLES
        homeward plan bridge plan.yaml --ledger postings.csv
        homeward plan bridge plan.yaml --ledger postings.csv --returns returns --fees fees.csv --budget budget.csv
      Exit codes: homeward --help.
      """)

  @OptionGroup var plan: PlanOptions
  @OptionGroup var evidence: PlanEvidenceOptions

  @Option(
    help: ArgumentHelp("The year's budget, a CSV. See homeward outturn.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var budget: String?

  @Option(help: ArgumentHelp("The financial year, such as 2025/26. Usually that of --on.", valueName: "year"))
  var year: FinancialYear?

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Terminal.run {
      try Terminal.checkOutputs(
        [("--csv", output.csv), ("--html", output.html)],
        inputs: [plan.plan, plan.ledger, budget] + evidence.inputs, folder: evidence.returns ?? plan.plan)
      var options = try plan.options
      options.forecast = try evidence.forecast
      (options.budget, options.year, options.isSimulated) = (budget, year, false)
      var report = try ShowPlanStatus.run(
        options, progress: Progress(quiet: plan.quiet).report,
        simulating: evidence.simulation.progress(quiet: plan.quiet))
      report.part = .bridge
      try output.give(report, text: report.text())
    }
  }
}

struct PlanRisksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risks",
    abstract: "A plan's risks: where they stand before mitigation and now, and the register.",
    discussion: """
      EXAMPLES
        homeward plan risks plan.yaml
        homeward plan risks plan.yaml --html risks.html
      Exit codes: homeward --help.
      """)

  @OptionGroup var plan: PlanOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Terminal.run {
      try output.check(inputs: [plan.plan, plan.ledger], folder: plan.plan)
      var report = try ShowPlanStatus.run(try plan.options)
      report.part = .risks
      try output.give(report, text: report.text())
    }
  }
}

struct PlanActionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions",
    abstract: "A plan's whole action plan, overdue first: delivered or not, and what it did to the budget.",
    discussion: """
      EXAMPLES
        homeward plan actions plan.yaml
        homeward plan actions plan.yaml --by owner
        homeward plan actions plan.yaml --by stream --on 2026-03-31 --html actions.html
      Exit codes: homeward --help.
      """)

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("How actions are put together: due, stream or owner.", valueName: "by"))
  var by = PlanReport.Grouping.due

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Terminal.run {
      try output.check(inputs: [plan.plan, plan.ledger], folder: plan.plan)
      var report = try ShowPlanStatus.run(try plan.options)
      (report.part, report.grouping) = (.actions, by)
      try output.give(report, text: report.text())
    }
  }
}
