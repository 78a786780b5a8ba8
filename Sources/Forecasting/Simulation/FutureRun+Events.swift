import Units

/// What events do to a child and to the counts.
extension FutureRun {
  /// The kind of an exit that `next` found.
  @inline(__always)
  mutating func exitKind(_ walk: Walk) -> Int {
    let cell = Int(walk.careCell)
    let shares = exitShares + cell &* 4
    if shares[0] < 0 { drawExitShares(cell) }
    let pick = walk.outcome
    var kind = pick >= shares[0] ? 1 : 0
    kind &+= pick >= shares[1] ? 1 : 0
    kind &+= pick >= shares[2] ? 1 : 0
    return kind
  }

  /// Moves a child to where the change leads.
  @inline(__always)
  mutating func change(_ walk: inout Walk) {
    let change = destination(walk.age, walk.category, walk.outcome)
    let isNewStay = change.destination < categories
    let category = isNewStay ? change.destination : change.destination &- categories
    move(&walk, to: category, isNewStay: isNewStay, isMove: isNewStay && change.isMove)
  }

  /// Where the change that `next` found leads, and whether, if to a new stay, it counts as a move.
  @inline(__always)
  mutating func destination(
    _ age: Int32, _ category: Int32, _ pick: Double
  ) -> (destination: Int, isMove: Bool) {
    let row = Int(age) &* categories &+ Int(category)
    if destinationCounts[row] < 0 { drawDestinations(row) }
    let place = pick * Double(destinationCounts[row])
    let index = Int(place)
    let part = place - Double(index)
    let destination = Int(destinationSlots[row &* 2 &* categories &+ index].pick(part))
    let share = destination < categories ? moveShares[destination] : 0
    // The last digits of the place are as good as a draw of their own.
    let digits = part * 0x1p20
    return (destination, digits - Double(Int(digits)) < share)
  }

  /// Whether the change that `next` found is a move to a new placement.
  mutating func isMove(_ walk: Walk) -> Bool {
    let change = destination(walk.age, walk.category, walk.outcome)
    return change.destination < categories && change.isMove
  }

  /// A child's age in whole years on a day counted from the as-of date.
  func age(of walk: Walk, on day: Int) -> Int {
    let asOf = ground.input.months.asOf
    return Age.wholeYears(bornOn: asOf + Int(walk.birth), on: asOf + day)
  }

  /// Moves a child to a category, by a new stay or with the same carer.
  @inline(__always)
  mutating func move(_ walk: inout Walk, to category: Int, isNewStay: Bool, isMove: Bool) {
    let day = Int(walk.time) &+ 1
    let before = walk.price
    let left = walk.category
    walk.category = Int32(truncatingIfNeeded: category)
    walk.careCell &+= 2 &* (walk.category &- left)
    walk.stayCell &+= 2 &* (walk.category &- left)
    if isNewStay {
      walk.stayStart = walk.time
      walk.stayCell = walk.cell(ground.space, time: 0)
      walk.stayEdge = walk.time + 28
      walk.stays &+= 1
      walk.price = hasFees ? drawPrice(&walk) : weekly[category]
    } else if !hasFees {
      walk.price = weekly[category]
    }
    let month = Int(monthOfDay[day])
    close(left, before, day, month)
    open(walk.category, walk.price, day, month)
    counts[(month &* 5 &+ 3) &* categories &+ category] &+= isMove ? 1 : 0
    flows[month &* 4 &+ 3] &+= walk.price &- before
    done.events &+= 1
  }

  /// Counts a child in.
  @inline(__always)
  mutating func enter(_ walk: inout Walk) {
    let day = Int(walk.time) &+ 1
    walk.price = hasFees ? drawPrice(&walk) : weekly[Int(walk.category)]
    let month = Int(monthOfDay[day])
    open(walk.category, walk.price, day, month)
    counts[(month &* 5 &+ 1) &* categories &+ Int(walk.category)] &+= 1
    flows[month &* 4] &+= walk.price
    done.entrants &+= 1
    done.events &+= 1
  }

  /// Counts a child out on a day, by a kind of exit or (4) the 18th birthday.
  @inline(__always)
  mutating func leave(_ walk: inout Walk, on day: Int, kind: Int) {
    let month = Int(monthOfDay[day])
    close(walk.category, walk.price, day, month)
    counts[(month &* 5 &+ 2) &* categories &+ Int(walk.category)] &+= 1
    leavers[month &* 5 &+ kind] &+= 1
    flows[month &* 4 &+ (kind == 4 ? 2 : 1)] &-= walk.price
    done.events &+= 1
  }

  /// A stay begins to count on a day: to the end of its month by nights, from then on by being there.
  @inline(__always)
  func open(_ category: Int32, _ price: Int64, _ day: Int, _ month: Int) {
    add(1, category, price, day, month)
  }

  /// A stay ceases to count on a day.
  @inline(__always)
  func close(_ category: Int32, _ price: Int64, _ day: Int, _ month: Int) {
    add(-1, category, price, day, month)
  }

  @inline(__always)
  private func add(_ sign: Int32, _ category: Int32, _ price: Int64, _ day: Int, _ month: Int) {
    let nights = sign &* (monthEnd[month] &- Int32(truncatingIfNeeded: day))
    let place = month &* 5 &* categories &+ Int(category)
    counts[place] &+= sign
    counts[place &+ 4 &* categories] &+= nights
    guard hasFees else { return }
    let cell = month &* categories &+ Int(category)
    penceChange[cell] &+= Int64(sign) &* price
    penceNights[cell] &+= price &* Int64(nights)
  }

  /// Turns what changed in each month into what there is, and puts prices on it: cost is rounded once, here.
  func finish() {
    let prices = ground.input.prices
    let running = work.running.base
    let runningPence = work.runningPence.base
    var deviation = 1.0
    var uplifts = 0
    for month in 0..<ground.months {
      if uplifts != prices.uplifts[month] {
        uplifts = prices.uplifts[month]
        deviation = prices.deviation(after: uplifts, draws)
      }
      let days = ground.monthDays.base[month]
      let block = counts + month * 5 * categories
      for category in 0..<categories {
        // Those there when the month began have all its nights; the first month's were counted at the start.
        block[4 * categories + category] &+= running[category] &* days
        running[category] &+= block[category]
        block[category] = running[category]
        let nightsPence: Int64
        if hasFees {
          let cell = month * categories + category
          nightsPence = penceNights[cell] &+ runningPence[category] &* Int64(days)
          runningPence[category] &+= penceChange[cell]
        } else {
          nightsPence = Int64(block[4 * categories + category]) &* weekly[category]
        }
        let cost = Double(nightsPence) * ground.priceIndex.base[month * categories + category] * deviation / 7
        pence[month * categories + category] = Int64(cost + 0.5)
      }
    }
    futures.keep(work, of: future)
  }
}
