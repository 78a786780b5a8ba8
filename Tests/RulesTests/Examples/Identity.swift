extension RuleExamples {
  static let identity: [RuleExample] = []
}
