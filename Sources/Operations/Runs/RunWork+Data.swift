import Reporting

extension RunWork {
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
