import Files
import Units

/// What a value of a plan's file looks like: for editors, for sheets and for whoever asks.
indirect enum PlanShape: Sendable {
  case text, day, number, money, share, flag, score
  /// A day, or words where no day is known yet.
  case dayOrWords
  /// One of some words.
  case choice([String])
  /// A list of texts or of numbers.
  case texts, numbers
  /// Pounds, or numbers, by financial year.
  case amounts, counts
  /// One value, or several, by day.
  case points
  /// Keys of its own.
  case object([PlanKey])
  /// A list of such.
  case list([PlanKey])
}

/// A key of a plan's file.
struct PlanKey: Sendable {
  let name: String
  /// What it says, for whoever writes the file.
  let words: String
  let shape: PlanShape
  var isRequired = false
  /// The section whose ids its values are; empty for any item's.
  var refersTo: String?
}

/// How a value is written in a plan's file and read from it: the one place that knows both.
struct PlanForm<Value>: Sendable {
  let shape: PlanShape
  let read: @Sendable (YAMLNode) throws(Flaws) -> Value
  /// The value as the file has it; nil where there is nothing to say.
  let write: @Sendable (Value) -> YAMLNode?
}

/// A key of an item with the property it fills.
struct PlanField<Item>: Sendable {
  let key: PlanKey
  let read: @Sendable (inout Item, YAMLNode) throws(Flaws) -> Void
  let write: @Sendable (Item) -> YAMLNode?

  /// A key that fills a property.
  init<Value>(
    _ name: String, _ path: any WritableKeyPath<Item, Value> & Sendable, _ form: PlanForm<Value>,
    _ words: String,
    isRequired: Bool = false, refersTo: String? = nil
  ) {
    key = PlanKey(
      name: name, words: words, shape: form.shape, isRequired: isRequired, refersTo: refersTo)
    read = { item, node throws(Flaws) in item[keyPath: path] = try form.read(node) }
    write = { form.write($0[keyPath: path]) }
  }

  /// A key that does more than fill one property.
  init(
    of key: PlanKey, read: @escaping @Sendable (inout Item, YAMLNode) throws(Flaws) -> Void,
    write: @escaping @Sendable (Item) -> YAMLNode?
  ) {
    (self.key, self.read, self.write) = (key, read, write)
  }
}

/// Gathers the keys of an item, each a line.
@resultBuilder enum PlanFields<Item> {
  static func buildExpression(_ field: PlanField<Item>) -> [PlanField<Item>] { [field] }
  static func buildExpression(_ fields: [PlanField<Item>]) -> [PlanField<Item>] { fields }
  static func buildBlock(_ parts: [PlanField<Item>]...) -> [PlanField<Item>] { parts.flatMap { $0 } }
}

extension PlanField {
  /// Fills an item from the keys of a mapping; all that can't be used is told.
  static func fill(_ item: inout Item, from entries: [YAMLEntry], _ fields: [PlanField], of subject: String)
    -> [Flaw]
  {
    var flaws: [Flaw] = []
    let names = fields.map(\.key.name)
    var filled: Set<String> = []
    for entry in entries {
      var name = entry.key
      if !names.contains(name) {
        let near = ScenarioKeys.nearest(
          to: name, among: names.filter { wanted in !entries.contains { $0.key == wanted } })
        flaws.append(unknown(entry, of: subject, near: near, names))
        guard let near else { continue }
        name = near
      }
      guard let field = fields.first(where: { $0.key.name == name }) else { continue }
      // A key without a value says nothing, as in a template that was filled in part.
      if entry.value.content == .empty { continue }
      filled.insert(name)
      do throws(Flaws) {
        try field.read(&item, entry.value)
      } catch {
        flaws += error.list.map {
          Flaw(what: "“\(name)” of \(subject): \($0.what)", remedy: $0.remedy, line: $0.line ?? entry.line)
        }
      }
    }
    for field in fields where field.key.isRequired && !filled.contains(field.key.name) {
      flaws.append(
        Flaw(what: "\(subject) has no “\(field.key.name)”", remedy: "Write it: \(field.key.words)", line: nil)
      )
    }
    return flaws
  }

  private static func unknown(_ entry: YAMLEntry, of subject: String, near: String?, _ names: [String])
    -> Flaw
  {
    let what = "“\(entry.key)” is not a key of \(subject)"
    if !entry.key.isEmpty, entry.key.allSatisfy({ $0.isNumber || $0 == "." }) {
      return Flaw(
        what: what,
        remedy: "A comma between braces begins a new key: put quotes round an amount with commas.",
        line: entry.line)
    }
    return Flaw(
      what: what,
      remedy: near.map { "Is “\($0)” meant?" } ?? "Its keys are: \(names.joined(separator: ", ")).",
      line: entry.line)
  }

  /// The mapping of an item's keys that say anything.
  static func mapping(_ item: Item, _ fields: [PlanField]) -> YAMLNode? {
    let entries = fields.compactMap { field in
      field.write(item).map { YAMLEntry(key: field.key.name, line: 0, column: 0, value: $0) }
    }
    return entries.isEmpty ? nil : .made(.mapping(entries))
  }
}

extension YAMLNode {
  /// A value to be written, which stands in no file yet.
  static func made(_ content: Content) -> YAMLNode { YAMLNode(line: 0, column: 0, content: content) }
  /// A text to be written.
  static func made(_ text: String) -> YAMLNode { made(.scalar(text)) }
}
