import Units

/// One future being computed. What the inner loops read is held as pointers and numbers that never change, so that no
/// use of them needs a check or a count of owners.
struct FutureRun {
  let ground: Ground
  let work: Workspace
  let draws: FutureDraws
  let tables: DrawTables.Pointers
  var done = RunCounts()

  let exitRate: UnsafeMutablePointer<Double>, changeRate: UnsafeMutablePointer<Double>
  let exitShares: UnsafeMutablePointer<Double>
  let exits: FamilyDraws, changes: FamilyDraws
  let destinationSlots: UnsafeMutablePointer<AliasSlot>, destinationCounts: UnsafeMutablePointer<Int32>
  let entrySlots: UnsafeMutablePointer<AliasSlot>
  let pace: UnsafeMutablePointer<Double>, groupSizes: UnsafeMutablePointer<Double>
  let entryAges: UnsafeMutablePointer<Int32>, entryAgesFirst: UnsafeMutablePointer<Int32>
  let groupSizeCount: Int, entrantKinds: Int
  let moveShares: UnsafeMutablePointer<Double>
  let birthdays: UnsafeMutablePointer<Int32>
  let bandEdges: UnsafeMutablePointer<Double>
  let monthOfDay: UnsafeMutablePointer<Int32>, monthEnd: UnsafeMutablePointer<Int32>
  let weekly: UnsafeMutablePointer<Int64>
  let penceNights: UnsafeMutablePointer<Int64>, penceChange: UnsafeMutablePointer<Int64>
  let crew: UnsafeMutablePointer<Walk>
  let firstBirth: Int
  let categories: Int
  let starterCount: Int
  let horizon: Double
  let hasFees: Bool
  let isCertain: Bool
  let changesExits: Bool, changesChanges: Bool, changesDestinations: Bool, changesEntries: Bool
  /// This future's counts, by month, measure, category.
  let counts: UnsafeMutablePointer<Int32>
  let leavers: UnsafeMutablePointer<Int32>
  let flows: UnsafeMutablePointer<Int64>
  let pence: UnsafeMutablePointer<Int64>

  init(_ ground: Ground, _ work: Workspace, into futures: Futures, future: Int, seed: Seed) {
    self.ground = ground
    self.work = work
    draws = FutureDraws(seed: seed, future: future)
    tables = DrawTables.shared.pointers
    exitRate = work.exitRate.base
    changeRate = work.changeRate.base
    exitShares = work.exitShares.base
    exits = FamilyDraws(ground.exits, work.exits, key: 0)
    changes = FamilyDraws(ground.changes, work.changes, key: 1)
    destinationSlots = work.destinationSlots.base
    destinationCounts = work.destinationCounts.base
    entrySlots = work.entrySlots.base
    pace = work.pace.base
    groupSizes = ground.groupSizes.base
    groupSizeCount = ground.groupSizes.count
    entryAges = ground.entryAges.values.base
    entryAgesFirst = ground.entryAges.first.base
    entrantKinds = ground.space.entrants
    moveShares = ground.moveShares.base
    birthdays = ground.birthdays.base
    bandEdges = ground.bandEdges.base
    monthOfDay = ground.monthOfDay.base
    monthEnd = ground.monthEnd.base
    weekly = ground.weekly.base
    penceNights = work.penceNights.base
    penceChange = work.penceChange.base
    crew = work.crew.base
    firstBirth = ground.firstBirth
    categories = ground.space.categories
    starterCount = ground.starters.count
    horizon = Double(ground.horizon)
    hasFees = ground.input.prices.hasFees
    isCertain = ground.input.isRateCertain
    changesExits = !ground.input.changes.exits.isEmpty
    changesChanges = !ground.input.changes.changes.isEmpty
    changesDestinations = !ground.input.changes.destinations.isEmpty
    changesEntries = !ground.input.changes.entries.isEmpty
    let first = futures.place(future, 0)
    // A simulation has at least one day, so the blocks are never empty.
    counts = futures.counts.baseAddress! + first * Futures.Measure.allCases.count * categories
    leavers = futures.leavers.baseAddress! + first * Futures.leaverKinds
    flows = futures.weeklyFlows.baseAddress! + first * Futures.Flow.allCases.count
    pence = futures.pence.baseAddress! + first * categories
  }

  /// Computes the future without initiatives, every child on its own: by crews, whose first draws are made together
  /// because the processor can then work on several at once.
  mutating func run() {
    begin()
    var index = 0
    while index < starterCount {
      let size = min(Workspace.crewSize, starterCount - index)
      for member in 0..<size { (crew + member).update(repeating: starter(index + member), count: 1) }
      follow(size)
      index += size
    }
    var group = ArrivingGroup()
    var person = UInt32(starterCount)
    var size = 0
    while arrive(&group) {
      for member in 0..<group.size {
        crew[size] = entrant(group, member, person: person)
        enter(&crew[size])
        person &+= 1
        size += 1
        if size == Workspace.crewSize {
          follow(size)
          size = 0
        }
      }
    }
    follow(size)
    finish()
  }

  /// Clears what the last future left and draws what every child shares.
  mutating func begin() {
    work.reset()
    let days = ground.monthDays.base[0]
    for category in 0..<categories {
      counts[category] = ground.startersIn.base[category]
      counts[4 * categories + category] = ground.startersIn.base[category] * days
      if hasFees {
        penceChange[category] = ground.starterPence.base[category]
        penceNights[category] = ground.starterPence.base[category] * Int64(days)
      }
    }
    drawEntryShares()
    drawPace()
    done.futures += 1
    done.starters += starterCount
  }

  /// A child in care at the start, with an unknown start drawn.
  @inline(__always)
  func starter(_ index: Int) -> Walk {
    let unknown = ground.unknownStarts.base[index]
    guard unknown != 0 else { return ground.starters.base[index] }
    var walk = ground.starters.base[index]
    if unknown & 1 != 0 { walk.careStart = -drawDuration(walk, atLeast: -walk.careStart) }
    if unknown & 2 != 0 { walk.stayStart = drawStayStart(walk) }
    walk.settle(birthdays: birthdays, firstBirth: firstBirth)
    return walk
  }

  /// Follows a crew, its first candidate events drawn together.
  mutating func follow(_ size: Int) {
    for member in 0..<size { draw(&crew[member]) }
    for member in 0..<size { follow(&crew[member]) }
  }

  /// Follows a child until it leaves care or the forecast ends.
  @inline(__always)
  mutating func follow(_ walk: inout Walk) {
    while true {
      switch next(&walk, until: horizon) {
      case .nothing: return
      case .change: change(&walk)
      case .exit:
        leave(&walk, on: Int(walk.time) &+ 1, kind: exitKind(&walk))
        return
      case .eighteen:
        leave(&walk, on: Int(walk.time), kind: 4)
        return
      }
    }
  }

  /// Draws a child's next two candidate events, for which one block of random bits has room.
  @inline(__always)
  func draw(_ walk: inout Walk) {
    let (first, second) = draws.pair(Stream.events, walk.person, walk.candidates)
    walk.candidates &+= 1
    walk.left = tables.exponential(UInt32(truncatingIfNeeded: first >> 32))
    walk.pick = unitInterval(UInt32(truncatingIfNeeded: first))
    walk.nextLeft = tables.exponential(UInt32(truncatingIfNeeded: second >> 32))
    walk.nextPick = unitInterval(UInt32(truncatingIfNeeded: second))
  }

  /// Makes the next candidate event the present one.
  @inline(__always)
  func advance(_ walk: inout Walk) {
    if walk.nextLeft < 0 {
      draw(&walk)
    } else {
      walk.left = walk.nextLeft
      walk.pick = walk.nextPick
      walk.nextLeft = -1
    }
  }

  /// Goes to the next event of a child or to a time, whichever is first. Of the exponential drawn for the event, each
  /// stretch of even hazards takes off hazard times length, until what is left runs out within one.
  @inline(__always)
  mutating func next(_ walk: inout Walk, until limit: Double) -> Happening {
    if walk.left < 0 { advance(&walk) }
    let width = 2 &* categories
    var column = Int(walk.age) &* TimeBand.count &* width &+ Int(walk.category) &* 2 &+ Int(walk.uasc)
    var care = Int(walk.care), stay = Int(walk.stay)
    var careEdge = walk.careEdge, stayEdge = walk.stayEdge
    var time = walk.time, left = walk.left
    while true {
      let careCell = column &+ care &* width
      let stayCell = column &+ stay &* width
      var exit = exitRate[careCell]
      if exit < 0 { exit = drawExitRate(careCell) }
      var change = changeRate[stayCell]
      if change < 0 { change = drawChangeRate(stayCell) }
      let total = exit + change
      let last = walk.ageEdge < limit ? walk.ageEdge : limit
      let clock = careEdge < stayEdge ? careEdge : stayEdge
      let edge = clock < last ? clock : last
      let used = total * (edge - time)
      if left < used {
        walk.time = time + left / total
        walk.left = -1
        (walk.care, walk.careEdge) = (Int32(truncatingIfNeeded: care), careEdge)
        (walk.stay, walk.stayEdge) = (Int32(truncatingIfNeeded: stay), stayEdge)
        let place = walk.pick * total
        if place < exit {
          walk.pick = place / exit
          return .exit
        }
        walk.pick = (place - exit) / change
        return .change
      }
      left -= used
      time = edge
      // Without a branch: which clock comes first can't be foretold.
      care &+= edge == careEdge ? 1 : 0
      stay &+= edge == stayEdge ? 1 : 0
      careEdge = walk.careStart + bandEdges[care]
      stayEdge = walk.stayStart + bandEdges[stay]
      guard edge == last else { continue }
      if edge == walk.ageEdge {
        walk.age &+= 1
        if walk.age == 5 {
          walk.time = edge
          return .eighteen
        }
        walk.setAgeEdge(birthdays, firstBirth)
        column &+= TimeBand.count &* width
      }
      if edge == limit {
        walk.time = edge
        walk.left = left
        (walk.care, walk.careEdge) = (Int32(truncatingIfNeeded: care), careEdge)
        (walk.stay, walk.stayEdge) = (Int32(truncatingIfNeeded: stay), stayEdge)
        return .nothing
      }
    }
  }
}
