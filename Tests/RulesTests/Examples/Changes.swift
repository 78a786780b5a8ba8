extension RuleExamples {
  static let changes: [RuleExample] = [
    RuleExample(
      "202", "2024/25",
      """
      Header CHILD,SEX
      > 1,F
        2,M
      > 3,U
        4,F
      > 5,
        6,
        7,F
      Header last CHILD,SEX
        1,1
        2,1
        3,M
        4,F
        5,M
        6,
      """),
    RuleExample(
      "203", "2024/25",
      """
      Header CHILD,DOB
      > 1,02/02/2012
        2,02/02/2012
      > 3,
      > 4,02/02/2012
        5,2nd of May
        6,
        7,02/02/2012
      Header last CHILD,DOB
        1,03/02/2012
        2,02/02/2012
        3,02/02/2012
        4,
        5,02/02/2012
        6,
      """),
    RuleExample(
      "204", "2024/25",
      """
      Header CHILD,ETHNIC
      > 1,WBRI
        2,wbri
      > 3,
        4,WBRI
      Header last CHILD,ETHNIC
        1,MWAS
        2,WBRI
        3,WBRI
      """),
    RuleExample(
      "232", "2024/25",
      """
      Header CHILD,SEX
      > 1,U
        2,M
        3,
      """),
  ]
}
