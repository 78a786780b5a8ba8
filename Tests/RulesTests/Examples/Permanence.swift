extension RuleExamples {
  static let permanence: [RuleExample] = []
}
