public import Care

/// Where changes of placement lead: shares by age band and category left, each row leaning on what all rows of its
/// age have in common (Dirichlet; docs/methods/0009-simulated-forecast.md).
public struct DestinationModel: Sendable {
  /// Changes seen by row, then destination.
  public let counts: [[Int]]
  /// Parameters of the Dirichlet posterior by row, then destination; 0 where a change is impossible.
  public let alphas: [[Double]]
  /// Strength of the prior, in changes.
  public let strength: Double
  /// The chance that a new stay in a category counts as a move: returns from temporary placements don't.
  public let moveShares: [Double]

  /// Shares that are known, by row, then destination; all new stays count as moves.
  public init(shares: [[Double]], categories: Int) {
    counts = shares.map { $0.map { _ in 0 } }
    // So many changes that nothing is left to draw.
    alphas = shares.map { $0.map { $0 * 1e9 } }
    strength = 0
    moveShares = Array(repeating: 1, count: categories)
  }

  /// Estimates the shares from what was seen.
  public init(_ exposure: Exposure, book: CategoryBook) {
    let space = exposure.space
    let counts = exposure.destinations
    self.counts = counts
    let parents = (0..<space.rows).map { DestinationModel.parent($0, counts, space, book) }
    let strength = Shrinkage.dirichletStrength(
      zip(counts, parents).map { (counts: $0, parent: $1) }, within: 0.5...500)
    self.strength = strength
    // What all rows of an age have in common is itself known only from so many changes, and they are not all alike.
    let seen = (0..<space.ages).map { age in
      (0..<space.categories).reduce(1.0) { $0 + Double(counts[age * space.categories + $1].reduce(0, +)) }
    }
    alphas = (0..<space.rows).map { row in
      let weight = 1 / (1 / strength + 2 / seen[row / space.categories])
      return zip(counts[row], parents[row]).map { Double($0) + weight * $1 }
    }
    moveShares = zip(exposure.moves, exposure.newStays).map {
      ($0 == 0 && $1 == 0) ? 1 : Double($0) / Double($1)
    }
  }

  /// The shares of all changes at a row's age, less those that are impossible for it.
  private static func parent(
    _ row: Int, _ counts: [[Int]], _ space: CellSpace, _ book: CategoryBook
  ) -> [Double] {
    let age = row / space.categories
    let own = row % space.categories
    var sums = Array(repeating: 0.0, count: space.destinations)
    for other in 0..<space.categories {
      for (index, count) in counts[age * space.categories + other].enumerated() {
        sums[index] += Double(count)
      }
    }
    for index in sums.indices {
      let category = index % space.categories
      let isSameCarer = index >= space.categories
      let isPossible =
        !(isSameCarer && category == own)
        && (counts[row][index] > 0 || Impossible.allows(category, book, age: age))
      // A tenth of a change each, so that a placement that was not seen to follow stays possible; a change of
      // category with the same carer is believed only where it is seen.
      sums[index] = isPossible ? sums[index] + (isSameCarer ? 0 : 0.1) : 0
    }
    let total = sums.reduce(0, +)
    return total > 0 ? sums.map { $0 / total } : sums
  }
}

/// Placements that children of some ages can't be in, by the law and guidance of the field; what the returns show
/// all the same is believed.
enum Impossible {
  /// Whether children of an age band can enter a category. Nobody is expected in a placement of unknown code.
  static func allows(_ category: Int, _ book: CategoryBook, age: Int) -> Bool {
    guard category != book.unknown.index else { return false }
    return switch book.entries[category].id {
    // Registered supported accommodation is for those of 16 and 17 (Supported Accommodation Regulations 2023).
    case "supported_accommodation": age >= 4
    // Under 10 a secure home takes the Secretary of State's approval (Children (Secure Accommodation) Regulations 1991).
    case "secure": age >= 3
    case "adoption": age <= 3
    default: true
    }
  }
}
