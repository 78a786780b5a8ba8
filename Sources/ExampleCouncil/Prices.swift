import Units

/// Weekly prices by category of placement, in whole pounds, for each financial year from 2020/21.
///
/// The level and growth of residential care, fostering and adoption follow DfE's Section 251 outturn unit
/// costs (Local Authority Interactive Tool, 2020-21 to 2024-25: residential 4,575 to 7,385, fostering 615
/// to 765, adoption 1,385 to 1,450); the split between in-house and external provision is the example's
/// own.
enum Prices {
  static let rows: [(category: String, pounds: [Int])] = [
    ("kinship_foster", [330, 340, 360, 390, 415, 430]),
    ("in_house_foster", [560, 575, 610, 660, 700, 725]),
    ("agency_foster", [900, 920, 960, 1020, 1070, 1110]),
    ("in_house_home", [4300, 4550, 4900, 5350, 5750, 6000]),
    ("external_home", [4950, 5350, 5950, 6700, 7300, 7700]),
    ("secure", [6900, 7150, 7600, 8100, 8500, 8800]),
    ("residential_school", [4200, 4400, 4700, 5100, 5400, 5600]),
    ("supported_accommodation", [950, 1020, 1130, 1320, 1500, 1610]),
    ("with_parents", [90, 92, 96, 104, 110, 114]),
    ("adoption", [300, 306, 318, 335, 345, 355]),
    ("other", [1900, 2050, 2300, 2650, 2900, 3050]),
  ]

  static var file: ExampleFile {
    var text = "category,weekly_pounds,from,note\n"
    for row in rows {
      for (year, pounds) in zip(Parameters.returns, row.pounds) {
        let note = year == Parameters.returns.last ? "example price" : ""
        text += "\(row.category),\(Money(pence: pounds * 100).plainPounds),\(year.firstDay),\(note)\n"
      }
    }
    return ExampleFile(path: "prices.csv", contents: text)
  }
}
