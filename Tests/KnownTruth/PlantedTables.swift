/// The figures behind `PlantedTruth`, invented: chances per child-year and shares.
enum PlantedTables {
  /// Factors of one event.
  struct Event {
    /// Per child-year, by time band.
    let byTime: [Double]
    let byAge: [Double]
    let byCategory: [Double]
    let uasc: Double
  }

  // Categories in order: kinship, in-house, agency, in-house home, external home, secure, school, supported, parents,
  // adoption.
  static let exits = [
    Event(
      byTime: [2.4, 0.8, 0.45, 0.22, 0.07, 0.02], byAge: [0.6, 0.8, 1.0, 1.1, 1.0],
      byCategory: [1.1, 1, 0.9, 1, 0.9, 1.5, 0.6, 0.8, 2, 0.1], uasc: 0.05),
    Event(
      byTime: [0.05, 0.25, 0.5, 0.35, 0.08, 0.03], byAge: [1.2, 1.3, 0.9, 0.4, 0.1],
      byCategory: [2.5, 1, 0.5, 0.1, 0.1, 0, 0.1, 0.1, 0.8, 0.1], uasc: 0.1),
    Event(
      byTime: [0, 0.02, 0.25, 0.5, 0.2, 0.05], byAge: [0.6, 1, 0.3, 0.02, 0],
      byCategory: [0.02, 0.05, 0.05, 0, 0, 0, 0, 0, 0, 6], uasc: 0),
    Event(
      byTime: [0.3, 0.12, 0.1, 0.08, 0.06, 0.04], byAge: [0.5, 0.5, 0.7, 1, 1.8],
      byCategory: [1, 1, 1, 1.2, 1.2, 3, 1, 1.3, 1, 0.3], uasc: 0.8),
  ]

  static let moves = Event(
    byTime: [1.6, 0.9, 0.55, 0.4, 0.25, 0.15], byAge: [0.9, 0.7, 0.8, 1.2, 1.4],
    byCategory: [0.6, 1, 1.1, 1.2, 1.1, 6, 0.5, 1.2, 0.7, 0.3], uasc: 0.9)

  /// Shares of destinations by age band × category left; nobody moves within secure care, a school or adoption.
  static func destinations() -> [[Double]] {
    let pull: [[Double]] = [
      [2, 4, 2, 0, 0, 0, 0, 0, 1, 3], [2, 4, 3, 0, 0.05, 0, 0, 0, 1, 3],
      [2, 4, 4, 0.2, 0.6, 0, 0.1, 0, 1, 0.3], [1.5, 3, 4, 1, 3, 0.1, 0.3, 0, 0.8, 0],
      [1, 1.5, 2, 0.8, 2.5, 0.15, 0.2, 4, 0.6, 0],
    ]
    return pull.flatMap { pull in
      pull.indices.map { left in
        var shares = pull
        if [5, 6, 8, 9].contains(left) { shares[left] = 0 }
        // Children in homes mostly move to homes.
        if left == 3 || left == 4 { (shares[3], shares[4]) = (shares[3] * 2, shares[4] * 2) }
        let sum = shares.reduce(0, +)
        return shares.map { $0 / sum }
      }
    }
  }

  static let groupSizes = [0.72, 0.18, 0.07, 0.03]
  static var meanGroup: Double { groupSizes.enumerated().reduce(0) { $0 + Double($1.0 + 1) * $1.1 } }
  /// The part of groups that is one unaccompanied child.
  static let uascGroups = 0.08
  static let entryAges = [0.2, 0.2, 0.2, 0.28, 0.12]
  static let uascAges = [0, 0, 0, 0.25, 0.75]
  static let entryCategories: [[Double]] = [
    [0.25, 0.35, 0.2, 0, 0, 0, 0, 0, 0.2, 0], [0.25, 0.35, 0.25, 0, 0, 0, 0, 0, 0.15, 0],
    [0.25, 0.33, 0.28, 0.01, 0.03, 0, 0, 0, 0.1, 0], [0.15, 0.25, 0.3, 0.04, 0.14, 0.01, 0.02, 0, 0.09, 0],
    [0.08, 0.15, 0.2, 0.05, 0.15, 0.02, 0, 0.3, 0.05, 0],
  ]
  static let uascCategories: [[Double]] = [
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0.3, 0.7, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0.4, 0, 0, 0, 0, 0.6, 0, 0],
  ]

  /// Median pounds a week and standard deviation of the log, by category.
  static let fees: [(median: Double, sd: Double)] = [
    (250, 0.2), (480, 0.15), (950, 0.25), (4500, 0.2), (5500, 0.4), (8000, 0.2), (4000, 0.3), (1200, 0.45),
    (0, 0), (0, 0),
  ]
  static let places = [
    ("U1", "PR1"), ("U6", "PR1"), ("U6", "PR4"), ("K2", "PR1"), ("K2", "PR4"), ("K1", "PR2"), ("S1", "PR4"),
    ("K3", "PR4"), ("P1", "PR0"), ("A6", "PR1"),
  ]
}
