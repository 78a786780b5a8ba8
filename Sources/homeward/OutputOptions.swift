import ArgumentParser
import Files
import Foundation
import Operations
import Reporting

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
      "Python with vl-convert-python, to draw the page's charts. Usually HOMEWARD_CHARTS, or what ./run installed.",
      valueName: "path"))
  var chartRenderer: String?

  /// Refuses to write over what is read.
  func check(inputs: [String?], folder: String) throws(OperationError) {
    try Terminal.checkOutputs([("--csv", csv), ("--html", html)], inputs: inputs, folder: folder)
  }

  /// Writes the files asked for and prints the answer; `title` says what a page of a council's returns is called by.
  func give(_ report: some WholeReport, text: String, title: CouncilOptions? = nil) throws {
    try write(report, title: title)
    try Terminal.answer(json ? try report.json() : text)
  }

  /// Writes the files asked for; `isPrivate` ones are for those who hold the returns.
  func write(_ report: some WholeReport, title: CouncilOptions? = nil, isPrivate: Bool = false) throws {
    if let csv {
      try OutputFile.write(report.csv(), to: csv, isPrivate: isPrivate)
      Terminal.say("Wrote \(csv).")
    }
    if let html {
      try OutputFile.write(report.page(pictures(report.charts())).html, to: html, isPrivate: isPrivate)
      let isByFolder = title.map { $0.council == nil } ?? false
      Terminal.say(
        "Wrote \(html)."
          + (isByFolder ? " Its title has the folder's name; --council NAME gives the council's." : ""))
    }
  }

  /// The charts drawn, or why they are not, which is said.
  private func pictures(_ charts: [Chart]) -> Result<[String: String], ChartRenderer.Failure> {
    guard !charts.isEmpty else { return .success([:]) }
    let stated = chartRenderer ?? ProcessInfo.processInfo.environment["HOMEWARD_CHARTS"]
    let renderer = ChartRenderer(interpreter: stated ?? DataFolder.besideProgram("charts/bin/python"))
    let pictures = renderer.draw(charts)
    if case .failure(let failure) = pictures { Terminal.say(failure.description) }
    return pictures
  }
}
