import ArgumentParser
import Forecasting
import Operations
import Reporting
import Units

struct RequireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "require",
    abstract: "Find what would have to be true for a number of children or a cost.",
    discussion: """
      Changes one thing, from the day after the as-of date on, until the forecast
      meets the target: on average, or in so many futures of 100. Says it as a rate
      and in plain numbers, or that it can't be done this way.

      EXAMPLES
        homeward require returns --children 345 --by 2027-03-31 --change entries
        homeward require returns --children 345 --by 2027-03-31 --change home --chance 80
        homeward require returns --children 345,330,320 --by 2027-03-31,2028-03-31,2029-03-31 --change exits
        homeward require returns --cost 30000000 --in 2027/28 --change step-downs \\
          --from external_home --to agency_foster
        homeward require returns --children 345 --by 2027-03-31 --change entries --html targets.html

      Exit codes: homeward --help.
      """)

  @OptionGroup var returns: ReturnsOptions

  @Option(
    help: ArgumentHelp(
      "The most children in care; several with commas between, one for each day.", valueName: "number"))
  var children: Numbers?

  @Option(help: ArgumentHelp("The day or days of --children.", valueName: "date"))
  var by: Days?

  @Option(help: ArgumentHelp("The most that care may cost in a year, in pounds.", valueName: "pounds"))
  var cost: Pounds?

  @Option(name: .customLong("in"), help: ArgumentHelp("The financial year of --cost.", valueName: "year"))
  var year: FinancialYear?

  @Option(
    help:
      "What may change: entries, exits, home, special_guardianship, adoption, other_exit, or step-downs with --from and --to."
  )
  var change: ChangeName

  @Option(
    help: ArgumentHelp("Of step-downs: the placement that children leave.", valueName: "placement"))
  var from: String?

  @Option(help: ArgumentHelp("Of step-downs: where they go.", valueName: "placement"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "Futures of 100 that must meet the target, 1 to 99. Usually their average must.", valueName: "number"))
  var chance: Int?

  @OptionGroup var basis: BasisOptions
  @OptionGroup var simulation: SimulationOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (children == nil) == (by == nil), (cost == nil) == (year == nil), (children == nil) != (cost == nil)
    else {
      throw ValidationError(
        "Give either --children with --by, or --cost with --in, such as --children 345 --by 2027-03-31.")
    }
    guard children?.numbers.count == by?.days.count else {
      throw ValidationError("Give as many days with --by as numbers with --children.")
    }
    guard (change == .stepDowns) == (from != nil), (from == nil) == (to == nil) else {
      throw ValidationError(
        "--from and --to belong to --change step-downs, both, such as --from external_home --to agency_foster."
      )
    }
    if let chance, !(1...99).contains(chance) {
      throw ValidationError("--chance takes a number of futures of 100, from 1 to 99.")
    }
  }

  func run() throws {
    try Terminal.run {
      try output.check(
        inputs: [returns.categories, basis.prices, basis.fees], folder: returns.folder)
      let report = try RequireReturns.run(
        try basis.forecast(returns, simulation), targets: targets, lever: lever, chance: chance,
        progress: Progress(quiet: returns.quiet).report, simulating: Progress.ofRuns(quiet: returns.quiet))
      try output.give(report, text: report.text(), title: basis.title)
    }
  }

  private var targets: [RequiredTarget] {
    if let cost, let year { return [.cost(cost.money, in: year)] }
    return zip(by?.days ?? [], children?.numbers ?? []).sorted { $0.0 < $1.0 }
      .map { .children($0.1, by: $0.0) }
  }

  private var lever: RequiredLever {
    switch change {
    case .entries: .entries
    case .exits: .exits
    case .home: .exit(.home)
    case .specialGuardianship: .exit(.specialGuardianship)
    case .adoption: .exit(.adoption)
    case .otherExit: .exit(.other)
    case .stepDowns: .moves(from: from ?? "", to: to ?? "")
    }
  }
}

/// What may change, as typed.
enum ChangeName: String, CaseIterable, ExpressibleByArgument {
  case entries, exits, home
  case specialGuardianship = "special_guardianship"
  case adoption
  case otherExit = "other_exit"
  case stepDowns = "step-downs"
}

/// Whole numbers with commas between: `345,330,320`.
struct Numbers: ExpressibleByArgument {
  let numbers: [Int]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers.allSatisfy({ (0...1_000_000).contains($0) }) else {
      return nil
    }
    self.numbers = numbers
  }
}

/// An amount in pounds: `30000000`, `£1,872,000.50`.
struct Pounds: ExpressibleByArgument {
  let money: Money

  init?(argument: String) {
    guard let money = Money(pounds: argument), money >= .zero else { return nil }
    self.money = money
  }
}
