extension RuleExamples {
  static let mothers: [RuleExample] = [
    RuleExample(
      "165", "2024/25",
      """
      Header CHILD,SEX,MOTHER
        1,F,0
      > 2,F,
      > 3,F,2
      > 4,M,0
        5,M,
        6,F,
        7,F,
      > 8,F,0
        9,F,0
        10,F,
        11,M,1
      Episodes CHILD,DECOM,LS,DEC
        1,05/05/2022,C2,
        2,05/05/2022,C2,
        3,05/05/2022,C2,
        4,05/05/2022,C2,
        5,05/05/2022,C2,
        6,05/05/2022,V3,
        7,05/05/2022,C2,31/03/2024
        8,05/05/2022,C2,31/03/2024
        9,05/05/2022,C2,31/03/2024
        10,01/04/2025,C2,
      OC3 CHILD,IN_TOUCH
      > 2,
        7,YES
      > 8,YES
        9,
        11,YES
      """),
    RuleExample(
      "165", "2023/24",
      """
      Header CHILD,SEX,MOTHER
        1,2,1
      > 2,2,
      > 3,1,1
      Episodes CHILD,DECOM,LS,DEC
        1,05/05/2022,C2,
        2,05/05/2022,C2,01/04/2023
        3,05/05/2022,C2,
      """),
    RuleExample(
      "207", "2024/25",
      """
      Header CHILD,SEX,MOTHER
        1,F,1
      > 2,F,0
      > 3,F,
        4,F,1
        5,F,0
        6,F,0
      Episodes CHILD,DECOM
        1,05/05/2022
        2,05/05/2022
        3,05/05/2022
        4,05/05/2022
        6,05/05/2022
      Header last CHILD,SEX,MOTHER
        1,F,1
        2,F,1
        3,F,1
        4,F,0
        5,F,1
      """),
    RuleExample(
      "393", "2024/25",
      """
      Header CHILD,SEX,MOTHER
      > 1,F,
        2,F,0
        3,F,
        4,M,
        5,F,
      > 6,F,
      Episodes CHILD,DECOM,LS
        1,05/05/2022,V3
        1,05/05/2023,C2
        2,05/05/2022,C2
        3,05/05/2022,V4
        4,05/05/2022,C2
        6,05/05/2022,
      """),
    RuleExample(
      "607", "2024/25",
      """
      Header CHILD,SEX,MOTHER
      > 1,F,
        2,F,1
        3,M,
        4,F,
        5,F,
        6,F,
        7,F,
      Episodes CHILD,DECOM,LS,DEC,REC
      > 1,05/05/2022,C2,01/04/2024,E4A
        1,05/05/2022,C2,31/03/2025,X1
      > 1,05/05/2022,C2,31/03/2025,E4A
        2,05/05/2022,C2,09/09/2024,E4A
        3,05/05/2022,C2,09/09/2024,E4A
        4,05/05/2022,V3,09/09/2024,E4A
        5,05/05/2022,C2,31/03/2024,E4A
        6,05/05/2022,C2,09/09/2024,
        7,05/05/2022,C2,,E4A
      """),
    RuleExample(
      "628", "2024/25",
      """
      Header CHILD,SEX,MOTHER
      > 1,F,0
        2,F,
        3,F,1
        4,F,1
        5,F,1
      Episodes CHILD,DECOM
        3,05/05/2022
      OC3 CHILD,IN_TOUCH
        1,YES
        2,YES
        3,YES
        4,
      """),
    RuleExample(
      "171", "2024/25",
      """
      Header CHILD,SEX,MC_DOB
        1,F,01/02/2024
        2,F,
      > 3,F,31/02/2024
      > 4,F,2024-02-01
      > 5,F,unknown
      """),
    RuleExample(
      "174", "2024/25",
      """
      Header CHILD,SEX,MC_DOB
        1,F,01/02/2024
        2,M,
        3,U,01/02/2024
      > 4,M,01/02/2024
      > 5,M,unknown
      """),
    RuleExample(
      "174", "2023/24",
      """
      Header CHILD,SEX,MC_DOB
        1,2,01/02/2024
      > 2,1,01/02/2024
      """),
    RuleExample(
      "611", "2024/25",
      """
      Header CHILD,MOTHER,MC_DOB
        1,1,01/02/2024
        2,0,
        3,,
        4,1,unknown
      > 5,1,
      """),
    RuleExample(
      "612", "2024/25",
      """
      Header CHILD,SEX,MOTHER,MC_DOB
        1,F,1,01/02/2024
        2,F,0,
        3,M,0,01/02/2024
      > 4,F,0,01/02/2024
      > 5,F,,01/02/2024
      > 6,F,,unknown
      """),
    RuleExample(
      "620", "2024/25",
      """
      Header CHILD,DOB,MOTHER
        1,01/04/2013,1
        2,02/04/2013,0
        3,,1
      > 4,02/04/2013,1
      """),
    RuleExample(
      "621", "2024/25",
      """
      Header CHILD,DOB,MC_DOB
        1,01/04/2008,02/04/2008
        2,01/04/2008,
        3,,01/04/2008
      > 4,01/04/2008,01/04/2008
      > 5,01/04/2008,31/03/2008
      """),
    RuleExample(
      "624", "2024/25",
      """
      Header CHILD,MC_DOB
        1,01/02/2024
      > 2,02/02/2024
      > 3,
        4,01/02/2024
        5,2024-02-01
        6,01/02/2024
      Header last CHILD,MC_DOB
        1,01/02/2024
        2,01/02/2024
        3,01/02/2024
        4,
        5,01/02/2024
      """),
    RuleExample(
      "625", "2024/25",
      """
      Header CHILD,MC_DOB
        1,09/09/2024
      > 2,10/09/2024
      > 3,01/04/2025
        4,10/09/2024
        5,
      > 6,01/04/2025
        7,01/04/2025
      Episodes CHILD,DECOM,DEC
        1,05/05/2022,09/09/2024
        2,05/05/2022,06/06/2023
      > 2,06/06/2023,09/09/2024
        3,05/05/2022,
        4,05/05/2022,09/09/2024
        4,09/09/2024,
        5,05/05/2022,09/09/2024
      > 6,05/05/2022,31/03/2025
      """),
    RuleExample(
      "626", "2024/25",
      """
      Header CHILD,MOTHER,MC_DOB
      > 1,1,31/03/2024
        2,1,01/04/2024
        3,0,31/03/2024
        4,1,31/03/2024
        5,1,31/03/2024
        6,1,
      > 7,1,31/03/2024
      Header last CHILD,MOTHER
        1,0
        2,0
        3,0
        4,1
        5,
        6,0
        7,0.0
      """),
  ]
}
