import Care
import Forecasting
import Units

extension RatesReport {
  /// One line an event: how often it happens in all.
  func overview(isPublished: Bool = false) -> ReportTable {
    var columns = ["Used, a year", "That is", "80 %: from", "to"]
    if !isPublished { columns = ["Seen", "Child-years", "Seen, a year"] + columns }
    if scenario != nil { columns += ["Changed", "80 %: from", "to"] }
    let rows = RatesReport.hazards.compactMap { event -> ReportTable.Row? in
      guard let line = lines(event, .all).first else { return nil }
      var cells = [
        RatesReport.figure(line.estimate.value), RatesReport.oneIn(line.estimate.value) ?? "–",
        RatesReport.figure(line.estimate.low), RatesReport.figure(line.estimate.high),
      ]
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

  private func seen(_ line: RateLine) -> [String] {
    [
      Words.number(line.events), RatesReport.decimal(line.exposure, line.event == .destination ? 0 : 1),
      line.raw.map(RatesReport.figure) ?? "–",
    ]
  }

  private func changed(_ line: RateLine, isHidden: Bool = false) -> [String] {
    guard let changed = line.changed else { return ["–", "–", "–"] }
    return isHidden
      ? ["few", "few", "few"] : [changed.value, changed.low, changed.high].map(RatesReport.figure)
  }

  /// Whether a published page keeps a line back: it rests on one to five events, and so perhaps on as few children.
  private func isKeptBack(_ line: RateLine) -> Bool { Disclosure.isSmall(line.events) }

  /// An event by age and time. In the terminal each age has what is used, its interval and what was seen.
  func matrix(_ event: RateLine.Event, isPublished: Bool = false) -> ReportTable {
    let own = lines(event, .age)
    var rows: [ReportTable.Row] = []
    for age in AgeBand.all.indices {
      let line = own.filter { $0.age == age }
      func row(_ label: String, _ cell: (RateLine) -> String) {
        rows.append(
          ReportTable.Row(
            label: label, cells: line.map { isPublished && isKeptBack($0) ? "few" : cell($0) }, isTotal: false
          ))
      }
      row(AgeBand.all[age].label) { RatesReport.figure($0.estimate.value) }
      row("  80 %") { "\(RatesReport.figure($0.estimate.low))–\(RatesReport.figure($0.estimate.high))" }
      if scenario != nil { row("  changed") { $0.changed.map { RatesReport.figure($0.value) } ?? "–" } }
      if !isPublished {
        row("  seen") {
          $0.exposure > 0 ? "\($0.events) in \(RatesReport.decimal($0.exposure, 1))" : "no child"
        }
      }
    }
    let clock = event == .change ? "time in the placement" : "time in care"
    return ReportTable(
      title: "\(RatesReport.words(event)), a year for each child, by age and \(clock)", labels: "Age",
      columns: TimeBand.labels, rows: rows,
      notes: isPublished ? ["“few”: rests on one to five events, and is kept back."] : [])
  }

  /// How categories differ from others of the same ages and times.
  func levels(isPublished: Bool = false) -> ReportTable {
    let used = book.all.filter { category in
      RatesReport.hazards.contains { lines($0, .category).contains { $0.category == category.index } }
    }
    func cell(_ line: RateLine?) -> String {
      guard let line else { return "–" }
      if isPublished && isKeptBack(line) { return "few" }
      return RatesReport.two(line.estimate.value)
        + (isPublished
          ? "" : " (\(RatesReport.two(line.estimate.low))–\(RatesReport.two(line.estimate.high)))")
    }
    var rows = used.map { category in
      ReportTable.Row(
        label: book[category].label,
        cells: RatesReport.hazards.map { event in
          cell(lines(event, .category).first { $0.category == category.index })
        }, isTotal: false)
    }
    rows.append(
      ReportTable.Row(
        label: "Unaccompanied children", cells: RatesReport.hazards.map { cell(lines($0, .uasc).first) },
        isTotal: false))
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
        cells += changed.map { RatesReport.decimal($0, isPublished ? 0 : 1) }
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

  /// Every line of a kind that has one for each cell, as a long table.
  func cells(_ event: RateLine.Event) -> ReportTable {
    var columns = [
      "Seen", event == .destination ? "Of" : event == .entry ? "Years" : "Child-years", "Seen, a year",
    ]
    if event == .destination { columns[2] = "Share seen" }
    columns += [event == .destination ? "Share used" : "Used, a year", "80 %: from", "to"]
    if event != .destination && event != .entry { columns.append("That is") }
    if scenario != nil { columns += ["Changed", "80 %: from", "to"] }
    let rows = lines(event, .cell).map { line in
      var cells =
        seen(line) + [line.estimate.value, line.estimate.low, line.estimate.high].map(RatesReport.figure)
      if event != .destination && event != .entry {
        cells.append(RatesReport.oneIn(line.estimate.value) ?? "–")
      }
      if scenario != nil { cells += changed(line) }
      return ReportTable.Row(label: label(line), cells: cells, isTotal: false)
    }
    return ReportTable(
      title: "\(RatesReport.words(event)), every cell", labels: "Children", columns: columns, rows: rows,
      notes: [])
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
