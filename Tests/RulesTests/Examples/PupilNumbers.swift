extension RuleExamples {
  static let pupilNumbers: [RuleExample] = []
}
