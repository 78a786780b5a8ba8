public import Plans
public import Units

/// The whole action plan in one view: what is to be done, by stream, by owner or by day, what is overdue first.
public struct PlanActions: Sendable {
  /// What the view is ordered by.
  public enum Order: String, CaseIterable, Sendable {
    /// By work stream.
    case stream
    /// By the role that does it.
    case owner
    /// By day.
    case due
  }

  private struct Item {
    let name: String
    let what: String
    let stream: String
    let owner: String
    let due: CivilDay?
    let words: String
    let done: Confirmation?
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
    items =
      plan.actions.map {
        Item(
          name: $0.name, what: "Action", stream: $0.stream, owner: $0.owner, due: $0.due, words: $0.dueWords,
          done: $0.done, how: $0.how, success: $0.success, resource: $0.resource)
      }
      + plan.milestones.map {
        Item(
          name: $0.name, what: "Milestone", stream: $0.stream, owner: $0.owner, due: $0.due,
          words: $0.dueWords,
          done: $0.done)
      }
  }

  /// For people: a table for each stream or owner, or one by day.
  public func text(by order: Order) -> String {
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

  private func isDone(_ item: Item) -> Bool { item.done.map { $0.on <= asOf } ?? false }
  private func isOverdue(_ item: Item) -> Bool { !isDone(item) && item.due.map { $0 < asOf } ?? false }

  private func table(_ title: String, _ items: [Item], by order: Order, _ streams: [String: String])
    -> ReportTable
  {
    // Overdue first, then what is to come, then what has no day, then what is done.
    func rank(_ item: Item) -> (Int, CivilDay) {
      let day = item.due ?? .distantFuture
      if isDone(item) { return (3, day) }
      if item.due == nil { return (2, day) }
      return (isOverdue(item) ? 0 : 1, day)
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
    if let done = item.done, isDone(item) { return "done \(done.on), confirmed by \(done.by)" }
    guard let due = item.due else { return "no day" }
    let days = due.nights(to: asOf)
    return days > 0 ? "overdue by \(Words.count(days, "day", "days"))" : "due"
  }
}
