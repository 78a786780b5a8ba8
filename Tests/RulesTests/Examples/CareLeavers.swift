extension RuleExamples {
  static let careLeavers: [RuleExample] = []
}
