extension RuleExamples {
  static let adopters: [RuleExample] = []
}
