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

  private func lastLoad() throws(OperationError) -> LastLoad? {
    guard let store = try store.existing() else { return nil }
    return try LastLoad.of(store.loads)
  }

  private var ruleOptions: RuleOptions {
    var options = RuleOptions()
    options.year = year
    options.rulesYear = rulesOf
    options.authority = authority
    options.only = rules?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    return options
  }

  func run() throws {
    let report = try Terminal.run {
      let report = try CheckReturns.run(
        returns.load, rules: ruleOptions, last: noCompare ? nil : try lastLoad(),
        progress: Progress(quiet: returns.quiet).report)
      if let findings, let rules = report.rules {
        if findings.lowercased().hasSuffix(".xlsx") {
          try FindingsWorkbook.write(rules, to: findings)
        } else {
          try OutputFile.write(FindingsCSV.bytes(rules.run), to: findings, isPrivate: true)
        }
        Terminal.say("Wrote \(findings): it holds children's identifiers; keep it as you keep the returns.")
      }
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
