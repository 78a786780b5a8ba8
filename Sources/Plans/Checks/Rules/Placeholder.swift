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
      "see above", "ditto", "n/a", "lorem ipsum", "placeholder", "todo",
    ]
    return checked.texts.compactMap { text in
      if text.key == "mitigation" { return nil }
      let phrase = text.first(of: phrases) ?? (isQuestion(text.text) ? "?" : nil)
      guard let phrase else { return nil }
      return PlanFinding(
        .gap, item: text.item, line: text.line,
        "“\(text.key)” says “\(text.text.prefix(80))”: “\(phrase)” is still to be written",
        "Write what is meant, or take the key out.")
    }
  }

  /// Whether a question mark stands for what nobody knows yet, rather than at the end of a question.
  private static func isQuestion(_ text: String) -> Bool {
    text == "?" || text.contains("??") || text.contains("£?") || text.contains(" ?") || text.contains("(?)")
  }
}
