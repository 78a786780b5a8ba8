import BusinessCases
import Foundation

/// A JSON Schema of cases' files, made from the questions.
enum CaseSchema {
  static var text: String {
    let data = try? JSONSerialization.data(
      withJSONObject: document, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return data.map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
  }

  private static var document: [String: Any] {
    let costs = list("What it costs to deliver.", line(CaseLine.costQuestions, more: CaseKeys.line))
    let benefits = list(
      "What it brings.", line(CaseLine.benefitQuestions, more: CaseKeys.line + CaseKeys.benefit))
    var options = object(
      "Another way to go.",
      [
        "name": text("What it is called."), "note": text("Words about it."), "costs": costs,
        "benefits": benefits,
      ])
    options["required"] = ["name"]
    var file = object(
      "What a council means to spend, and what it expects of it.",
      [
        "kind": ["enum": CaseKind.allCases.map(\.rawValue), "description": "The kind of case."],
        "name": text("What the case is called."), "note": text("What it is for."),
        "start": text("The first day covered, such as 2027-04-01."),
        "end": text("The first day no longer covered."),
        "prices": text("The financial year in whose prices the figures are, such as 2026/27."),
        "inflation": figure("How much prices rise in a year, for all years or by year."),
        "discount": figure(
          "Discount rate, for all years or by years such as 0-30. Usually the Green Book's."),
        "baseline": object(
          "The time before.",
          [
            "day": text("Its day."), "spend": figure("What was spent in a year."),
            "weekly": figure("What a place cost a week."), "peak": figure("The most places there were."),
          ]), "driver": text("The figure the case stands or falls by, such as families or staffing.amount."),
        "target": figure("What is to be saved, for the chance of reaching it."),
        "answers": ["type": "object", "description": "Answers to the kind's questions."],
        "costs": costs, "benefits": benefits, "options": list("The options, the preferred first.", options),
      ])
    file["required"] = ["kind", "name", "start", "end"]
    file["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    file["title"] = "Homeward business case"
    file["allOf"] = CaseKind.allCases.map(answers)
    return file
  }

  /// The questions of a kind, asked where the file is of it.
  private static func answers(_ kind: CaseKind) -> [String: Any] {
    let questions = kind.template.allQuestions
    var section = object("Answers.", properties(questions))
    section["required"] = questions.filter(\.isRequired).map(\.key)
    return [
      "if": ["properties": ["kind": ["const": kind.rawValue]]], "then": ["properties": ["answers": section]],
    ]
  }

  private static func line(_ questions: [Question], more: [String]) -> [String: Any] {
    var all = properties(questions)
    for key in more { all[key] = all[key] ?? ["description": key.replacing("_", with: " ")] }
    var line = object("A line.", all)
    line["required"] = ["name"]
    return line
  }

  private static func properties(_ questions: [Question]) -> [String: Any] {
    var all: [String: Any] = [:]
    for question in questions {
      switch question.form {
      case .choice(let words): all[question.key] = ["enum": words, "description": question.words]
      case .dated: all[question.key] = ["type": "array", "description": question.words]
      case .day: all[question.key] = text(question.words)
      case .payers, .count, .number, .money, .share: all[question.key] = figure(question.words)
      }
    }
    return all
  }

  private static func text(_ words: String) -> [String: Any] { ["type": "string", "description": words] }

  private static func figure(_ words: String) -> [String: Any] {
    ["type": ["string", "number", "object"], "description": words]
  }

  private static func list(_ words: String, _ items: [String: Any]) -> [String: Any] {
    ["type": ["array", "null"], "description": words, "items": items]
  }

  private static func object(_ words: String, _ properties: [String: Any]) -> [String: Any] {
    ["type": "object", "description": words, "additionalProperties": false, "properties": properties]
  }
}
