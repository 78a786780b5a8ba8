extension RuleExamples {
  static let identity: [RuleExample] =
    notInHeader.map { unknownChild($0.0, $0.1, $0.2) } + withBirth.map { otherBirth($0.0, $0.1, $0.2) }
    + once.map { moreThanOnce($0.0, $0.1, $0.2) } + others

  /// Rules, the table they judge and a column by which a file of it is told.
  private static let notInHeader = [
    ("INT01", "AD1", "DATE_MATCH"),
    ("INT02", "PlacedAdoption", "DATE_PLACED"),
    ("INT03", "Episodes", "DECOM"),
    ("INT04", "Missing", "MIS_START"),
    ("INT05", "OC2", "SDQ_SCORE"),
    ("INT06", "OC3", "IN_TOUCH"),
    ("INT07", "PrevPerm", "PREV_PERM"),
    ("INT08", "Reviews", "REVIEW"),
    ("INT09", "UASC", "DUC"),
  ]
  private static let withBirth = [
    ("INT11", "AD1", "DATE_MATCH"),
    ("INT12", "PlacedAdoption", "DATE_PLACED"),
    ("INT13", "Missing", "MIS_START"),
    ("INT14", "OC2", "SDQ_SCORE"),
    ("INT15", "OC3", "IN_TOUCH"),
    ("INT16", "PrevPerm", "PREV_PERM"),
    ("INT17", "Reviews", "REVIEW"),
    ("INT18", "UASC", "DUC"),
  ]
  private static let once = [
    ("INT31", "AD1", "DATE_MATCH"),
    ("INT32", "Header", "SEX"),
    ("INT33", "OC2", "SDQ_SCORE"),
    ("INT34", "OC3", "IN_TOUCH"),
    ("INT35", "PrevPerm", "PREV_PERM"),
    ("INT36", "UASC", "DUC"),
  ]

  private static func unknownChild(_ rule: String, _ table: String, _ column: String) -> RuleExample {
    RuleExample(
      rule, "2024/25",
      """
      Header CHILD,SEX
        1,M
      \(table) CHILD,\(column)
        1,
      > 2,
      > 2,
      """)
  }

  private static func otherBirth(_ rule: String, _ table: String, _ column: String) -> RuleExample {
    RuleExample(
      rule, "2024/25",
      """
      Header CHILD,DOB
        1,01/05/2010
        2,
      \(table) CHILD,\(column),DOB
        1,,1/5/2010
        1,,
      > 1,,02/05/2010
        2,,02/05/2010
        3,,02/05/2010
      """)
  }

  private static func moreThanOnce(_ rule: String, _ table: String, _ column: String) -> RuleExample {
    RuleExample(
      rule, "2024/25",
      """
      \(table) CHILD,\(column)
      > 2,
        1,
      > 2,
      """)
  }

  private static let others = [
    RuleExample(
      "INT03", "2024/25",
      """
      Header CHILD
        1
      Episodes CHILD,DOB,SEX
        1,01/05/2010,M
      > 2,01/05/2010,M
      """),
    RuleExample(
      "INT21", "2024/25",
      """
      Header CHILD,SEX
        1,M
        2,
        3,M
        4,M
      UASC CHILD,SEX,DOB,DUC
        1,m,,
        2,F,,
        3,,,
      > 4,F,,
        5,F,,
      """),
    RuleExample(
      "EPI", "2024/25",
      """
      Header CHILD,SEX
        1,M
        2,M
      > 3,M
      Episodes CHILD,DECOM
        1,01/05/2024
      OC3 CHILD,IN_TOUCH
        2,YES
      """),
    RuleExample(
      "EPI", "2024/25",
      """
      Header CHILD,SEX
      > 1,M
      """),
    RuleExample(
      "1012", "2024/25",
      """
      Episodes CHILD,DECOM
        1,01/05/2024
      PlacedAdoption CHILD,DATE_PLACED
        1,01/05/2024
      > 2,01/05/2024
      Missing CHILD,MIS_START
      > 2,01/05/2024
      Reviews CHILD,REVIEW
      > 2,01/05/2024
      AD1 CHILD,DATE_MATCH
      > 2,01/05/2024
      PrevPerm CHILD,PREV_PERM
      > 2,P1
      OC2 CHILD,SDQ_SCORE
      > 2,12
      OC3 CHILD,IN_TOUCH
        2,YES
      """),
  ]
}
