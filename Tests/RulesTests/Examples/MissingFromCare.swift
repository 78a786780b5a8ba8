extension RuleExamples {
  static let missing: [RuleExample] = []
}
