extension RuleExamples {
  static let dates: [RuleExample] = datesOfRows + datesInOrder + agesByDates

  private static let datesOfRows = [
    RuleExample(
      "102", "2024/25",
      """
      Header CHILD,DOB
        1,29/02/2012
      > 2,
      > 3,29/02/2011
      > 4,2012-02-29
      """),
    RuleExample(
      "141", "2024/25",
      """
      Episodes CHILD,DECOM
        1,31/03/2025
        2,
        6,01/05/1889
      > 7,01/05/0224
      > 3,2024-05-01
      > 4,31/06/2024
      > 5,May 2024
      """),
    RuleExample(
      "147", "2024/25",
      """
      Episodes CHILD,DECOM,DEC
        1,01/05/2024,29/06/2024
        2,01/05/2024,
      > 3,01/05/2024,29/06/24
      > 4,01/05/2024,soon
      """),
    RuleExample(
      "148", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,REC
        1,01/05/2024,,
        2,01/05/2024,02/05/2024,E3
        3,01/05/2024,soon,E3
      > 4,01/05/2024,02/05/2024,
      > 5,01/05/2024,,X1
      > 6,01/05/2024,soon,
      """),
    RuleExample(
      "301", "2024/25",
      """
      Header CHILD,DOB
        1,31/03/2025
        2,
      > 3,01/04/2025
      """),
    RuleExample(
      "351", "2024/25",
      """
      Header CHILD,DOB
        1,01/04/1999
        2,31/03/2012
        3,
      > 4,31/03/1999
      """),
    RuleExample(
      "353", "2024/25",
      """
      Episodes CHILD,DECOM
        1,14/10/1991
        2,
      > 3,13/10/1991
      > 4,13/10/1889
      """),
    RuleExample(
      "354", "2024/25",
      """
      Episodes CHILD,DECOM
        1,31/03/2025
        2,
      > 3,01/04/2025
      """),
    RuleExample(
      "385", "2024/25",
      """
      Episodes CHILD,DECOM,DEC
        1,01/05/2024,31/03/2025
        2,01/05/2024,
      > 3,01/05/2024,01/04/2025
      """),
  ]

  private static let datesInOrder = [
    RuleExample(
      "355", "2024/25",
      """
      Episodes CHILD,DECOM,DEC
        1,01/05/2024,02/05/2024
        2,01/05/2024,
        3,,
      > 4,01/05/2024,01/05/2024
      > 5,01/05/2024,1/5/2024
      """),
    RuleExample(
      "356", "2024/25",
      """
      Episodes CHILD,DECOM,DEC
        1,01/05/2024,01/05/2024
        2,01/05/2024,
        3,,01/05/2024
      > 4,01/05/2024,30/04/2024
      """),
    RuleExample(
      "501", "2024/25",
      """
      Episodes CHILD,DECOM,DEC
      > 1,19/05/2024,
        1,01/05/2024,20/05/2024
        2,01/05/2024,20/05/2024
        2,20/05/2024,
        3,20/05/2024,
      """),
  ]

  private static let agesByDates = [
    RuleExample(
      "302", "2024/25",
      """
      Header CHILD,DOB
      > 1,02/05/2024
        2,01/05/2024
        3,
      Episodes CHILD,DECOM
        1,03/06/2024
      > 1,01/05/2024
        2,01/05/2024
        3,01/05/2024
        4,01/05/2024
      """),
    RuleExample(
      "352", "2024/25",
      """
      Header CHILD,DOB
        1,01/05/2006
        2,02/05/2006
        3,01/05/2006
      Episodes CHILD,DECOM,RNE
      > 1,01/05/2024,S
        2,01/05/2024,S
        3,01/05/2024,P
        4,01/05/2024,S
      """),
  ]
}
