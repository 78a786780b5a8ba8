extension RuleExamples {
  static let moves: [RuleExample] = [
    RuleExample(
      "225", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,PLACE,REC,REASON_PLACE_CHANGE
        1,01/06/2024,P,U1,X1,
      > 1,01/05/2024,S,U1,X1,
        2,01/05/2024,S,U1,X1,CARPL
        2,01/06/2024,P,U1,,
        3,01/05/2024,S,U1,X1,
        3,01/06/2024,L,U1,,
        4,01/05/2024,S,T2,X1,
        4,01/06/2024,P,U1,,
        5,01/05/2024,S,U1,X1,
        5,01/06/2024,P,T0,,
        6,01/05/2024,S,U1,E8,
        6,01/06/2024,P,U1,,
      > 7,01/05/2024,S,U1,X1,
      > 7,01/06/2024,B,U1,X1,
      > 7,02/06/2024,T,U1,X1,
        7,03/06/2024,U,U1,,
        8,01/05/2024,S,U1,X1,
        9,01/06/2024,P,U1,,
      """),
    RuleExample(
      "226", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE,REASON_PLACE_CHANGE
      > 1,01/06/2024,T0,
        1,01/05/2024,U1,CARPL
        1,02/06/2024,U1,CARPL
        2,01/05/2024,U1,
        2,01/06/2024,T4,
      > 3,01/05/2024,T1,OTHER
        4,01/05/2024,U1,OTHER
        5,01/05/2024,T0,
      """),
    RuleExample(
      "233", "2025/26",
      """
      Episodes CHILD,DECOM,DEC,REASON_PLACE_CHANGE
        1,01/05/2025,,
        2,01/05/2025,02/05/2025,CARPL
      > 3,01/05/2025,,CARPL
      """),
    RuleExample(
      "234", "2025/26",
      """
      Header CHILD,DOB
      > 1,03/05/2015
        2,02/05/2015
        3,03/05/2015
      > 4,02/05/2015
      Episodes CHILD,DECOM,DEC,REASON_PLACE_CHANGE
      > 1,01/05/2025,02/05/2025,CUSTOD
        2,01/05/2025,02/05/2025,CUSTOD
        3,01/05/2025,02/05/2025,OTHER
      > 4,01/05/2025,,CUSTOD
        5,01/05/2025,02/05/2025,CUSTOD
      """),
  ]
}
