extension RuleExamples {
  static let codes: [RuleExample] = [
    RuleExample(
      "101", "2024/25",
      """
      Header CHILD,SEX
        1,M
        2,F
        3,U
      > 4,1
      > 5,
      > 6,X
      """),
    RuleExample(
      "101", "2023/24",
      """
      Header CHILD,SEX
        1,1
        2,2
      > 3,M
      """),
    RuleExample(
      "103", "2024/25",
      """
      Header CHILD,ETHNIC
        1,WBRI
        2,NOBT
      > 3,
      > 4,WHITE
      > 5,WBR
      """),
    RuleExample(
      "143", "2024/25",
      """
      Episodes CHILD,DECOM,RNE
        1,01/05/2024,S
        2,01/05/2024,B
        3,01/05/2024,
      > 4,01/05/2024,X
      """),
    RuleExample(
      "144", "2024/25",
      """
      Episodes CHILD,DECOM,LS
        1,01/05/2024,C2
        2,01/05/2024,L3
        3,01/05/2024,
      > 4,01/05/2024,C3
      > 5,01/05/2024,V1
      """),
    RuleExample(
      "145", "2024/25",
      """
      Episodes CHILD,DECOM,CIN
        1,01/05/2024,N1
        2,01/05/2024,N8
        3,01/05/2024,
      > 4,01/05/2024,N0
      > 5,01/05/2024,N9
      """),
    RuleExample(
      "146", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE
        1,01/05/2024,K3
        2,01/05/2024,H5
        3,01/05/2024,Z1
      > 4,01/05/2024,Z11
      """),
    RuleExample(
      "146", "2025/26",
      """
      Episodes CHILD,DECOM,PLACE
        1,01/05/2025,K3
        2,01/05/2025,Z11
        3,01/05/2025,
      > 4,01/05/2025,H5
      > 5,01/05/2025,Z1
      > 6,01/05/2025,FOSTERCARE
      """),
    RuleExample(
      "149", "2024/25",
      """
      Episodes CHILD,DECOM,REC
        1,01/05/2024,X1
        2,01/05/2024,E4A
        3,01/05/2024,E48
        4,01/05/2024,
      > 5,01/05/2024,E4
      > 6,01/05/2024,E43
      > 7,01/05/2024,E1
      """),
    RuleExample(
      "1009", "2024/25",
      """
      Episodes CHILD,DECOM,REASON_PLACE_CHANGE
        1,01/05/2024,CARPL
        2,01/05/2024,CUSTOD
        3,01/05/2024,
      > 4,01/05/2024,CARER
      > 5,01/05/2024,MOVED HOUSE
      """),
  ]
}
