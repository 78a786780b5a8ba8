import ArgumentParser
import Files
import Foundation
import Operations
import Reporting
import Rules
import Store
import Units

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
  @OptionGroup var store: StoreOptions
  @OptionGroup var key: KeyOptions

  @Flag(
    name: .customLong("no-compare"), help: "Don't compare the findings with those of the council's last load."
  )
  var noCompare = false

  @Option(
    help: ArgumentHelp(
      "The collection year whose return is checked by the rules. Usually the latest found.",
      valueName: "2024/25"))
  var year: CollectionYear?

  @Option(
    help: ArgumentHelp("Run only these rules, codes with commas between them.", valueName: "501,502"))
  var rules: String?

  @Option(
    name: .customLong("rules-of"),
    help: ArgumentHelp(
      "Check by the rules and code sets of another collection year than the return's.", valueName: "2025/26"))
  var rulesOf: CollectionYear?

  @Option(
    help: ArgumentHelp(
      "Price list for the money at stake: category,weekly_pounds,from. Usually Homeward's national averages.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var prices: String?

  @Option(
    help: ArgumentHelp(
      "The council's nine-character code, for rules about what lies in its area.", valueName: "E08000012"))
  var authority: String?

  @Option(
    help: ArgumentHelp(
      "Write every row that fails a rule, with what to do, to a CSV, or a spreadsheet if its name ends in .xlsx.",
      valueName: "file"),
    completion: .file(extensions: ["csv", "xlsx"]))
  var findings: String?

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

  /// The council's last load. A store that can't be read does not stop the check: it is said.
  private func lastLoad() -> LastLoad? {
    guard !noCompare else { return nil }
    do {
      return try key.existing(store).flatMap { try LastLoad.of($0.loads) }
    } catch {
      Terminal.say("Not compared with the last load: \(error)")
      return nil
    }
  }

  private var ruleOptions: RuleOptions {
    var options = RuleOptions()
    options.year = year
    options.rulesYear = rulesOf
    options.authority = authority
    options.prices = prices
    options.only = rules?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    return options
  }

  /// Writes the findings in the form that the file's name asks for.
  private func write(_ rules: RulesReport?, to path: String) throws {
    guard let rules else {
      return Terminal.say("\(path) is not written: there is no return of a known year to run the rules on.")
    }
    if path.lowercased().hasSuffix(".xlsx") {
      try FindingsWorkbook.write(rules, to: path)
    } else {
      try OutputFile.write(FindingsCSV.bytes(rules.run), to: path, isPrivate: true)
    }
    Terminal.sayWritten(path)
  }

  func run() throws {
    let report = try Terminal.run {
      try Terminal.checkOutputs(
        [("--findings", findings), ("--set-aside", setAside)],
        inputs: [returns.categories, prices, store.path],
        folder: returns.folder)
      let report = try CheckReturns.run(
        returns.load, rules: ruleOptions, last: lastLoad(),
        progress: Progress(quiet: returns.quiet).report)
      if let findings { try write(report.rules, to: findings) }
      if let setAside {
        try OutputFile.write(SetAsideCSV.text(report.returns), to: setAside, isPrivate: true)
        Terminal.sayWritten(setAside)
      }
      try Terminal.answer(json ? try report.json() : report.text())
      return report
    }
    if report.failure != nil { throw ExitCode(65) }
    if strict, !report.isClean { throw ExitCode(1) }
  }
}
