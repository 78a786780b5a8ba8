extension RuleExamples {
  static let pupilNumbers: [RuleExample] = [
    RuleExample(
      "168", "2024/25",
      """
      Header CHILD,UPN
        1,A123456789012
        2,H12345678901K
        3,UN3
        4,
      > 5,I123456789012
      > 6,A12345678901
      > 7,A1234567890123
      > 8,A1234567890KK
      > 9,UN6
      > 10,1234567890123
      """),
    RuleExample(
      "208", "2024/25",
      """
      Header CHILD,UPN
        1,A123456789012
      > 2,A123456789013
      > 3,
        4,UN2
        5,A123456789014
      > 6,UN3
      > 7,UN1
      > 8,UN1
        9,
        10,UN5
        11,A123456789015
      > 12,UN4
      > 13,
      Header last CHILD,UPN
        1,a123456789012
        2,A123456789012
        3,A123456789012
        4,UN1
        5,UN4
        6,UN2
        7,
        8,UN2
        9,
        10,
        12,A123456789012
        13,UN1
      """),
    RuleExample(
      "209", "2024/25",
      """
      Header CHILD,DOB,UPN
      > 1,31/08/2019,UN1
        2,01/09/2019,UN1
        3,31/08/2019,UN2
        4,,UN1
      """),
    RuleExample(
      "210", "2024/25",
      """
      Header CHILD,UPN
      > 1,UN4
        2,UN4
        3,UN3
        4,UN4
      Episodes CHILD,DECOM
        1,23/03/2025
      > 1,24/03/2025
      > 1,30/03/2025
        2,23/03/2025
        3,30/03/2025
      """),
    RuleExample(
      "442", "2024/25",
      """
      Header CHILD,UPN
      > 1,
        2,UN1
        3,
      > 4,
        5,
      Episodes CHILD,LS
        1,C2
        1,V4
        2,C2
        3,V3
        4,
      """),
    RuleExample(
      "444", "2025/26",
      """
      Header CHILD,UPN
      > 1,A123456789012
      > 2,a123456789012
        3,A123456789013
        4,UN2
        5,UN2
        6,
        7,
      """),
  ]
}
