import ArgumentParser
import Forecasting
import Operations
import Reporting
import Units

struct PaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pace",
    abstract: "Work out the pace that a target needs, without returns: of a saving, or of children.",
    discussion: """
      EXAMPLES
        homeward pace saving --each 900 --placements 40 --from 2010-07-19 --by 2011-03-31 --target 1000000
        homeward pace children --start 385 --from 2011-03-31 --children 345,330,320 \\
          --by 2012-03-31,2013-03-31,2014-03-31 --entries 150

      With returns, homeward require says what would have to change.
      Exit codes: homeward --help.
      """,
    subcommands: [Saving.self, Children.self])

  struct Saving: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "saving",
      abstract: "How fast placements must end for a saving to be reached by a date.",
      discussion: """
        EXAMPLES
          homeward pace saving --each 900 --placements 40 --from 2010-07-19 --by 2011-03-31 --target 1000000
        """)

    @Option(help: ArgumentHelp("What each placement saves a week once it has ended.", valueName: "pounds"))
    var each: Pounds

    @Option(help: ArgumentHelp("How many placements can end.", valueName: "number"))
    var placements: Int

    @Option(help: ArgumentHelp("From when they can end.", valueName: "date"))
    var from: CivilDay

    @Option(help: ArgumentHelp("The day by which the saving is wanted.", valueName: "date"))
    var by: CivilDay

    @Option(help: ArgumentHelp("The saving wanted by then.", valueName: "pounds"))
    var target: Pounds

    @Flag(help: "Print JSON instead of sentences.")
    var json = false

    func run() throws {
      try Terminal.run {
        let pace = try PaceCommand.settled { () throws(PaceError) in
          try RequiredPace(
            savingEach: WeeklyRate(pencePerWeek: each.money.pence), placements: placements, start: from,
            date: by, target: target.money)
        }
        try Terminal.answer(json ? try PaceText.json(pace) : PaceText.text(pace))
      }
    }
  }

  struct Children: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "children",
      abstract: "How many must leave care for the number of children to come down as planned.",
      discussion: """
        EXAMPLES
          homeward pace children --start 385 --from 2011-03-31 --children 345,330,320 \\
            --by 2012-03-31,2013-03-31,2014-03-31 --entries 150
        """)

    @Option(help: ArgumentHelp("Children in care at the start.", valueName: "number"))
    var start: Int

    @Option(help: ArgumentHelp("The day of the start.", valueName: "date"))
    var from: CivilDay

    @Option(
      help: ArgumentHelp(
        "Children wanted; several with commas between, one for each day.", valueName: "number"))
    var children: Numbers

    @Option(help: ArgumentHelp("The day or days by which they are wanted.", valueName: "date"))
    var by: Days

    @Option(help: ArgumentHelp("Children who come into care in a year.", valueName: "number"))
    var entries: Double

    @Flag(help: "Print JSON instead of a table.")
    var json = false

    func validate() throws {
      guard children.numbers.count == by.days.count else {
        throw ValidationError("Give as many days with --by as numbers with --children.")
      }
    }

    func run() throws {
      try Terminal.run {
        let plan = try PaceCommand.settled { () throws(RequiredExitsError) in
          try RequiredExits(
            start: RequiredExits.Point(day: from, children: start),
            targets: zip(by.days, children.numbers).map { RequiredExits.Point(day: $0, children: $1) },
            entriesPerYear: entries)
        }
        try Terminal.answer(json ? try PaceText.json(plan) : PaceText.text(plan))
      }
    }
  }

  /// Does a sum whose refusal is a setting's.
  private static func settled<R, E: Error & CustomStringConvertible>(
    _ body: () throws(E) -> R
  ) throws(OperationError) -> R {
    do throws(E) {
      return try body()
    } catch {
      throw .setting(error.description.prefix(1).uppercased() + error.description.dropFirst() + ".")
    }
  }
}
