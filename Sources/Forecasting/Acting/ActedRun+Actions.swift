/// What initiatives do to children in care.
extension ActedRun {
  /// Chances that initiatives add for a child, from a time on: a Poisson process of the claim's full pace, whatever
  /// becomes of the child; who is not eligible when one comes lets it pass.
  mutating func addChances(_ index: Int, from time: Double) {
    for number in acting.indices {
      addChance(index, number, number: 0, after: max(time, Double(acting[number].start)))
    }
  }

  mutating func addChance(_ index: Int, _ initiative: Int, number: UInt32, after time: Double) {
    let one = acting[initiative]
    guard let chance = one.chancePerYear, effects[initiative] > 0 else { return }
    let pace = -FixedMath.log(1 - min(chance, 0.999)) / 365.25 * effects[initiative]
    let bits = run.draws.pair(one.stream, people[index].walk.person, number).0
    let due = time + run.tables.exponential(UInt32(truncatingIfNeeded: bits)) / pace
    guard due < Double(min(one.end, Int.max >> 12)) else { return }
    push(index, at: due, rank: 1 + initiative, .chance(initiative: initiative, number: number))
  }

  /// A chance comes: the child goes home or steps down if it may.
  mutating func act(_ initiative: Int, on index: Int, number: UInt32, _ event: DueEvent) {
    let one = acting[initiative]
    let day = Int(event.day)
    guard people[index].actedOn != event.day, let eligible = one.initiative.kind.eligible,
      isEligible(index, eligible, day: day), actions.hasRoom(one, initiative, future, month(day)),
      accepts(index, one, number | 0x8000_0000, share: one.strength(on: day))
    else { return }
    if case .stepDown(_, let to, _, _) = one.initiative.kind, Int(people[index].walk.category) == to {
      return
    }
    advance(index, to: event.time)
    guard people[index].isInCare else { return }
    people[index].actedOn = event.day
    actions.count(initiative, future, month(day))
    let (first, second) = run.draws.pair(one.stream, people[index].walk.person, number | 0x4000_0000)
    switch one.initiative.kind {
    case .returnHome(_, _, let reentryShare, let support):
      leave(index, on: day, kind: ExitKind.home.rawValue)
      actions.support(support, initiative, future, from: day, run)
      if unitInterval(first) < reentryShare {
        push(index, at: event.time + 1 + unitInterval(second) * 364, rank: 0, .reentry)
      }
    case .stepDown(_, let to, _, let breakdownShare):
      let before = people[index].walk.category
      move(index, to: to)
      if unitInterval(first) < breakdownShare {
        let due = event.time + 1 + unitInterval(second) * 181
        push(index, at: due, rank: 0, .breakdown(stay: people[index].walk.stays, category: before))
      }
    default: break
    }
  }

  /// Brings a child to a time before its own next event: what is left of its candidate shrinks by the hazard passed.
  mutating func advance(_ index: Int, to time: Double) {
    guard time > people[index].walk.time else { return }
    if run.next(&people[index].walk, until: time) == .eighteen {
      leave(index, on: Int(people[index].walk.time), kind: 4)
    }
  }

  /// Moves a child to a new stay in a category.
  mutating func move(_ index: Int, to category: Int) {
    guard people[index].isInCare else { return }
    freePlace(index)
    run.move(&people[index].walk, to: category, isNewStay: true, isMove: true)
    people[index].version &+= 1
    plan(index)
  }

  /// A child who went home because of an initiative comes into care again, to the placement it left.
  mutating func comeBack(_ index: Int, at time: Double) {
    guard !people[index].isInCare else { return }
    var walk = people[index].walk
    guard run.age(of: walk, on: Int(time) + 1) < 18 else { return }
    walk.restart(at: time)
    walk.settle(run.birthdays, run.ground.space)
    people[index].walk = walk
    people[index].isInCare = true
    people[index].version &+= 1
    run.enter(&people[index].walk)
    plan(index)
  }

  /// Fills places that are free, the longest wait first; a place is held until the stay ends.
  mutating func fillPlaces(on day: Int) {
    for (number, one) in acting.enumerated() {
      guard case .addCapacity(let places, let to, let eligible) = one.initiative.kind else { continue }
      let open = Int(Double(places) * effects[number] * one.strength(on: day) + 0.5)
      var free = open - taken[number]
      guard free > 0 else { continue }
      var waiting = people.indices.filter { index in
        people[index].isInCare && people[index].walk.category != Int32(to)
          && people[index].actedOn != Int32(day) && isEligible(index, eligible, day: day)
      }
      waiting.sort { waitsLonger(people[$0].walk, people[$1].walk, one, day) }
      for index in waiting {
        guard free > 0, actions.hasRoom(one, number, future, month(day)) else { break }
        advance(index, to: Double(day) - 0.5)
        guard people[index].isInCare else { continue }
        people[index].actedOn = Int32(day)
        move(index, to: to)
        people[index].place = Int32(number)
        taken[number] += 1
        free -= 1
        actions.count(number, future, month(day))
      }
    }
  }

  private func waitsLonger(_ a: Walk, _ b: Walk, _ one: ActingInitiative, _ day: Int) -> Bool {
    let waits = (Int(a.stayStart.rounded(.down)), Int(b.stayStart.rounded(.down)))
    if waits.0 != waits.1 { return waits.0 < waits.1 }
    return run.draws.pair(one.stream, a.person, UInt32(day) | 0x2000_0000).0
      < run.draws.pair(one.stream, b.person, UInt32(day) | 0x2000_0000).0
  }

  mutating func freePlace(_ index: Int) {
    guard people[index].place >= 0 else { return }
    taken[Int(people[index].place)] -= 1
    people[index].place = -1
  }
}

extension ActingInitiative {
  /// The claim of an initiative that adds events of its own: a chance a year; nil for the others.
  var chancePerYear: Double? {
    switch initiative.kind {
    case .returnHome(_, let chance, _, _), .stepDown(_, _, let chance, _): chance
    default: nil
    }
  }

  var isCapacity: Bool {
    if case .addCapacity = initiative.kind { true } else { false }
  }
}
