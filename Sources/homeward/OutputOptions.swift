import ArgumentParser
import Files
import Foundation
import Operations
import Reporting

/// A report in every form that a command gives.
protocol WholeReport {
  func csv() -> String
  func charts() -> [Chart]
  func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> String
  func json() throws -> String
}

extension BacktestReport: WholeReport {}
extension CaseReport: WholeReport {}
extension ExplainReport: WholeReport {}
extension ForecastReport: WholeReport {
  /// The charts of the page that may be published.
  func charts() -> [Chart] { charts(grouped) }
}
extension OutlookReport: WholeReport {}
extension ScenarioReport: WholeReport {}

/// The options that say in which form a report is wanted.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print JSON instead of tables.")
  var json = false

  @Option(
    help: ArgumentHelp("Write the figures to a CSV.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var csv: String?

  @Option(
    help: ArgumentHelp("Write a page that can be printed and published.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?

  @Option(
    help: ArgumentHelp(
      "Python with vl-convert-python, to draw the page's charts. Usually HOMEWARD_CHARTS.",
      valueName: "path"))
  var chartRenderer: String?

  /// Refuses to write over what is read.
  func check(inputs: [String?], folder: String) throws(OperationError) {
    try Terminal.checkOutputs([("--csv", csv), ("--html", html)], inputs: inputs, folder: folder)
  }

  /// Writes the files asked for and prints the answer.
  func give(_ report: some WholeReport, text: String) throws {
    if let csv {
      try OutputFile.write(report.csv(), to: csv)
      Terminal.say("Wrote \(csv).")
    }
    if let html {
      let renderer = chartRenderer ?? ProcessInfo.processInfo.environment["HOMEWARD_CHARTS"]
      let pictures = ChartRenderer(interpreter: renderer).draw(report.charts())
      if case .failure(let failure) = pictures { Terminal.say(failure.description) }
      try OutputFile.write(report.page(pictures), to: html)
      Terminal.say("Wrote \(html).")
    }
    try Terminal.answer(json ? try report.json() : text)
  }
}
