public import ArgumentParser
import Operations
public import Units

/// The options that say which returns to read.
struct ReturnsOptions: ParsableArguments {
  @Argument(
    help:
      "The folder that holds the returns, CSV or XML, in any nesting; or a zip archive of them; or one file.",
    completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Count nothing after this day (2025-03-31 or 31/03/2025). Usually the latest event in the returns.",
      valueName: "date"))
  var asOf: CivilDay?

  @Option(
    help: ArgumentHelp(
      "A CSV of the council's own categories: category,label,place,provider,from_year,to_year.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var categories: String?

  @Flag(help: "Take files that look like two councils' for parts of one return.")
  var combine = false

  @Flag(
    help:
      "Take every file of episodes for a whole one, extracts too: an open episode missing from a later file has ended."
  )
  var complete = false

  @Flag(name: .shortAndLong, help: "Say nothing while reading.")
  var quiet = false

  var load: LoadOptions {
    var options = LoadOptions(path: folder)
    options.asOf = asOf
    options.categories = categories
    options.combine = combine
    options.complete = complete
    return options
  }
}

extension CivilDay: ExpressibleByArgument {
  /// A day typed as an argument.
  public init?(argument: String) { self.init(argument) }
}

extension FinancialYear: ExpressibleByArgument {
  /// A collection or financial year typed as an argument: 2024/25 or 2024-25.
  public init?(argument: String) { self.init(argument) }
}
