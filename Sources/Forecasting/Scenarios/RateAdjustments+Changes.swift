extension RateAdjustments {
  /// Resolves a scenario's changes to the cells of estimated rates, in their order.
  ///
  /// What is said a year counts 365.25 days. `exits` are all four kinds: what is added to or put in place of them is
  /// divided between the kinds as they are estimated in each cell, and what is added to entries between the kinds of
  /// entrant concerned. Moves to some categories only change at the estimates: each cell's rate changes by what its
  /// part changes by, and where moves lead follows on average over the cells of an age and category.
  public init(_ changes: [RateChange], rates: RateModel) {
    var resolution = RateResolution(rates)
    for change in changes { resolution.add(change) }
    self = resolution.adjustments
  }
}

/// Rates on the way through a scenario's changes.
private struct RateResolution {
  private typealias Line = RateAdjustments.Line
  private static let daysInYear = 365.25

  private let rates: RateModel
  private let space: CellSpace
  private var exits: [[Line]] = []
  private var changes: [Line] = []
  private var entries: [Line] = []
  /// Where changes of placement lead, by cell; empty until a change speaks of it.
  private var shares: [[Double]] = []

  init(_ rates: RateModel) {
    self.rates = rates
    space = rates.space
  }

  mutating func add(_ change: RateChange) {
    switch change.event {
    case .entries: addEntries(change)
    case .home: addExits(change, [.home])
    case .specialGuardianship: addExits(change, [.specialGuardianship])
    case .adoption: addExits(change, [.adoption])
    case .otherExit: addExits(change, [.other])
    case .exits: addExits(change, ExitKind.allCases)
    case .moves:
      if changes.isEmpty { changes = Array(repeating: Line(), count: space.count) }
      if let destinations = change.destinations {
        addMoves(change, to: destinations)
      } else {
        for cell in cells(change) {
          changes[cell] =
            RateResolution.changed(
              [changes[cell]], [rates.changes.mean(0, cell)], change.operation)[0]
        }
      }
    }
  }

  private func cells(_ change: RateChange) -> [Int] {
    (0..<space.count).filter {
      change.concerns(
        band: space.age(of: $0), category: space.category(of: $0), isUASC: space.uasc(of: $0) == 1)
    }
  }

  /// Lines whose rates together are what an operation speaks of, after it; `estimates` are what they work on.
  private static func changed(
    _ lines: [Line], _ estimates: [Double], _ operation: RateChange.Operation
  ) -> [Line] {
    let now = zip(lines, estimates).map { $0.apply($1) }
    let weights = [now, estimates].first { $0.reduce(0, +) > 0 } ?? estimates.map { _ in 1 }
    let total = weights.reduce(0, +)
    return lines.indices.map { index in
      var line = lines[index]
      let share = weights[index] / total / daysInYear
      switch operation {
      case .multiply(let factor): line.times(factor)
      case .add(let perYear): line.plus(perYear * share)
      case .replace(let perYear): line = Line(multiply: 0, add: perYear * share)
      }
      return line
    }
  }

  private mutating func addExits(_ change: RateChange, _ kinds: [ExitKind]) {
    if exits.isEmpty {
      exits = ExitKind.allCases.map { _ in Array(repeating: Line(), count: space.count) }
    }
    for cell in cells(change) {
      let lines = RateResolution.changed(
        kinds.map { exits[$0.rawValue][cell] }, kinds.map { rates.exits.mean($0.rawValue, cell) },
        change.operation)
      for (kind, line) in zip(kinds, lines) { exits[kind.rawValue][cell] = line }
    }
  }

  private mutating func addEntries(_ change: RateChange) {
    if entries.isEmpty { entries = Array(repeating: Line(), count: space.entrants) }
    let total = rates.entries.alphas.reduce(0, +)
    let perDay = rates.entries.perYear / RateResolution.daysInYear
    // Kinds that can't be, such as infants in supported accommodation, get no part of what is added.
    let kinds = (0..<space.entrants).filter {
      rates.entries.alphas[$0] > 0
        && change.concerns(
          band: space.age(ofEntrant: $0), category: space.category(ofEntrant: $0), isUASC: $0 % 2 == 1)
    }
    let lines = RateResolution.changed(
      kinds.map { entries[$0] }, kinds.map { perDay * rates.entries.alphas[$0] / total }, change.operation)
    for (kind, line) in zip(kinds, lines) { entries[kind] = line }
  }

  /// Changes the part of moves that leads to some categories.
  private mutating func addMoves(_ change: RateChange, to destinations: Set<Int>) {
    if shares.isEmpty { shares = (0..<space.count).map { estimatedShares(row(of: $0)) } }
    for cell in cells(change) {
      let possible = destinations.filter { rates.destinations.alphas[row(of: cell)][$0] > 0 }
      guard !possible.isEmpty else { continue }
      let now = changes[cell].apply(rates.changes.mean(0, cell))
      var parts = shares[cell].map { $0 * now }
      let part = possible.reduce(0) { $0 + parts[$1] }
      let wanted =
        switch change.operation {
        case .multiply(let factor): part * factor
        case .add(let perYear): max(0, part + perYear / RateResolution.daysInYear)
        case .replace(let perYear): perYear / RateResolution.daysInYear
        }
      for index in possible {
        parts[index] = part > 0 ? parts[index] * (wanted / part) : wanted / Double(possible.count)
      }
      let total = max(0, now - part) + wanted
      if now > 0 { changes[cell].times(total / now) } else { changes[cell].plus(total) }
      if total > 0 { shares[cell] = parts.map { $0 / total } }
    }
  }

  private func row(of cell: Int) -> Int { space.age(of: cell) * space.categories + space.category(of: cell) }

  private func estimatedShares(_ row: Int) -> [Double] {
    let alphas = rates.destinations.alphas[row]
    let total = alphas.reduce(0, +)
    return alphas.map { total > 0 ? $0 / total : 0 }
  }

  /// Factors of where moves lead, by row: what its cells come to on average, each by its changes expected.
  private var destinations: [[Double]] {
    guard !shares.isEmpty else { return [] }
    var after = Array(repeating: Array(repeating: 0.0, count: space.destinations), count: space.rows)
    var before = after
    for cell in 0..<space.count {
      let estimate = rates.changes.mean(0, cell)
      // A day more than was seen, so that rows in which nobody was seen have a weight.
      let days = Double(rates.changes.days[cell]) + 1
      let own = row(of: cell)
      let now = changes[cell].apply(estimate)
      for (index, share) in estimatedShares(own).enumerated() where share > 0 {
        before[own][index] += days * estimate * share
        after[own][index] += days * now * shares[cell][index]
      }
    }
    return zip(after, before).map { zip($0, $1).map { $1 > 0 ? $0 / $1 : 0 } }
  }

  var adjustments: RateAdjustments {
    RateAdjustments(exits: exits, changes: changes, destinations: destinations, entries: entries)
  }
}
