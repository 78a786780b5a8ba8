import ArgumentParser
import Operations

@main
struct Homeward: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "homeward",
    abstract: "From the returns a council already has: what care will need and what it will cost.",
    discussion: """
      EXAMPLES
        homeward example wrenfield    write the example council's returns
        homeward check wrenfield      what was read, set aside, and is to correct
        homeward rules                the rules a return is checked by
        homeward forecast wrenfield   children and cost by placement and year
        homeward compare wrenfield --scenario plan.yaml   what a plan would change
        homeward merge a.csv b.csv --output all.csv    futures simulated apart, joined
        homeward rates wrenfield      the rates a forecast draws from
        homeward outlook Blackpool    children to come, from published counts alone
        homeward explain wrenfield    what drives the forecast, and what matters most
        homeward require wrenfield --children 345 --by 2027-03-31 --change entries
        homeward pace --help          the pace that a target needs, without returns
        homeward backtest wrenfield   how forecasts from past days did
        homeward fees wrenfield/fees.csv --returns wrenfield   the fee ledger held against them
        homeward measures wrenfield   who is looked after, started and ceased
        homeward scenario template    an example of a what-if, to write one from
        homeward appraise case.yaml   a business case, worked out in two views
        homeward case list            the kinds of business case, to write one from
        homeward plan status plan.yaml   how a savings plan stands, from evidence
        homeward plan check plan.yaml  what is wrong with a savings plan
        homeward load wrenfield       keep the returns in the council's store
        homeward serve                the application for browsers
        homeward backup council.backup   the store and its key in one sealed file
        homeward restore council.backup --store new.sqlite   the store anew from it
        homeward audit verify         whether the record of who did what is whole
        homeward convert return.xml return-csv    the return's XML as CSV files

      EXIT CODES
        0   done
        1   done, but check --strict found rows or files that can't be used
        64  the command was not understood, or a setting does not fit
        65  the returns, price list, category file, scenario, case, plan or store can't be used
        66  there is no such folder or file, or it can't be read
        73  a result can't be written
      """,
    version: "homeward \(Version.current)",
    subcommands: [
      ForecastCommand.self, OutturnCommand.self, UnitCostsCommand.self, CompareCommand.self,
      MergeCommand.self, RatesCommand.self,
      ExplainCommand.self,
      RequireCommand.self,
      PaceCommand.self, BacktestCommand.self, OutlookCommand.self, ScenarioCommand.self,
      AppraiseCommand.self, CaseCommand.self, PlanCommand.self,
      MeasuresCommand.self, CheckCommand.self, RulesCommand.self, ConvertCommand.self,
      PostcodesCommand.self, LoadCommand.self, LoadsCommand.self, ReferenceCommand.self, FeesCommand.self,
      ExampleCommand.self, ServeCommand.self, SignInLinkCommand.self, BackupCommand.self, RestoreCommand.self,
      AuditCommand.self,
    ])
}
