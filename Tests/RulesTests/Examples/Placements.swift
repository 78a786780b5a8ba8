extension RuleExamples {
  static let placements: [RuleExample] = [
    RuleExample(
      "371", "2024/25",
      """
      Episodes CHILD,DECOM,DEC,PLACE
      > 1,09/06/2024,,K3
        1,10/06/2024,01/07/2024,K3
        2,01/05/2024,,H5
        3,01/05/2024,,K3
      Header CHILD,DOB
        1,10/06/2008
        2,10/06/2015
        3,
      """),
    RuleExample(
      "371", "2023/24",
      """
      Episodes CHILD,DECOM,PLACE
      > 1,09/06/2023,H5
        1,10/06/2023,H5
        1,09/06/2023,K3
      Header CHILD,DOB
        1,10/06/2007
      """),
    RuleExample(
      "371", "2022/23",
      """
      Episodes CHILD,DECOM,PLACE
      > 1,09/06/2022,H5
        1,10/06/2022,H5
      Header CHILD,DOB
        1,10/06/2008
      """),
    RuleExample(
      "372", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE
      > 1,09/06/2024,R5
        1,10/06/2024,R5
        1,09/06/2024,R3
      Header CHILD,DOB
        1,10/06/2014
      """),
    RuleExample(
      "373", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE
      > 1,09/06/2024,S1
        1,10/06/2024,S1
        1,09/06/2024,U4
      Header CHILD,DOB
        1,10/06/2020
      """),
    RuleExample(
      "374", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE
      > 1,09/06/2024,P3
        1,10/06/2024,P3
        1,,P3
      Header CHILD,DOB
        1,10/06/2010
      """),
    RuleExample(
      "370", "2022/23",
      """
      Episodes CHILD,DECOM,PLACE
      > 1,09/06/2022,P2
        1,10/06/2022,P2
      Header CHILD,DOB
        1,10/06/2007
      """),
    RuleExample(
      "370", "2023/24",
      """
      Episodes CHILD,DECOM,PLACE
      > 1,10/06/2022,P2
        1,10/06/2023,P2
      Header CHILD,DOB
        1,10/06/2007
      """),
    RuleExample(
      "217t", "2023/24",
      """
      Episodes CHILD,DECOM,DEC,PLACE
        1,01/05/2023,28/10/2023,P2
      > 2,01/05/2023,29/10/2023,P2
      > 3,01/05/2023,,P2
        4,01/05/2023,,K3
      """),
    RuleExample(
      "408", "2024/25",
      """
      Episodes CHILD,DECOM,LS,PLACE
        1,01/05/2024,E1,A5
      > 2,01/05/2024,C2,A5
      > 3,01/05/2024,,A6
        4,01/05/2024,C2,A4
      """),
    RuleExample(
      "217", "2024/25",
      """
      Episodes CHILD,DECOM,RNE,PLACE
        1,01/05/2024,S,A3
        1,02/05/2024,T,A5
        1,03/05/2024,U,A5
      > 1,04/05/2024,P,A3
      > 1,05/05/2024,,A5
        1,06/05/2024,P,A4
        2,31/03/2015,P,A3
      > 3,01/04/2015,P,A3
        4,,P,A3
      """),
    RuleExample(
      "336", "2024/25",
      """
      Episodes CHILD,DECOM,PLACE
        1,01/05/2024,U6
        1,01/06/2024,A3
        1,01/07/2024,A4
        2,01/05/2024,A3
        3,01/05/2024,K2
      > 3,01/06/2024,A4
        4,01/05/2024,
      > 4,01/06/2024,A3
        5,01/05/2024,K2
        5,01/06/2024,A5
      """),
  ]
}
