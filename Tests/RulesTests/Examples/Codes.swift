extension RuleExamples {
  static let codes: [RuleExample] = [
    RuleExample(
      "101", "2024/25",
      """
      Header CHILD,SEX
        1,M
        2,F
        3,U
      > 4,1
      > 5,
      > 6,X
      """),
    RuleExample(
      "101", "2023/24",
      """
      Header CHILD,SEX
        1,1
        2,2
      > 3,M
      """),
    RuleExample(
      "146", "2025/26",
      """
      Episodes CHILD,DECOM,PLACE
        1,01/05/2025,K3
        2,01/05/2025,Z11
        3,01/05/2025,
      > 4,01/05/2025,H5
      > 5,01/05/2025,Z1
      > 6,01/05/2025,FOSTERCARE
      """),
  ]
}
