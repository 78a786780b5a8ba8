extension RuleExamples {
  static let careLeavers: [RuleExample] = [
    RuleExample(
      "131", "2024/25",
      """
      OC3 CHILD,IN_TOUCH
        1,YES
        2,rhom
      > 3,
      > 4,Y
      > 5,not known to us
      """),
    RuleExample(
      "132", "2024/25",
      """
      OC3 CHILD,IN_TOUCH,ACTIV
        1,YES,F1
        2,DIED,0
      > 3,YES,
      > 4,YES,F3
      > 5,YES,G1
      """),
    RuleExample(
      "133", "2024/25",
      """
      OC3 CHILD,IN_TOUCH,ACCOM
        1,YES,Z1
        2,DIED,0
      > 3,YES,
      > 4,YES,S1
      > 5,YES,T
      """),
    RuleExample(
      "153", "2024/25",
      """
      OC3 CHILD,IN_TOUCH,ACTIV,ACCOM
        1,YES,F1,U1
        2,,,
      > 3,YES,,
      > 4,YES,F1,
      > 5,,F1,U1
      """),
    RuleExample(
      "344", "2024/25",
      """
      OC3 CHILD,IN_TOUCH,ACTIV,ACCOM
        1,DIED,0,0
        2,YES,F1,U1
      > 3,DIED,F1,0
      > 4,RHOM,0,B1
      > 5,RHOM,,
      """),
    RuleExample(
      "345", "2024/25",
      """
      OC3 CHILD,IN_TOUCH,ACTIV,ACCOM
        1,YES,F1,U1
        2,NO,0,0
        3,YES,,
      > 4,YES,0,U1
      > 5,YES,F1,0
      """),
    RuleExample(
      "347", "2024/25",
      """
      OC3 CHILD,DOB,IN_TOUCH,ACCOM
        1,01/04/2006,YES,T1
      > 2,02/04/2006,YES,T1
      > 3,02/04/2006,YES,T2
      > 4,02/04/2006,YES,T
        5,02/04/2006,YES,U1
        6,,YES,T1
      """),
    RuleExample(
      "348", "2025/26",
      """
      OC3 CHILD,IN_TOUCH
        1,DIED
      > 2,YES
      > 3,
        4,YES
        5,YES
      OC3 last CHILD,IN_TOUCH
        1,DIED
        2,DIED
        3,DIED
        4,YES
      """),
    RuleExample(
      "391", "2024/25",
      """
      OC3 CHILD,DOB,IN_TOUCH,ACTIV,ACCOM
        1,31/03/2008,YES,F1,U1
      > 2,01/04/2008,YES,F1,U1
      > 3,01/04/2008,,,U1
        4,01/04/2008,,,
        5,,YES,F1,U1
      """),
    RuleExample(
      "3001", "2024/25",
      """
      Header CHILD,DOB
        1,31/03/2007
        2,01/04/2007
        3,31/03/2008
        4,01/04/2008
        5,09/09/2007
      OC3 CHILD,IN_TOUCH,ACCOM
        1,YES,Z1
      > 2,YES,Z1
      > 3,YES,Z2
        4,YES,Z1
        5,YES,U1
        6,YES,Z1
      """),
    RuleExample(
      "134", "2024/25",
      """
      OC3 CHILD,IN_TOUCH,ACTIV,ACCOM
        1,YES,,
        2,,,
        3,,F1,
      AD1 CHILD,DATE_INT,DATE_MATCH,NB_ADOPTR
      > 1,01/02/2025,,
        2,01/02/2025,,
      > 3,,,2
        3,,,
        4,01/02/2025,,
      """),
    RuleExample(
      "1000", "2024/25",
      """
      Episodes CHILD,DECOM,REC
        1,05/05/2022,E2
        2,05/05/2022,E4A
      OC3 CHILD,IN_TOUCH
      > 1,YES
        2,YES
      > 3,
        4,YES
      Episodes last CHILD,DECOM,REC
        3,05/05/2022,E2
        4,05/05/2022,X1
      """),
    RuleExample(
      "1000", "2024/25",
      """
      Episodes CHILD,DECOM,REC
        1,05/05/2022,E2
      OC3 CHILD,IN_TOUCH
      > 1,YES
        2,YES
      """),
    RuleExample(
      "1001", "2024/25",
      """
      Header CHILD,DOB
        1,01/01/2007
        2,01/01/2007
        3,01/01/2007
        4,01/01/2007
        5,01/01/2007
        6,31/03/2005
        7,31/03/2005
        8,01/04/2005
        9,01/01/2007
        10,01/01/2007
      Episodes CHILD,DECOM,DEC,LS,REC
        1,01/05/2024,31/07/2024,C2,E8
        2,01/05/2024,30/07/2024,C2,E8
        3,05/05/2020,31/12/2022,C2,X1
        4,01/05/2024,01/01/2025,V3,E8
        5,01/05/2024,01/01/2025,C2,E12
        7,01/05/2024,01/01/2025,C2,E11
        9,31/12/2024,,C2,
        10,01/02/2024,30/04/2024,C2,E8
      OC3 CHILD,IN_TOUCH
        1,YES
      > 2,YES
      > 3,YES
      > 4,YES
      > 5,YES
        6,YES
      > 7,YES
      > 8,YES
      > 9,YES
      > 10,YES
      > 11,YES
      Episodes last CHILD,DECOM,DEC,LS,REC
        10,01/02/2024,,C2,
        12,01/02/2024,,C2,
      """),
    RuleExample(
      "1001", "2024/25",
      """
      Header CHILD,DOB
        1,01/01/2007
        2,01/01/2007
      Episodes CHILD,DECOM,DEC,LS,REC
        1,30/12/2024,,C2,
        2,01/05/2024,02/05/2024,C2,E8
      OC3 CHILD,IN_TOUCH
        1,YES
        2,YES
      Episodes last CHILD,DECOM,DEC,LS,REC
        2,05/05/2021,30/04/2024,C2,X1
      """),
    RuleExample(
      "1002", "2024/25",
      """
      Episodes CHILD,DECOM
        1,05/05/2022
      OC3 CHILD,IN_TOUCH
        1,YES
        2,YES
      > 3,YES
      > 4,
      Episodes last CHILD,DECOM
        2,05/05/2022
      """),
    RuleExample(
      "1007", "2024/25",
      """
      Episodes CHILD,DECOM,DEC
        1,05/05/2022,10/09/2024
        2,05/05/2022,09/09/2024
        3,05/05/2022,
        4,10/09/2024,
        5,05/05/2022,
        6,05/05/2022,
        7,05/05/2022,
        8,09/09/2024,10/10/2024
      OC3 CHILD,DOB,IN_TOUCH
      > 1,09/09/2007,YES
        2,09/09/2007,YES
      > 3,09/09/2006,YES
        4,09/09/2006,YES
        5,09/09/2006,
        6,31/03/2006,YES
        7,01/04/2008,YES
      > 8,09/09/2007,YES
      """),
    RuleExample(
      "1010", "2024/25",
      """
      Episodes CHILD,DECOM,DEC
        1,05/05/2022,
      OC3 CHILD,IN_TOUCH
        1,YES
      > 2,YES
        3,YES
      > 4,
        5,YES
      Episodes last CHILD,DECOM,DEC
        1,05/05/2022,
        2,05/06/2022,
        2,05/05/2022,05/06/2022
        3,05/05/2022,
        3,05/06/2022,05/07/2022
        4,05/05/2022,
      """),
    RuleExample(
      "1011", "2024/25",
      """
      Episodes CHILD,DECOM,REC
        1,05/06/2024,E3
        1,05/05/2024,X1
        2,05/05/2024,E3
        2,05/06/2024,E4A
        3,05/05/2024,E3
      OC3 CHILD,IN_TOUCH
      > 1,YES
        2,YES
        3,
        4,YES
      """),
    RuleExample(
      "1016", "2024/25",
      """
      Episodes CHILD,DECOM,DEC
        1,05/05/2022,09/09/2024
        2,05/05/2022,08/09/2024
        3,05/05/2022,09/09/2024
        4,05/05/2022,08/09/2024
        5,05/05/2022,
        6,05/05/2022,09/09/2024
        7,05/05/2022,09/09/2024
        8,05/05/2022,09/09/2024
      OC3 CHILD,DOB,IN_TOUCH
      > 1,09/09/2007,YES
        2,09/09/2007,YES
      > 3,09/09/2006,YES
        4,09/09/2006,YES
        5,09/09/2006,YES
        6,09/09/2006,
        7,31/03/2006,YES
        8,01/04/2008,YES
      """),
  ]
}
