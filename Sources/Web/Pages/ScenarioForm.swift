import Operations

/// The scenario form as its template takes it.
struct ScenarioForm {
  struct Option {
    let value: String, label: String, isOn: Bool
  }

  struct Options {
    let list: [Option]
  }

  struct Slider {
    let least: String, most: String, step: String, at: String
  }

  struct TextField {
    let width: Int, keys: String, prefix: String?
  }

  struct Field {
    let name: String, label: String, value: String, unit: String?, hint: String?, error: String?
    let described: String?, slider: Slider?, choices: Options?, day: Bool, text: TextField?
  }

  struct More {
    let summary: String, isOpen: Bool, fields: [Field]
  }

  struct Lever {
    let heading: String, words: String, main: Field, more: More?
  }

  struct Problem {
    let field: String?, words: String
  }

  struct Problems {
    let hasProblems: Bool, heading: String, problems: [Problem], words: String
  }

  struct Live {
    let run: String, isSwapped: Bool
  }

  let links: String, notice: String?, csrf: String, editing: String, live: String, levers: [Lever]
  let name: String, panel: String, shown: String

  /// The levers as a draft has them.
  static func levers(_ draft: ScenarioDraft, _ problems: [ScenarioDraft.Problem]) -> [Lever] {
    ScenarioLever.all.map { lever in
      let more = lever.more.map { field($0, draft, problems, hasSlider: false) }
      let isOpen = more.contains { $0.error != nil }
      return Lever(
        heading: lever.heading, words: lever.words,
        main: field(lever.main, draft, problems, hasSlider: true),
        more: more.isEmpty
          ? nil
          : More(
            summary: more.count > 2 ? "Who, when, evidence and cost" : "Whom it concerns", isOpen: isOpen,
            fields: more))
    }
  }

  private static func field(
    _ field: ScenarioField, _ draft: ScenarioDraft, _ problems: [ScenarioDraft.Problem], hasSlider: Bool
  ) -> Field {
    let value = draft.answer(field.name)
    let error = problems.first { $0.field == field.name }?.words
    let hint = field.hint.isEmpty ? nil : field.hint
    let described = [
      hint == nil ? nil : "\(field.name)-hint", error == nil ? nil : "\(field.name)-error",
    ].compactMap(\.self).joined(separator: " ")
    var slider: Slider?
    var choices: Options?
    var text: TextField? = TextField(
      width: field.sort == .pounds ? 10 : 5, keys: "decimal",
      prefix: field.prefix.isEmpty ? nil : field.prefix)
    switch field.sort {
    case .number(let range, let step):
      if hasSlider {
        slider = Slider(
          least: plain(range.lowerBound), most: plain(range.upperBound), step: plain(step),
          at: value.isEmpty ? "3" : value)
      }
    case .choice(let all):
      choices = Options(list: all.map { Option(value: $0.value, label: $0.label, isOn: $0.value == value) })
      text = nil
    case .day: text = nil
    case .pounds: break
    }
    return Field(
      name: field.name, label: field.label, value: value, unit: field.unit.isEmpty ? nil : field.unit,
      hint: hint, error: error, described: described.isEmpty ? nil : described, slider: slider,
      choices: choices, day: field.sort == .day, text: text)
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }
}
