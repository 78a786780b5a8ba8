import Costing
import Units

extension OutturnReport {
  /// What the page of a part is called.
  var partTitle: String {
    switch part {
    case .whole: title
    case .variance: "\(council): outturn \(outturn.year) against the budget"
    case .movement: "\(council): what moved in the outturn \(outturn.year)"
    case .contracts: "\(council): contracts on \(outturn.asOf.spoken)"
    }
  }

  /// A part as HTML, without small numbers.
  func partBody(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> String {
    switch part {
    case .whole: ""
    case .variance: variancePart(pictures)
    case .movement: movementPart(pictures)
    case .contracts: contractsPart
    }
  }

  private func ledes(_ sentences: [String?]) -> String {
    sentences.compactMap { $0 }.map { "<p class=\"lede\">\(escaped($0))</p>\n" }.joined()
  }

  private func paragraph(_ words: String) -> String { "<p>\(escaped(words))</p>\n" }

  private func pictured(
    _ pictures: Result<[String: String], ChartRenderer.Failure>, figures: String
  ) -> String {
    charts().map { Page.picture($0, pictures, figures: figures) }.joined()
  }

  private func variancePart(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> String {
    guard outturn.budget != nil else {
      return ledes(["No budget is loaded, so the outturn can't be held against it."])
        + paragraph(
          "Give the budget \(Means.file("--budget")): a line for each cost centre with its pounds, and its nights where the reasons for the difference are wanted."
        )
    }
    var body = ledes([budgetSentence, varianceSentence])
    if let variance = varianceTable(isPublished: true) {
      body += pictured(pictures, figures: "figures-variance") + variance.html(id: "figures-variance")
    } else {
      body += paragraph(
        "The budget states no nights, so it can't be told whether number, kind or price of nights makes the difference. Add the column nights to it."
      )
    }
    return body + (nightsTable()?.html() ?? "") + linesTable(isPublished: true).html()
  }

  private func movementPart(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> String {
    guard let table = movementTable(isPublished: true) else {
      return ledes(["There is no earlier outturn of \(outturn.year) to tell a movement from."])
        + paragraph(
          "The movement is told from the month before, and once a month is signed off from that. The outturn is as of \(outturn.asOf.spoken); the year begins on \(outturn.year.firstDay.spoken)."
        )
    }
    var body = ledes([movementSentence(true), lastMonthSentence])
    body += pictured(pictures, figures: "figures-movement") + table.html(id: "figures-movement")
    if let scores = scoresTable() { body += scores.html() }
    return body + "<h2>Signed off</h2>\n"
      + (signedOff.isEmpty ? paragraph("No month of \(outturn.year) is signed off.") : Page.list(signedOff))
  }

  private var contractsPart: String {
    guard !contracts.isEmpty else {
      return ledes(["No contract is in force by the files that are loaded."])
        + paragraph(
          "Give the contracts \(Means.file("--contracts")): contract, provider, how it is paid, from when to when, and its prices. A line of the fee ledger belongs to a contract by its column contract."
        )
    }
    var body = ledes([contractSentences.joined(separator: " ")].filter { !$0.isEmpty })
    body +=
      contractsTable(isPublished: true)?.html()
      ?? paragraph("Where each stands is kept back: fewer than six children are under contract.")
    return body + (termsTable()?.html() ?? "")
  }
}
