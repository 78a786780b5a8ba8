import Files

/// How a council's own tables are to be read: which column holds what, where headings alone don't tell.
public struct LedgerMapping: Sendable, Equatable {
  /// The sheet of a workbook; nil for every sheet with the headings needed.
  public var sheet: String?
  /// Headings by the name of what they hold.
  public var columns: [String: String] = [:]
  /// What a fee is charged for, where its heading does not say.
  public var per: MoneyUnit.Per?
  /// Whether amounts are in pence.
  public var isPence = false
  /// Whether the fee is what is left when others have paid; nil to go by the parts.
  public var isNet: Bool?
  /// How the last day of a rate is meant, where the file does not tell.
  public var ends: EndMeaning?

  /// A mapping that leaves everything to the headings.
  public init() {}

  private static let keys = ["sheet", "columns", "per", "money", "fees", "ends"]

  /// The mapping in a YAML file's text; `fields` are the names that its columns may have.
  ///
  /// - Throws: `LedgerMappingError` with the line at fault.
  public init(yaml: [UInt8], fields: [String]) throws(LedgerMappingError) {
    let root: YAMLNode
    do throws(YAMLError) { root = try YAMLReader.read(yaml) } catch {
      throw LedgerMappingError(line: error.line, problem: "\(error.problem). \(error.remedy)")
    }
    guard let entries = root.entries else {
      throw LedgerMappingError(line: root.line, problem: "it is no list of keys. Begin with “columns:”.")
    }
    for entry in entries {
      switch entry.key {
      case "columns":
        for column in entry.value.entries ?? [] {
          guard fields.contains(column.key) else {
            throw LedgerMappingError(
              line: column.line,
              problem:
                "“\(column.key)” is nothing that a column holds. It is one of: \(fields.joined(separator: ", "))."
            )
          }
          guard let heading = column.value.text, !heading.isEmpty else {
            throw LedgerMappingError(
              line: column.line, problem: "“\(column.key)” needs the heading of a column.")
          }
          columns[column.key] = heading
        }
      case "sheet": sheet = entry.value.text
      case "per": per = try LedgerMapping.choice(entry, MoneyUnit.Per.allCases)
      case "ends": ends = try LedgerMapping.choice(entry, EndMeaning.allCases)
      case "fees":
        guard let text = entry.value.text, text == "whole" || text == "net" else {
          throw LedgerMappingError(line: entry.line, problem: "“fees” is whole, or net of what others pay.")
        }
        isNet = text == "net"
      case "money":
        guard let text = entry.value.text, text == "pounds" || text == "pence" else {
          throw LedgerMappingError(line: entry.line, problem: "“money” is pounds or pence.")
        }
        isPence = text == "pence"
      default:
        throw LedgerMappingError(
          line: entry.line,
          problem:
            "“\(entry.key)” is not a key of a mapping. Its keys are: \(LedgerMapping.keys.joined(separator: ", "))."
        )
      }
    }
  }

  private static func choice<Value: RawRepresentable<String>>(
    _ entry: YAMLEntry, _ all: [Value]
  ) throws(LedgerMappingError) -> Value {
    guard let text = entry.value.text, let value = all.first(where: { $0.rawValue == text }) else {
      throw LedgerMappingError(
        line: entry.line,
        problem: "“\(entry.key)” is one of: \(all.map(\.rawValue).joined(separator: ", ")).")
    }
    return value
  }

  /// The mapping as the text of a YAML file, which `init(yaml:fields:)` reads back.
  public var yaml: String {
    func quoted(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    var text = ""
    if let sheet { text += "sheet: \(quoted(sheet))\n" }
    if let per { text += "per: \(per.rawValue)\n" }
    if isPence { text += "money: pence\n" }
    if let isNet { text += "fees: \(isNet ? "net" : "whole")\n" }
    if let ends { text += "ends: \(ends.rawValue)\n" }
    if columns.isEmpty { return text + "columns: {}\n" }
    return columns.sorted { $0.key < $1.key }.reduce(into: text + "columns:\n") {
      $0 += "  \($1.key): \(quoted($1.value))\n"
    }
  }
}

/// A line of a mapping file that can't be used.
public struct LedgerMappingError: Error, Equatable, CustomStringConvertible {
  /// Line of the file.
  public let line: Int
  /// What is wrong and what to write.
  public let problem: String

  /// "line 4: …".
  public var description: String { "line \(line): \(problem)" }
}
