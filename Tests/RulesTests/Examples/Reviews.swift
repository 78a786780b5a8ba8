extension RuleExamples {
  static let reviews: [RuleExample] = [
    RuleExample(
      "166", "2024/25",
      """
      Reviews CHILD,REVIEW,REVIEW_CODE
        1,05/06/2024,PN1
      > 2,,PN1
      > 3,31/06/2024,PN1
      > 4,2024-06-05,PN1
      """),
    RuleExample(
      "167", "2024/25",
      """
      Reviews CHILD,REVIEW,REVIEW_CODE
        1,05/06/2024,PN0
        2,05/06/2024,pn7
        3,,
      > 4,05/06/2024,
      > 5,05/06/2024,PN8
      > 6,,PN1
      """),
    RuleExample(
      "399", "2024/25",
      """
      Episodes CHILD,DECOM,LS
      > 1,05/05/2024,V3
      > 1,05/07/2024,V4
        2,05/05/2024,V3
        2,05/07/2024,C2
        3,05/05/2024,V3
      > 4,05/05/2024,V4
        5,05/05/2024,
      Header CHILD,MOTHER
      > 1,
        2,1
        3,
      > 4,0
        5,1
      Reviews CHILD,REVIEW,REVIEW_CODE
      > 1,05/06/2024,PN1
        1,,
        2,05/06/2024,PN1
        3,,
      > 4,,
      """),
    RuleExample(
      "440", "2024/25",
      """
      Reviews CHILD,DOB,REVIEW,REVIEW_CODE
        1,05/06/2020,04/06/2024,PN0
        2,05/06/2020,05/06/2024,PN0
      > 3,05/06/2020,06/06/2024,PN0
        4,05/06/2020,06/06/2024,PN1
        5,,06/06/2024,PN0
        6,05/06/2020,,PN0
      """),
    RuleExample(
      "441", "2024/25",
      """
      Reviews CHILD,DOB,REVIEW,REVIEW_CODE
      > 1,05/06/2020,04/06/2024,PN1
      > 2,05/06/2020,04/06/2024,PN7
        3,05/06/2020,05/06/2024,PN1
        4,05/06/2020,04/06/2024,PN0
        5,05/06/2020,04/06/2024,
        6,05/06/2020,04/06/2024,PN9
        7,,04/06/2024,PN1
      """),
  ]
}
