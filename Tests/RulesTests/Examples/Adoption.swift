extension RuleExamples {
  static let adoption: [RuleExample] = []
}
