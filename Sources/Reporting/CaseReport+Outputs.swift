import BusinessCases
import Units

extension CaseReport {
  var title: String { "\(businessCase.name): business case" }

  /// What was worked out beside the tables, for the preferred option.
  var workedOut: [String] {
    (preferred?.remarks ?? []).map(CaseWords.text)
      + (simulation?.remarks ?? []).map(CaseWords.text)
  }

  /// What the case does not show.
  var notShown: [String] { (preferred?.checks ?? []).map { CaseWords.text($0.words) } }

  /// What was assumed, line by line.
  var assumed: [String] { (preferred?.lines ?? []).map { CaseText.line($0, frame) } }

  private func tables(_ result: OptionResult) -> [ReportTable] {
    [
      optionTable(), economicTable(result), budgetTable(result), effectTable(result), payerTable(result),
      switchingTable(result),
    ].compactMap { $0 }
  }

  /// The report for a terminal.
  public func text() -> String {
    guard let preferred else { return "" }
    var parts = [title, "", wrapped(headline), ""]
    parts += tables(preferred).map { $0.text() }
    func section(_ title: String, _ sentences: [String]) {
      guard !sentences.isEmpty else { return }
      parts.append(([title] + sentences.map { wrapped("• " + $0) }).joined(separator: "\n") + "\n")
    }
    if results.count > 1 {
      parts.append(
        wrapped(
          "All tables but the first are of “\(preferred.option.name)”; --json, --csv and --xlsx hold every option."
        ) + "\n")
    }
    section("Worked out from the answers", workedOut)
    section("What this case does not show", notShown)
    section("What was assumed", assumed)
    return parts.joined(separator: "\n").trimmingEnd + "\n"
  }

  /// The report as one page that can be printed.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Page {
    guard let preferred else { return Page(title: "", body: "", footer: "") }
    let charts = charts()
    var body = "<p class=\"lede\">\(escaped(headline))</p>\n"
    if namesFew {
      body +=
        "<p class=\"notice\">This case is about fewer than six children or families, who could be known by it: keep the page from publication.</p>\n"
    }
    func picture(_ id: String, _ figures: String) -> String {
      charts.first { $0.id == id }.map { Page.picture($0, pictures, figures: figures) } ?? ""
    }
    body += "<h2>The options</h2>\n" + optionTable().html(id: "options")
    body += "<h2>Economic view</h2>\n" + flowPictures(charts, pictures)
    body += economicTable(preferred).html(id: "economic")
    body += "<h2>Budget view</h2>\n" + budgetTable(preferred).html(id: "budget")
    body += effectTable(preferred).map { $0.html() } ?? ""
    body += payerTable(preferred).html()
    if let table = switchingTable(preferred) {
      body += "<h2>What it hangs on</h2>\n" + picture("tornado", "figures") + table.html(id: "figures")
    }
    for (title, sentences) in [
      ("What this case does not show", notShown), ("Worked out from the answers", workedOut),
      ("What was assumed", assumed),
    ] where !sentences.isEmpty {
      body += "<h2>\(title)</h2>\n" + Page.list(sentences)
    }
    return Page(
      title: title, body: body,
      footer:
        "Made by Homeward from the case as its author states it\(simulatedFrom). Whether it is so, nobody has checked."
    )
  }

  private var simulatedFrom: String {
    simulation.map {
      ", and from \(Words.number($0.futures)) futures simulated from the council's returns as of \($0.asOf.spoken), seed \($0.seed)"
    } ?? ""
  }

  /// The cash flow and the net so far, side by side.
  private func flowPictures(
    _ charts: [Chart], _ pictures: Result<[String: String], ChartRenderer.Failure>
  ) -> String {
    switch pictures {
    case .success(let drawn):
      Page.smallPictures(
        zip(["Costs and gains in each year", "Net so far"], charts.filter { $0.id != "tornado" }), drawn,
        figures: "economic")
    case .failure(let failure): Page.notice(failure)
    }
  }

  /// Whether the case counts so few children or families that they could be known.
  var namesFew: Bool {
    results.contains { result in
      businessCase.variables(of: result.option).contains { variable in
        guard case .count(let one, _) = variable.form, ["child", "placement", "family"].contains(one) else {
          return false
        }
        return variable.value > 0 && variable.value < Double(Disclosure.smallestShown)
      }
    }
  }
}

extension String {
  /// Without line ends at its end.
  var trimmingEnd: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
