import Files
import Plans

/// A list of a plan's file, such as its savings: its keys, and how its items are read and written.
struct PlanSection: Sendable {
  /// The list's key.
  let name: String
  /// One of its items, for sentences.
  let one: String
  /// What it holds.
  let words: String
  let keys: [PlanKey]
  let read: @Sendable (inout Plan, YAMLNode, _ subject: String) -> [Flaw]
  let write: @Sendable (Plan) -> [YAMLNode]

  /// Whether its items have ids.
  var hasIDs: Bool { keys.contains { $0.name == "id" } }

  init<Item: Sendable>(
    _ name: String, _ one: String, _ words: String, _ path: any WritableKeyPath<Plan, [Item]> & Sendable,
    _ place: any WritableKeyPath<Item, PlanPlace> & Sendable, _ empty: Item,
    @PlanFields<Item> _ made: () -> [PlanField<Item>]
  ) {
    let fields = made()
    (self.name, self.one, self.words, keys) = (name, one, words, fields.map(\.key))
    read = { plan, node, subject in
      var item = empty
      let entries = node.entries ?? []
      item[keyPath: place] = PlanPlace(line: node.line, keys: PlanSection.lines(entries))
      let flaws = PlanField.fill(&item, from: entries, fields, of: subject)
      plan[keyPath: path].append(item)
      return flaws
    }
    write = { plan in plan[keyPath: path].compactMap { PlanField.mapping($0, fields) } }
  }

  /// The line of each key, those of keys within as “evidence.grade”.
  static func lines(_ entries: [YAMLEntry]) -> [String: Int] {
    var lines: [String: Int] = [:]
    for entry in entries {
      lines[entry.key] = entry.line
      for own in entry.value.entries ?? [] { lines["\(entry.key).\(own.key)"] = own.line }
    }
    return lines
  }
}
