extension RuleExamples {
  static let dates: [RuleExample] = []
}
