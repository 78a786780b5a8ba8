extension RuleExamples {
  static let placements: [RuleExample] = []
}
