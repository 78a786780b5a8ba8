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
  let arrivals: UnsafeMutablePointer<Arrival>
  let pace: UnsafeMutablePointer<Double>, groupSizes: UnsafeMutablePointer<Double>
  let entryAges: UnsafeMutablePointer<Int32>, entryAgesFirst: UnsafeMutablePointer<Int32>
  let groupSizeCount: Int, entrantKinds: Int
  let moveShares: UnsafeMutablePointer<Double>
  let birthdays: Birthdays.Pointers
  let bandEdges: UnsafeMutablePointer<Double>
  let monthOfDay: UnsafeMutablePointer<Int32>, monthEnd: UnsafeMutablePointer<Int32>
  let weekly: UnsafeMutablePointer<Int64>
  let penceNights: UnsafeMutablePointer<Int64>, penceChange: UnsafeMutablePointer<Int64>
  let crew: UnsafeMutablePointer<Walk>, lists: UnsafeMutablePointer<Int32>
  let categories: Int
  let starterCount: Int
  let horizon: Double
  let hasFees: Bool
  let isCertain: Bool
  let changesExits: Bool, changesChanges: Bool, changesDestinations: Bool, changesEntries: Bool
  /// Where the future goes when it is done.
  let futures: Futures
  let future: Int
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
    arrivals = work.arrivals.base
    pace = work.pace.base
    groupSizes = ground.groupSizes.base
    groupSizeCount = ground.groupSizes.count
    entryAges = ground.entryAges.values.base
    entryAgesFirst = ground.entryAges.first.base
    entrantKinds = ground.space.entrants
    moveShares = ground.moveShares.base
    birthdays = ground.birthdays.pointers
    bandEdges = ground.bandEdges.base
    monthOfDay = ground.monthOfDay.base
    monthEnd = ground.monthEnd.base
    weekly = ground.weekly.base
    penceNights = work.penceNights.base
    penceChange = work.penceChange.base
    crew = work.crew.base
    lists = work.lists.base
    categories = ground.space.categories
    starterCount = ground.starters.count
    horizon = Double(ground.horizon)
    hasFees = ground.input.prices.hasFees
    isCertain = ground.input.isRateCertain
    changesExits = !ground.input.changes.exits.isEmpty
    changesChanges = !ground.input.changes.changes.isEmpty
    changesDestinations = !ground.input.changes.destinations.isEmpty
    changesEntries = !ground.input.changes.entries.isEmpty
    self.futures = futures
    self.future = future
    counts = work.counts.base
    leavers = work.leavers.base
    flows = work.flows.base
    // A simulation has at least one day, so the block is never empty.
    pence = futures.pence.baseAddress! + futures.place(future, 0) * categories
  }

  /// Computes the future without initiatives, every child on its own: by crews.
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
      for member in 0..<group.arrival.size {
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
    drawRates()
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
    walk.settle(birthdays, ground.space)
  }
}
