import Files
import Plans

/// Writes a plan as a file that reads as the same plan.
enum PlanWriter {
  /// The value of the file.
  static func node(_ plan: Plan) -> YAMLNode {
    var entries = PlanField.mapping(plan, Plan.head)?.entries ?? []
    for section in PlanSection.all {
      let items = section.write(plan)
      if items.isEmpty { continue }
      entries.append(YAMLEntry(key: section.name, line: 0, column: 0, value: .made(.sequence(items))))
    }
    return .made(.mapping(entries))
  }

  /// The file's text.
  static func yaml(_ plan: Plan) -> String {
    var text = ""
    for entry in node(plan).entries ?? [] {
      if entry.value.values != nil, !text.isEmpty { text += "\n" }
      write(entry, indent: 0, to: &text)
    }
    return text
  }

  private static func write(_ entry: YAMLEntry, indent: Int, to text: inout String) {
    text += String(repeating: " ", count: indent) + scalar(entry.key) + ":"
    switch entry.value.content {
    case .scalar(let value): text += " " + scalar(value) + "\n"
    case .empty: text += "\n"
    case .mapping(let entries):
      text += "\n"
      for own in entries { write(own, indent: indent + 2, to: &text) }
    case .sequence(let values):
      text += "\n"
      for value in values { write(value, indent: indent + 2, to: &text) }
    }
  }

  /// A value of a list, behind its hyphen.
  private static func write(_ value: YAMLNode, indent: Int, to text: inout String) {
    let margin = String(repeating: " ", count: indent)
    guard let entries = value.entries else {
      text += margin + "- " + scalar(value.text ?? "") + "\n"
      return
    }
    for (number, entry) in entries.enumerated() {
      if number == 0 {
        var first = ""
        write(entry, indent: indent + 2, to: &first)
        text += margin + "- " + first.dropFirst(indent + 2)
      } else {
        write(entry, indent: indent + 2, to: &text)
      }
    }
  }

  /// A text as it may stand behind a key: in quotes wherever YAML might take it for something else.
  static func scalar(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || (48...57).contains($0.value)
          || "_ -/.,()£%+'“”’".unicodeScalars.contains($0)
      }
      && text.first.map { $0.isLetter || $0.isNumber || $0 == "£" } == true && text.last != " "
      && !["yes", "no", "true", "false", "null", "on", "off", "y", "n"].contains(text.lowercased())
    if isPlain || ["yes", "no"].contains(text) { return text }
    var quoted = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(character)
      }
    }
    return quoted + "\""
  }
}
