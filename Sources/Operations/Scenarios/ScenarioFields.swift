import Files

/// The keys of one mapping of a scenario's file, with what they belong to.
struct ScenarioFields {
  /// Line on which the mapping begins.
  let line: Int
  /// What it is, for sentences: "initiative “early-help”".
  var subject: String
  var entries: [YAMLEntry]

  subscript(key: String) -> YAMLEntry? { entries.first { $0.key == key } }

  /// The text of a key, or of what looks like it.
  func text(likeliest key: String) -> String? {
    (self[key] ?? entries.first { ScenarioKeys.nearest(to: $0.key, among: [key]) != nil })?.value.text
  }
}

/// Gathers problems while a scenario's file is read.
struct ScenarioProblems {
  private(set) var list: [ScenarioProblem] = []
  /// Whether problems of a value tell its column.
  var tellsColumns = false

  var isRefused: Bool { list.contains { !$0.isWarning } }

  mutating func refuse(_ line: Int, _ what: String, _ remedy: String, column: Int? = nil) {
    var problem = ScenarioProblem(line: line, what: what, remedy: remedy)
    problem.column = tellsColumns ? column : nil
    list.append(problem)
  }

  mutating func warn(_ line: Int, _ what: String, _ remedy: String) {
    list.append(ScenarioProblem(line: line, what: what, remedy: remedy, isWarning: true))
  }

  /// The keys of a mapping; nil, with a problem, where there is none.
  mutating func fields(_ node: YAMLNode, _ subject: String) -> ScenarioFields? {
    guard let entries = node.entries else {
      refuse(
        node.line, "\(subject) has no keys",
        "Write its keys under it, each indented alike, as in the template.", column: node.column)
      return nil
    }
    return ScenarioFields(line: node.line, subject: subject, entries: entries)
  }

  /// Refuses keys that are not known, and names the nearest that is; it is read as that one, so that what else is wrong
  /// with it is told too.
  mutating func allow(_ keys: [String], in fields: inout ScenarioFields) {
    var known: [YAMLEntry] = []
    for entry in fields.entries {
      if keys.contains(entry.key) {
        known.append(entry)
        continue
      }
      let what = "“\(entry.key)” is not a key of \(fields.subject)"
      if !entry.key.isEmpty, entry.key.allSatisfy({ $0.isNumber || $0 == "." }) {
        refuse(
          entry.line, what,
          "A comma between braces begins a new key: put quotes round an amount with commas.")
      } else if let near = ScenarioKeys.nearest(to: entry.key, among: keys.filter { fields[$0] == nil }) {
        refuse(entry.line, what, "Is “\(near)” meant?")
        known.append(YAMLEntry(key: near, line: entry.line, column: entry.column, value: entry.value))
      } else {
        refuse(entry.line, what, "Its keys are: \(keys.joined(separator: ", ")).")
      }
    }
    fields.entries = known
  }

  /// Refuses that a key is missing.
  mutating func require(_ keys: [String], in fields: ScenarioFields) {
    for key in keys where fields[key] == nil {
      refuse(fields.line, "\(fields.subject) has no “\(key)”", "Write \(ScenarioKeys.example(key)).")
    }
  }

  /// A key's value as read by `parse`; nil where the key is missing, and, with a problem, where its value can't be used.
  mutating func value<T>(
    _ key: String, in fields: ScenarioFields, _ parse: (YAMLNode) throws(Flaws) -> T
  ) -> T? {
    guard let entry = fields[key] else { return nil }
    do throws(Flaws) {
      return try parse(entry.value)
    } catch {
      for flaw in error.list {
        // A value that is missing has no place of its own.
        let line = flaw.line ?? (entry.value.content == .empty ? entry.line : entry.value.line)
        let column = flaw.line == nil && entry.value.content != .empty ? entry.value.column : entry.column
        refuse(line, "“\(key)” of \(fields.subject): \(flaw.what)", flaw.remedy, column: column)
      }
      return nil
    }
  }

  /// A key's value where it is one text.
  mutating func scalar<T>(
    _ key: String, in fields: ScenarioFields, _ parse: (String) throws(Flaws) -> T
  ) -> T? {
    value(key, in: fields) { node throws(Flaws) in try parse(try ScenarioValues.text(node)) }
  }

  /// The texts of a key that holds one or a list of them, each read by `parse`; all that can't be used are told.
  static func each<T>(
    _ node: YAMLNode, _ parse: (String) throws(Flaws) -> T
  ) throws(Flaws) -> [T] {
    guard let nodes = node.values else { return [try parse(try ScenarioValues.text(node))] }
    guard !nodes.isEmpty else { throw Flaws("the list is empty", "Name at least one, or take the key out.") }
    var read: [T] = []
    var flaws: [Flaw] = []
    for node in nodes {
      do throws(Flaws) {
        read.append(try parse(try ScenarioValues.text(node)))
      } catch {
        flaws += error.list.map { Flaw(what: $0.what, remedy: $0.remedy, line: node.line) }
      }
    }
    guard flaws.isEmpty else { throw Flaws(flaws) }
    return read
  }
}
