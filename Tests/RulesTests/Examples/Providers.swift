extension RuleExamples {
  static let providers: [RuleExample] = whoProvides + providersByPlacement + referenceNumbers

  private static let whoProvides = [
    RuleExample(
      "178", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE,PLACE_PROVIDER
        1,01/05/2024,P1,PR0
        2,01/05/2024,,PR5
        3,01/05/2024,T0,
        4,01/05/2024,U1,
        5,01/05/2024,Z11,PR1
      > 6,01/05/2024,T4,PR1
      > 7,01/05/2024,Z1,PR1
      > 8,01/05/2024,U1,PR6
      """),
    RuleExample(
      "178", "2025/26",
      """
      Episodes CHILD,DECOM,PLACE,PLACE_PROVIDER
        1,01/05/2025,T4,PR1
      > 2,01/05/2025,T3,PR1
      > 3,01/05/2025,Z14,PR1
      > 4,01/05/2025,T4,PR9
      """),
    RuleExample(
      "213", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE,PLACE_PROVIDER
        1,01/05/2024,T0,
        2,01/05/2024,U1,PR1
        3,01/05/2024,Z1,PR1
        4,01/05/2024,,PR1
      > 5,01/05/2024,T0,PR1
      > 6,01/05/2024,T4,PR9
      """),
    RuleExample(
      "213", "2025/26",
      """
      Episodes CHILD,DECOM,PLACE,PLACE_PROVIDER
        1,01/05/2025,Z11,
        2,01/05/2025,Z1,PR1
      > 3,01/05/2025,Z11,PR1
      > 4,01/05/2025,T4,PR1
      """),
    RuleExample(
      "526", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE,PLACE_PROVIDER
        1,01/05/2024,U1,PR1
        2,01/05/2024,T4,
        3,01/05/2024,Z1,
      > 4,01/05/2024,U1,
      > 5,01/05/2024,,
      > 6,01/05/2024,Z11,
      """),
    RuleExample(
      "526", "2025/26",
      """
      Episodes CHILD,DECOM,PLACE,PLACE_PROVIDER
        1,01/05/2025,T4,
        2,01/05/2025,Z13,
      > 3,01/05/2025,Z1,
      """),
  ]

  private static let providersByPlacement = [
    RuleExample(
      "527", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE,PLACE_PROVIDER
        1,01/05/2024,U1,PR1
        2,01/05/2024,P1,
        3,01/05/2024,P1,PR2
      > 4,01/05/2024,P1,PR1
      > 5,01/05/2024,R2,PR1
      > 6,01/05/2024,R5,PR1
      """),
    RuleExample(
      "528", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE,PLACE_PROVIDER
        1,01/05/2024,R1,PR2
        2,01/05/2024,P1,PR1
      > 3,01/05/2024,P1,PR2
      > 4,01/05/2024,R2,PR2
      > 5,01/05/2024,R5,PR2
      """),
    RuleExample(
      "529", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE,PLACE_PROVIDER
        1,01/05/2024,R1,PR3
        2,01/05/2024,R2,PR3
        3,01/05/2024,,PR3
        4,01/05/2024,U1,PR4
      > 5,01/05/2024,A3,PR3
      > 6,01/05/2024,K2,PR3
      > 7,01/05/2024,P1,PR3
      > 8,01/05/2024,U6,PR3
      """),
    RuleExample(
      "530", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE,PLACE_PROVIDER
        1,01/05/2024,P1,PR5
        2,01/05/2024,R2,PR4
      > 3,01/05/2024,P1,PR4
      """),
    RuleExample(
      "531", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE,PLACE_PROVIDER
        1,01/05/2024,P1,PR4
        2,01/05/2024,R2,PR5
      > 3,01/05/2024,P1,PR5
      """),
    RuleExample(
      "550", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE,PLACE_PROVIDER
        1,01/05/2024,P1,PR0
        2,01/05/2024,P2,
      > 3,01/05/2024,P2,PR0
      > 4,01/05/2024,,PR0
      """),
  ]

  private static let referenceNumbers = [
    RuleExample(
      "214", "2024/25",
      """
      Episodes CHILD,DECOM,LS,PL_POST,URN
        1,01/05/2024,V3,,
        2,01/05/2024,C2,L1 1AA,1234567
      > 3,01/05/2024,V3,L1 1AA,
      > 4,01/05/2024,V4,,1234567
      """),
    RuleExample(
      "218", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,PLACE,PL_POST,URN
        1,01/05/2023,31/03/2024,U1,L1 1AA,
        2,01/05/2024,,P1,L1 1AA,
        3,01/05/2024,,T3,L1 1AA,
        4,01/05/2024,,Z1,L1 1AA,
        5,01/05/2024,,U1,CF10 1AA,
        6,01/05/2024,,U1,EH1 1AA,
        7,01/05/2024,,U1,L1 1AA,1234567
        8,01/05/2024,,U1,L1 1AA,XXXXXXX
        9,01/05/2023,soon,U1,L1 1AA,
      > 10,01/05/2023,01/04/2024,U1,L1 1AA,
      > 11,01/05/2024,,U1,,
      > 12,01/05/2024,,H5,E1 1AA,
      > 13,01/05/2024,,,SA,
      > 14,01/05/2024,,U1,TD15 1AA,
      """),
    RuleExample(
      "218", "2023/24",
      """
      Episodes CHILD,DECOM,PLACE,URN
        1,01/05/2023,H5,
        2,01/05/2023,P2,
      > 3,01/05/2023,S1,
      """),
    RuleExample(
      "218", "2025/26",
      """
      Episodes CHILD,DECOM,PLACE,URN
        1,01/05/2025,Z12,
        2,01/05/2025,T4,
      > 3,01/05/2025,Z1,
      """),
    RuleExample(
      "222", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE,URN
        1,01/05/2024,U1,1234567
        2,01/05/2024,P1,
        3,01/05/2024,P1,XXXXXXX
        4,01/05/2024,H5,1234567
        5,01/05/2024,P2,1234567
        6,01/05/2024,,1234567
      > 7,01/05/2024,P1,1234567
      > 8,01/05/2024,T4,XXXXXX
      > 9,01/05/2024,Z1,SC1234567
      """),
    RuleExample(
      "222", "2023/24",
      """
      Episodes CHILD,DECOM,PLACE,URN
        1,01/05/2023,H5,1234567
      > 2,01/05/2023,P2,1234567
      """),
    RuleExample(
      "222", "2022/23",
      """
      Episodes CHILD,DECOM,PLACE,URN
        1,01/05/2022,U1,1234567
      > 2,01/05/2022,H5,1234567
      """),
    RuleExample(
      "230", "2023/24",
      """
      Episodes CHILD,DECOM,DEC,PLACE,PL_POST,URN
        1,01/05/2023,28/10/2023,H5,L1 1AA,
        2,01/05/2023,,H5,L1 1AA,1234567
        3,01/05/2023,,H5,G1 1AA,
        4,01/05/2023,,K2,L1 1AA,
      > 5,01/05/2023,29/10/2023,H5,L1 1AA,
      > 6,01/05/2023,,H5,,XXXXXXX
      """),
    RuleExample(
      "242", "2025/26",
      """
      Episodes CHILD,PLACE,URN
      > 1,K2,XXXXXXX
      > 2,,XXXXXXX
        3,U4,XXXXXXX
        4,A6,XXXXXXX
        5,K2,SC12345
        6,K2,
      """),
  ]
}
