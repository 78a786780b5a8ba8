import Units

/// Rates for arrivals, outcomes and lengths of care, chosen so that the council has the shape of England.
///
/// Starting points are the shares in DfE, "Children looked after in England including adoptions", 2024 and
/// 2025 releases; each was then adjusted until the generated council agreed with the figures in `England`.
enum Parameters {
  /// Entries are simulated from this year so that every age is present, and settled, by the first return.
  static let firstYear = 2002
  static let returns = (2020...2025).map { CollectionYear(startYear: $0) }
  static let horizon = CollectionYear(startYear: 2025).lastDay

  /// Families, and single children, a year in the first year simulated and the growth each year after.
  static let groupsInFirstYear = 85.0
  static let groupsGrowth = 0.9
  /// Children starting together; a third of starts are in such groups.
  static let groupSizes: [(Int, Double)] = [(1, 0.80), (2, 0.13), (3, 0.055), (4, 0.015)]
  static let reentryChance = 0.22
  static let reentryGap = Quantiles((0, 10), (0.3, 90), (0.6, 270), (1, 1100))

  /// Unaccompanied children a year, and the share aged 16 or over on arrival.
  static let asylumPerYear = 25.0
  static let asylumSixteenPlus = 0.93
  static let respiteChildren = 54

  /// Ages on starting, unaccompanied children aside: the eldest of each group arriving.
  static let ageBands: [(Int, Double)] = [(0, 0.25), (1, 0.145), (2, 0.145), (3, 0.245), (4, 0.215)]
  /// Days of age within each band: newborns and middle teenagers are the commonest.
  static let ageInBand: [Quantiles] = [
    Quantiles((0, 1), (0.40, 6), (0.6, 60), (1, 364)),
    Quantiles((0, 366), (1, 1825)),
    Quantiles((0, 1827), (0.45, 2750), (1, 3650)),
    Quantiles((0, 3653), (0.31, 4600), (0.6, 5290), (1, 5843)),
    Quantiles((0, 5845), (0.5, 6060), (0.8, 6290), (1, 6480)),
  ]

  /// Outcomes by band of age on starting, in an order that puts the likelier to fall to a whole family first.
  static let endings: [[(Ending, Double)]] = [
    [
      (.home, 0.18), (.relatives, 0.03), (.arrangementsOrder, 0.05), (.guardianship, 0.24),
      (.adopted, 0.375), (.anotherAuthority, 0.035), (.anyOther, 0.02), (.eighteen, 0.02),
    ],
    [
      (.home, 0.23), (.relatives, 0.04), (.arrangementsOrder, 0.06), (.guardianship, 0.27),
      (.adopted, 0.165), (.anotherAuthority, 0.05), (.anyOther, 0.03), (.eighteen, 0.105),
    ],
    [
      (.home, 0.24), (.relatives, 0.05), (.arrangementsOrder, 0.04), (.guardianship, 0.215),
      (.adopted, 0.015), (.anotherAuthority, 0.075), (.anyOther, 0.04), (.eighteen, 0.34),
    ],
    [
      (.home, 0.215), (.relatives, 0.06), (.arrangementsOrder, 0.03), (.guardianship, 0.07),
      (.anotherAuthority, 0.10), (.anyOther, 0.05), (.custody, 0.01), (.remandEnded, 0.005),
      (.independence, 0.06), (.eighteen, 0.37),
    ],
    [
      (.home, 0.12), (.relatives, 0.05), (.anotherAuthority, 0.07), (.anyOther, 0.06),
      (.custody, 0.015), (.remandEnded, 0.02), (.independence, 0.115), (.eighteen, 0.55),
    ],
  ]
  static let asylumEndings: [(Ending, Double)] = [
    (.eighteen, 0.79), (.foundAdult, 0.04), (.anotherAuthority, 0.12), (.anyOther, 0.05),
  ]
  /// Share of adoption decisions reversed; the child then stays.
  static let reversedDecision = 0.07

  /// Days of care before each outcome; `eighteen` has none, as the child stays until the birthday.
  static func length(_ ending: Ending) -> Quantiles {
    switch ending {
    case .home:
      Quantiles(
        (0, 1), (0.12, 3), (0.26, 14), (0.43, 56), (0.60, 182), (0.78, 365), (0.88, 730), (0.94, 1400),
        (1, 3000))
    case .relatives, .anotherAuthority, .anyOther, .independence:
      Quantiles((0, 2), (0.10, 14), (0.25, 56), (0.5, 182), (0.73, 365), (0.86, 730), (0.93, 1400), (1, 3000))
    case .guardianship, .arrangementsOrder:
      Quantiles((0, 60), (0.17, 182), (0.57, 365), (0.78, 730), (0.87, 1095), (0.94, 1826), (1, 3400))
    case .adopted: Quantiles((0, 330), (0.05, 365), (0.5, 715), (0.83, 1095), (1, 1500))
    case .custody, .remandEnded: Quantiles((0, 4), (0.5, 45), (1, 210))
    case .foundAdult: Quantiles((0, 15), (0.5, 70), (1, 250))
    case .eighteen: Quantiles((0, 40_000), (1, 40_000))
    }
  }

  /// Ethnic groups of children looked after at 31 March 2024, unaccompanied children aside.
  static let ethnicities: [(String, Double)] = [
    ("WBRI", 75), ("WIRI", 0.3), ("WOTH", 3.5), ("WIRT", 0.3), ("WROM", 0.8), ("MWBC", 3.8),
    ("MWBA", 1.4), ("MWAS", 2.3), ("MOTH", 4), ("AIND", 0.4), ("APKN", 1.3), ("ABAN", 0.4),
    ("AOTH", 0.9), ("BCRB", 1.6), ("BAFR", 2), ("BOTH", 1.2), ("CHNE", 0.1), ("OOTH", 0.6), ("NOBT", 0.3),
  ]
  static let asylumEthnicities: [(String, Double)] = [
    ("OOTH", 40), ("BAFR", 30), ("AOTH", 20), ("WOTH", 7), ("BOTH", 3),
  ]
  /// Category of need of starters, unaccompanied children (N8) aside.
  static let needs: [(String, Double)] = [
    ("N1", 73), ("N2", 2), ("N3", 2.5), ("N4", 8.5), ("N5", 11.5), ("N6", 1.8), ("N7", 0.2), ("N8", 0.5),
  ]
  static let maleShare = 0.53
  static let asylumMaleShare = 0.94
}
