/// A measure of the shape of care in England.
struct EnglandFigure {
  let measure: String
  let groups: [(name: String, value: Double)]
  let unit: ShapeUnit
  let source: String
}

/// Published figures for England, from the statistics "Children looked after in England including
/// adoptions" (Department for Education; Open Government Licence v3.0). Shares are worked out from the
/// published numbers.
enum England {
  private static let release2025 = "DfE, Children looked after in England, 2025 release"
  private static let release2024 = "DfE, Children looked after in England, 2024 release"

  static let figures: [EnglandFigure] = [
    EnglandFigure(
      measure: "Placement on 31 March",
      groups: [
        ("Foster care", 67.0), ("Children's homes and secure homes", 11.6), ("Supported accommodation", 9.2),
        ("With parents", 6.1), ("Placed for adoption", 2.0), ("Other residential", 1.4),
        ("Residential school", 0.1), ("Other", 2.5),
      ], unit: .percent, source: release2025),
    // Own provision less all kinship care is taken as in-house fostering, and the rest as agency fostering.
    EnglandFigure(
      measure: "Fostering on 31 March",
      groups: [
        ("Kinship fostering", 16.3), ("In-house fostering", 23.8), ("Agency fostering", 27.3),
      ], unit: .percent, source: release2024),
    EnglandFigure(
      measure: "Age on 31 March",
      groups: [
        ("Under 1", 4.4), ("1 to 4", 12.3), ("5 to 9", 18.5), ("10 to 15", 37.8), ("16 and over", 27.0),
      ], unit: .percent, source: release2025),
    EnglandFigure(
      measure: "Legal status on 31 March",
      groups: [
        ("Full care order", 58.8), ("Interim care order", 16.1), ("Placement order", 5.8),
        ("Section 20", 19.0), ("Other", 0.3),
      ], unit: .percent, source: release2025),
    EnglandFigure(
      measure: "Unaccompanied children on 31 March", groups: [("All", 8.0)], unit: .percent,
      source: release2025),
    EnglandFigure(
      measure: "Age on starting",
      groups: [
        ("Under 1", 15.9), ("1 to 4", 13.7), ("5 to 9", 15.2), ("10 to 15", 26.8), ("16 and over", 28.2),
      ], unit: .percent, source: release2025),
    EnglandFigure(
      measure: "Reason for leaving",
      groups: [
        ("Returned home", 19.2), ("Special guardianship", 11.9), ("Child arrangements order", 3.1),
        ("Adopted", 8.8), ("Stayed with carers at 18", 17.4), ("Independent living", 15.5),
        ("To relatives without responsibility", 5.2), ("To another authority", 7.7), ("Other", 11.1),
      ], unit: .percent, source: release2025),
    EnglandFigure(
      measure: "Length of care on leaving",
      groups: [
        ("Under 2 weeks", 7.5), ("2 to 8 weeks", 7.1), ("8 weeks to 6 months", 13.9),
        ("6 to 12 months", 18.8),
        ("1 to 2 years", 20.8), ("2 to 3 years", 8.8), ("3 to 5 years", 8.6), ("5 to 10 years", 9.2),
        ("10 years and over", 5.3),
      ], unit: .percent, source: release2024),
    EnglandFigure(
      measure: "Average length of care on leaving", groups: [("All", 864)], unit: .days, source: release2024),
    EnglandFigure(
      measure: "Length of placements ending",
      groups: [
        ("Up to 7 days", 10.3), ("8 days to 1 month", 12.8), ("1 to 3 months", 17.1), ("3 to 6 months", 17.2),
        ("6 to 12 months", 18.8), ("1 to 2 years", 13.6), ("2 to 5 years", 7.9), ("5 years and over", 2.3),
      ], unit: .percent, source: release2024),
    EnglandFigure(
      measure: "Median length of placements ending",
      groups: [
        ("All", 139), ("Foster care", 174), ("Children's homes and secure homes", 263),
        ("Supported accommodation", 114), ("With parents", 147), ("Placed for adoption", 235),
        ("Other residential", 52), ("Other", 40),
      ], unit: .days, source: release2024),
    EnglandFigure(
      measure: "Average length of placements ending",
      groups: [
        ("All", 307), ("Foster care", 406), ("Children's homes and secure homes", 444),
        ("Supported accommodation", 163), ("With parents", 284),
      ], unit: .days, source: release2024),
    EnglandFigure(
      measure: "Three or more placements in the year", groups: [("All", 10.4)], unit: .percent,
      source: release2025),
    EnglandFigure(
      measure: "Starts for each 100 on 31 March", groups: [("All", 39.5)], unit: .number,
      source: release2025),
  ]
}
