/// What is drawn of a group before it is known when it comes.
struct Arrival: BitwiseCopyable {
  /// The unit exponential between it and the group before.
  var gap = 0.0
  /// Its children.
  var size = 0
  /// Random bits for the first of them.
  var bits: UInt64 = 0
}

/// A group of children who come into care together.
struct ArrivingGroup {
  /// Its number, in order of arrival.
  var number: UInt32 = .max
  /// When it comes.
  var time = 0.0
  /// The step of the pace that it comes in.
  var step = 0
  var arrival = Arrival()
}

/// A kind of entrant in one number: age band, category and whether unaccompanied.
struct EntrantKind {
  let packed: Int32

  @inline(__always)
  init(packed: Int32) { self.packed = packed }

  @inline(__always)
  init(age: Int, category: Int, uasc: Int) {
    packed = Int32(truncatingIfNeeded: age << 17 | category << 1 | uasc)
  }

  @inline(__always) var age: Int32 { packed >> 17 }
  @inline(__always) var category: Int32 { packed >> 1 & 0xFFFF }
  @inline(__always) var uasc: Int32 { packed & 1 }
}

/// Who comes into care, and when.
extension FutureRun {
  /// Days of a step of the pace.
  static var stepDays: Double { 30.4375 }

  /// Goes on to the next group: a unit exponential along the accumulated pace. Whether one comes before the forecast
  /// ends.
  @inline(__always)
  func arrive(_ group: inout ArrivingGroup) -> Bool {
    group.number &+= 1
    let place = Int(group.number) & (Workspace.arrivalsAhead - 1)
    if place == 0 { drawArrivals(from: group.number) }
    group.arrival = arrivals[place]
    var left = group.arrival.gap
    while true {
      let rate = pace[group.step]
      let end = min(Double(group.step &+ 1) * FutureRun.stepDays, horizon)
      let used = rate * (end - group.time)
      if left < used {
        group.time += left / rate
        return true
      }
      left -= used
      group.time = end
      group.step &+= 1
      if end >= horizon { return false }
    }
  }

  /// Draws the next groups.
  @inline(never)
  private func drawArrivals(from number: UInt32) {
    for place in 0..<Workspace.arrivalsAhead {
      let (first, second) = draws.pair(
        Stream.arrivals, number &+ UInt32(truncatingIfNeeded: place), 0)
      let pick = unitInterval(UInt32(truncatingIfNeeded: first))
      var size = 1
      for smaller in 0..<(groupSizeCount &- 1) { size &+= pick >= groupSizes[smaller] ? 1 : 0 }
      arrivals[place] = Arrival(
        gap: tables.exponential(UInt32(truncatingIfNeeded: first >> 32)), size: size, bits: second)
    }
  }

  /// The mix of entrants in this future, as running weights whose last is how the pace changes by a scenario.
  func drawEntryShares() {
    let shares = work.entryShares.base
    let count = ground.space.entrants
    var total = 0.0
    for kind in 0..<count {
      let alpha = ground.entryAlphas.base[kind]
      guard alpha > 0 else {
        shares[kind] = 0
        continue
      }
      shares[kind] = isCertain ? alpha : draws.gamma(alpha, tables, Stream.mix, UInt32(kind))
      total += shares[kind]
    }
    let perDay = changesEntries ? drawLevel().level * ground.input.rates.entries.meanSize : 1
    var sum = 0.0
    for kind in 0..<count {
      var share = total > 0 ? shares[kind] / total : 0
      if changesEntries && perDay > 0 {
        share = ground.input.changes.entries[kind].apply(share * perDay) / perDay
      }
      sum += share
      shares[kind] = sum
    }
    for kind in 0..<count {
      let weight = shares[kind] - (kind == 0 ? 0 : shares[kind - 1])
      let packed = EntrantKind(
        age: kind / (2 * categories), category: kind / 2 % categories, uasc: kind % 2)
      entrySlots[kind] = AliasSlot(own: weight, choice: packed.packed)
    }
    AliasSlot.make(entrySlots, count, work.scratch.base)
  }

  /// This future's tau and the groups a day on the as-of date.
  private func drawLevel() -> (tau: Double, level: Double) {
    let paces = ground.input.rates.entries.paces
    if isCertain {
      return (0, paces.reduce(0) { $0 + $1.weight * $1.level.mean })
    }
    var place = draws.uniform(Stream.pace, 0, 0)
    for pace in paces {
      if place < pace.weight || pace == paces.last {
        guard pace.level.shape > 0 else { return (pace.tau, 0) }
        return (pace.tau, draws.gamma(pace.level.shape, tables, Stream.pace, 1) / pace.level.rate)
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
      if tau > 0 { drift += width * tables.normal(draws.pair(Stream.pace, 2, UInt32(step)).0) - variance / 2 }
      // A thousand groups a day is more than any council meets; it keeps arrivals from never ending.
      work.pace.base[step] = min(level * change * FixedMath.exp(drift), 1000)
    }
  }

  /// A member of a group. Brothers and sisters share the first one's placement; ages are each one's own.
  @inline(__always)
  mutating func entrant(_ group: ArrivingGroup, _ member: Int, person: UInt32, into walk: inout Walk) {
    var kind = kind(unitInterval(UInt32(truncatingIfNeeded: group.arrival.bits >> 32)))
    var pick = unitInterval(UInt32(truncatingIfNeeded: group.arrival.bits))
    if member > 0 {
      let (first, second) = draws.pair(Stream.arrivals, group.number, UInt32(truncatingIfNeeded: member))
      kind = sibling(of: kind, unitInterval(first))
      pick = unitInterval(second)
    }
    let birth = Int32(group.time) &+ 1 &- entryAge(Int(kind.age), pick)
    walk.begin(person: person, at: group.time, birth: birth, kind: kind)
    walk.setAgeEdge(birthdays)
    // An age near a band's end may belong to the next band by the calendar of leap years.
    while walk.ageEdge <= walk.time && walk.age < 4 {
      walk.age += 1
      walk.setAgeEdge(birthdays)
    }
    walk.careCell = walk.cell(ground.space, time: 0)
    walk.stayCell = walk.careCell
  }

  /// The kind of entrant a number between 0 and 1 falls on.
  @inline(__always)
  private func kind(_ pick: Double) -> EntrantKind {
    let place = pick * Double(entrantKinds)
    let index = Int(place)
    return EntrantKind(packed: entrySlots[index].pick(place - Double(index)))
  }

  /// A kind of the same category, drawn by its ages.
  @inline(never)
  private func sibling(of kind: EntrantKind, _ pick: Double) -> EntrantKind {
    let shares = work.entryShares.base
    let width = categories * 2
    let column = Int(kind.category) * 2 + Int(kind.uasc)
    func weight(_ age: Int) -> Double {
      let index = age * width + column
      return shares[index] - (index == 0 ? 0 : shares[index - 1])
    }
    var total = 0.0
    for age in 0..<AgeBand.count { total += weight(age) }
    var left = pick * total
    for age in 0..<AgeBand.count {
      left -= weight(age)
      if left < 0 { return EntrantKind(age: age, category: Int(kind.category), uasc: Int(kind.uasc)) }
    }
    return kind
  }

  /// An age at entry in days: one of those seen in the band, or, where none was, any of the band.
  @inline(__always)
  private func entryAge(_ age: Int, _ pick: Double) -> Int32 {
    let first = Int(entryAgesFirst[age])
    let count = Int(entryAgesFirst[age + 1]) - first
    if count > 0 { return entryAges[first + Int(pick * Double(count))] }
    return FutureRun.anyAge(of: age, pick)
  }

  @inline(never)
  private static func anyAge(of age: Int, _ pick: Double) -> Int32 {
    let band = AgeBand.all[age]
    return Int32((Double(band.from) + pick * Double(band.upTo - band.from)) * 365.25)
  }
}
