extension RuleExamples {
  static let postcodes: [RuleExample] = []
}
