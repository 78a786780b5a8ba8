extension RuleExamples {
  static let decisions: [RuleExample] = decisionItems + decisionsAndEpisodes + decisionsLastYear

  private static let decisionItems: [RuleExample] = [
    RuleExample(
      "115", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED
        1,02/05/2024
        2,
      > 3,31/04/2024
      > 4,2024-05-02
      """),
    RuleExample(
      "116", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED
        1,02/05/2024,07/08/2024
        2,02/05/2024,
      > 3,02/05/2024,August
      > 4,02/05/2024,2024-08-07
      """),
    RuleExample(
      "119", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
        1,02/05/2024,07/08/2024,RD1
        2,02/05/2024,,
      > 3,02/05/2024,07/08/2024,
      > 4,02/05/2024,,RD2
        5,02/05/2024,August,RD2
      """),
    RuleExample(
      "120", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED,REASON_PLACED_CEASED
        1,02/05/2024,RD1
        2,02/05/2024,rd4
        3,02/05/2024,
      > 4,02/05/2024,RD5
      > 5,02/05/2024,UNWILLING
      """),
    RuleExample(
      "522", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED
        1,02/05/2024,02/05/2024
      > 2,02/05/2024,01/05/2024
        3,02/05/2024,
        4,,01/05/2024
      """),
    RuleExample(
      "563", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
        1,02/05/2024,07/08/2024,RD1
      > 2,,07/08/2024,RD1
        3,,07/08/2024,
        4,,,RD1
        5,,,
        6,May,07/08/2024,RD1
      """),
    RuleExample(
      "579", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED
        1,02/05/2024,07/08/2024
        1,07/08/2024,
        2,02/05/2024,07/08/2024
      > 2,06/08/2024,
      > 3,06/08/2024,09/10/2024
        3,02/05/2024,
        4,02/05/2024,
        5,02/05/2024,07/08/2024
        5,,
      """),
    RuleExample(
      "583", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED
        1,11/04/2024,
      > 1,28/02/2024,
        2,28/02/2024,10/04/2024
        2,11/04/2024,
        3,11/04/2024,05/06/2024
      > 3,28/02/2024,
        4,11/04/2024,
        5,11/04/2024,
      > 5,11/04/2024,
        6,11/04/2024,
      > 6,,
      """),
  ]

  private static let decisionsLastYear: [RuleExample] = [
    RuleExample(
      "559", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED
        1,31/03/2024
      > 2,31/03/2024
      > 3,31/03/2024
        4,01/04/2024
        5,
      PlacedAdoption last CHILD,DATE_PLACED
        1,31/03/2024
        2,
        4,
      """),
    RuleExample(
      "560", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED,DATE_PLACED_CEASED
        1,02/05/2023,
      > 2,03/05/2023,
      > 3,,
        4,02/05/2024,
        5,02/05/2024,
        6,02/05/2024,
      PlacedAdoption last CHILD,DATE_PLACED,DATE_PLACED_CEASED
        1,02/05/2023,
        2,02/05/2023,
        3,02/05/2023,
        4,02/05/2023,07/08/2023
        5,,
      """),
    RuleExample(
      "561", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED
      > 1,02/05/2023
      > 2,02/05/2023
        3,02/05/2023
        4,02/05/2024
        5,
        6,02/05/2023
      PlacedAdoption last CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
        1,02/05/2023,07/08/2023,RD1
        2,02/05/2023,,RD1
        3,02/05/2023,,
        4,02/05/2023,07/08/2023,RD1
        5,,07/08/2023,RD1
      """),
    RuleExample(
      "584", "2024/25",
      """
      PlacedAdoption CHILD,DATE_PLACED
        9,02/05/2023
      > 1,02/05/2023
      > 2,01/05/2023
      > 3,
        4,03/05/2023
        5,02/05/2023
        6,02/05/2023
      PlacedAdoption last CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
        1,02/05/2023,07/08/2023,RD1
        2,02/05/2023,,RD1
        3,02/05/2023,07/08/2023,
        4,02/05/2023,07/08/2023,RD1
        5,02/05/2023,,
        6,,07/08/2023,RD1
      """),
  ]
}
