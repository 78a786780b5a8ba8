extension RuleExamples {
  static let temporary: [RuleExample] = [
    RuleExample(
      "380", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,PLACE
        1,01/05/2024,P,T0
        2,01/05/2024,B,T4
      > 3,01/05/2024,S,T1
      > 4,01/05/2024,T,T2
      > 5,01/05/2024,,T3
        6,01/05/2024,S,U4
      """),
    RuleExample(
      "381", "2024/25",
      """
      Episodes CHILD,DECOM,REC,PLACE
        1,01/05/2024,X1,T0
        2,01/05/2024,,T1
      > 3,01/05/2024,E4A,T4
        4,01/05/2024,E4A,U4
      """),
    RuleExample(
      "383", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,PLACE,PL_POST
        1,01/05/2024,S,U4,AB1 2CD
        1,01/06/2024,P,T0,AB1 2CE
        1,01/07/2024,P,U4,AB1 2CF
        1,01/08/2024,P,T1,AB1 2CE
      > 1,01/09/2024,B,U4,AB1 2CD
        2,01/05/2024,S,U4,AB1 2CD
        2,01/06/2024,P,T0,AB1 2CE
      > 2,01/07/2024,P,U6,AB1 2CD
        3,01/05/2024,P,T0,AB1 2CE
        3,01/06/2024,P,U6,AB1 2CD
        4,01/05/2024,S,,AB1 2CD
        4,01/06/2024,P,T0,AB1 2CE
      > 4,01/07/2024,P,,AB1 2CD
      """),
    RuleExample(
      "383", "2025/26",
      """
      Episodes CHILD,DECOM,RNE,PLACE,PL_POST
        1,01/05/2025,S,U4,AB1 2CD
        1,01/06/2025,P,T0,AB1 2CE
        1,01/07/2025,P,U4,ab12cd
        2,01/05/2025,S,U4,AB1 2CD
        2,01/06/2025,P,T0,AB1 2CE
      > 2,01/07/2025,P,U4,AB1 2CE
        3,01/05/2025,S,U4,
        3,01/06/2025,P,T0,
        3,01/07/2025,P,U4,
      """),
    RuleExample(
      "375", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,PLACE
        1,01/05/2024,12/06/2024,T1
      > 2,01/05/2024,13/06/2024,T1
        3,01/05/2024,13/06/2024,T0
        4,01/05/2024,,T1
      """),
    RuleExample(
      "376", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,PLACE
        1,01/05/2024,22/05/2024,T3
      > 2,01/05/2024,23/05/2024,T3
        3,01/05/2024,23/05/2024,T2
        4,01/05/2024,,T3
      """),
    RuleExample(
      "379", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,PLACE
        1,01/05/2024,08/05/2024,T4
      > 2,01/05/2024,09/05/2024,T4
        3,01/05/2024,09/05/2024,T0
        4,,09/05/2024,T4
      """),
    RuleExample(
      "377", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE
      > 1,01/05/2024,T3
        1,08/05/2024,U4
      > 1,01/06/2024,T3
      > 1,,T3
        2,01/05/2024,T3
        2,01/06/2024,T3
        2,01/07/2024,T2
      """),
  ]
}
