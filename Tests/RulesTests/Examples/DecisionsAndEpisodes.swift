extension RuleExamples {
  static let decisionsAndEpisodes: [RuleExample] = [
    RuleExample(
      "117", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,REC
        1,02/05/2023,,
      > 2,02/05/2023,,
        3,02/05/2023,07/08/2024,E4A
        4,02/05/2023,06/06/2024,X1
      > 4,06/06/2024,07/08/2024,E4A
        5,02/05/2023,07/08/2024,X1
      > 7,02/05/2023,07/08/2024,E4A
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED
        1,31/03/2025,
      > 2,01/04/2025,
        3,02/05/2024,07/08/2024
      > 4,02/05/2024,08/08/2024
        5,02/05/2024,08/08/2024
      > 5,01/04/2025,
        6,02/05/2024,01/04/2025
      > 7,08/08/2024,
        7,,
      """),
    RuleExample(
      "118", "2024/25",
      """
      Episodes CHILD,DECOM,LS
        1,02/05/2023,C2
      > 2,02/05/2023,C2
        3,02/05/2024,C2
        4,02/05/2024,V3
      > 4,07/08/2024,C2
        4,09/10/2024,E1
        5,02/05/2024,V4
        7,,C2
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED
        1,02/05/2023,01/04/2024
      > 2,02/05/2023,31/03/2024
        3,02/05/2023,02/05/2024
      > 4,02/05/2023,06/08/2024
        5,02/05/2023,01/05/2024
        6,02/05/2023,31/03/2024
      > 7,02/05/2023,31/03/2024
        2,02/05/2023,
      """),
    RuleExample(
      "551", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE
        1,02/05/2024,A3
      > 2,02/05/2024,A4
      > 3,02/05/2024,A5
        4,02/05/2024,U6
      > 5,02/05/2024,A6
        6,02/05/2024,A3
      PlacedAdoption CHILD,DATE_PLACED
        1,01/05/2024
        2,
        5,
        5,01/05/2024
        6,May
      """),
    RuleExample(
      "552", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE
        1,02/05/2024,A3
        2,01/04/2024,U6
      > 2,02/05/2024,A4
        2,06/06/2024,A6
        3,02/05/2024,U6
        4,02/05/2024,A5
      PlacedAdoption CHILD,DATE_PLACED
        1,02/05/2024
        2,01/05/2024
      > 2,03/05/2024
        3,03/05/2024
        4,
      """),
    RuleExample(
      "553", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,LS
        1,02/05/2024,,E1
      > 2,02/05/2024,,E1
      > 3,02/05/2024,07/08/2024,E1
        4,02/05/2024,,E1
        5,02/05/2024,,E1
        6,02/05/2024,07/08/2024,E1
        7,02/05/2024,,C2
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
        1,01/05/2024,,
      > 4,01/05/2024,06/08/2024,
      > 5,01/05/2024,,RD1
        6,01/05/2024,06/08/2024,RD1
        7,01/05/2024,06/08/2024,RD1
      """),
    RuleExample(
      "554", "2024/25",
      """
      Episodes CHILD,DECOM,LS
        1,02/05/2024,E1
        2,01/04/2024,C2
      > 2,02/05/2024,E1
        2,07/08/2024,E1
        3,02/05/2024,C2
      PlacedAdoption CHILD,DATE_PLACED
        1,02/05/2024
      > 2,03/05/2024
        3,03/05/2024
      """),
    RuleExample(
      "555", "2023/24",
      """
      Episodes CHILD,DECOM,DEC,LS
        1,02/05/2023,,D1
      > 2,02/05/2023,,D1
        3,02/05/2023,,D1
        4,02/05/2023,,E1
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
        1,01/05/2023,,
      > 3,01/05/2023,06/08/2023,RD1
      """),
    RuleExample(
      "556", "2023/24",
      """
      Episodes CHILD,DECOM,LS
        1,02/05/2023,D1
      > 2,02/05/2023,D1
        3,02/05/2023,E1
      PlacedAdoption CHILD,DATE_PLACED
        1,02/05/2023
        2,03/05/2023
        3,03/05/2023
      """),
    RuleExample(
      "557", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,LS,PLACE,REC
      > 1,02/05/2024,07/08/2024,E1,U1,E4A
        2,02/05/2024,07/08/2024,E1,U1,E4A
      > 3,02/05/2024,07/08/2024,C2,A3,E15
      > 4,02/05/2024,07/08/2024,E1,A4,E15
        5,02/05/2024,07/08/2024,E1,A5,E11
        6,02/05/2024,07/08/2024,E1,A6,X1
        7,02/05/2024,,E1,A6,
        8,02/05/2024,07/08/2024,C2,U1,E4A
        9,02/05/2024,07/08/2024,D1,U1,E4A
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
      > 1,02/05/2023,,
        2,02/05/2023,06/08/2024,RD1
      > 3,02/05/2023,06/08/2024,
        5,02/05/2023,,
        8,02/05/2023,,
      """),
    RuleExample(
      "557", "2023/24",
      """
      Episodes CHILD,DECOM,DEC,LS,PLACE,REC
      > 1,02/05/2023,07/08/2023,D1,U1,E4A
        2,02/05/2023,07/08/2023,D1,U1,E4A
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
      > 1,02/05/2022,,RD1
        2,02/05/2022,06/08/2023,RD1
      """),
    RuleExample(
      "558", "2024/25",
      """
      Episodes CHILD,DECOM,REC
      > 1,02/05/2024,E11
        2,02/05/2024,E12
        3,02/05/2024,E11
        4,02/05/2024,E4A
        5,02/05/2024,E12
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED
        1,02/05/2022,04/06/2023
        1,02/07/2023,04/06/2024
        2,02/05/2022,04/06/2023
        2,02/07/2023,
        3,02/05/2022,04/06/2023
        4,02/05/2022,04/06/2023
        4,02/07/2023,04/06/2024
      """),
    RuleExample(
      "1003", "2024/25",
      """
      Episodes CHILD,DECOM,RNE
        1,02/05/2024,S
      > 2,02/05/2024,S
        2,07/08/2024,S
        3,02/05/2024,L
        4,02/05/2024,S
        5,,S
      > 5,02/05/2024,S
      PlacedAdoption CHILD,DATE_PLACED
        1,02/05/2024
      > 2,01/05/2024
        2,03/05/2024
        3,01/05/2024
        4,
      > 5,01/05/2024
      """),
  ]
}
