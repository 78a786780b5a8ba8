/// Which lines a table of rates has, with what was seen, and how drawn rates fill them.
struct RateLayout {
  var lines: [RateLine] = []
  /// Rates left out: of ages and times that can't go together.
  private(set) var impossible = 0
  private let rates: RateModel
  private let space: CellSpace
  /// Cells of each pair of age and time that a mean over them counts, with their weights.
  private var careWeights: [[(cell: Int, weight: Double)]] = []
  private var stayWeights: [[(cell: Int, weight: Double)]] = []

  static let daysInYear = 365.25

  init(_ rates: RateModel) {
    self.rates = rates
    space = rates.space
    careWeights = weights(rates.exits)
    stayWeights = weights(rates.changes)
    for kind in ExitKind.allCases { addHazards(.exit(kind), rates.exits, kind.rawValue) }
    addHazards(.change, rates.changes, 0)
    addDestinations()
    addEntries()
  }

  /// Child-days; where there are none, all categories in which anyone was seen count the same.
  private func weights(_ family: HazardFamily) -> [[(cell: Int, weight: Double)]] {
    var isUsed = Array(repeating: false, count: space.categories)
    for cell in 0..<space.count where family.days[cell] > 0 { isUsed[space.category(of: cell)] = true }
    return (0..<space.pairs).map { pair in
      let cells = (0..<space.count).filter { space.pair(of: $0) == pair }
      let seen = cells.filter { family.days[$0] > 0 }
      if !seen.isEmpty { return seen.map { ($0, Double(family.days[$0])) } }
      let alike = cells.filter { space.uasc(of: $0) == 0 && isUsed[space.category(of: $0)] }
      return (alike.isEmpty ? cells : alike).map { ($0, 1) }
    }
  }

  private mutating func addHazards(_ event: RateLine.Event, _ family: HazardFamily, _ kind: Int) {
    func line(_ scope: RateLine.Scope, _ cells: some Sequence<Int>) -> RateLine {
      var line = RateLine(event, scope)
      var days = 0
      for cell in cells {
        line.events += family.events[kind][cell]
        days += family.days[cell]
      }
      line.exposure = Double(days) / RateLayout.daysInYear
      return line
    }
    lines.append(line(.all, 0..<space.count))
    for pair in 0..<space.pairs {
      var own = line(.age, (0..<space.count).filter { space.pair(of: $0) == pair })
      (own.age, own.time) = (pair / TimeBand.count, pair % TimeBand.count)
      if own.exposure == 0, own.events == 0, !RateLayout.isPossible(pair) {
        impossible += 1
      } else {
        lines.append(own)
      }
    }
    for cell in 0..<space.count where family.days[cell] > 0 || family.events[kind][cell] > 0 {
      var own = line(.cell, [cell])
      (own.age, own.time) = (space.age(of: cell), space.time(of: cell))
      (own.category, own.isUASC) = (space.category(of: cell), space.uasc(of: cell) == 1)
      lines.append(own)
    }
    for category in 0..<space.categories {
      let cells = (0..<space.count).filter { space.category(of: $0) == category }
      guard cells.contains(where: { family.days[$0] > 0 }) else { continue }
      var own = line(.category, cells)
      own.category = category
      own.exposure = expected(cells, family, kind) {
        family.parentMean(kind, $0) / family.level(kind, of: category)
      }
      lines.append(own)
    }
    let unaccompanied = (0..<space.count).filter { space.uasc(of: $0) == 1 && family.days[$0] > 0 }
    guard !unaccompanied.isEmpty else { return }
    var own = line(.uasc, unaccompanied)
    own.isUASC = true
    own.exposure = expected(unaccompanied, family, kind) {
      family.parentMean(kind, $0) / family.uascLevels[kind].mean
    }
    lines.append(own)
  }

  /// Whether a child of a pair's age can have lived for the pair's time.
  private static func isPossible(_ pair: Int) -> Bool {
    TimeBand.firstDays[pair % TimeBand.count] < AgeBand.all[pair / TimeBand.count].upTo * 365
  }

  private func expected(
    _ cells: [Int], _ family: HazardFamily, _ kind: Int, _ perDay: (Int) -> Double
  ) -> Double {
    cells.reduce(0) { $0 + Double(family.days[$1]) * perDay($1) }
  }

  private mutating func addDestinations() {
    for row in 0..<space.rows {
      let counts = rates.destinations.counts[row]
      let seen = counts.reduce(0, +)
      guard seen > 0 else { continue }
      for destination in 0..<space.destinations where rates.destinations.alphas[row][destination] > 0 {
        var line = RateLine(.destination, .cell)
        (line.age, line.category, line.destination) = (
          row / space.categories, row % space.categories, destination
        )
        (line.events, line.exposure) = (counts[destination], Double(seen))
        lines.append(line)
      }
    }
  }

  private mutating func addEntries() {
    let entries = rates.entries
    func line(_ scope: RateLine.Scope, _ kinds: [Int]) -> RateLine {
      var line = RateLine(.entry, scope)
      line.events = kinds.reduce(0) { $0 + entries.counts[$1] }
      line.exposure = Double(entries.days) / RateLayout.daysInYear
      return line
    }
    let kinds = Array(0..<space.entrants)
    lines.append(line(.all, kinds))
    for age in 0..<space.ages {
      var own = line(.age, kinds.filter { space.age(ofEntrant: $0) == age })
      own.age = age
      lines.append(own)
    }
    for kind in kinds where entries.alphas[kind] > 0 {
      var own = line(.cell, [kind])
      (own.age, own.category) = (space.age(ofEntrant: kind), space.category(ofEntrant: kind))
      own.isUASC = kind % 2 == 1
      lines.append(own)
    }
  }

  /// A future's drawn rates in the lines' units, line by line.
  func values(_ drawn: DrawnRates) -> [Double] {
    lines.map { line in
      switch line.event {
      case .exit(let kind):
        hazard(line, drawn.exits[kind.rawValue], careWeights, levels: (drawn, kind.rawValue))
      case .change:
        hazard(line, drawn.changes, stayWeights, levels: (drawn, ExitKind.allCases.count))
      case .destination:
        drawn.destinations[(line.age ?? 0) * space.categories + (line.category ?? 0)][line.destination ?? 0]
      case .entry: entries(line, drawn.entries) * RateLayout.daysInYear
      }
    }
  }

  private func hazard(
    _ line: RateLine, _ rates: [Double], _ weights: [[(cell: Int, weight: Double)]],
    levels: (drawn: DrawnRates, family: Int)
  ) -> Double {
    switch line.scope {
    case .category: return levels.drawn.levels[levels.family][line.category ?? 0]
    case .uasc: return levels.drawn.uasc[levels.family]
    case .cell:
      let cell = space.cell(
        age: line.age ?? 0, time: line.time ?? 0, category: line.category ?? 0,
        uasc: line.isUASC == true ? 1 : 0)
      return rates[cell] * RateLayout.daysInYear
    case .age:
      return mean(rates, weights[(line.age ?? 0) * TimeBand.count + (line.time ?? 0)])
    case .all: return mean(rates, weights.flatMap { $0 })
    }
  }

  private func mean(_ rates: [Double], _ weights: [(cell: Int, weight: Double)]) -> Double {
    let sum = weights.reduce(0) { $0 + $1.weight * rates[$1.cell] }
    let total = weights.reduce(0) { $0 + $1.weight }
    return total > 0 ? sum / total * RateLayout.daysInYear : 0
  }

  private func entries(_ line: RateLine, _ perDay: [Double]) -> Double {
    switch line.scope {
    case .age:
      let width = space.categories * 2
      return perDay[((line.age ?? 0) * width)..<(((line.age ?? 0) + 1) * width)].reduce(0, +)
    case .cell:
      return perDay[
        space.entrant(age: line.age ?? 0, category: line.category ?? 0, uasc: line.isUASC == true ? 1 : 0)]
    case .all, .category, .uasc: return perDay.reduce(0, +)
    }
  }
}

extension HazardFamily {
  /// A category's level, of one kind.
  fileprivate func level(_ kind: Int, of category: Int) -> Double { categoryLevels[kind][category].mean }
}
