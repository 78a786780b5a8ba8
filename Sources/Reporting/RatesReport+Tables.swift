import Care
import Forecasting
import Units

extension RatesReport {
  /// Fewer events than this are said to be little for a rate to rest on.
  private static let enough = 5

  static func restsOnLittle(_ line: RateLine) -> Bool { line.events < enough }

  /// Whether none was seen and eight draws of ten are next to nothing; what a scenario changes is shown all the same.
  private static func isNegligible(_ line: RateLine) -> Bool {
    line.events == 0 && line.estimate.high < 0.0005 && !line.isChanged
  }

  /// One line an event: how often it happens in all.
  func overview(isPublished: Bool = false) -> ReportTable {
    var columns = ["Used, a year", "80 %"]
    if scenario == nil { columns.append("That is") }
    if !isPublished { columns = ["Seen", "Child-years", "Seen, a year"] + columns }
    if scenario != nil { columns += ["Changed", "80 %"] }
    let rows = shownHazards.compactMap { event -> ReportTable.Row? in
      guard let line = lines(event, .all).first else { return nil }
      var cells = RatesReport.used(line.estimate)
      if scenario == nil { cells.append(RatesReport.oneIn(line.estimate.value) ?? "–") }
      if !isPublished { cells = seen(line) + cells }
      if isPublished, isKeptBack(line) { cells = cells.map { _ in "few" } }
      if scenario != nil { cells += changed(line, isHidden: isPublished && isKeptBack(line)) }
      return ReportTable.Row(label: RatesReport.words(event), cells: cells, isTotal: false)
    }
    return ReportTable(
      title: "How often children leave care and change placement, all together", labels: "Event",
      columns: columns, rows: rows,
      notes: [
        "Leaving on the 18th birthday is no rate: every child who is still in care leaves on that day.",
        "Days on which a child's time in care, or in the placement, is not known count in no child-year.",
      ])
  }

  /// The events, those that the scenario changes first.
  var shownHazards: [RateLine.Event] {
    let isChanged = { (event: RateLine.Event) in table.lines.contains { $0.event == event && $0.isChanged } }
    return RatesReport.hazards.filter(isChanged) + RatesReport.hazards.filter { !isChanged($0) }
  }

  /// An estimate and its interval: "0.085", "0.076–0.096".
  private static func used(_ estimate: RateEstimate) -> [String] {
    let range = "\(figure(estimate.low))–\(figure(estimate.high))"
    return [figure(estimate.value), estimate.high < 0.00005 ? "<0.0001" : range]
  }

  private func seen(_ line: RateLine) -> [String] {
    [
      Words.number(line.events), RatesReport.decimal(line.exposure, line.event == .destination ? 0 : 1),
      line.raw.map(RatesReport.figure) ?? "–",
    ]
  }

  private func changed(_ line: RateLine, isHidden: Bool = false) -> [String] {
    guard let changed = line.changed else { return ["–", "–"] }
    if isHidden { return ["few", "few"] }
    return line.isChanged ? RatesReport.used(changed) : ["same", ""]
  }

  /// Whether a published page keeps a line back: it rests on one to five events, and so perhaps on as few children.
  private func isKeptBack(_ line: RateLine) -> Bool { Disclosure.isSmall(line.events) }

  /// An event by age and time. In the terminal each age has what is used, its interval and what was seen.
  func matrix(_ event: RateLine.Event, isPublished: Bool = false) -> ReportTable {
    let own = lines(event, .age)
    var rows: [ReportTable.Row] = []
    var leftOut: [String] = []
    for age in AgeBand.all.indices {
      let known = own.filter { $0.age == age }
      if known.allSatisfy(RatesReport.isNegligible) {
        leftOut.append(AgeBand.all[age].label.lowercasedFirst)
        continue
      }
      let line = TimeBand.labels.indices.map { time in known.first { $0.time == time } }
      func row(_ label: String, _ cell: (RateLine) -> String) {
        let cells = line.map { $0.map { isPublished && isKeptBack($0) ? "few" : cell($0) } ?? "–" }
        rows.append(ReportTable.Row(label: label, cells: cells, isTotal: false))
      }
      row(AgeBand.all[age].label) { RatesReport.figure($0.estimate.value) }
      row("  80 %") { RatesReport.used($0.estimate)[1] }
      if known.contains(where: \.isChanged) { row("  changed") { self.changed($0)[0] } }
      guard !isPublished else { continue }
      row("  seen") {
        $0.exposure > 0 ? "\($0.events) in \(RatesReport.decimal($0.exposure, 1))" : "no child"
      }
      if known.contains(where: RatesReport.restsOnLittle) {
        row("  that is") { RatesReport.restsOnLittle($0) ? "little" : "" }
      }
    }
    let clock = event == .change ? "time in the placement" : "time in care"
    var notes = isPublished ? ["“few”: rests on one to five events, and is kept back."] : []
    if !leftOut.isEmpty {
      notes.append(
        "Left out: \(ScenarioText.list(leftOut, "and")), an age at which it next to never happens."
      )
    }
    return ReportTable(
      title: "\(RatesReport.words(event)), a year for each child, by age and \(clock)", labels: "Age",
      columns: TimeBand.labels, rows: rows, notes: notes)
  }

  /// How categories differ from others of the same ages and times.
  func levels(isPublished: Bool = false) -> ReportTable {
    var rows: [ReportTable.Row] = []
    func add(_ label: String, _ line: (RateLine.Event) -> RateLine?) {
      let own = RatesReport.hazards.map(line)
      guard own.contains(where: { $0 != nil }) else { return }
      func row(_ label: String, _ cell: (RateLine) -> String) {
        let cells = own.map { $0.map { isPublished && isKeptBack($0) ? "few" : cell($0) } ?? "–" }
        rows.append(ReportTable.Row(label: label, cells: cells, isTotal: false))
      }
      row(label) { RatesReport.two($0.estimate.value) }
      guard !isPublished else { return }
      row("  80 %") { "\(RatesReport.two($0.estimate.low))–\(RatesReport.two($0.estimate.high))" }
      if own.contains(where: { $0.map(RatesReport.restsOnLittle) == true }) {
        row("  that is") { RatesReport.restsOnLittle($0) ? "little" : "" }
      }
    }
    for category in book.all {
      add(book[category].label) { lines($0, .category).first { $0.category == category.index } }
    }
    add("Unaccompanied children") { lines($0, .uasc).first }
    return ReportTable(
      title: "Categories against children of the same age and time elsewhere", labels: "Placement",
      columns: RatesReport.hazards.map(RatesReport.words), rows: rows,
      notes: ["1 is no different, 2 twice as often, 0.5 half as often."])
  }

  /// Children who come into care in a year, by age.
  func entries(isPublished: Bool = false) -> ReportTable {
    var columns = ["Used, a year", "80 %: from", "to"]
    if !isPublished { columns = ["Came", "Years", "Seen, a year"] + columns }
    if scenario != nil { columns += ["Changed", "80 %: from", "to"] }
    var rows: [ReportTable.Row] = []
    func add(_ line: RateLine, _ label: String, isTotal: Bool) {
      let used = [line.estimate.value, line.estimate.low, line.estimate.high]
      var cells = isPublished ? [] : [Words.number(line.events), RatesReport.two(line.exposure)]
      if !isPublished { cells.append(line.raw.map { RatesReport.decimal($0, 1) } ?? "–") }
      cells += used.map { RatesReport.decimal($0, isPublished ? 0 : 1) }
      if scenario != nil {
        let changed = line.changed.map { [$0.value, $0.low, $0.high] } ?? []
        cells +=
          line.isChanged
          ? changed.map { RatesReport.decimal($0, isPublished ? 0 : 1) } : ["same", "", ""]
      }
      rows.append(ReportTable.Row(label: label, cells: cells, isTotal: isTotal))
    }
    let ages = lines(.entry, .age)
    // With an age kept back the rest would give it away by subtraction.
    if !(isPublished && ages.contains(where: isKeptBack)) {
      for line in ages { add(line, AgeBand.all[line.age ?? 0].label, isTotal: false) }
    }
    for line in lines(.entry, .all) where !(isPublished && isKeptBack(line)) {
      add(line, "All", isTotal: true)
    }
    return ReportTable(
      title: "Children who come into care in a year", labels: "Age", columns: columns, rows: rows,
      notes: [
        "“Used” is the pace at the as-of date, recent months counting most"
          + (isPublished ? "." : "; it may differ from the average seen.")
      ])
  }

  /// Every line of a kind that has one for each cell, as a long table; those that the scenario changes first.
  func cells(_ event: RateLine.Event) -> ReportTable {
    let isShare = event == .destination
    var columns = ["Seen"]
    if scenario == nil {
      columns +=
        isShare ? ["Of", "Share seen"] : [event == .entry ? "Years" : "Child-years", "Seen, a year"]
    }
    columns += ["Rests on", isShare ? "Share used" : "Used, a year", "80 %"]
    if scenario != nil { columns += ["Changed", "80 %"] }
    let all = lines(event, .cell)
    let shown = all.filter { !RatesReport.isNegligible($0) }
    let rows = (shown.filter(\.isChanged) + shown.filter { !$0.isChanged }).map { line in
      var cells = scenario == nil ? seen(line) : [Words.number(line.events)]
      cells.append(RatesReport.restsOnLittle(line) ? "little" : "")
      cells += RatesReport.used(line.estimate)
      if scenario != nil { cells += changed(line) }
      return ReportTable.Row(label: label(line), cells: cells, isTotal: false)
    }
    let leftOut = all.count - shown.count
    return ReportTable(
      title: "\(RatesReport.words(event)), every cell", labels: "Children", columns: columns, rows: rows,
      notes: leftOut == 0
        ? []
        : [
          "Left out: \(Words.count(leftOut, "row", "rows")) of what was not seen and is next to never drawn; --csv FILE has \(leftOut == 1 ? "it" : "them")."
        ])
  }

  private func label(_ line: RateLine) -> String {
    var parts: [String] = []
    if let age = line.age { parts.append(AgeBand.all[age].label) }
    if let time = line.time { parts.append(TimeBand.labels[time]) }
    if let category = line.category { parts.append(book.entries[category].label) }
    if let destination = line.destination { parts.append("to " + label(destination: destination)) }
    if line.isUASC == true { parts.append("unaccompanied") }
    return parts.joined(separator: ", ")
  }

  private func label(destination: Int) -> String {
    let isSameCarer = destination >= book.entries.count
    let label = book.entries[destination % book.entries.count].label.lowercasedFirst
    return isSameCarer ? label + ", same carer" : label
  }
}
