extension RuleExamples {
  static let socialWorkerHistories: [RuleExample] = [
    RuleExample(
      "SW08STG2", "2024/25",
      """
      SWEpisodes CHILD,SW_DECOM,SW_DEC
        1,05/08/2024,
      > 1,05/06/2024,
        1,05/05/2024,05/06/2024
        2,05/06/2024,
        2,,
      """),
    RuleExample(
      "SW10STG2", "2024/25",
      """
      SWEpisodes CHILD,SW_DECOM,SW_DEC,SW_REASON
        1,01/05/2024,10/06/2024,MANAGE
        1,03/06/2024,10/07/2024,MANAGE
        1,17/07/2024,01/08/2024,MANAGE
      > 1,09/08/2024,,MANAGE
        2,01/05/2024,10/06/2024,MANAGE
      > 2,02/06/2024,10/07/2024,
        2,01/09/2024,,FCONTA
        3,01/05/2024,,MANAGE
      > 3,01/06/2024,,MANAGE
        4,01/05/2024,soon,MANAGE
        4,01/06/2024,,MANAGE
      """),
    RuleExample(
      "SW10STG2", "2023/24",
      """
      SWEpisodes CHILD,SW_DECOM,SW_DEC,SW_REASON
        1,01/05/2023,10/06/2023,MANAGE
      > 1,01/09/2023,,FCONTA
      """),
    RuleExample(
      "SW10bSTG2", "2025/26",
      """
      SWEpisodes CHILD,SW_DECOM,SW_DEC,SW_REASON
        1,01/05/2025,10/06/2025,MANAGE
      > 1,10/06/2025,,FCONTA
        2,01/05/2025,10/06/2025,MANAGE
        2,11/06/2025,,FCONTA
        3,01/05/2025,10/06/2025,MANAGE
        3,09/06/2025,,MANAGE
      """),
    RuleExample(
      "SW11aSTG2", "2023/24",
      """
      SWEpisodes CHILD,SW_DECOM,SW_DEC
        1,01/05/2023,26/03/2024
      > 1,01/04/2024,
        2,01/05/2023,27/03/2024
        2,10/04/2024,
        3,01/05/2023,10/06/2023
        3,15/06/2023,
        4,01/05/2023,10/06/2023
      > 4,,
        5,01/05/2023,10/06/2023
      """),
    RuleExample(
      "SW11bSTG2", "2024/25",
      """
      SWEpisodes CHILD,SW_DECOM,SW_DEC
      > 1,01/05/2024,26/03/2025
        2,01/05/2024,25/03/2025
        3,01/05/2024,28/03/2025
        3,28/03/2025,
        4,01/05/2024,01/02/2025
      > 4,01/02/2025,31/03/2025
        5,01/05/2024,28/03/2025
      > 5,,
        6,01/05/2024,01/02/2025
        6,01/02/2025,28/03/2025
        6,28/03/2025,
      """),
    RuleExample(
      "SW14STG2", "2023/24",
      """
      SWEpisodes CHILD,SW_DECOM,SW_DEC
        1,05/08/2023,
      > 1,05/06/2023,
        1,05/05/2023,05/06/2023
        2,05/06/2023,
      """),
    RuleExample(
      "SW17STG2", "2025/26",
      """
      SWEpisodes CHILD,SW_DECOM,SW_DEC
        1,05/08/2025,
        1,05/06/2025,05/08/2025
      > 2,05/06/2025,05/08/2025
        2,05/05/2025,
      """),
    RuleExample(
      "SW19STG2", "2025/26",
      """
      SWEpisodes CHILD,SW_DECOM,SW_DEC
      > 1,05/08/2025,
      > 1,05/08/2025,01/09/2025
        1,06/08/2025,
        2,05/08/2025,
        3,,
        3,,
      """),
  ]
}
