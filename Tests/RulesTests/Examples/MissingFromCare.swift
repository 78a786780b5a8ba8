extension RuleExamples {
  static let missing: [RuleExample] = [
    RuleExample(
      "567", "2024/25",
      """
      Missing CHILD,MISSING,MIS_START,MIS_END
        1,M,02/05/2024,02/05/2024
        2,M,02/05/2024,
        3,M,,01/05/2024
      > 4,M,02/05/2024,01/05/2024
      """),
    RuleExample(
      "574", "2024/25",
      """
      Missing CHILD,MISSING,MIS_START,MIS_END
      > 1,M,03/05/2024,06/05/2024
        1,M,01/05/2024,04/05/2024
        2,M,01/05/2024,03/05/2024
        2,A,03/05/2024,
      > 2,M,05/05/2024,06/05/2024
        3,M,01/05/2024,
        4,M,02/05/2024,
        4,M,02/05/2024,02/05/2024
      """),
    RuleExample(
      "1006", "2024/25",
      """
      Missing CHILD,MISSING,MIS_START
        1,M,01/05/2024
        2,A,01/05/2024
        3,,01/05/2024
      > 4,Y,01/05/2024
      > 5,MISSING FROM HOME,01/05/2024
      """),
  ]
}
