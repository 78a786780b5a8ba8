extension RuleExamples {
  static let respitePostcodes: [RuleExample] = [
    RuleExample(
      "398", "2024/25",
      """
      Episodes CHILD,LS,HOME_POST,PL_POST
      > 1,V3,AB1 2CD,
      > 2,V4,,AB1 2CD
        3,V4,,
        4,C2,AB1 2CD,AB1 2CD
      """)
  ]
}
