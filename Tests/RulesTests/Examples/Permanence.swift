extension RuleExamples {
  static let permanence: [RuleExample] = [
    RuleExample(
      "630", "2024/25",
      """
      Episodes CHILD,RNE,DECOM
        1,S,01/04/2024
        2,S,31/03/2024
        3,P,02/05/2024
      > 4,S,01/04/2024
      > 5,S,02/05/2024
      > 6,S,02/05/2024
      > 7,S,02/05/2024
        8,S,02/05/2024
        9,S,
      PrevPerm CHILD,PREV_PERM,LA_PERM,DATE_PERM
        1,P1,301,04/05/2019
        5,,301,04/05/2019
        6,P2,,04/05/2019
        7,P3,301,
        8,Z1,,
      """),
    RuleExample(
      "631", "2024/25",
      """
      PrevPerm CHILD,PREV_PERM,LA_PERM,DATE_PERM
        1,P1,,
        2,P2,,
        3,P3,,
        4,P4,,
        5,Z1,,
        6,,,
      > 7,P5,,
      > 8,ADOPTION,,
      """),
    RuleExample(
      "632", "2024/25",
      """
      Episodes CHILD,DECOM
        1,03/02/2024
        1,20/06/2024
      > 2,03/02/2024
        3,03/02/2024
      > 4,03/02/2024
      > 5,03/02/2024
        6,03/02/2024
      > 7,03/02/2024
        8,03/02/2024
      > 9,03/02/2024
      > 10,03/02/2024
      > 11,03/02/2024
        12,
        13,03/02/2024
        14,01/01/2025
      PrevPerm CHILD,PREV_PERM,DATE_PERM
        1,P1,02/02/2024
      > 2,P1,03/02/2024
        3,P1,
      > 4,P1,unknown
      > 5,P1,31/06/2020
        6,P1,zz/01/2024
      > 7,P1,ZZ/02/2024
        8,P1,zz/zz/2023
      > 9,P1,zz/zz/2024
      > 10,P1,zz/zz/zz
      > 11,P1,05/2019
        12,P1,02/02/2024
        13,P1,zz/zz/zzzz
        14,P1,05/zz/2024
        15,P1,2019
      > 12,P1,2019
      """),
    RuleExample(
      "633", "2024/25",
      """
      PrevPerm CHILD,PREV_PERM,LA_PERM
        1,P1,301
        2,P1,999
        3,P1,WAL
        4,P1,SCO
        5,P1,NIR
        6,P1,NUK
        7,Z1,
        8,P1,909
        9,P1,942
      > 10,P1,214
      > 11,P1,100
      > 12,P1,30
      > 13,P1,0301
      > 14,P1,ENG
      > 15,P1,E09000002
      """),
    RuleExample(
      "634", "2024/25",
      """
      Episodes CHILD,DECOM
      > 1,01/06/2022
      > 1,31/03/2024
        2,01/06/2022
        2,01/04/2024
        3,01/06/2022
        4,
      > 5,01/06/2022
      PrevPerm CHILD,PREV_PERM,LA_PERM,DATE_PERM
      > 1,Z1,,
        2,P1,301,05/06/2019
        3,,,
        4,Z1,,
      > 5,,301,
        5,,,
        6,Z1,,
      """),
    RuleExample(
      "635", "2024/25",
      """
      PrevPerm CHILD,PREV_PERM,LA_PERM,DATE_PERM
      > 1,,301,
      > 2,,,05/06/2019
      > 3,,301,zz/zz/2019
        4,,,
        5,Z1,301,
        6,P1,301,05/06/2019
      """),
  ]
}
