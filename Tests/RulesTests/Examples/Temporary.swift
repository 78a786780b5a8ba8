extension RuleExamples {
  static let temporary: [RuleExample] = []
}
