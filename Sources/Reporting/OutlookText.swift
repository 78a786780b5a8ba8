import Forecasting

extension OutlookReport {
  /// The outlook for a terminal: the answer, the years ahead, the neighbours, how well it did and what to bear in mind.
  /// `showsBacktest` adds the back-test's tables.
  public func text(showsBacktest: Bool = false) -> String {
    var parts = [title, "", wrapped(headline), "", outlookTable().text()]
    if let table = neighbourTable() { parts.append(table.text()) }
    parts.append("How well such outlooks did")
    parts += backtestSentences.map { wrapped("• " + $0) } + [""]
    if showsBacktest, backtest.origins != nil { parts += [backtestTable(), originTable()].map(Self.narrow) }
    parts += ["How it was made"] + [ruleSentence, intervalSentence].map { wrapped("• " + $0) } + [""]
    parts += ["What to bear in mind"] + cautions.map { wrapped("• " + $0) }
    return (parts + ["", wrapped(Self.attribution)]).joined(separator: "\n") + "\n"
  }

  /// A table with its notes wrapped.
  private static func narrow(_ table: ReportTable) -> String {
    let bare = ReportTable(
      title: table.title, labels: table.labels, columns: table.columns, rows: table.rows, notes: [],
      columnsOfWords: table.columnsOfWords)
    return bare.text() + table.notes.map { wrapped($0) + "\n" }.joined()
  }
}
