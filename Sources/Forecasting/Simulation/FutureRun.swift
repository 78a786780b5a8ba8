import Units

/// One future being computed.
struct FutureRun {
  let ground: Ground
  let work: Workspace
  let draws: FutureDraws
  var done = RunCounts()

  // Copies of what the inner loop reads: pointers that never change need no check on each use.
  let exitRate: UnsafeMutablePointer<Double>
  let changeRate: UnsafeMutablePointer<Double>
  let birthdays: UnsafeMutablePointer<Int32>
  let monthOfDay: UnsafeMutablePointer<Int32>
  let monthEnd: UnsafeMutablePointer<Int32>
  let weekly: UnsafeMutablePointer<Int64>
  let firstBirth: Int
  let categories: Int
  let horizon: Double
  let hasFees: Bool
  /// This future's counts, by month, measure, category.
  let counts: UnsafeMutablePointer<Int32>
  let leavers: UnsafeMutablePointer<Int32>
  let flows: UnsafeMutablePointer<Int64>
  let pence: UnsafeMutablePointer<Int64>

  init(_ ground: Ground, _ work: Workspace, into futures: Futures, future: Int, seed: Seed) {
    self.ground = ground
    self.work = work
    draws = FutureDraws(seed: seed, future: future)
    exitRate = work.exitRate.base
    changeRate = work.changeRate.base
    birthdays = ground.birthdays.base
    monthOfDay = ground.monthOfDay.base
    monthEnd = ground.monthEnd.base
    weekly = ground.weekly.base
    firstBirth = ground.firstBirth
    categories = ground.space.categories
    horizon = Double(ground.horizon)
    hasFees = ground.input.prices.hasFees
    let first = futures.place(future, 0)
    // A simulation has at least one day, so the blocks are never empty.
    counts = futures.counts.baseAddress! + first * Futures.Measure.allCases.count * categories
    leavers = futures.leavers.baseAddress! + first * Futures.leaverKinds
    flows = futures.weeklyFlows.baseAddress! + first * Futures.Flow.allCases.count
    pence = futures.pence.baseAddress! + first * categories
  }

  /// Computes the future without initiatives: every child on its own.
  mutating func run() {
    begin()
    for index in 0..<ground.starters.count {
      var walk = starter(index)
      follow(&walk)
    }
    var arrivals = Arrivals(self)
    var person = UInt32(ground.starters.count)
    while let group = arrivals.next(self) {
      for member in 0..<group.size {
        var walk = entrant(group, member, person: person)
        person &+= 1
        enter(&walk)
        follow(&walk)
      }
    }
    finish()
  }

  /// Clears what the last future left and draws what every child shares.
  mutating func begin() {
    work.reset()
    for category in 0..<categories {
      counts[category] = ground.startersIn.base[category]
      counts[4 * categories + category] = ground.startersIn.base[category] * ground.monthDays.base[0]
      if hasFees {
        work.penceChange.base[category] = ground.starterPence.base[category]
        work.penceNights.base[category] =
          ground.starterPence.base[category] * Int64(ground.monthDays.base[0])
      }
    }
    drawEntryShares()
    drawPace()
    done.futures += 1
    done.starters += ground.starters.count
  }

  /// A child in care at the start, with an unknown start drawn.
  func starter(_ index: Int) -> Walk {
    var walk = ground.starters.base[index]
    guard ground.isStartUncertain[index] else { return walk }
    let starter = ground.input.starters[index]
    if !starter.isCareStartKnown { walk.careStart = -drawDuration(walk, atLeast: -walk.careStart) }
    if !starter.isStayStartKnown { walk.stayStart = drawStayStart(walk) }
    walk.settle(birthdays: birthdays, firstBirth: firstBirth)
    return walk
  }

  /// Follows a child until it leaves care or the forecast ends.
  @inline(__always)
  mutating func follow(_ walk: inout Walk) {
    while true {
      switch next(&walk, until: horizon) {
      case .nothing: return
      case .change: change(&walk)
      case .exit:
        leave(&walk, on: Int(walk.time) + 1, kind: exitKind(&walk))
        return
      case .eighteen:
        leave(&walk, on: Int(walk.time), kind: 4)
        return
      }
    }
  }

  /// Goes to the next event of a child or to a time, whichever is first. Of the exponential drawn for the event, each
  /// stretch of even hazards takes off hazard times length, until what is left runs out within one.
  @inline(__always)
  mutating func next(_ walk: inout Walk, until limit: Double) -> Happening {
    if walk.left < 0 {
      let (first, second) = draws.pair(Stream.events, walk.person, walk.candidate)
      walk.candidate &+= 1
      walk.left = -FixedMath.log(unitInterval(first))
      walk.pick = unitInterval(second)
    }
    while true {
      let group = Int(walk.age) &* TimeBand.count
      let column = Int(walk.category) &* 2 &+ Int(walk.uasc)
      let careCell = (group &+ Int(walk.care)) &* (categories &* 2) &+ column
      let stayCell = (group &+ Int(walk.stay)) &* (categories &* 2) &+ column
      var exit = exitRate[careCell]
      if exit < 0 { exit = drawExitRate(careCell) }
      var change = changeRate[stayCell]
      if change < 0 { change = drawChangeRate(stayCell) }
      let total = exit + change
      let edge = min(min(walk.ageEdge, walk.careEdge), min(walk.stayEdge, limit))
      let used = total * (edge - walk.time)
      if walk.left < used {
        walk.time += walk.left / total
        walk.left = -1
        let place = walk.pick * total
        if place < exit {
          walk.pick = place / exit
          return .exit
        }
        walk.pick = (place - exit) / change
        return .change
      }
      walk.left -= used
      walk.time = edge
      if edge == walk.ageEdge {
        walk.age &+= 1
        if walk.age == 5 { return .eighteen }
        walk.setAgeEdge(birthdays, firstBirth)
      }
      if edge == walk.careEdge {
        walk.care &+= 1
        walk.careEdge = walk.careStart + Walk.edge(after: walk.care)
      }
      if edge == walk.stayEdge {
        walk.stay &+= 1
        walk.stayEdge = walk.stayStart + Walk.edge(after: walk.stay)
      }
      if edge == limit { return .nothing }
    }
  }
}
