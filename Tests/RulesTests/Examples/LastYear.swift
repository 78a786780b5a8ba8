extension RuleExamples {
  static let lastYear: [RuleExample] = []
}
