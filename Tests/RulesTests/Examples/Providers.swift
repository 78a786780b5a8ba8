extension RuleExamples {
  static let providers: [RuleExample] = []
}
