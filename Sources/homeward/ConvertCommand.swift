import ArgumentParser
import Operations
import Reporting

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write returns, XML among them, as the return's CSV files.",
    discussion: """
      One file for each table, in the national layout; returns of several years in a folder of each. The files hold
      children's identifiers: keep them as you keep the returns. Rows set aside are counted, and not written.

      EXAMPLES
        homeward convert return.xml return-csv
        homeward convert returns.zip returns-csv --quiet
      Exit codes: homeward --help.
      """)

  @Argument(
    help: ArgumentHelp(
      "The return's XML file; or a folder or zip archive of returns, XML or CSV.", valueName: "return"),
    completion: .file())
  var path: String

  @Argument(help: "A new or empty folder.", completion: .directory)
  var folder: String

  @Flag(name: .shortAndLong, help: "Say nothing while reading.")
  var quiet = false

  func run() throws {
    let outcome = try Terminal.run {
      try ConvertReturns.run(path, to: folder, progress: Progress(quiet: quiet).report)
    }
    for file in outcome.unusable.prefix(5) { Terminal.say("Not used: \(file).") }
    if outcome.unusable.count > 5 { Terminal.say("Not used: \(outcome.unusable.count - 5) more files.") }
    let left =
      outcome.rowsLeftOut == 0
      ? "No row was left out."
      : "\(Words.count(outcome.rowsLeftOut, "row is", "rows are")) in none of them: homeward check \(path)"
    try Terminal.run {
      try Terminal.answer(
        "Wrote \(Words.count(outcome.rows, "row", "rows")) in \(Words.count(outcome.files.count, "file", "files")) to \(folder). \(left)\n"
      )
    }
  }
}
