extension RuleExamples {
  static let uasc: [RuleExample] = uascInTheYear + uascSinceLastYear

  private static let uascInTheYear = [
    RuleExample(
      "104", "2024/25",
      """
      UASC CHILD,SEX,DOB,DUC
        1,M,01/05/2007,01/04/2024
        2,M,01/05/2007,
      > 3,M,01/05/2007,31/03/2024
      > 4,M,01/05/2007,01-05-2024
      > 5,M,01/05/2007,never
      """),
    RuleExample(
      "105", "2024/25",
      """
      Header CHILD,UASC
        1,0
        2,1
      > 3,
      > 4,Y
      """),
    RuleExample(
      "231", "2024/25",
      """
      Header CHILD,DOB,UASC_STATUS
        1,31/03/2014,1
        2,01/04/2014,0
        3,,1
      > 4,01/04/2014,1
      """),
    RuleExample(
      "231", "2024/25",
      """
      Header CHILD,DOB,SEX
        1,01/04/2014,M
      > 2,01/04/2014,M
      UASC CHILD,SEX,DOB,DUC
        2,,01/04/2014,01/04/2032
      """),
    RuleExample(
      "303", "2024/25",
      """
      Header CHILD,UASC
        1,1
        2,0
      > 3,0
      > 4,
      UASC CHILD,SEX,DOB,DUC
        1,M,01/05/2007,01/05/2025
        2,M,01/05/2007,
      > 3,M,01/05/2007,01/05/2025
      > 4,M,01/05/2007,never
        5,M,01/05/2007,01/05/2025
      """),
    RuleExample(
      "304", "2024/25",
      """
      UASC CHILD,SEX,DOB,DUC
        1,M,01/05/2007,01/05/2025
        2,M,01/05/2007,
        3,M,,02/05/2025
      > 4,M,01/05/2007,02/05/2025
      """),
    RuleExample(
      "1014", "2024/25",
      """
      UASC CHILD,SEX,DOB,DUC
      > 1,M,01/05/2005,01/05/2023
        2,M,01/05/2007,01/05/2025
      > 3,M,01/05/2005,01/05/2023
        4,M,01/05/2005,01/05/2023
        5,M,01/05/2005,01/05/2023
      OC3 CHILD,DOB,IN_TOUCH,ACTIV,ACCOM
      > 1,01/05/2005,YES,,
        2,01/05/2007,YES,,
      > 3,01/05/2005,,,B1
        4,01/05/2005,,,
        6,01/05/2005,YES,,
      Episodes CHILD,DECOM,DEC
        1,01/05/2022,31/03/2024
        2,01/05/2022,01/04/2024
        5,01/05/2022,
      """),
  ]

  private static let uascSinceLastYear = [
    RuleExample(
      "205A", "2024/25",
      """
      Header CHILD,UASC
        1,0
      > 2,0
      > 3,
        4,1
        5,0
      UASC CHILD,SEX,DOB,DUC
        1,M,01/05/2006,
      > 2,M,01/05/2006,
      > 3,M,01/05/2006,01/05/2024
        4,M,01/05/2006,01/05/2024
        5,M,01/05/2006,01/05/2024
      Header last CHILD,UASC
        1,1
        2,1
        3,1
        4,1
        5,0
      UASC last CHILD,SEX,DOB,DUC
        1,M,01/05/2006,31/03/2024
        2,M,01/05/2006,01/04/2024
        3,M,01/05/2006,31/03/2024
        4,M,01/05/2006,01/05/2024
        5,M,01/05/2006,01/05/2024
      """),
    RuleExample(
      "205B", "2024/25",
      """
      UASC CHILD,SEX,DOB,DUC
        1,M,01/05/2006,01/05/2024
        2,M,01/05/2008,01/05/2026
      > 3,M,01/05/2008,30/04/2026
      > 4,M,01/05/2008,
      > 5,M,01/05/2006,01/05/2024
        6,M,01/05/2006,01/05/2024
      UASC last CHILD,SEX,DOB,DUC
        1,M,01/05/2006,01/05/2024
        2,M,01/05/2008,01/05/2026
        3,M,01/05/2008,01/05/2026
        4,M,01/05/2008,01/05/2026
        5,M,01/05/2006,
      """),
    RuleExample(
      "205C", "2024/25",
      """
      Header CHILD,UASC
      > 1,0
      > 2,0
        3,0
        4,1
      UASC CHILD,SEX,DOB,DUC
      > 1,M,01/05/2006,01/05/2024
      > 2,M,01/05/2006,
        3,M,01/05/2006,
        4,M,01/05/2006,01/05/2024
      > 5,M,01/05/2006,01/05/2024
      Header last CHILD,UASC
        1,0
        2,0
        3,0
        4,0
      UASC last CHILD,SEX,DOB,DUC
        2,M,01/05/2006,01/05/2024
        3,M,01/05/2006,
        4,M,01/05/2006,01/05/2024
      """),
    RuleExample(
      "205D", "2024/25",
      """
      Header CHILD,UASC
        1,1
      > 2,1
        3,0
        4,1
      > 5,1
      Header last CHILD,UASC
        1,1
        2,0
        3,0
        5,
      """),
    RuleExample(
      "205D", "2024/25",
      """
      UASC CHILD,SEX,DOB,DUC
        1,,01/05/2006,01/05/2024
      > 2,,01/05/2006,01/05/2024
        3,,01/05/2006,
      UASC last CHILD,SEX,DOB,DUC
        1,,01/05/2006,01/05/2024
        2,,01/05/2006,
        3,,01/05/2006,
      """),
  ]
}
