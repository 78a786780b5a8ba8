public import Care
public import Units

/// How children come into care: sibling groups that arrive at a drifting pace, and who is in them.
///
/// The pace is a log random walk: its step per square-root year, tau, has a prior centred on 0.12 (published starts of
/// English councils) that the council's own months update, and the level on the as-of date follows from filtering
/// those months, recent ones counting most (docs/methods/0009-simulated-forecast.md).
public struct EntryModel: Sendable {
  /// What the filter knows on the as-of date if tau has one value.
  public struct Pace: Sendable, Equatable {
    /// Step of the log pace per square-root year.
    public let tau: Double
    /// How likely this tau is.
    public let weight: Double
    /// Groups a day.
    public let level: GammaPosterior
  }

  /// The pace, by tau.
  public let paces: [Pace]
  /// How likely a group is to have 1, 2, … children.
  public let sizes: [Double]
  /// Children entered by kind of entrant (`CellSpace.entrant`).
  public let counts: [Int]
  /// Parameters of the Dirichlet posterior of the mix, by kind of entrant.
  public let alphas: [Double]
  /// Ages at entry in days, by age band.
  public let ages: [[Int32]]
  /// Days of the window.
  public let days: Int

  /// Children in a group, on average.
  public var meanSize: Double { sizes.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element } }
  /// Expected entries a year at the pace of the as-of date.
  public var perYear: Double {
    meanSize * 365.25 * paces.reduce(0) { $0 + $1.weight * $1.level.mean }
  }

  /// A model that is known rather than estimated.
  public init(paces: [Pace], sizes: [Double], alphas: [Double], ages: [[Int32]]) {
    self.paces = paces
    self.sizes = sizes
    self.alphas = alphas
    self.ages = ages
    counts = Array(repeating: 0, count: alphas.count)
    days = 0
  }

  /// Estimates entries from the periods of care that started in a window. Starts that aren't known are not entries.
  ///
  /// - Parameter paceFrom: the first day of which all entries are known, if before the window: how much the pace
  ///   drifts shows only over years.
  public init(_ histories: CareHistories, window: ReferenceWindow, paceFrom: CivilDay? = nil) {
    let paced = ReferenceWindow(from: min(paceFrom ?? window.first, window.first), to: window.last) ?? window
    let space = CellSpace(categories: histories.book.entries.count)
    var entrants: [Entrant] = []
    var counts = Array(repeating: 0, count: space.entrants)
    var ages = Array(repeating: [Int32](), count: space.ages)
    for period in histories.periods
    where period.isStartKnown && paced.first < period.start && period.start <= window.last {
      let child = histories.children[Int(period.child)]
      let opening = histories.episodes[histories.stays[period.stays.lowerBound].episodes.lowerBound]
      guard let age = AgeBand.band(ofYears: Age.wholeYears(bornOn: child.birth, on: period.start)) else {
        continue
      }
      if window.first < period.start {
        counts[space.entrant(age: age, category: opening.category.index, uasc: child.isUASC ? 1 : 0)] += 1
        ages[age].append(Int32(max(0, child.birth.nights(to: period.start))))
      }
      entrants.append(Entrant(day: period.start, legalStatus: opening.legalStatus, need: opening.need))
    }
    self.counts = counts
    self.ages = ages.map { $0.sorted() }
    days = window.days - 1
    alphas = EntryModel.mix(counts, space, histories.book)
    let groups = SiblingGroups(entrants)
    sizes = groups.sizes
    paces = EntryModel.filter(groups.perMonth(paced))
  }

  /// Each kind leans on the product of its age's and its category's share.
  private static func mix(_ counts: [Int], _ space: CellSpace, _ book: CategoryBook) -> [Double] {
    var byAge = Array(repeating: 0.5, count: space.ages * 2)
    var byCategory = Array(repeating: 0.1, count: space.categories)
    for (index, count) in counts.enumerated() {
      byAge[space.age(ofEntrant: index) * 2 + index % 2] += Double(count)
      byCategory[space.category(ofEntrant: index)] += Double(count)
    }
    // No unaccompanied child ever, none expected.
    let hasUASC = counts.indices.contains { $0 % 2 == 1 && counts[$0] > 0 }
    var parent = counts.indices.map { index -> Double in
      let age = space.age(ofEntrant: index)
      let category = space.category(ofEntrant: index)
      let isPossible =
        counts[index] > 0
        || (Impossible.allows(category, book, age: age)
          && (index % 2 == 0 || (hasUASC && age >= 3)))
      return isPossible ? byAge[age * 2 + index % 2] * byCategory[category] : 0
    }
    let total = parent.reduce(0, +)
    parent = parent.map { $0 / total }
    let strength = Shrinkage.dirichletStrength([(counts: counts, parent: parent)], within: 1...500)
    return zip(counts, parent).map { Double($0) + strength * $1 }
  }

  /// Values of tau that are weighed, and how far apart their logarithms' prior lets them be.
  private static let taus = [0.015, 0.03, 0.05, 0.075, 0.10, 0.125, 0.155, 0.19, 0.24, 0.31, 0.42, 0.6]
  private static let priorCentre = 0.12, priorSpread = 0.5

  /// Filters groups by month: a Gamma level whose relative variance grows by tau² a year between months.
  static func filter(_ months: [(groups: Double, days: Double)]) -> [Pace] {
    var fits: [(pace: (Double, GammaPosterior), log: Double)] = []
    for tau in taus {
      let step = FixedMath.exp(tau * tau / 12) - 1
      var shape = 0.5
      var rate = 1e-9
      var fit = 0.0
      for (index, month) in months.enumerated() {
        if index > 0 {
          let spread = 1 / shape
          let mean = shape / rate
          shape = 1 / (spread + step * (1 + spread))
          rate = shape / mean
          fit +=
            FixedMath.logGamma(shape + month.groups) - FixedMath.logGamma(shape)
            + shape * FixedMath.log(rate / (rate + month.days))
            + month.groups * FixedMath.log(month.days / (rate + month.days))
        }
        shape += month.groups
        rate += month.days
      }
      let z = (FixedMath.log(tau) - FixedMath.log(priorCentre)) / priorSpread
      fits.append(((tau, GammaPosterior(shape: shape, rate: rate)), fit - 0.5 * z * z))
    }
    let top = fits.map(\.log).max() ?? 0
    let weights = fits.map { FixedMath.exp($0.log - top) }
    let total = weights.reduce(0, +)
    return zip(fits, weights).map {
      Pace(tau: $0.pace.0, weight: $1 / total, level: $0.pace.1)
    }
  }
}

/// A start of care, with what tells children of one family from others.
struct Entrant {
  let day: CivilDay
  let legalStatus: Code
  let need: Code
}

/// Sibling groups among entrants. The return names no families: children who start on one day under one legal status
/// for one category of need are taken for a group, less what chance alone brings together.
struct SiblingGroups {
  /// The most children in a group; larger clusters are taken for several.
  static let largest = 6
  /// How likely a group is to have 1, 2, … children.
  let sizes: [Double]
  private let entrants: [Entrant]
  private let clusters: [(day: CivilDay, size: Int)]
  /// The share of clusters that are taken for families.
  private let share: Double

  init(_ entrants: [Entrant]) {
    let sorted = entrants.sorted {
      ($0.day, $0.legalStatus, $0.need) < ($1.day, $1.legalStatus, $1.need)
    }
    self.entrants = sorted
    var clusters: [(day: CivilDay, size: Int)] = []
    for (index, entrant) in sorted.enumerated() {
      if let last = clusters.last, last.size < SiblingGroups.largest, sorted[index - 1].day == entrant.day,
        sorted[index - 1].legalStatus == entrant.legalStatus, sorted[index - 1].need == entrant.need
      {
        clusters[clusters.count - 1].size += 1
      } else {
        clusters.append((entrant.day, 1))
      }
    }
    self.clusters = clusters
    share = SiblingGroups.familyShare(sorted)
    var weights = Array(repeating: 0.0, count: SiblingGroups.largest)
    weights[0] = 1e-9
    for cluster in clusters {
      weights[cluster.size - 1] += cluster.size == 1 ? 1 : share
      if cluster.size > 1 { weights[0] += (1 - share) * Double(cluster.size) }
    }
    let total = weights.reduce(0, +)
    sizes = weights.map { $0 / total }
  }

  /// Pairs of like entrants on one day beyond those a week or two apart, as a share.
  private static func familyShare(_ sorted: [Entrant]) -> Double {
    let lags = [7, 14, 21]
    var same = 0.0
    var apart = 0.0
    for (index, a) in sorted.enumerated() {
      for b in sorted[(index + 1)...] {
        let days = a.day.nights(to: b.day)
        guard days <= 21 else { break }
        guard a.legalStatus == b.legalStatus, a.need == b.need else { continue }
        if days == 0 { same += 1 } else if lags.contains(days) { apart += 1 / Double(lags.count) }
      }
    }
    return same > 0 ? max(0, 1 - apart / same) : 0
  }

  /// Groups in each month-long part of a window.
  func perMonth(_ window: ReferenceWindow) -> [(groups: Double, days: Double)] {
    let days = window.days - 1
    let count = max(1, (days * 12 + 182) / 365)
    var months = (0..<count).map { index in
      (groups: 0.0, days: Double((index + 1) * days / count - index * days / count))
    }
    for cluster in clusters {
      let day = window.first.nights(to: cluster.day) - 1
      let month = min(count - 1, day * count / max(1, days))
      months[month].groups += cluster.size == 1 ? 1 : share + (1 - share) * Double(cluster.size)
    }
    return months
  }
}
