extension RuleExamples {
  static let mothers: [RuleExample] = []
}
