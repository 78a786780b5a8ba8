extension RuleExamples {
  static let adoption: [RuleExample] = adoptionItems + adoptionAndEpisodes

  private static let adoptionItems: [RuleExample] = [
    RuleExample(
      "151", "2024/25",
      """
      AD1 CHILD,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR
        1,02/05/2024,04/06/2024,0,2,MF,L11
        2,,,,,,
      > 3,02/05/2024,04/06/2024,0,2,MF,
      > 4,02/05/2024,,,,,
      > 5,,04/06/2024,0,2,MF,L11
        6,soon,later,0,9,COUPLE,MARRIEDCOUPLE
      """),
    RuleExample(
      "112", "2024/25",
      """
      AD1 CHILD,DATE_INT
        1,02/05/2024
        2,
      > 3,31/04/2024
      > 4,2024-05-02
      """),
    RuleExample(
      "113", "2024/25",
      """
      AD1 CHILD,DATE_MATCH
        1,04/06/2024
        2,
      > 3,June
      > 4,2024-06-04
      """),
    RuleExample(
      "114", "2024/25",
      """
      AD1 CHILD,FOSTER_CARE
        1,0
        2,1
        3,
      > 4,2
      > 5,YES
      """),
    RuleExample(
      "184", "2024/25",
      """
      Header CHILD,DOB
        1,12/03/2023
        2,12/03/2023
        3,
        4,12/03/2023
        5,
      PlacedAdoption CHILD,DOB,DATE_PLACED
        1,,12/03/2023
      > 2,,11/03/2023
        3,,11/03/2023
        4,,
      > 5,12/03/2023,11/03/2023
      """),
    RuleExample(
      "333", "2024/25",
      """
      AD1 CHILD,DATE_INT,DATE_MATCH
        1,02/05/2024,02/05/2024
        2,02/05/2024,
        3,,
      > 4,,02/05/2024
      > 5,03/05/2024,02/05/2024
        6,03/05/2024,soon
      > 7,soon,02/05/2024
      """),
    RuleExample(
      "523", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED
        1,02/05/2024
      > 2,02/05/2024
        3,02/05/2024
        4,
      > 5,07/08/2023
        5,02/05/2024
      AD1 CHILD,DATE_INT
        1,02/05/2024
      > 2,03/05/2024
        3,
        4,02/05/2024
      > 5,02/05/2024
      """),
    RuleExample(
      "525", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED
      > 1,02/05/2023,06/07/2024
        2,02/05/2023,
        3,02/05/2023,06/07/2024
        4,02/05/2023,06/07/2024
      > 5,02/05/2023,not known
      AD1 CHILD,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR
      > 1,,,,,,L0
        2,02/05/2023,04/06/2024,0,2,MF,L11
        3,,,,,,
      > 5,02/05/2023,,,,,
      """),
  ]

  private static let adoptionAndEpisodes: [RuleExample] = [
    RuleExample(
      "199", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,REC
        1,01/04/2024,02/05/2024,X1
        1,02/05/2024,07/08/2024,E11
      > 1,09/10/2024,,
        2,01/04/2024,02/05/2024,E12
      > 2,02/05/2024,03/06/2024,E11
      > 3,02/05/2024,,
        4,04/05/2023,,
        5,04/05/2023,07/08/2024,E11
        6,02/05/2024,07/08/2024,E4A
        6,09/10/2024,,
        7,,,
      Episodes last CHILD,DECOM,DEC,REC
        3,04/05/2023,07/08/2023,E12
        4,04/05/2023,,E11
        5,04/05/2023,,
        7,04/05/2023,07/08/2023,E12
      """),
    RuleExample(
      "331", "2024/25",
      """
      Episodes CHILD,DECOM,REC
        1,02/05/2024,E11
        2,01/04/2024,X1
      > 2,02/05/2024,E12
        3,02/05/2024,E4A
        4,02/05/2024,E11
      AD1 CHILD,DATE_MATCH
        1,02/05/2024
      > 2,03/05/2024
        3,03/05/2024
        4,
      """),
    RuleExample(
      "334", "2024/25",
      """
      Episodes CHILD,DECOM,RNE
        1,02/05/2024,S
        2,08/06/2022,S
      > 2,02/05/2024,S
        2,09/06/2024,P
        3,08/06/2022,S
        4,02/05/2024,L
        5,02/05/2024,S
      AD1 CHILD,DATE_INT
        1,02/05/2024
      > 2,01/05/2024
        3,08/07/2022
        4,01/05/2024
        5,
      """),
    RuleExample(
      "335", "2024/25",
      """
      Episodes CHILD,PLACE,REC
      > 1,A3,E11
        2,A3,E12
      > 3,A6,E12
        4,A6,E11
        5,A5,X1
      > 5,A5,E11
        6,A4,E4A
        7,A5,E11
      > 8,A2,E1
      > 9,A1,E1
        10,U6,E11
      AD1 CHILD,FOSTER_CARE
      > 1,0
        2,1
      > 3,1
        4,0
      > 5,0
        6,1
        7,
      > 8,0
      > 9,1
        10,0
      """),
    RuleExample(
      "521", "2024/25",
      """
      Episodes CHILD,PLACE,DECOM
        1,A4,02/05/2024
      > 2,A3,02/05/2024
        2,A5,03/05/2024
        3,U6,02/05/2024
        4,A6,02/05/2024
      AD1 CHILD,DATE_INT
        1,02/05/2024
      > 2,03/05/2024
        3,03/05/2024
        4,
      """),
    RuleExample(
      "582", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,REC
      > 1,02/05/2024,07/08/2024,E11
        2,02/05/2024,07/08/2024,E12
        3,02/05/2024,07/08/2024,E4A
        4,02/05/2024,,E11
      AD1 CHILD,DATE_MATCH
        1,07/08/2024
        2,06/08/2024
        3,07/08/2024
        4,
      """),
    RuleExample(
      "601", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,REC
        1,02/05/2023,07/08/2024,E11
      > 2,02/05/2023,01/04/2024,E12
      > 3,02/05/2023,31/03/2025,E11
        4,02/05/2023,31/03/2024,E11
        5,02/05/2023,07/08/2024,E4A
        6,02/05/2023,07/08/2024,E11
      AD1 CHILD,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR
        1,02/05/2023,04/06/2024,0,2,MF,L11
      > 2,02/05/2023,04/06/2023,0,2,MF,
      > 3,,,,,,
        4,,,,,,
        5,02/05/2023,,,,,
      """),
    RuleExample(
      "602", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,REC
        1,02/05/2023,01/04/2024,E11
        2,02/05/2023,31/03/2025,E12
        3,02/05/2023,31/03/2024,E11
        4,02/05/2023,07/08/2024,E4A
        5,02/05/2023,,
      AD1 CHILD,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR
        1,02/05/2023,04/06/2023,0,2,MF,L11
        2,02/05/2023,,,,,
      > 3,02/05/2023,04/06/2023,0,2,MF,L11
      > 4,,,,,,L0
        5,,,,,,
      > 6,,04/06/2024,,,,
      """),
  ]
}
