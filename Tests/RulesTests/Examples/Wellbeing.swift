extension RuleExamples {
  static let wellbeing: [RuleExample] = [
    RuleExample(
      "157", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,LS,PLACE,DEC,REC
        1,05/05/2021,S,C2,U1,,
        2,05/05/2021,S,C2,U1,,
        3,05/05/2021,S,C2,U1,,
        4,05/05/2021,S,C2,U1,,
        5,05/05/2021,S,C2,U1,,
        6,05/05/2021,S,C2,U1,,
        7,05/05/2024,S,C2,U1,,
      OC2 CHILD,DOB,SDQ_SCORE,SDQ_REASON
      > 1,01/04/2020,,SDQ1
        2,02/04/2020,,SDQ1
      > 3,31/03/2009,,SDQ1
        4,30/03/2009,,SDQ1
        5,31/03/2012,,SDQ2
        6,31/03/2012,12,SDQ1
        7,31/03/2012,,SDQ1
      """),
    RuleExample(
      "180", "2024/25",
      """
      OC2 CHILD,SDQ_SCORE
        1,0
        2,40
        3,07
        4,
      > 5,41
      > 6,-1
      > 7,12.5
      > 8,high
      > 9,not asked for
      """),
    RuleExample(
      "185", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,LS,PLACE,DEC,REC
        1,05/05/2021,S,C2,U1,,
        3,05/05/2021,S,C2,U1,,
        2,05/05/2024,S,C2,U1,,
      OC2 CHILD,SDQ_SCORE
        1,12
      > 2,12
        3,
      > 4,0
      """),
    RuleExample(
      "186", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,LS,PLACE,DEC,REC
        1,05/05/2021,S,C2,U1,,
        2,05/05/2021,S,C2,U1,,
        3,05/05/2021,S,C2,U1,,
        4,05/05/2021,S,C2,U1,,
        5,05/05/2021,S,C2,U1,,
        6,05/05/2021,S,C2,U1,,
        7,05/05/2024,S,C2,U1,,
      OC2 CHILD,DOB,SDQ_SCORE,SDQ_REASON
      > 1,01/04/2020,,
        2,02/04/2020,,
      > 3,01/04/2008,,
        4,31/03/2008,,
        5,01/04/2012,12,
        6,01/04/2012,,SDQ2
        7,01/04/2012,,
      """),
    RuleExample(
      "188", "2024/25",
      """
      OC2 CHILD,DOB,SDQ_SCORE,SDQ_REASON
        1,31/03/2021,12,
      > 2,01/04/2021,12,
      > 3,01/04/2021,,SDQ1
        4,01/04/2021,,
        5,,12,
      """),
    RuleExample(
      "189", "2024/25",
      """
      OC2 CHILD,DOB,SDQ_SCORE,SDQ_REASON
        1,01/04/2007,12,
      > 2,31/03/2007,12,
      > 3,31/03/2007,,SDQ1
        4,31/03/2007,,
        5,,12,
      """),
    RuleExample(
      "196", "2024/25",
      """
      OC2 CHILD,SDQ_REASON
        1,SDQ1
        2,sdq5
        3,
      > 4,SDQ6
      > 5,SDQ
      > 6,young person refused
      """),
    RuleExample(
      "197a", "2024/25",
      """
      OC2 CHILD,SDQ_SCORE,SDQ_REASON
        1,12,
        2,,SDQ2
        3,,
      > 4,0,SDQ2
      """),
    RuleExample(
      "197B", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,LS,PLACE,DEC,REC
        1,05/05/2021,S,C2,U1,,
        2,05/05/2021,S,C2,U1,,
        3,05/05/2021,S,C2,U1,,
        4,05/05/2021,S,C2,U1,,
        5,05/05/2021,S,C2,U1,,
        6,05/05/2021,S,C2,U1,,
        7,05/05/2021,S,C2,U1,,
        8,05/05/2024,S,C2,U1,,
      OC2 CHILD,DOB,SDQ_SCORE,SDQ_REASON
      > 1,01/04/2020,,
      > 2,31/03/2021,,
        3,01/04/2021,,
        4,31/03/2020,,
      > 5,09/09/2007,,
        6,09/09/2007,12,
        7,09/09/2007,,SDQ4
        8,09/09/2007,,
      """),
    RuleExample(
      "198", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,LS,PLACE,DEC,REC
        1,05/05/2021,S,C2,U1,,
        3,05/05/2021,S,C2,U1,,
        2,05/05/2024,S,C2,U1,,
      OC2 CHILD,SDQ_REASON
        1,SDQ2
      > 2,SDQ2
        3,
      > 4,SDQ1
      """),
  ]
}
