import Operations

/// The first page.
enum TodayRoutes {
  static let all = [Route("GET", "/", .needs(.see), today)]

  private struct Part {
    let path: String, heading: String, ledes: [String], chart: String?, chartWords: String, note: String?
  }

  private struct Line {
    let path: String?, words: String
  }

  private struct Changes {
    let lines: [Line]
  }

  /// A figure with what it is of, and the page it opens to.
  private struct Figure {
    let path: String, label: String, value: String, words: String
  }

  private struct Figures {
    let list: [Figure]
  }

  private struct Page {
    let isEmpty: Bool, mayLoad: Bool, headline: String?, figures: Figures?, parts: [Part], changes: Changes?
    /// Whether the council has no name yet, and this person could give it one.
    let isNameless: Bool
  }

  private static func today(_ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    let page = try visit.site.store.reading { reading in
      let documents = try reading.documents()
      let setting = try reading.setting("council")
      var parts: [Part] = []
      var figures: [RunKind: [String: String]] = [:]
      for (kind, area, heading, chart) in [
        (RunKind.forecast, Area.forecast, "Children in care and what they cost", "fan"),
        (.outturn, .money, "Outturn against budget", nil), (.planStatus, .plan, "The plan", nil),
      ] as [(RunKind, Area, String, String?)] where area.isFor(account) {
        let runs = try reading.runs(kind, most: 50)
        let usual = runs.filter { $0.options.isEmpty || kind == .planStatus }
        let inputs = try reading.inputs(for: kind)
        guard let latest = usual.first, account.mayLookBack || usual.contains(where: { $0.inputs == inputs })
        else { continue }
        let done = try usual.first { try $0.state == .done && reading.result(of: $0.id) != nil }
        let shown = try done ?? usual.first { try reading.result(of: $0.id) != nil }
        let result = try shown.flatMap { try reading.result(of: $0.id) }
        let note: String? =
          if latest.state == .failed, shown == nil {
            "It could not be worked out: its page says why."
          } else if !latest.state.isOver {
            "Being worked out from the files loaded last."
          } else if shown?.inputs != inputs {
            "Worked out from earlier files."
          } else { nil }
        figures[kind] = result?.figures
        let drawn = result?.charts.first { $0.id == chart }
        parts.append(
          Part(
            path: area.path, heading: heading,
            ledes: Array((result.map { HTMLText.ledes($0.body) } ?? []).prefix(kind == .outturn ? 2 : 4)),
            chart: drawn.flatMap { drawn in shown.map { "/runs/\($0.id)/charts/\(drawn.id)" } },
            chartWords: drawn?.words ?? "", note: note))
      }
      let (need, money) = (figures[.forecast] ?? [:], figures[.outturn] ?? [:])
      let list = TodayRoutes.figures(need, money)
      return Page(
        isEmpty: documents.isEmpty, mayLoad: Area.data.isFor(account), headline: headline(need, money),
        figures: list.isEmpty ? nil : Figures(list: list), parts: parts,
        changes: try changes(documents, account, reading),
        isNameless: account.may(.administer) && setting == nil)
    }
    return try visit.page("Today", .today, template: "today", page)
  }

  /// Children and money in a sentence; nil where neither may be shown.
  private static func headline(_ need: [String: String], _ money: [String: String]) -> String? {
    guard let children = need["children"], let asOf = need["asOf"] else { return nil }
    let words = "\(children) children were in care on \(asOf)."
    if let outturn = money["outturn"], let year = money["year"] {
      let beside = money["over"].map { over in
        over == "as budgeted" ? ", as budgeted" : ", \(over) the budget of \(money["budget"] ?? "")"
      }
      return words + " Their care is expected to cost \(outturn) in \(year)\(beside ?? "")."
    }
    guard let cost = need["cost"], let year = need["year"] else { return words }
    return words + " Their care is expected to cost \(cost) in \(year)."
  }

  private static func figures(_ need: [String: String], _ money: [String: String]) -> [Figure] {
    var list: [Figure] = []
    if let children = need["children"] {
      list.append(
        Figure(
          path: "/children", label: "Children in care", value: children,
          words: "on \(need["asOf"] ?? ""); about \(need["then"] ?? "") on \(need["until"] ?? "")"))
    }
    if let outturn = money["outturn"] {
      list.append(
        Figure(path: "/money", label: "Outturn", value: outturn, words: "in \(money["year"] ?? "")"))
    } else if let cost = need["cost"] {
      list.append(
        Figure(
          path: "/forecast", label: "Cost of care", value: cost,
          words: "in \(need["year"] ?? ""), as forecast"))
    }
    if let over = money["over"] {
      list.append(
        Figure(
          path: "/money/variance", label: "Against the budget", value: over,
          words: "the budget is \(money["budget"] ?? "")"))
    }
    if money["outturn"] != nil {
      list.append(
        Figure(
          path: "/money/movement", label: "Since the last month", value: money["moved"] ?? "–",
          words: money["since"].map { "since \($0)" }
            ?? "\(money["year"] ?? "") has no month yet to compare with"))
    }
    return list
  }

  /// What the last load brought: the files, and for those who see them the findings that are new and put right.
  private static func changes(
    _ documents: [CouncilDocument], _ account: Account, _ reading: any CouncilReading
  ) throws -> Changes? {
    guard let last = documents.map(\.addedAt).max() else { return nil }
    let added = documents.filter { $0.addedAt == last }
    let path = Area.data.isFor(account) ? Area.data.path : nil
    var lines = [
      Line(
        path: path,
        words:
          "\(Phrases.moment(last)): \(Phrases.count(added.count, "file", "files")) added by \(added.first?.addedBy ?? "")"
      ), Line(path: nil, words: Phrases.kinds(added)),
    ]
    guard account.maySee(.check) else { return Changes(lines: lines) }
    for run in try reading.runs(.check, most: 20) {
      guard let figures = try reading.result(of: run.id)?.figures, let all = figures["findings"] else {
        continue
      }
      let words =
        figures["new"].map {
          "Since the load before: \($0) new findings in the returns, \(figures["fixed"] ?? "0") put right; \(all) in all"
        } ?? "\(all) findings in the returns; no load before to compare with"
      let isOld = try run.inputs != reading.inputs(for: .check)
      lines.append(Line(path: RunKind.check.path, words: words + (isOld ? ", of earlier files" : "")))
      break
    }
    return Changes(lines: lines)
  }
}
