extension RuleExamples {
  static let reviews: [RuleExample] = []
}
