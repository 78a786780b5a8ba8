extension RuleExamples {
  static let adopters: [RuleExample] = [
    RuleExample(
      "175", "2024/25",
      """
      AD1 CHILD,NB_ADOPTR
        1,1
        2,2
        3,
      > 4,0
      > 5,3
      """),
    RuleExample(
      "176", "2024/25",
      """
      AD1 CHILD,SEX_ADOPTR
        1,M1
        2,F1
        3,MM
        4,ff
        5,MF
        6,
      > 7,FM
      > 8,M
      > 9,MALE AND FEMALE
      """),
    RuleExample(
      "177", "2024/25",
      """
      AD1 CHILD,LS_ADOPTR
        1,L0
        2,L11
        3,L12
        4,L2
        5,L3
        6,L4
        7,
      > 8,L1
      > 9,L13
      """),
    RuleExample(
      "511", "2024/25",
      """
      AD1 CHILD,NB_ADOPTR,SEX_ADOPTR
      > 1,2,M1
      > 2,2,F1
        3,2,MM
        4,2,MF
        5,2,
        6,1,F1
        7,,M1
      """),
    RuleExample(
      "514", "2024/25",
      """
      AD1 CHILD,LS_ADOPTR,SEX_ADOPTR
        1,L0,M1
        2,L0,F1
      > 3,L0,MM
      > 4,L0,
        5,L2,MM
        6,,MM
      """),
    RuleExample(
      "517", "2024/25",
      """
      AD1 CHILD,LS_ADOPTR,SEX_ADOPTR
        1,L3,MF
      > 2,L3,FF
      > 3,L3,M1
      > 4,L3,
        5,L4,FF
      """),
    RuleExample(
      "518", "2024/25",
      """
      AD1 CHILD,LS_ADOPTR,SEX_ADOPTR
        1,L4,MM
        2,L4,FF
      > 3,L4,MF
      > 4,L4,F1
      > 5,L4,
        6,L3,MF
      """),
    RuleExample(
      "519", "2024/25",
      """
      AD1 CHILD,LS_ADOPTR,SEX_ADOPTR
        1,L2,MM
        2,L2,FF
        3,L2,MF
      > 4,L2,M1
      > 5,L2,
        6,L0,M1
      """),
    RuleExample(
      "520", "2024/25",
      """
      AD1 CHILD,LS_ADOPTR,SEX_ADOPTR
        1,L11,MF
      > 2,L11,MM
      > 3,L11,F1
      > 4,L11,
        5,L12,MM
      """),
    RuleExample(
      "524", "2024/25",
      """
      AD1 CHILD,LS_ADOPTR,SEX_ADOPTR
        1,L12,MM
        2,L12,FF
      > 3,L12,MF
      > 4,L12,M1
      > 5,L12,
        6,L11,MF
      """),
  ]
}
