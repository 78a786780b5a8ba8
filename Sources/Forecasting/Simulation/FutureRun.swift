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
  let crew: UnsafeMutablePointer<Walk>, candidates: UnsafeMutablePointer<Candidate>
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
    candidates = work.candidates.base
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
      for member in 0..<size { starter(index + member, into: &crew[member]) }
      follow(size)
      index += size
    }
    var group = ArrivingGroup()
    var person = UInt32(starterCount)
    var size = 0
    while arrive(&group) {
      for member in 0..<group.size {
        entrant(group, member, person: person, into: &crew[size])
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
  func starter(_ index: Int, into walk: inout Walk) {
    walk = ground.starters.base[index]
    let unknown = ground.unknownStarts.base[index]
    guard unknown != 0 else { return }
    if unknown & 1 != 0 { walk.careStart = -drawDuration(walk, atLeast: -walk.careStart) }
    if unknown & 2 != 0 { walk.stayStart = drawStayStart(walk) }
    walk.settle(birthdays: birthdays, firstBirth: firstBirth)
  }

  /// Follows a crew, its first candidate events drawn together.
  mutating func follow(_ size: Int) {
    for member in 0..<size {
      let first = candidates + member &* Workspace.drawnAhead
      for block in 0..<UInt32(Workspace.drawnAhead / 2) {
        let bits = draws.pair(Stream.events, crew[member].person, block)
        first[Int(2 &* block)] = candidate(bits.0)
        first[Int(2 &* block) &+ 1] = candidate(bits.1)
      }
    }
    for member in 0..<size { follow(&crew[member], candidates + member &* Workspace.drawnAhead) }
  }

  /// Follows a child until it leaves care or the forecast ends; its first candidate events are drawn already.
  @inline(__always)
  mutating func follow(_ walk: inout Walk, _ drawn: UnsafeMutablePointer<Candidate>) {
    while true {
      if walk.number < Workspace.drawnAhead {
        walk.present = drawn[Int(walk.number)]
        walk.number &+= 1
      }
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

  /// A candidate event from 64 random bits.
  @inline(__always)
  func candidate(_ bits: UInt64) -> Candidate {
    Candidate(
      left: tables.exponential(UInt32(truncatingIfNeeded: bits >> 32)),
      pick: unitInterval(UInt32(truncatingIfNeeded: bits)))
  }

  /// Makes a child's next candidate event the present one. A block of random bits has room for two.
  @inline(never)
  func advance(_ walk: inout Walk) {
    if walk.number & 1 == 0 {
      let bits = draws.pair(Stream.events, walk.person, walk.number >> 1)
      walk.present = candidate(bits.0)
      walk.following = candidate(bits.1)
    } else {
      walk.present = walk.following
    }
    walk.number &+= 1
  }

  /// Goes to the next event of a child or to a time, whichever is first. Of the exponential drawn for the event, each
  /// stretch of even hazards takes off hazard times length, until what is left runs out within one.
  @inline(__always)
  mutating func next(_ walk: inout Walk, until limit: Double) -> Happening {
    if walk.present.left < 0 { advance(&walk) }
    let width = 2 &* categories
    var column = Int(walk.age) &* TimeBand.count &* width &+ Int(walk.category) &* 2 &+ Int(walk.uasc)
    var care = Int(walk.care), stay = Int(walk.stay)
    var careEdge = walk.careEdge, stayEdge = walk.stayEdge
    var time = walk.time, left = walk.present.left
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
        walk.present.left = -1
        (walk.care, walk.careEdge) = (Int32(truncatingIfNeeded: care), careEdge)
        (walk.stay, walk.stayEdge) = (Int32(truncatingIfNeeded: stay), stayEdge)
        let place = walk.present.pick * total
        if place < exit {
          walk.present.pick = place / exit
          return .exit
        }
        walk.present.pick = (place - exit) / change
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
        walk.present.left = left
        (walk.care, walk.careEdge) = (Int32(truncatingIfNeeded: care), careEdge)
        (walk.stay, walk.stayEdge) = (Int32(truncatingIfNeeded: stay), stayEdge)
        return .nothing
      }
    }
  }
}
