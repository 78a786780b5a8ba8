extension RuleExamples {
  static let health: [RuleExample] = [
    RuleExample(
      "158", "2024/25",
      """
      OC2 CHILD,INTERVENTION_RECEIVED,INTERVENTION_OFFERED
        1,1,
        2,0,1
      > 3,1,1
      > 4,1,0
      """),
    RuleExample(
      "159", "2024/25",
      """
      OC2 CHILD,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED
        1,1,0,1
        2,0,0,
        3,1,1,
        4,1,,
      > 5,1,0,
      """),
    RuleExample(
      "181", "2024/25",
      """
      OC2 CHILD,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED
        1,0,1,0,1,0,1,0,1
        2,,,,,,,,
      > 3,Y,,,,,,,
      > 4,0,,2,,,,,
      > 5,,,,,,,,1.0
      > 6,,,,,,unknown to us,,
      """),
    RuleExample(
      "182", "2024/25",
      """
      OC2 CHILD,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED
        1,,,,,,,,
        2,0,,1,1,1,0,,
        3,,,1,1,,,,
      > 4,0,,1,1,1,,,
      > 5,,1,,,,,,
      > 6,,,1,,1,1,0,
      """),
    RuleExample(
      "192", "2024/25",
      """
      OC2 CHILD,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED
        1,1,0
        2,0,
        3,,
      > 4,1,
      """),
    RuleExample(
      "193", "2024/25",
      """
      OC2 CHILD,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED
        1,1,0,1
        2,0,,
      > 3,0,0,
      > 4,,,1
      """),
    RuleExample(
      "542", "2024/25",
      """
      OC2 CHILD,DOB,CONVICTED
        1,31/03/2015,0
        2,01/04/2015,
        3,,1
      > 4,01/04/2015,0
      > 5,12/08/2020,1
      """),
    RuleExample(
      "544", "2024/25",
      """
      OC2 CHILD,CONVICTED,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE
        1,1,0,1,1,0
        2,0,,1,1,0
        3,,,,,
      > 4,1,,1,1,0
      > 5,1,1,1,1,
      """),
    RuleExample(
      "547", "2024/25",
      """
      OC2 CHILD,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE
        1,1,0,1,1,0
        2,0,,1,1,0
      > 3,1,1,,1,0
      > 4,1,1,1,,0
      """),
    RuleExample(
      "187", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,LS,PLACE,DEC,REC
        1,05/05/2021,S,C2,U1,,
        2,05/05/2021,S,C2,U1,,
        3,05/05/2021,S,C2,U1,,
        4,05/05/2021,S,C2,U1,20/03/2025,E4A
      OC3 CHILD,IN_TOUCH,ACTIV,ACCOM
      > 1,YES,,
        2,,,
        4,YES,F1,U1
      AD1 CHILD,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR
        1,,,,,,
      > 2,,01/02/2025,,,,
      > 3,,,,,,L0
        4,01/01/2025,,,,,
      """),
    RuleExample(
      "190", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,LS,PLACE,DEC,REC
        1,05/05/2021,S,C2,U1,,
        2,01/04/2024,S,C2,U1,,
        3,02/04/2024,S,C2,U1,,
        4,05/05/2021,S,C2,U1,31/03/2025,E4A
        5,05/05/2021,S,C2,U1,30/03/2025,E4A
        6,05/05/2021,S,C2,U1,09/09/2024,X1
        6,09/09/2024,P,C2,U4,,
        7,05/05/2021,S,V3,U1,,
        8,05/05/2021,S,C2,U1,31/03/2024,E4A
        9,05/05/2021,S,C2,U1,01/04/2024,
        10,05/05/2021,S,V4,U1,31/03/2024,X1
        10,31/03/2024,L,C2,U1,,
      OC2 CHILD,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED
        1,0,,,,,,,
        2,0,,,,,,,
      > 3,0,,,,,,,
        4,0,,,,,,,
      > 5,,,1,,,,,
        6,0,,,,,,,
      > 7,,,,,,,,1
      > 8,,,,1,,,,
      > 9,,,,,0,,,
        10,0,,,,,,,
      > 11,0,,,,,,,
        12,,,,,,,,
      """),
    RuleExample(
      "191", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,LS,PLACE,DEC,REC
        1,05/05/2021,S,C2,U1,,
        2,05/05/2021,S,C2,U1,,
        3,09/09/2024,P,C2,U4,,
      > 3,05/05/2021,S,C2,U1,09/09/2024,X1
        4,05/05/2024,S,C2,U1,,
      OC2 CHILD,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE
        1,1,0,1,0
      > 2,1,0,,0
        5,1,,,
      """),
    RuleExample(
      "215", "2024/25",
      """
      OC2 CHILD,CONVICTED,TEETH_CHECK,INTERVENTION_OFFERED
        1,,,
      > 2,0,,
      > 3,,1,
        4,0,1,1
      OC3 CHILD,IN_TOUCH,ACTIV,ACCOM
        1,YES,,
      > 2,YES,,
      > 3,,,U1
        4,,,
        5,YES,F1,U1
      """),
    RuleExample(
      "543", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,LS,PLACE,DEC,REC
        1,05/05/2021,S,C2,U1,,
        2,05/05/2021,S,C2,U1,,
        3,05/05/2021,S,C2,U1,,
        4,05/05/2021,S,C2,U1,,
        5,05/05/2021,S,C2,U1,,
        6,05/05/2024,S,C2,U1,,
      OC2 CHILD,DOB,CONVICTED
      > 1,30/03/2015,
        2,31/03/2015,
        3,30/03/2015,0
      > 4,07/07/2009,
        5,,
        6,07/07/2009,
      """),
    RuleExample(
      "545", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,LS,PLACE,DEC,REC
        1,05/05/2021,S,C2,U1,,
        2,05/05/2021,S,C2,U1,,
        3,05/05/2021,S,C2,U1,,
        4,05/05/2021,S,C2,U1,,
        5,05/05/2024,S,C2,U1,,
      OC2 CHILD,DOB,HEALTH_CHECK
        1,31/03/2020,
      > 2,01/04/2020,
        3,01/04/2020,0
        4,,
        5,01/04/2022,
      """),
    RuleExample(
      "546", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,LS,PLACE,DEC,REC
        1,05/05/2021,S,C2,U1,,
        2,05/05/2021,S,C2,U1,,
        3,05/05/2021,S,C2,U1,,
        4,05/05/2024,S,C2,U1,,
      OC2 CHILD,DOB,HEALTH_CHECK
      > 1,31/03/2020,1
        2,01/04/2020,1
        3,31/03/2020,
        4,31/03/2015,0
      """),
  ]
}
