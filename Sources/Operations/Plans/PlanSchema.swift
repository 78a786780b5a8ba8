import Foundation
import Plans

/// A JSON Schema of plans' files, made from their keys: it takes what the reader takes.
enum PlanSchema {
  static var text: String {
    let data = try? JSONSerialization.data(
      withJSONObject: document, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return data.map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
  }

  private static var document: [String: Any] {
    var file = object(Plan.head.map(\.key), isItem: true)
    var properties = file["properties"] as? [String: Any] ?? [:]
    for section in PlanSection.all {
      var items = object(section.keys, isItem: true)
      if section.name == PlanSection.claims.name { items.merge(making) { own, _ in own } }
      properties[section.name] = ["type": ["array", "null"], "description": section.words, "items": items]
    }
    file["properties"] = properties
    file["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    file["$defs"] = ["year": text(years)]
    file["title"] = "Homeward plan"
    return file
  }

  /// A claim is made in one way, or in none; a year belongs to a sum.
  private static var making: [String: Any] {
    let one: [[String: Any]] = PlanSection.makings.map { ["required": [$0]] }
    return ["oneOf": one + [["not": ["anyOf": one]]], "dependentRequired": ["year": ["sum_of"]]]
  }

  private static func object(_ keys: [PlanKey], isItem: Bool = false) -> [String: Any] {
    var properties: [String: Any] = [:]
    for key in keys {
      var own = key.name == "id" ? id : key.name == "year" ? year : form(key.shape)
      if key.isRequired, let types = own["type"] as? [String] { own["type"] = types.filter { $0 != "null" } }
      own["description"] = key.words
      properties[key.name] = own
    }
    var object: [String: Any] = [
      "type": isItem ? ["object"] : ["object", "null"], "additionalProperties": false,
      "properties": properties,
    ]
    let required = keys.filter(\.isRequired).map(\.name)
    if !required.isEmpty { object["required"] = required }
    return object
  }

  /// An id: no spaces or commas, and no hyphen at its beginning.
  private static var id: [String: Any] { text("^[^-\\s,;][^\\s,;]*$") }

  private static var year: [String: Any] { ["$ref": "#/$defs/year"] }
  /// Two years, of which the second follows the first.
  private static let years: String = {
    let pairs = (1990...2099).map { year in
      let (first, second) = ("\(year)".suffix(2), "\(year + 1)".suffix(2))
      return "(\(year / 100))?\(first)[/-](\((year + 1) / 100))?\(second)"
    }
    return "^(\(pairs.joined(separator: "|")))$"
  }()
  private static let day = "^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4})$"
  private static let decimal = "£? *[-−]? *£?[0-9][0-9,]*(\\.[0-9]+)? *[kKmM]?"

  private static func text(_ pattern: String) -> [String: Any] {
    ["type": ["string", "number", "null"], "pattern": pattern]
  }

  /// A word in whatever letters, with spaces or hyphens for its underscores, as the reader takes it.
  private static func loose(_ word: String) -> String {
    word.map { letter in
      letter == "_" ? "[ _-]" : letter.isLetter ? "[\(letter.uppercased())\(letter)]" : String(letter)
    }.joined()
  }

  private static func form(_ shape: PlanShape) -> [String: Any] {
    let scalar: [String: Any] = ["type": ["string", "number", "null"]]
    let number = text("^\(decimal)( */ *\(decimal)|%)?$")
    switch shape {
    case .text, .dayOrWords, .share: return scalar
    case .day: return text(day)
    case .number: return number
    case .money: return text("^\(decimal)$")
    case .score: return text("^([A-Za-z][0-9]|[0-9]+ *[xX×*,/ ] *[0-9]+|\\S.*( [xX] |[×*,/]).*\\S)$")
    case .flag:
      return [
        "anyOf": [
          ["enum": ["yes", "no", true, false, NSNull()]],
          text("^(\(["yes", "no", "true", "false"].map(loose).joined(separator: "|")))$"),
        ]
      ]
    case .choice(let words):
      let pattern = "^(\(words.map(loose).joined(separator: "|")))$"
      return ["anyOf": [["enum": words + [NSNull()] as [Any]], ["type": "string", "pattern": pattern]]]
    case .texts: return ["type": ["array", "string", "number", "null"], "items": scalar]
    case .numbers: return ["type": ["array", "string", "number", "null"], "items": number]
    case .amounts: return keyed(year, text("^\(decimal)$"))
    case .counts: return keyed(year, number)
    case .points: return keyed(["pattern": day], number)
    case .object(let keys): return object(keys)
    case .list(let keys): return ["type": ["array", "null"], "items": object(keys, isItem: true)]
    }
  }

  private static func keyed(_ names: [String: Any], _ values: [String: Any]) -> [String: Any] {
    ["type": ["object", "null"], "additionalProperties": values, "propertyNames": names]
  }
}
