import Care
import Reporting

extension RunWork {
  /// The children behind the measures, apart from these: pages that show the measures need not read them.
  func measureRows() throws -> RunResult {
    let made = try MeasureReturns.run(MeasureOptions(load: try load()), progress: { _ = progress($0, $1) })
    let set = made.report.measures
    let measures = set.figures + set.breakdowns.flatMap(\.parts)
    let rows = MeasureRows.csv(measures, in: set, of: made.histories)
    return RunResult(
      title: "Children behind the measures", body: "", footer: "",
      files: [RunResult.File(name: CountedRows.file, type: "text/csv", content: rows, isSensitive: true)])
  }

  /// What the rules find, compared with the load before; what is found is kept for the next comparison.
  func check() throws -> RunResult {
    let options = try load()
    let last = try LastLoad.of(store.loads, before: moment)
    let report = try CheckReturns.run(options, last: last, progress: { _ = progress($0, $1) })
    if keeper != nil {
      var kept = SaveLoadOptions(load: options, moment: moment, version: Version.current)
      kept.council = try council
      try SaveLoad.keep(report, kept, into: store.loads)
    }
    var files = [
      RunResult.File(
        name: "set-aside.csv", type: "text/csv", content: SetAsideCSV.text(report.returns), isSensitive: true)
    ]
    if let rules = report.rules {
      files.append(
        RunResult.File(
          name: FindingRows.file, type: "text/csv",
          content: String(decoding: FindingsCSV.bytes(rules.run), as: UTF8.self), isSensitive: true))
    }
    let page = report.page(rows: "/data/findings/")
    return RunResult(
      title: page.title, body: page.body, footer: page.footer, files: files,
      figures: report.rules?.figures ?? [:])
  }
}
