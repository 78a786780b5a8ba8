extension RuleExamples {
  static let continuity: [RuleExample] = []
}
