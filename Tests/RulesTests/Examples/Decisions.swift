extension RuleExamples {
  static let decisions: [RuleExample] = []
}
