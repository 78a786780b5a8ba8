extension RuleExamples {
  static let uasc: [RuleExample] = []
}
