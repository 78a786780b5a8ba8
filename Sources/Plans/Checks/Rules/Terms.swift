extension PlanRule {
  /// Terms of law that are taken for one another.
  static let terms = PlanRule(
    "terms-confused", "A term of law stands where another is meant",
    why: "Sections of different Acts have different budgets, duties and people.",
    example:
      "“S117 payments” to families: section 117 is after-care under the Mental Health Act; section 17 is meant."
  ) { checked in
    checked.texts.compactMap { text in
      for pair in confusions where text.first(of: pair.says) != nil {
        if !pair.beside.all.isEmpty, text.first(of: pair.beside) == nil { continue }
        if text.first(of: pair.unless) != nil { continue }
        return PlanFinding(
          .doubt, item: text.item, line: text.line, "“\(text.text.prefix(80))”: \(pair.problem)", pair.remedy)
      }
      return nil
    }
  }

  /// A term, what stands beside it where it is wrong, and why.
  private struct Confusion {
    let says: Phrases
    var beside: Phrases = []
    var unless: Phrases = []
    let problem: String
    let remedy: String
  }

  private static let section17 = section("17")

  /// A section of an Act, however it is written.
  private static func section(_ number: String) -> Phrases {
    Phrases(["s\(number)", "s \(number)", "section \(number)", "sec \(number)", "sect \(number)"])
  }

  private static let confusions: [Confusion] = [
    Confusion(
      says: section("117"),
      unless: ["mental health", "after care", "aftercare", "detained"],
      problem: "section 117 is after-care under the Mental Health Act 1983",
      remedy: "Write section 17 if help for children in need under the Children Act 1989 is meant."),
    Confusion(
      says: section17,
      beside: ["court expert", "court experts", "expert witness", "expert witnesses", "court fees"],
      problem: "experts for the court are no help under section 17",
      remedy: "Put them on the budget for proceedings (section 31)."),
    Confusion(
      says: section17, beside: ["looked after", "in care", "foster placement"],
      unless: ["prevent", "preventing", "edge of care", "avoid", "out of care"],
      problem: "section 17 is for children in need, not for children who are looked after",
      remedy: "Name the section the children are looked after under: 20 or 31."),
    Confusion(
      says: section("20"),
      beside: ["court order", "court ordered", "care order", "care orders"],
      unless: ["or", "and", "instead"],
      problem: "section 20 is accommodation by agreement, without an order",
      remedy: "Write section 31 for care orders, or section 38 for interim ones."),
    Confusion(
      says: section("47"), beside: ["payment", "payments", "grant", "grants"],
      problem: "section 47 is the duty to make enquiries; nothing is paid under it",
      remedy: "Write section 17 if payments to families are meant."),
  ]
}
