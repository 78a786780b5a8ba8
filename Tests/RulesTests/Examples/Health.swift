extension RuleExamples {
  static let health: [RuleExample] = []
}
