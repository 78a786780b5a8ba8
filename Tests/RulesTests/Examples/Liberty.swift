extension RuleExamples {
  static let liberty: [RuleExample] = []
}
