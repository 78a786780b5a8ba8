import Plans
import Units

extension PlanReport {
  /// The whole action plan, overdue first, then by day; by stream or owner where that is asked for.
  var actionTables: [ReportTable] {
    let sorted = status.actions.sorted { rank($0) < rank($1) }
    func table(_ title: String, _ actions: [ActionStatus]) -> ReportTable {
      ReportTable(
        title: title, labels: "Action",
        columns: ["Delivered or not", "Due", "Owner", "Stream", "Budget effect of the stream"],
        rows: actions.map { one in
          ReportTable.Row(
            label: one.action.name,
            cells: [
              PlanReport.words(one.delivery), one.action.due?.description ?? one.action.dueWords.orNone,
              one.action.owner.orNone, stream(one.action.stream), effect(of: one.action.stream),
            ], isTotal: false)
        }, notes: [], columnsOfWords: 4)
    }
    switch grouping {
    case .due: return status.actions.isEmpty ? [] : [table("Actions, overdue first", sorted)]
    case .owner: return groups(sorted, \.action.owner).map { table("Owner: \($0.orNone)", $1) }
    case .stream: return groups(sorted, \.action.stream).map { table(stream($0), $1) }
    }
  }

  /// Groups in the order of their first action.
  private func groups(
    _ actions: [ActionStatus], _ key: (ActionStatus) -> String
  ) -> [(String, [ActionStatus])] {
    var keys: [String] = []
    for action in actions where !keys.contains(key(action)) { keys.append(key(action)) }
    return keys.map { name in (name, actions.filter { key($0) == name }) }
  }

  /// Overdue before due before undated before done; the longest overdue first.
  private func rank(_ one: ActionStatus) -> (Int, Int, String) {
    switch one.delivery {
    case .overdue(let days): (0, -days, one.action.id)
    case .due(let day): (1, Int(day.number), one.action.id)
    case .undated: (2, 0, one.action.id)
    case .saidDelivered: (3, 0, one.action.id)
    case .delivered: (4, 0, one.action.id)
    }
  }

  private func stream(_ id: String) -> String { plan.streams.first { $0.id == id }?.name ?? id.orNone }

  private func effect(of stream: String) -> String {
    let own = status.counted.filter { $0.line.stream == stream && !stream.isEmpty }
    guard !own.isEmpty else { return "–" }
    let years = Set(own.map(\.year)).sorted()
    return years.map { year in
      let lines = own.filter { $0.year == year }
      let (planned, confirmed) = (lines.map(\.planned), lines.map(\.confirmed))
      return
        "\(Words.pounds(confirmed.reduce(.zero, +))) of \(Words.pounds(planned.reduce(.zero, +)))"
        + (years.count > 1 ? " in \(year)" : "")
    }.joined(separator: "; ")
  }

  /// One page for the monthly group: progress, barriers and what follows from them, by stream.
  /// On a page notes are left out: what somebody writes may tell of few children.
  func scorecardTable(isPublished: Bool) -> ReportTable? {
    let streams = plan.streams.map { ($0.id, $0.name) } + [("", "Without a stream")]
    let rows = streams.compactMap { id, name -> ReportTable.Row? in
      let cells = [progress(id, isPublished: isPublished), barriers(id), consequences(id)]
      guard cells.contains(where: { !$0.isEmpty }) else { return nil }
      return ReportTable.Row(label: name, cells: cells.map(\.orNone), isTotal: false)
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      title: "Scorecard", labels: "Stream", columns: ["Progress", "Barriers", "Consequent actions"],
      rows: rows, notes: [], columnsOfWords: 3)
  }

  private func progress(_ stream: String, isPublished: Bool) -> String {
    let actions = status.actions.filter { $0.action.stream == stream }
    var parts: [String] = []
    if !actions.isEmpty {
      parts.append("\(actions.count(where: \.isDelivered)) of \(actions.count) actions delivered")
    }
    let notes = isPublished ? [] : actions.flatMap(\.action.progress).filter { $0.on <= status.asOf }
    if let note = notes.max(by: { $0.on < $1.on }) {
      parts.append("\(note.on): \(note.note)")
    }
    let targets = status.targets.filter { $0.target.stream == stream }
    if !targets.isEmpty { parts.append("targets \(PlanReport.counts(targets.map(\.status)))") }
    return parts.joined(separator: "; ")
  }

  private func barriers(_ stream: String) -> String {
    var parts = status.actions.filter { $0.action.stream == stream && $0.daysLate != nil }
      .map { "“\($0.action.name)” overdue" }
    parts += status.milestones.filter { $0.milestone.stream == stream && $0.isLate(on: status.asOf) }
      .map { "milestone late: \($0.milestone.name)" }
    parts += status.targets.filter { $0.target.stream == stream && $0.status == .red }
      .map { "not on course: \($0.target.name)" }
    return parts.joined(separator: "; ")
  }

  private func consequences(_ stream: String) -> String {
    var parts = status.targets.filter { $0.target.stream == stream && !isSmall($0) }
      .compactMap { one -> String? in
        guard let gap = one.evidence.gap, gap > 0 else { return nil }
        return "plan B for \(one.target.name): \(PlanReport.value(gap)) more"
      }
    for one in status.counted + status.apart where one.line.stream == stream {
      let short = one.planned - max(one.confirmed, one.simulated?.expected ?? .zero)
      if short > .zero, one.simulated != nil || one.confirmed > .zero {
        parts.append("find \(Words.about(short)) beside \(one.line.name)")
      } else if one.status == .unknown {
        parts.append("get evidence for \(one.line.name)")
      }
    }
    return parts.joined(separator: "; ")
  }
}

extension String {
  /// The text, or a dash where it is empty.
  var orNone: String { isEmpty ? "–" : self }
}
