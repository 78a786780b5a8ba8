import ArgumentParser

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Check a savings plan, and say how it stands: from evidence, not from what is typed.",
    discussion: """
      EXAMPLES
        homeward plan status plan.yaml --returns returns --fees fees.csv
        homeward plan bridge plan.yaml --ledger postings.csv
        homeward plan risks plan.yaml --html risks.html
        homeward plan actions plan.yaml --by owner
      Exit codes: homeward --help.
      """,
    subcommands: [
      PlanStatusCommand.self, PlanBridgeCommand.self, PlanRisksCommand.self, PlanActionsCommand.self,
    ])
}
