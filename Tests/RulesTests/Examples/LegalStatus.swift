extension RuleExamples {
  static let legalStatus: [RuleExample] = []
}
