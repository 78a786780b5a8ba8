extension RuleExamples {
  static let socialWorkers: [RuleExample] = []
}
