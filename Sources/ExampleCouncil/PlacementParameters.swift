import Units

/// Rates for where children are placed and how long placements last.
///
/// Starting points are the first placements, placement mix, providers and lengths of placement in DfE,
/// "Children looked after in England including adoptions", 2024 release; adjusted as in `Parameters`.
enum PlacementParameters {
  typealias Weights = [(Kind, Double)]

  /// First placements by band of age: under 1, 1 to 4, 5 to 9, 10 to 13, 14 to 15, 16 and over.
  static let first: [Weights] = [
    [
      (.kinship, 0.21), (.inHouseFoster, 0.40), (.parents, 0.08), (.familyCentre, 0.10),
      (.hospital, 0.18), (.other, 0.07),
    ],
    [(.kinship, 0.29), (.inHouseFoster, 0.49), (.parents, 0.13), (.familyCentre, 0.03), (.other, 0.09)],
    [(.kinship, 0.27), (.inHouseFoster, 0.53), (.parents, 0.11), (.externalHome, 0.02), (.other, 0.1)],
    [(.kinship, 0.2), (.inHouseFoster, 0.51), (.parents, 0.07), (.externalHome, 0.07), (.other, 0.17)],
    [
      (.kinship, 0.15), (.inHouseFoster, 0.45), (.parents, 0.04), (.externalHome, 0.12), (.other, 0.24),
      (.hospital, 0.02), (.careHome, 0.01),
    ],
    [
      (.kinship, 0.09), (.inHouseFoster, 0.21), (.supported, 0.48), (.externalHome, 0.07), (.other, 0.18),
      (.hospital, 0.02), (.careHome, 0.01),
    ],
  ]
  /// Placements after the first, in the same bands.
  static let later: [Weights] = [
    [(.kinship, 0.2), (.inHouseFoster, 0.64), (.parents, 0.3), (.familyCentre, 0.09), (.other, 0.01)],
    [(.kinship, 0.2), (.inHouseFoster, 0.65), (.parents, 0.31), (.familyCentre, 0.01), (.other, 0.03)],
    [
      (.kinship, 0.16), (.inHouseFoster, 0.63), (.parents, 0.26), (.externalHome, 0.06),
      (.residentialSchool, 0.003), (.other, 0.03),
    ],
    [
      (.kinship, 0.1), (.inHouseFoster, 0.54), (.parents, 0.19), (.externalHome, 0.15),
      (.residentialSchool, 0.008), (.careHome, 0.03), (.other, 0.24),
    ],
    [
      (.kinship, 0.08), (.inHouseFoster, 0.46), (.parents, 0.13), (.externalHome, 0.27), (.secure, 0.01),
      (.careHome, 0.05), (.other, 0.28),
    ],
    [
      (.kinship, 0.04), (.inHouseFoster, 0.16), (.parents, 0.02), (.externalHome, 0.13), (.secure, 0.005),
      (.careHome, 0.02), (.supported, 0.72), (.other, 0.1),
    ],
  ]
  /// From a children's home, under 16: most move to another.
  static let afterHome: Weights = [
    (.externalHome, 0.58), (.inHouseFoster, 0.28), (.kinship, 0.05), (.parents, 0.03), (.other, 0.04),
    (.secure, 0.02),
  ]
  static let asylumYounger: Weights = [(.agencyFoster, 1)]
  static let asylumOlder: Weights = [(.supported, 0.74), (.agencyFoster, 0.2), (.other, 0.06)]
  static let onRemand: Weights = [(.youthCustody, 0.6), (.supported, 0.2), (.externalHome, 0.2)]

  /// Share of foster placements, kinship aside, made with agencies, and of homes placements made outside the
  /// council's own homes: both rising, as in England.
  static func agencyShare(_ year: Int) -> Double { 0.435 + 0.008 * Double(min(year, 2026) - 2008) }
  static func externalShare(_ year: Int) -> Double { 0.66 + 0.012 * Double(min(year, 2026) - 2008) }

  /// How long a placement would last if care did not end first.
  static func length(_ kind: Kind, isFirst: Bool) -> Quantiles {
    switch kind {
    case .kinship:
      Quantiles((0, 1), (0.14, 14), (0.3, 90), (0.5, 300), (0.68, 800), (0.87, 2300), (1, 5500))
    case .inHouseFoster, .agencyFoster:
      isFirst
        ? Quantiles(
          (0, 1), (0.2, 7), (0.34, 28), (0.46, 80), (0.56, 180), (0.68, 400), (0.84, 1000), (1, 3200))
        : Quantiles(
          (0, 1), (0.11, 8), (0.19, 30), (0.26, 90), (0.33, 200), (0.43, 400), (0.58, 1000), (0.78, 2600),
          (1, 6000))
    case .inHouseHome, .externalHome:
      Quantiles((0, 2), (0.05, 8), (0.12, 40), (0.24, 120), (0.38, 300), (0.58, 750), (0.82, 1700), (1, 3200))
    case .supported: Quantiles((0, 2), (0.05, 7), (0.17, 32), (0.34, 92), (0.52, 185), (0.72, 350), (1, 740))
    case .parents: Quantiles((0, 3), (0.09, 14), (0.22, 80), (0.4, 220), (0.73, 650), (0.93, 1300), (1, 2200))
    case .hospital: Quantiles((0, 2), (0.35, 7), (0.7, 26), (1, 90))
    case .familyCentre: Quantiles((0, 14), (0.2, 55), (0.5, 92), (0.8, 150), (1, 300))
    case .careHome: Quantiles((0, 10), (0.3, 90), (0.6, 300), (1, 1200))
    case .youthCustody: Quantiles((0, 7), (0.5, 60), (1, 240))
    case .secure: Quantiles((0, 20), (0.5, 90), (1, 240))
    case .residentialSchool: Quantiles((0, 60), (0.5, 420), (1, 1800))
    case .other: Quantiles((0, 1), (0.18, 7), (0.42, 30), (0.7, 90), (0.88, 190), (1, 480))
    case .adoption: Quantiles((0, 40_000), (1, 40_000))
    }
  }

  /// Where a settled (first) or unsettled (second) child's placement falls along those lengths.
  static func position(_ uniform: Double, unsettled: Double) -> Double {
    unsettled < 0.5 ? 0.25 + 0.75 * uniform : 0.9 * uniform
  }

  /// Days until a foster placement is matched as the long-term one, and the chance of it.
  static let matching = Quantiles((0, 120), (0.5, 330), (1, 800))
  static let matchingChance = 0.7
  /// A night or more away (hospital, carers' holiday), as a share of placements of two months or more.
  static let temporaryChance = 0.05
  static let temporary: [((code: String, longest: Int), Double)] = [
    (("T1", 20), 0.3), (("T3", 14), 0.4), (("T4", 6), 0.3),
  ]

  /// Reasons for changes of placement other than changes of status, all ages, year ending March 2024.
  static let reasons: [(String, Double)] = [
    ("CARPL", 42), ("OTHER", 29), ("CREQB", 11), ("CREQO", 8), ("CHILD", 4), ("LAREQ", 2), ("STAND", 1.5),
    ("CLOSE", 1), ("ALLEG", 1), ("APPRR", 0.5),
  ]
}
