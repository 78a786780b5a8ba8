public import ArgumentParser
import Operations
public import Reporting
import Units

/// The options that say which plan is judged, and on which day.
struct PlanOptions: ParsableArguments {
  @Argument(help: "The plan's file.", completion: .file(extensions: ["yaml", "yml"]))
  var plan: String

  @Option(help: ArgumentHelp("The day on which the plan is judged. Usually today.", valueName: "date"))
  var on: CivilDay?

  @Option(
    help: ArgumentHelp(
      "Finance's postings for the plan's savings, a CSV: saving,financial_year,pounds,posted,journal,confirmed_by.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var ledger: String?

  @Flag(name: .shortAndLong, help: "Say nothing while reading.")
  var quiet = false

  /// The settings of a judgement without returns.
  var options: PlanStatusOptions {
    get throws {
      guard let day = on ?? CivilDay(String(Moment.now.prefix(10))) else {
        throw ValidationError("The clock can't be read: give the day with --on.")
      }
      var options = PlanStatusOptions(plan: plan, asOf: day)
      options.ledger = ledger
      return options
    }
  }
}

/// The options that say what a plan is held against.
struct PlanEvidenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder that holds the returns.", valueName: "folder"), completion: .directory)
  var returns: String?

  @Option(
    help: ArgumentHelp(
      "Count nothing in the returns after this day. Usually their latest event.", valueName: "date"))
  var asOf: CivilDay?

  @Option(
    help: ArgumentHelp(
      "A CSV of the council's own categories: category,label,place,provider,from_year,to_year.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var categories: String?

  @OptionGroup var basis: BasisOptions
  @OptionGroup var simulation: SimulationOptions

  func validate() throws {
    if simulation.save != nil || simulation.use != nil {
      throw ValidationError("A plan's futures are not saved: leave out --save and --use.")
    }
    if returns == nil, basis.fees != nil {
      throw ValidationError("--fees needs the returns: give their folder with --returns.")
    }
  }

  /// A forecast of the returns; nil where none are given.
  var forecast: ForecastOptions? {
    get throws(OperationError) {
      guard let returns else { return nil }
      var load = LoadOptions(path: returns)
      load.asOf = asOf
      load.categories = categories
      return try basis.forecast(load, simulation)
    }
  }

  /// Files that are read.
  var inputs: [String?] { [basis.prices, basis.fees, categories] }
}
extension PlanReport.Grouping: ExpressibleByArgument {}
