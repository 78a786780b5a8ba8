/// A group of children who come into care together.
struct ArrivingGroup {
  let number: UInt32
  let time: Double
  let size: Int
}

/// Arrivals of a future in order of time: unit exponentials along the accumulated pace.
struct Arrivals {
  private var group: UInt32 = 0
  private var time = 0.0
  private let cumulativeSizes: [Double]

  init(_ run: FutureRun) {
    var sum = 0.0
    cumulativeSizes = run.ground.input.rates.entries.sizes.map { size in
      sum += size
      return sum
    }
  }

  /// Days of a step of the pace.
  static let stepDays = 30.4375

  /// The next group before the forecast ends; nil after the last.
  mutating func next(_ run: FutureRun) -> ArrivingGroup? {
    let (first, second) = run.draws.pair(Stream.arrivals, group, 0)
    var left = -FixedMath.log(unitInterval(first))
    var step = Int(time / Arrivals.stepDays)
    while time < run.horizon {
      let rate = run.work.pace.base[step]
      let end = min(Double(step + 1) * Arrivals.stepDays, run.horizon)
      let used = rate * (end - time)
      if left < used {
        time += left / rate
        let place = unitInterval(second) * (cumulativeSizes.last ?? 1)
        let size = (cumulativeSizes.firstIndex { place < $0 } ?? 0) + 1
        group &+= 1
        return ArrivingGroup(number: group &- 1, time: time, size: size)
      }
      left -= used
      time = end
      step += 1
    }
    return nil
  }
}

/// Who comes into care, and when.
extension FutureRun {
  /// The mix of entrants in this future, as running weights whose last is how the pace changes by a scenario.
  func drawEntryShares() {
    let entries = ground.input.rates.entries
    let shares = work.entryShares.base
    let isCertain = ground.input.isRateCertain
    var total = 0.0
    for kind in 0..<entries.alphas.count {
      let alpha = ground.entryAlphas.base[kind]
      guard alpha > 0 else {
        shares[kind] = 0
        continue
      }
      shares[kind] = isCertain ? alpha : draws.gamma(alpha, Stream.mix, UInt32(kind))
      total += shares[kind]
    }
    let changes = ground.input.changes.entries
    let perDay = changes.isEmpty ? 1 : drawLevel().level * entries.meanSize
    var sum = 0.0
    for kind in 0..<entries.alphas.count {
      var share = total > 0 ? shares[kind] / total : 0
      if !changes.isEmpty && perDay > 0 { share = changes[kind].apply(share * perDay) / perDay }
      sum += share
      shares[kind] = sum
    }
  }

  /// This future's tau and the groups a day on the as-of date.
  private func drawLevel() -> (tau: Double, level: Double) {
    let paces = ground.input.rates.entries.paces
    if ground.input.isRateCertain {
      return (0, paces.reduce(0) { $0 + $1.weight * $1.level.mean })
    }
    var place = draws.uniform(Stream.pace, 0, 0)
    for pace in paces {
      if place < pace.weight || pace == paces.last {
        guard pace.level.shape > 0 else { return (pace.tau, 0) }
        return (pace.tau, draws.gamma(pace.level.shape, Stream.pace, 1) / pace.level.rate)
      }
      place -= pace.weight
    }
    return (0, 0)
  }

  /// The pace of arrivals by month-long step: a log random walk without drift in the mean.
  func drawPace() {
    let (tau, level) = drawLevel()
    let variance = tau * tau / 12
    let width = variance.squareRoot()
    // What a scenario adds or takes changes every step alike.
    let change = work.entryShares.base[max(0, ground.space.entrants - 1)]
    var drift = 0.0
    for step in 0..<work.pace.count {
      if tau > 0 { drift += width * draws.normal(Stream.pace, 2, UInt32(step)) - variance / 2 }
      work.pace.base[step] = level * change * FixedMath.exp(drift)
    }
  }

  /// A member of a group. Brothers and sisters share the first one's placement; ages are each one's own.
  mutating func entrant(_ group: ArrivingGroup, _ member: Int, person: UInt32) -> Walk {
    let shares = work.entryShares.base
    let count = ground.space.entrants
    let (first, second) = draws.pair(Stream.arrivals, group.number, UInt32(1 + member))
    let leading = member == 0 ? first : draws.pair(Stream.arrivals, group.number, 1).0
    var kind = place(unitInterval(leading) * shares[count - 1], in: shares, count)
    if member > 0 { kind = sibling(of: kind, unitInterval(first)) }
    let age = ground.space.age(ofEntrant: kind)
    let birthday = entryAge(age, unitInterval(second))
    let birth = Int32(group.time.rounded(.down)) + 1 - birthday
    var walk = Walk(
      person: person, at: group.time, birth: birth, age: Int32(age),
      category: Int32(ground.space.category(ofEntrant: kind)), uasc: Int32(kind % 2))
    walk.setAgeEdge(birthdays, firstBirth)
    // An age near a band's end may belong to the next band by the calendar of leap years.
    while walk.ageEdge <= walk.time && walk.age < 4 {
      walk.age += 1
      walk.setAgeEdge(birthdays, firstBirth)
    }
    return walk
  }

  /// The kind of entrant a weight falls on.
  @inline(__always)
  private func place(_ weight: Double, in shares: UnsafeMutablePointer<Double>, _ count: Int) -> Int {
    var low = 0
    var high = count - 1
    while low < high {
      let middle = (low + high) / 2
      if weight < shares[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// A kind of the same category, drawn by its ages.
  private func sibling(of kind: Int, _ pick: Double) -> Int {
    let shares = work.entryShares.base
    let width = categories * 2
    func weight(_ age: Int) -> Double {
      let index = age * width + kind % width
      return shares[index] - (index == 0 ? 0 : shares[index - 1])
    }
    var total = 0.0
    for age in 0..<ground.space.ages { total += weight(age) }
    var left = pick * total
    for age in 0..<ground.space.ages {
      left -= weight(age)
      if left < 0 { return age * width + kind % width }
    }
    return kind
  }

  /// An age at entry in days: one of those seen in the band, or, where none was, any of the band.
  private func entryAge(_ age: Int, _ pick: Double) -> Int32 {
    let seen = ground.entryAges.range(age)
    if !seen.isEmpty { return ground.entryAges.values.base[seen.lowerBound + Int(pick * Double(seen.count))] }
    let band = AgeBand.all[age]
    return Int32((Double(band.from) + pick * Double(band.upTo - band.from)) * 365.25)
  }
}
