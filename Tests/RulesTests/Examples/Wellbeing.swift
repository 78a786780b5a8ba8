extension RuleExamples {
  static let wellbeing: [RuleExample] = []
}
