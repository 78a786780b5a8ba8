extension RuleExamples {
  static let reservedURN: [RuleExample] = [
    RuleExample(
      "242", "2025/26",
      """
      Episodes CHILD,PLACE,URN
      > 1,K2,XXXXXXX
      > 2,,XXXXXXX
        3,U4,XXXXXXX
        4,A6,XXXXXXX
        5,K2,SC12345
        6,K2,
      """)
  ]
}
