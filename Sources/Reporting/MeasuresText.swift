import Care
import Units

extension MeasuresReport {
  /// What the report is of.
  var title: String { "\(council): children looked after on \(measures.year.date.spoken)" }

  /// The measures for a terminal: the answer, the figures, their parts and what to bear in mind.
  public func text() -> String {
    var parts = isSuppressed ? [] : [wrapped(Self.unsuppressed), ""]
    parts += [title, "", wrapped(headline), ""]
    if keepsBack { parts += [wrapped(keptBackSentence), ""] }
    parts.append(wrappingNotes(figuresTable()))
    parts += [wrapped(flowSentence), ""]
    if let councils = councilsTable() { parts.append(wrappingNotes(councils)) }
    parts += measures.breakdowns.map { table($0).text() }
    parts.append("What to bear in mind")
    parts += (measures.cautions + reading.warnings).map { wrapped("• " + $0) }
    parts += ["", "What it was made from", wrapped(readingSentence), "", "The children behind a figure"]
    let figures = measures.figures.map(\.id).joined(separator: ", ")
    let tables = measures.breakdowns.map(\.id).joined(separator: ", ")
    parts.append(
      wrapped(
        "--open NAME lists them, --rows FILE.csv writes them. A name is a figure (\(figures)), a table (\(tables)) or a part of one, such as place/homes."
      ))
    return parts.joined(separator: "\n") + "\n"
  }

  private func wrappingNotes(_ table: ReportTable) -> String {
    let bare = ReportTable(
      title: table.title, labels: table.labels, columns: table.columns, rows: table.rows, notes: [])
    return bare.text() + table.notes.map { wrapped($0) + "\n" }.joined()
  }

  /// Files and rows, and that nothing was lost.
  var readingSentence: String {
    "\(Words.number(reading.filesUsed)) of \(Words.count(reading.filesMet, "file", "files")), collection years \(reading.years). Rows: \(Words.number(reading.rowsRead)) read = \(Words.number(reading.rowsUsed)) used + \(Words.number(reading.rowsSetAside)) set aside."
  }
}
