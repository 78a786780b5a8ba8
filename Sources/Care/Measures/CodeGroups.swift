import Units

/// Codes of the return shown as one line.
struct CodeGroup {
  let id: String
  let label: String
  /// Codes; one that ends in `*` stands for all that begin so.
  let codes: [String]

  func holds(_ code: Code) -> Bool {
    let text = code.description
    return codes.contains { $0.hasSuffix("*") ? text.hasPrefix($0.dropLast()) : text == $0 }
  }
}

/// A field of the return in groups; what none of them holds is "Other or not recorded".
struct CodeGroups {
  let groups: [CodeGroup]

  init(_ groups: [(String, String, String)]) {
    self.groups = groups.map {
      CodeGroup(id: $0.0, label: $0.1, codes: $0.2.split(separator: " ").map(String.init))
    }
  }

  /// All groups with the rest last, and where a code belongs.
  var labels: [(id: String, label: String)] {
    groups.map { ($0.id, $0.label) } + [("rest", "Other or not recorded")]
  }

  func position(of code: Code) -> Int { groups.firstIndex { $0.holds(code) } ?? groups.count }
}

/// Groups after those of the national statistics (Department for Education, Children looked after in England); codes
/// from the guide to the SSDA903 collection, those of earlier years included.
extension CodeGroups {
  static let place = CodeGroups([
    ("fostering", "Fostering", "U*"),
    ("homes", "Children's homes and secure homes", "K1 K2"),
    ("supported", "Supported accommodation and independent living", "K3 H5 P2"),
    ("parents", "Placed with parents", "P1"),
    ("adoption", "Placed for adoption", "A*"),
    ("school", "Residential school", "S1"),
    ("other-residential", "Other residential", "R*"),
    ("temporary", "Temporary placement", "T*"),
  ])

  static let provider = CodeGroups([
    ("own", "The council itself", "PR1"),
    ("other-council", "Another council", "PR2"),
    ("other-public", "Other public provision", "PR3"),
    ("private", "Private", "PR4"),
    ("voluntary", "Voluntary", "PR5"),
    ("parents", "Parents", "PR0"),
  ])

  static let legalStatus = CodeGroups([
    ("full-care-order", "Full care order", "C2"),
    ("interim-care-order", "Interim care order", "C1"),
    ("placement-order", "Placement order", "E1 D1"),
    ("section-20", "Section 20", "V2"),
    ("protection", "Detained for protection", "L*"),
    ("justice", "Youth justice", "J*"),
  ])

  static let need = CodeGroups([
    ("abuse", "Abuse or neglect", "N1"),
    ("disability", "Child's disability", "N2"),
    ("parental", "Parental illness or disability", "N3"),
    ("acute-stress", "Family in acute stress", "N4"),
    ("dysfunction", "Family dysfunction", "N5"),
    ("behaviour", "Socially unacceptable behaviour", "N6"),
    ("low-income", "Low income", "N7"),
    ("absent", "Absent parenting", "N8"),
    ("other-need", "Cases other than children in need", "N9"),
  ])

  static let reasonCeased = CodeGroups([
    ("home", "Returned home", "E4 E4A E4B"),
    ("relatives", "To parents or relatives without parental responsibility", "E13"),
    ("adopted", "Adopted", "E1 E11 E12"),
    ("guardianship", "Special guardianship order", "E43 E44 E45 E46 E47 E48"),
    ("arrangements", "Child arrangements order", "E41"),
    ("independent", "Independent living", "E5 E6"),
    ("stayed-put", "Stayed with carers at 18", "E17"),
    ("adult-care", "Adult residential care", "E7"),
    ("another-council", "Care taken over by another council", "E3"),
    ("custody", "Sentenced, or remand ended", "E9 E14"),
    ("assessed-adult", "Age assessed as 18 or over", "E15"),
    ("abroad", "Moved abroad", "E16"),
    ("died", "Died", "E2"),
    ("other-reason", "Any other reason", "E8"),
  ])

  /// Special guardianship: E43 and E44 in earlier years, E45 to E48 in later ones.
  static func isGuardianship(_ reason: Code) -> Bool {
    reasonCeased.groups.contains { $0.id == "guardianship" && $0.holds(reason) }
  }
}

/// The age bands of the national statistics.
enum AgeBand: Int, CaseIterable {
  case underOne, oneToFour, fiveToNine, tenToFifteen, sixteenAndOver

  init(years: Int) {
    self =
      switch years {
      case ..<1: .underOne
      case ..<5: .oneToFour
      case ..<10: .fiveToNine
      case ..<16: .tenToFifteen
      default: .sixteenAndOver
      }
  }

  var label: (id: String, label: String) {
    switch self {
    case .underOne: ("under-1", "Under 1")
    case .oneToFour: ("1-4", "1 to 4")
    case .fiveToNine: ("5-9", "5 to 9")
    case .tenToFifteen: ("10-15", "10 to 15")
    case .sixteenAndOver: ("16-over", "16 and over")
    }
  }
}
