extension RuleExamples {
  static let postcodes: [RuleExample] = [
    RuleExample(
      "392b", "2024/25",
      """
      Header CHILD,UASC
        1,0
        2,1
        3,0
      Header last CHILD,UASC
        3,1
      Episodes CHILD,DECOM,LS,HOME_POST,PL_POST
      > 1,01/05/2024,C2,,L1 1AA
      > 1,02/05/2024,C2,L1 1AA,
        1,03/05/2024,C2,L1 1AA,L1 2AA
        1,04/05/2024,V3,,
        1,05/05/2024,V4,,
        2,01/05/2024,C2,,
        3,01/05/2024,C2,,
      > 4,01/05/2024,,,
      """),
    RuleExample(
      "392b", "2024/25",
      """
      Header CHILD,SEX
        1,M
        2,M
      UASC CHILD,SEX,DOB,DUC
        1,M,01/01/2010,
        2,,01/01/2010,
      Episodes CHILD,DECOM,LS,HOME_POST,PL_POST
        1,01/05/2024,C2,,
      > 2,01/05/2024,C2,,
      """),
    RuleExample(
      "392c", "2024/25",
      """
      Episodes CHILD,DECOM,HOME_POST,PL_POST
        1,01/05/2024,,
        2,01/05/2024,L1 1AA,ls27 9zz
        3,01/05/2024,EC1A1BB,W1A 0AX
        4,01/05/2024,M50 2BB,sw1a  2aa
      > 5,01/05/2024,unknown,L1 1AA
      > 6,01/05/2024,L1 1AA,ZZ99 3CZ
      > 7,01/05/2024,L1,
      > 8,01/05/2024,L1 11A,
      > 9,01/05/2024,L1 1AO,
      > 10,01/05/2024,L111 1AA,
      > 11,01/05/2024,LS279ZZ (old),
      > 12,01/05/2024,É1 1AA,
      """),
    RuleExample(
      "392d", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE,HOME_POST,PL_POST
        1,01/05/2024,P1,L1 1AA,L1 1AA
        2,01/05/2024,U1,L1 1AA,L1 2AA
        3,01/05/2024,U1,,
      > 4,01/05/2024,U1,L1 1AA,l11aa
      > 5,01/05/2024,,L1 1AA,L1 1AA
      """),
  ]
}
