public import Plans
public import Units

/// The whole action plan in one view: what is to be done, by stream, by owner or by day, what is overdue first.
public struct PlanActions: Sendable {
  private struct Item {
    let name: String
    let what: String
    let stream: String
    let owner: String
    let due: CivilDay?
    let words: String
    let delivery: Delivery
    var how = ""
    var success = ""
    var resource = ""
  }

  private let plan: Plan
  private let asOf: CivilDay
  private let items: [Item]

  /// The actions and milestones of a plan as they stand on a day.
  public init(_ plan: Plan, asOf: CivilDay) {
    (self.plan, self.asOf) = (plan, asOf)
    let status = PlanStatus(plan, PlanEvidence(asOf: asOf))
    items =
      status.actions.map { one in
        let action = one.action
        return Item(
          name: action.name, what: "Action", stream: action.stream, owner: action.owner, due: action.due,
          words: action.dueWords, delivery: one.delivery, how: action.how, success: action.success,
          resource: action.resource)
      }
      + status.milestones.map { one in
        let milestone = one.milestone
        return Item(
          name: milestone.name, what: "Milestone", stream: milestone.stream, owner: milestone.owner,
          due: milestone.due, words: milestone.dueWords, delivery: one.delivery)
      }
  }

  /// For people: a table for each stream or owner, or one by day.
  public func text(by order: PlanReport.Grouping) -> String {
    let streams = Dictionary(plan.streams.map { ($0.id, $0.name) }) { first, _ in first }
    let late = items.count { isOverdue($0) }
    let head =
      "\(plan.name) on \(asOf.spoken): \(Words.count(items.count, "action or milestone", "actions and milestones")), \(Words.number(late)) overdue, \(Words.number(items.count { isDone($0) })) done.\n"
    var keys: [String] = []
    func key(_ item: Item) -> String {
      switch order {
      case .stream: streams[item.stream] ?? "Without a stream"
      case .owner: item.owner.isEmpty ? "Nobody named" : item.owner
      case .due: "By day"
      }
    }
    if order == .stream { keys = plan.streams.map(\.name) }
    for item in items where !keys.contains(key(item)) { keys.append(key(item)) }
    let groups = Dictionary(grouping: items, by: key)
    let tables = keys.compactMap { name in groups[name].map { table(name, $0, by: order, streams) } }
    return head + tables.map { "\n" + $0.text() }.joined()
  }

  /// For a spreadsheet: every action and milestone with what, how, success, day, resource, owner and how it stands.
  public func csv() -> String {
    let streams = Dictionary(plan.streams.map { ($0.id, $0.name) }) { first, _ in first }
    return CSVText.line(
      ["stream", "kind", "what", "how", "success", "due", "resource", "owner", "stands"])
      + items.map { item in
        CSVText.line([
          streams[item.stream] ?? "", item.what, item.name, item.how, item.success,
          item.due.map(\.description) ?? item.words, item.resource, item.owner, standing(item),
        ])
      }.joined()
  }

  private func isDone(_ item: Item) -> Bool {
    if case .delivered = item.delivery { true } else { false }
  }
  private func isOverdue(_ item: Item) -> Bool { if case .overdue = item.delivery { true } else { false } }

  private func table(
    _ title: String, _ items: [Item], by order: PlanReport.Grouping, _ streams: [String: String]
  ) -> ReportTable {
    // Overdue first, then what is to come, then what has no day, then what is said to be done, then what is.
    func rank(_ item: Item) -> (Int, CivilDay) {
      let place =
        switch item.delivery {
        case .overdue: 0
        case .due: 1
        case .undated: 2
        case .saidDelivered: 3
        case .delivered: 4
        }
      return (place, item.due ?? .distantFuture)
    }
    let sorted = items.enumerated().sorted {
      let (a, b) = (rank($0.element), rank($1.element))
      return (a.0, a.1.number, $0.offset) < (b.0, b.1.number, $1.offset)
    }.map(\.element)
    let rows = sorted.map { item in
      ReportTable.Row(
        label: item.name,
        cells: [
          item.what, order == .owner ? streams[item.stream] ?? "" : item.owner,
          item.due.map(\.description) ?? item.words, standing(item), item.success,
        ], isTotal: false)
    }
    return ReportTable(
      title: title, labels: "What",
      columns: ["Kind", order == .owner ? "Stream" : "Who", "By when", "Stands", "Success is"],
      rows: rows, notes: [], columnsOfWords: 5)
  }

  private func standing(_ item: Item) -> String {
    switch item.delivery {
    case .delivered(let done): "done \(done.on), confirmed by \(done.by)"
    case .saidDelivered(let done): "said to be done \(done.on), confirmed by nobody else"
    case .overdue(let days): "overdue by \(Words.count(days, "day", "days"))"
    case .due: "due"
    case .undated: "no day"
    }
  }
}
