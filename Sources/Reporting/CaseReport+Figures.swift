import BusinessCases

extension CaseReport {
  /// The case in a few figures, to set it beside others: words by name. `few` is there where it counts so few children or
  /// families that they could be known.
  public var figures: [String: String] {
    guard let preferred else { return [:] }
    let table = optionTable()
    var figures = ["name": businessCase.name, "option": preferred.option.name, "headline": headline]
    if table.rows.count > 1 {
      for (column, value) in zip(table.columns, table.rows[1].cells) { figures["figure " + column] = value }
    }
    if namesFew { figures["few"] = "yes" }
    return figures
  }

  /// The figures' names in the order in which they are shown.
  public static let figureNames = [
    "Costs", "Gains", "Worth to council", "Ratio", "Worth to all", "Paid back",
  ]
}
