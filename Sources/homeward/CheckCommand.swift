import ArgumentParser
import Files
import Operations
import Reporting

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Show what is read from a folder of returns, what is set aside and what to correct.",
    discussion: """
      The result holds values from the returns: keep it as you keep the returns.

      EXAMPLES
        homeward check returns
        homeward check returns --set-aside corrections.csv
        homeward check returns --json
      Exit codes: homeward --help.
      """)

  @OptionGroup var returns: ReturnsOptions

  @Option(
    name: .customLong("set-aside"),
    help: ArgumentHelp(
      "Write every row set aside, with its value and what to do, to a CSV.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var setAside: String?

  @Flag(help: "Print JSON, every row set aside included, instead of text.")
  var json = false

  @Flag(help: "End with exit code 1 if a row was set aside or a file can't be used.")
  var strict = false

  func run() throws {
    let report = try Terminal.run {
      let report = try CheckReturns.run(returns.load, progress: Progress(quiet: returns.quiet).report)
      if let setAside {
        try OutputFile.write(SetAsideCSV.text(report.returns), to: setAside, isPrivate: true)
        Terminal.say("Wrote \(setAside): it holds children's identifiers; keep it as you keep the returns.")
      }
      Terminal.answer(json ? try report.json() : report.text())
      return report
    }
    if report.failure != nil { throw ExitCode(65) }
    if strict, !report.isClean { throw ExitCode(1) }
  }
}
