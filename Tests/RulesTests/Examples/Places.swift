extension RuleExamples {
  static let places: [RuleExample] = [
    RuleExample(
      "164", "2024/25",
      """
      Episodes CHILD,DECOM,HOME_POST,PL_POST
        1,01/05/2024,QW1 1AA,QW4 1AA
      > 1,01/06/2024,QW1 1AA,QW5 1AA
        2,01/05/2024,QW1 1AA,QW5 1AA
      UASC CHILD,SEX,DOB,DUC
        2,M,01/01/2009,
      """),
    RuleExample(
      "169", "2024/25",
      """
      Episodes CHILD,DECOM,LS,PL_POST
        1,01/05/2024,C2,qw11aa
      > 2,01/05/2024,C2,QW9 9ZZ
      > 3,01/05/2024,C2,
        4,01/05/2024,V3,
      """),
    RuleExample(
      "179", "2024/25",
      """
      Episodes CHILD,DECOM,LS,PL_POST
        1,01/05/2024,C2,QW3 1AA
      > 2,01/05/2024,C2,QW9 9ZZ
        3,01/05/2024,V4,QW9 9ZZ
      """),
    RuleExample(
      "243", "2025/26",
      """
      Episodes CHILD,DECOM,PL_POST,URN
      > 1,01/05/2025,QW3 1AA,1234567
        2,01/05/2025,QW3 1AA,
        3,01/05/2025,QW1 1AA,1234567
        4,01/05/2025,QW9 9ZZ,1234567
      """),
    RuleExample(
      "392a", "2024/25",
      """
      Episodes CHILD,DECOM,LS,HOME_POST,PL_POST
        1,01/05/2024,C2,QW1 1AA,QW1 2BB
      > 2,01/05/2024,C2,QW1 1AA,
      > 3,01/05/2024,C2,QW9 9ZZ,QW1 2BB
        4,01/05/2024,V3,,
        5,01/05/2024,C2,,QW1 2BB
      UASC CHILD,SEX,DOB,DUC
        5,M,01/01/2009,
      """),
    RuleExample(
      "398", "2024/25",
      """
      Episodes CHILD,DECOM,LS,HOME_POST,PL_POST
      > 1,01/05/2024,V3,QW1 1AA,
      > 2,01/05/2024,V4,,QW1 1AA
        3,01/05/2024,V4,,
        4,01/05/2024,C2,QW1 1AA,QW1 1AA
      """),
    RuleExample(
      "406", "2024/25",
      """
      Episodes CHILD,DECOM,HOME_POST,PL_POST
      > 1,01/05/2024,QW1 1AA,QW1 2BB
      > 2,01/05/2024,QW1 1AA,QW1 2BB
        3,01/05/2024,QW1 1AA,QW1 2BB
        1,01/06/2024,,QW1 2BB
      UASC CHILD,SEX,DOB,DUC
        1,M,01/01/2009,
      UASC last CHILD,SEX,DOB,DUC
        2,M,01/01/2009,
      """),
    RuleExample(
      "420", "2024/25",
      """
      Episodes CHILD,DECOM,LS,PL_POST
      > 1,01/05/2024,V3,QW1 1AA
        2,01/05/2024,V3,QW9 9ZZ
        3,01/05/2024,C2,QW1 1AA
      """),
    RuleExample(
      "452", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,PL_POST
      > 1,01/05/2023,S,QW2 1AA
        2,01/05/2023,S,QW1 2BB
        3,01/05/2023,P,QW2 1AA
        4,01/05/2023,S,QW2 1AA
        5,01/05/2024,S,QW2 1AA
      Episodes last CHILD,DECOM,DEC,RNE,PL_POST
        1,01/05/2023,,S,QW1 1AA
        2,01/05/2023,,S,QW1 1AA
        3,01/05/2023,,S,QW1 1AA
        4,01/05/2023,01/07/2023,S,QW1 1AA
      """),
    RuleExample(
      "453", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,HOME_POST,PL_POST
      > 1,01/05/2023,S,QW1 1AA,QW2 1AA
        2,01/05/2023,S,QW1 1AA,QW1 2BB
        3,01/05/2023,P,QW1 1AA,QW2 1AA
      Episodes last CHILD,DECOM,DEC,RNE,HOME_POST,PL_POST
        1,01/05/2023,,S,QW1 1AA,QW1 2BB
        2,01/05/2023,,S,QW1 1AA,QW1 2BB
        3,01/05/2023,,S,QW1 1AA,QW1 2BB
      """),
    RuleExample(
      "454", "2025/26",
      """
      Episodes CHILD,DECOM,HOME_POST,PL_POST
      > 1,01/05/2025,QW1 1AA,QW4 1AA
        2,01/05/2025,QW1 1AA,QW2 1AA
        3,01/05/2025,,QW4 1AA
      """),
    RuleExample(
      "503G", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,HOME_POST,PL_POST
      > 1,01/05/2023,P,QW1 1AA,QW2 1AA
        2,01/05/2023,P,QW1 1AA,QW1 2BB
      > 3,01/05/2023,P,QW1 1AA,QW1 2BB
        4,01/05/2023,P,,QW1 2BB
      Episodes last CHILD,DECOM,DEC,RNE,HOME_POST,PL_POST
        1,01/05/2023,,S,QW1 1AA,QW1 2BB
        2,01/05/2023,,S,QW1 1AA,QW1 2BB
        3,01/05/2023,,S,,QW1 2BB
        4,01/05/2023,,S,QW1 1AA,QW1 2BB
      """),
    RuleExample(
      "503H", "2024/25",
      """
      Episodes CHILD,DECOM,PL_POST
      > 1,01/05/2023,QW3 1AA
        2,01/05/2023,QW1 2BB
      > 3,01/05/2023,
      Episodes last CHILD,DECOM,DEC,PL_POST
        1,01/05/2023,,QW1 1AA
        2,01/05/2023,,QW1 1AA
        3,01/05/2023,,QW1 1AA
      """),
    RuleExample(
      "503J", "2024/25",
      """
      Episodes CHILD,DECOM,PL_POST
      > 1,01/05/2023,QW2 1AA
        2,01/05/2023,QW1 2BB
        3,01/05/2023,QW3 1AA
      Episodes last CHILD,DECOM,DEC,PL_POST
        1,01/05/2023,,QW1 1AA
        2,01/05/2023,,QW1 1AA
        3,01/05/2023,,QW2 1AA
      """),
    RuleExample(
      "1015", "2024/25",
      """
      Episodes CHILD,DECOM,LS,PLACE,PLACE_PROVIDER,PL_POST
      > 1,01/05/2024,C2,K2,PR1,QW2 1AA
      > 2,01/05/2024,C2,K2,PR1,
        3,01/05/2024,C2,K2,PR1,QW1 2BB
        4,01/05/2024,C2,U4,PR1,QW2 1AA
        5,01/05/2024,C2,K2,PR4,QW2 1AA
        6,01/05/2024,V3,K2,PR1,QW2 1AA
      """),
  ]
}
