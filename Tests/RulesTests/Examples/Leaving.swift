extension RuleExamples {
  static let leaving: [RuleExample] = []
}
