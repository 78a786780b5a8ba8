import Foundation
import Plans

/// A JSON Schema of plans' files, made from their keys.
enum PlanSchema {
  static var text: String {
    let data = try? JSONSerialization.data(
      withJSONObject: document, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return data.map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
  }

  private static var document: [String: Any] {
    var file = object(Plan.head.map(\.key))
    var properties = file["properties"] as? [String: Any] ?? [:]
    for section in PlanSection.all {
      properties[section.name] = [
        "type": ["array", "null"], "description": section.words, "items": object(section.keys),
      ]
    }
    file["properties"] = properties
    file["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    file["title"] = "Homeward plan"
    return file
  }

  private static func object(_ keys: [PlanKey]) -> [String: Any] {
    var properties: [String: Any] = [:]
    for key in keys {
      var own = form(key.shape)
      own["description"] = key.words
      properties[key.name] = own
    }
    var object: [String: Any] = ["type": "object", "additionalProperties": false, "properties": properties]
    let required = keys.filter(\.isRequired).map(\.name)
    if !required.isEmpty { object["required"] = required }
    return object
  }

  private static func form(_ shape: PlanShape) -> [String: Any] {
    let scalar: [String: Any] = ["type": ["string", "number", "null"]]
    switch shape {
    case .text, .day, .dayOrWords, .score, .number, .money, .share: return scalar
    case .flag: return ["enum": ["yes", "no", true, false, NSNull()]]
    case .choice(let words): return ["enum": words + [NSNull()] as [Any]]
    case .texts, .numbers: return ["type": ["array", "string", "number", "null"], "items": scalar]
    case .amounts, .counts:
      return [
        "type": ["object", "null"], "additionalProperties": scalar,
        "propertyNames": ["pattern": "^[0-9]{2,4}[/-][0-9]{2,4}$"],
      ]
    case .points:
      return [
        "type": ["object", "null"], "additionalProperties": scalar,
        "propertyNames": ["pattern": "^[0-9]{1,4}[/-][0-9]{1,2}[/-][0-9]{1,4}$"],
      ]
    case .object(let keys): return object(keys)
    case .list(let keys): return ["type": ["array", "null"], "items": object(keys)]
    }
  }
}
