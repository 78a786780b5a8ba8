extension RuleExamples {
  static let moves: [RuleExample] = []
}
