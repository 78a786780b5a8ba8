import Forecasting
import Units

extension RequireReport {
  private var title: String { "\(council): what would it take?" }

  /// The report as one self-contained page, without small numbers: the answers, a table for each target, how it was made.
  public func page() -> Page {
    let footer =
      "Made by Homeward from the council's own returns, as of \(asOf.spoken). Numbers below six a year are kept back."
    guard !Disclosure.isSmall(today), !answers.contains(where: isOfFew) else {
      return Page(
        title: title,
        body:
          "<p class=\"lede\">There are too few children to publish what a target would take. It stands in the files, for those who hold the returns.</p>\n",
        footer: footer)
    }
    var body =
      "<p class=\"lede\">\(escaped("On \(asOf.spoken) \(Words.count(today, "child was", "children were")) in care."))"
    let targets = byTarget
    if let first = targets.first?.first, targets.count == 1 { body += " " + escaped(forecast(first)) }
    body += "</p>\n"
    for answers in targets {
      guard let first = answers.first else { continue }
      if targets.count > 1 { body += "<p>\(escaped(forecast(first)))</p>\n" }
      body += Page.list(answers.map { outcome($0, isPublished: true) })
      body += table(answers).html()
    }
    return Page(
      title: title,
      body: body + "<h2>How it was made</h2>\n" + Page.list(howItWasMade + method.cautions), footer: footer)
  }

  /// The answers to each target together, in order.
  private var byTarget: [[Answer]] {
    var groups: [[Answer]] = []
    for answer in answers {
      if let last = groups.last?.first, last.change.target == answer.change.target, last.day == answer.day {
        groups[groups.count - 1].append(answer)
      } else {
        groups.append([answer])
      }
    }
    return groups
  }

  /// Whether the forecast of a target of children is of few.
  private func isOfFew(_ answer: Answer) -> Bool {
    answer.day != nil && Disclosure.isSmall(expected: answer.change.before.mean)
  }

  /// What each change comes to, small numbers kept back.
  private func table(_ answers: [Answer]) -> ReportTable {
    let rows = answers.map { answer -> ReportTable.Row in
      let change = answer.change
      let now = Self.count(change.lever, change.before.flows)
      let name = Self.name(change.lever, book).capitalisedFirst
      guard case .change(let state) = change.answer else {
        let isMet = if case .met = change.answer { true } else { false }
        let words = isMet ? "None: met as it is" : "Can't be done by this alone"
        return ReportTable.Row(
          label: name, cells: [words, Self.shown(now), "–", "–", "–"], isTotal: false)
      }
      let then = Self.count(change.lever, state.flows)
      let isHidden = Self.isKeptBack(now, then, true)
      return ReportTable.Row(
        label: name,
        cells: [
          size(change.lever, state.amount), isHidden ? "c" : Self.shown(now),
          isHidden ? "c" : Self.shown(then), isHidden ? "c" : Self.tenths(then / 12),
          "\(Int(state.chance.rounded())) of 100",
        ], isTotal: false)
    }
    return ReportTable(
      title: "What it would take: " + (answers.first.map(goal) ?? ""), labels: "What changes, by itself",
      columns: ["By how much", "A year, as forecast", "A year, needed", "A month, needed", "Then met in"],
      rows: rows,
      notes: [
        "Each row changes one thing and leaves the rest as forecast; two at once would each need less. c: fewer than six a year, kept back."
      ], columnsOfWords: 1)
  }

  private static func shown(_ yearly: Double) -> String {
    Disclosure.isSmall(expected: yearly) ? "c" : whole(yearly)
  }

  private func size(_ lever: RequiredChange.Lever, _ amount: Double) -> String {
    switch lever {
    case .entries: "\(Self.percent(1 - amount)) fewer"
    case .exits, .exit:
      amount < 2 ? "\(Self.percent(amount - 1)) more readily" : "\(Self.tenths(amount)) times as readily"
    case .moves: "\(Self.tenths(amount)) times a year for each child there"
    }
  }

  /// The answers for a spreadsheet, a line each; small numbers are shown. Money is whole pence.
  public func csv() -> String {
    var out = CSVText.line([
      "by", "most", "futures_wanted_of_100", "change", "answer", "mean_as_forecast", "met_as_forecast_of_100",
      "amount", "mean_then", "met_then_of_100", "a_year_as_forecast", "a_year_then",
    ])
    func number(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
    for answer in answers {
      let change = answer.change
      let (name, state): (String, RequiredChange.State?) =
        switch change.answer {
        case .change(let state): ("change", state)
        case .met(let until): ("met", until)
        case .impossible(let end): ("impossible", end)
        }
      out += CSVText.line([
        answer.day?.description ?? answer.year?.description ?? "", "\(change.target.most)",
        change.target.chance.map(String.init) ?? "", Self.id(change.lever, book), name,
        number(change.before.mean), number(change.before.chance), state.map { number($0.amount) } ?? "",
        state.map { number($0.mean) } ?? "", state.map { number($0.chance) } ?? "",
        number(Self.count(change.lever, change.before.flows)),
        state.map { number(Self.count(change.lever, $0.flows)) } ?? "",
      ])
    }
    return out
  }
}
