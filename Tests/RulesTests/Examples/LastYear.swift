extension RuleExamples {
  static let lastYear: [RuleExample] = continued + betweenReturns

  private static let continued: [RuleExample] = [
    RuleExample(
      "NoE", "2024/25",
      """
      Episodes CHILD,DECOM,DEC
      > 1,01/02/2024,01/03/2024
      > 1,31/03/2024,01/05/2024
        1,01/05/2024,
        2,01/04/2024,
        3,01/02/2024,
        4,,
      Episodes last CHILD,DECOM,DEC
        3,01/05/2023,01/06/2023
      """),
    RuleExample(
      "562", "2024/25",
      """
      Episodes CHILD,DECOM,DEC
        1,01/02/2024,01/05/2024
        1,01/05/2024,
      > 2,01/02/2024,
      > 3,01/02/2024,
      > 4,01/02/2024,
        5,01/04/2024,
      Episodes last CHILD,DECOM,DEC
        1,01/05/2023,01/02/2024
        1,01/02/2024,
        2,02/02/2024,
        3,01/02/2024,01/03/2024
        3,01/03/2024,
      """),
    RuleExample(
      "502", "2024/25",
      """
      Episodes CHILD,DECOM,DEC
        1,01/02/2024,01/05/2024
        1,01/05/2024,
      > 2,01/02/2024,
        3,01/05/2024,
        4,01/05/2024,
      > 5,01/02/2024,
      Episodes last CHILD,DECOM,DEC
        1,01/05/2023,01/02/2024
        1,01/02/2024,
        2,02/02/2024,
        3,01/02/2024,01/03/2024
        5,01/02/2024,
        5,01/03/2024,
      """),
    carried("503A", "RNE", "P", "L"),
    carried("503B", "LS", "C2", "C1"),
    carried("503C", "CIN", "N1", "N2"),
    carried("503D", "PLACE", "U4", "H5"),
    carried("503E", "PLACE_PROVIDER", "PR1", "PR4"),
    carried("503F", "URN", "1234567", "1234568"),
    renamed("2024/25", "2024", "H5", "K3", "Z1", "Z11"),
    renamed("2025/26", "2025", "Z1", "Z14", "H5", "K3"),
  ]

  /// A value carried over from last year's open episode, or not.
  private static func carried(_ rule: String, _ column: String, _ one: String, _ other: String) -> RuleExample
  {
    RuleExample(
      rule, "2024/25",
      """
      Episodes CHILD,DECOM,DEC,\(column)
        1,01/02/2024,01/05/2024,\(one)
        1,01/05/2024,,\(other)
      > 2,01/02/2024,,\(other)
      > 3,01/02/2024,,
        4,01/02/2024,,
        5,01/05/2024,,\(other)
        6,01/05/2024,,\(other)
      > 7,01/02/2024,,\(other)
      Episodes last CHILD,DECOM,DEC,\(column)
        1,01/05/2023,01/02/2024,\(other)
        1,01/02/2024,,\(one)
        2,01/02/2024,,\(one)
        3,01/02/2024,,\(one)
        4,01/02/2024,,
        5,01/02/2024,01/03/2024,\(one)
        7,01/05/2023,,\(one)
        7,01/02/2024,,\(one)
      """)
  }

  /// A placement's code that gave way to another in the year, and one that did not.
  private static func renamed(
    _ year: String, _ start: String, _ old: String, _ new: String, _ otherOld: String, _ otherNew: String
  ) -> RuleExample {
    RuleExample(
      "503D", year,
      """
      Episodes CHILD,DECOM,DEC,PLACE
        1,01/02/\(start),,\(new)
      > 2,01/02/\(start),,\(otherNew)
      > 3,01/02/\(start),,\(old)
      Episodes last CHILD,DECOM,DEC,PLACE
        1,01/02/\(start),,\(old)
        2,01/02/\(start),,\(otherOld)
        3,01/02/\(start),,\(new)
      """)
  }
}
