extension RuleExamples {
  static let socialWorkers: [RuleExample] = [
    RuleExample(
      "SW01aSTG1", "2024/25",
      """
      SWEpisodes CHILD,SW_ID,SW_DECOM
      > 1,,31/03/2023
      > 2,SW12,
        3,,01/04/2023
        4,SW12,31/03/2023
      """),
    RuleExample(
      "SW01bSTG1", "2024/25",
      """
      SWEpisodes CHILD,SW_ID,SW_DECOM,SW_REASON
      > 1,,01/04/2023,MANAGE
      > 2,SW12,01/04/2023,
      > 3,SW12,,MANAGE
        4,,31/03/2023,
        5,SW12,01/04/2023,MANAGE
      """),
    RuleExample(
      "SW01STG1", "2023/24",
      """
      Episodes CHILD,DEC,LS
      > 1,,C2
      > 2,,C2
        3,,C2
        4,,V4
        5,01/06/2023,C2
      SWEpisodes CHILD,SW_ID,SW_DECOM,SW_REASON
        2,SW12,,MANAGE
        3,SW12,,MANAGE
        3,SW13,01/05/2023,MANAGE
      """),
    RuleExample(
      "SW02STG1", "2024/25",
      """
      SWEpisodes CHILD,SW_ID
        1,SW123
        2,XX1
      > 3,123
      > 4,
      """),
    RuleExample(
      "SW02STG1", "2025/26",
      """
      SWEpisodes CHILD,SW_ID
        1,SW12
      > 2,XX1
      > 3,AB123
      """),
    RuleExample(
      "SW03STG1", "2023/24",
      """
      SWEpisodes CHILD,SW_ID,SW_DECOM,SW_REASON
      > 1,,01/05/2023,MANAGE
      > 2,SW12,,MANAGE
      > 3,SW12,01/05/2023,
        4,SW12,01/05/2023,MANAGE
      """),
    RuleExample(
      "SW04STG1", "2024/25",
      """
      SWEpisodes CHILD,SW_DECOM
      > 1,31/06/2024
      > 2,2024-06-30
        3,30/06/2024
        4,
      """),
    RuleExample(
      "SW05STG1", "2024/25",
      """
      SWEpisodes CHILD,SW_DEC
      > 1,31/06/2024
      > 2,2024-06-30
        3,30/06/2024
        4,
      """),
    RuleExample(
      "SW06STG2", "2024/25",
      """
      SWEpisodes CHILD,SW_DECOM
      > 1,01/04/2025
        2,31/03/2025
        3,
      """),
    RuleExample(
      "SW07STG2", "2024/25",
      """
      SWEpisodes CHILD,SW_DEC
      > 1,31/03/2023
        2,01/04/2023
        3,31/03/2025
      > 4,01/04/2025
        5,
      """),
    RuleExample(
      "SW07STG2", "2023/24",
      """
      SWEpisodes CHILD,SW_DEC
      > 1,31/03/2023
        2,01/04/2023
      """),
    RuleExample(
      "SW09STG2", "2024/25",
      """
      SWEpisodes CHILD,SW_DECOM,SW_DEC
      > 1,05/06/2024,05/06/2024
        2,05/06/2024,06/06/2024
        3,,
      """),
    RuleExample(
      "SW09STG2", "2025/26",
      """
      SWEpisodes CHILD,SW_DECOM,SW_DEC
      > 1,05/06/2025,07/06/2025
        2,05/06/2025,08/06/2025
      > 3,05/06/2025,04/06/2025
        4,05/06/2025,
      """),
    RuleExample(
      "SW12STG2", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,LS,REC,RNE
        1,01/06/2024,,C2,,S
      > 2,01/06/2024,,C2,,S
      > 3,01/06/2024,,C2,,P
        4,01/06/2024,01/07/2024,C2,X1,P
        5,01/06/2024,,V4,,S
        6,01/06/2024,01/07/2024,C2,E8,P
      > 7,01/06/2024,01/07/2024,C2,E8,P
        8,01/06/2022,31/03/2023,C2,E8,S
      > 9,01/06/2022,01/04/2023,C2,E8,S
      SWEpisodes CHILD,SW_DECOM
        1,01/05/2024
        1,01/06/2024
        2,31/05/2024
        6,01/07/2024
        7,02/07/2024
      """),
    RuleExample(
      "SW12STG2", "2023/24",
      """
      Episodes CHILD,DECOM,DEC,LS,REC,RNE
      > 1,01/06/2021,31/03/2022,C2,E8,S
        2,01/06/2021,31/03/2022,C2,E8,S
      SWEpisodes CHILD,SW_DECOM
        2,01/06/2021
      """),
    RuleExample(
      "SW13STG1", "2024/25",
      """
      SWEpisodes CHILD,SW_DECOM,SW_REASON
      > 1,01/05/2022,BORED
      > 2,01/04/2023,
        3,31/03/2023,
        4,01/05/2024,MANAGE
        5,,
      """),
    RuleExample(
      "SW13STG1", "2023/24",
      """
      SWEpisodes CHILD,SW_DECOM,SW_REASON
      > 1,01/05/2022,
        2,01/05/2022,OTHERS
      """),
    RuleExample(
      "SW18STG2", "2025/26",
      """
      SWEpisodes CHILD,SW_DECOM,SW_DEC
      > 1,05/06/2025,05/06/2025
        2,05/06/2025,06/06/2025
        3,05/06/2025,
      """),
  ]
}
