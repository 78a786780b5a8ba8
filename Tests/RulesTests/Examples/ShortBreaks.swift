extension RuleExamples {
  static let shortBreaks: [RuleExample] = []
}
