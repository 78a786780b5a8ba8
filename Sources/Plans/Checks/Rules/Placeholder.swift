extension PlanRule {
  /// Text that somebody meant to write.
  static let placeholder = PlanRule(
    "placeholder", "A text is still to be written",
    why: "A plan that was approved with “insert figures” in it was approved without them.",
    example: "“TBA”, “insert figs”, “as above”, “xx”, “?”."
  ) { checked in
    let phrases: Phrases = [
      "tba", "tbc", "to be confirmed", "to be added", "to be agreed", "insert", "xx", "xxx",
      "as above",
      "see above", "ditto", "n/a", "lorem ipsum", "placeholder", "todo", "tbd", "to be determined",
      "to be decided", "to be supplied", "to be completed", "figure to follow", "figures to follow",
      "details to follow", "amount to follow", "amounts to follow", "numbers to follow",
      "information to follow",
    ]
    return checked.texts.compactMap { text in
      if text.key == "mitigation" { return nil }
      let phrase = text.first(of: phrases) ?? (isQuestion(text.text) ? "?" : bracketed(text.text))
      guard let phrase else { return nil }
      return PlanFinding(
        .gap, item: text.item, line: text.line,
        "“\(text.key)” says “\(text.text.prefix(80))”: “\(phrase)” is still to be written",
        "Write what is meant, or take the key out.")
    }
  }

  /// Words in square brackets, which templates put where something is to be filled in; nil for none.
  private static func bracketed(_ text: String) -> String? {
    guard text.contains("["), let open = text.firstIndex(of: "["),
      let close = text[open...].firstIndex(of: "]")
    else { return nil }
    let inside = text[text.index(after: open)..<close]
    guard inside.allSatisfy({ $0.isLetter || " .…_£-".contains($0) }), inside != "sic" else { return nil }
    return String(text[open...close])
  }

  /// Whether a question mark stands for what nobody knows yet, rather than at the end of a question.
  private static func isQuestion(_ text: String) -> Bool {
    text == "?" || text.contains("??") || text.contains("£?") || text.contains(" ?") || text.contains("(?)")
  }
}
