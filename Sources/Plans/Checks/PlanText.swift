/// A text of a plan, with where it stands.
struct PlanText: Sendable {
  let item: String
  let key: String
  let line: Int
  let text: String
  /// Its words in small letters, without marks around them.
  let words: [String]

  init(_ item: String, _ key: String, _ line: Int, _ text: String) {
    (self.item, self.key, self.line, self.text) = (item, key, line, text)
    words = PlanText.words(text)
  }

  /// Words in small letters: letters and figures, with "/" and "’" inside.
  static func words(_ text: String) -> [String] {
    text.lowercased().split { !isOfWord($0) }.map(String.init)
  }

  /// Whether a character stands inside words.
  static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "/'’".contains(character)
  }

  /// Whether words stand in it one after another.
  func has(_ phrase: [String]) -> Bool { !places(of: phrase).isEmpty }

  /// The places at which words stand in it one after another.
  func places(of phrase: [String]) -> [Int] {
    guard let first = phrase.first, words.count >= phrase.count else { return [] }
    return (0...(words.count - phrase.count)).filter { start in
      words[start] == first && words[start..<(start + phrase.count)].elementsEqual(phrase)
    }
  }

  /// The first of some phrases that stands in it other than in a name.
  func firstOutsideNames(of phrases: Phrases) -> String? {
    phrases.all.first { phrase in
      let places = places(of: phrase.words)
      if places.isEmpty { return false }
      let written = WrittenWord.all(in: text)
      return places.contains { !WrittenWord.isName(written, $0) }
    }?.text
  }

  /// The first of some phrases that stands in it; nil for none.
  func first(of phrases: Phrases) -> String? { phrases.all.first { has($0.words) }?.text }

  static func all(of plan: Plan) -> [PlanText] {
    var all: [PlanText] = []
    func add(_ item: some PlanItem, _ parts: [(String, String)]) {
      for (key, text) in [("name", item.name)] + parts where !text.isEmpty {
        all.append(PlanText(item.id, key, item.place.line(of: key), text))
      }
    }
    for (key, text) in [("name", plan.name), ("note", plan.note), ("sponsor", plan.sponsor)]
    where !text.isEmpty {
      all.append(PlanText("", key, 1, text))
    }
    for item in plan.streams { add(item, [("objective", item.objective), ("owner", item.owner)]) }
    for item in plan.initiatives { add(item, [("owner", item.owner)]) }
    for item in plan.actions {
      add(
        item,
        [("how", item.how), ("success", item.success), ("resource", item.resource), ("owner", item.owner)]
          + item.progress.map { ("progress", $0.note) })
    }
    for item in plan.targets {
      add(item, [("note", item.note), ("measure", item.measure), ("unit", item.unit), ("owner", item.owner)])
    }
    for item in plan.savings {
      add(
        item,
        [
          ("note", item.note), ("area", item.area), ("cost_centre", item.costCentre),
          ("subjective", item.subjective), ("owner", item.owner), ("driver", item.driver),
          ("group", item.group),
          ("evidence", item.evidence.words),
        ] + item.progress.map { ("progress", $0.note) })
    }
    for item in plan.costs { add(item, [("note", item.note), ("payer", item.payer)]) }
    for item in plan.pressures { add(item, []) }
    for item in plan.milestones { add(item, [("owner", item.owner)]) }
    for item in plan.risks {
      add(
        item,
        [("owner", item.owner), ("proximity", item.proximity)] + item.mitigation.map { ("mitigation", $0) })
    }
    for item in plan.dependencies { add(item, [("owner", item.owner)]) }
    for item in plan.indicators { add(item, [("measure", item.measure)]) }
    for item in plan.assumptions { add(item, []) }
    for item in plan.claims { add(item, []) }
    for item in plan.principles { all.append(PlanText("", "how", item.place.line(of: "how"), item.how)) }
    return all
  }
}

/// Phrases that texts are searched for, with their words.
struct Phrases: Sendable, ExpressibleByArrayLiteral {
  let all: [(text: String, words: [String])]

  init(arrayLiteral phrases: String...) { self.init(phrases) }
  init(_ phrases: [String]) { all = phrases.map { ($0, PlanText.words($0)) } }
}
