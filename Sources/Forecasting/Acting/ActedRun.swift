/// One future with initiatives: all children on one calendar, since places and monthly limits make them compete.
///
/// Every child has the same candidate events, by number, as without initiatives; initiatives accept, reject or add
/// some, each from its own stream. Without initiatives the counts are those of `FutureRun.run` to the last.
struct ActedRun {
  /// A child on the calendar.
  struct Person {
    /// As it is.
    var walk: Walk
    /// As it will be at its own next event.
    var coming: Walk
    var happening = Happening.nothing
    /// Grows with every change, so that events set before it are void.
    var version: UInt32 = 0
    var isInCare = false
    /// The initiative whose place it holds; below nought for none.
    var place: Int32 = -1
    /// The day on which an initiative last acted on it.
    var actedOn: Int32 = -1
  }

  var run: FutureRun
  let acting: [ActingInitiative]
  let effects: [Double]
  let actions: Actions
  let future: Int
  var people: [Person] = []
  var queue = EventQueue()
  /// Places of each initiative that are taken.
  var taken: [Int]

  init(_ run: FutureRun, _ plan: ActingPlan, into actions: Actions, future: Int) {
    self.run = run
    acting = plan.initiatives
    effects = DrawnEffects(plan.initiatives, draws: run.draws, rho: plan.rho).factors
    self.actions = actions
    self.future = future
    taken = Array(repeating: 0, count: plan.initiatives.count)
  }

  /// Computes the future.
  mutating func simulate() {
    run.begin()
    addStarters()
    addEntrants()
    let hasPlaces = acting.contains { $0.isCapacity }
    for day in 1...max(1, Int(run.horizon)) {
      while let next = queue.nextDay, next <= Int32(day), let event = queue.pop() { happen(event) }
      if hasPlaces { fillPlaces(on: day) }
    }
    run.finish()
    price()
  }

  private mutating func addStarters() {
    for index in 0..<run.starterCount {
      var walk = run.ground.starters.base[index]
      run.starter(index, into: &walk)
      people.append(Person(walk: walk, coming: walk, isInCare: true))
      plan(index)
      addChances(index, from: 0)
    }
  }

  private mutating func addEntrants() {
    var group = ArrivingGroup()
    while run.arrive(&group) {
      for member in 0..<group.arrival.size {
        var walk = Walk()
        run.entrant(group, member, person: UInt32(people.count), into: &walk)
        people.append(Person(walk: walk, coming: walk))
        push(people.count - 1, at: walk.time, rank: 0, .entry)
      }
    }
  }

  /// Finds a child's own next event and sets it on the calendar.
  mutating func plan(_ index: Int) {
    people[index].coming = people[index].walk
    let happening = run.next(&people[index].coming, until: run.horizon)
    people[index].happening = happening
    guard happening != .nothing else { return }
    let time = people[index].coming.time
    push(index, at: happening == .eighteen ? time - 0.5 : time, rank: 0, .own)
  }

  /// Sets something on the calendar, unless it falls after the forecast.
  mutating func push(_ index: Int, at time: Double, rank: Int, _ kind: DueEvent.Kind) {
    let day = Int(time) + 1
    guard time < run.horizon, day <= Int(run.horizon) else { return }
    let tie = run.draws.pair(Stream.order, people[index].walk.person, UInt32(day)).0
    queue.push(
      DueEvent(
        day: Int32(day), tie: UInt32(truncatingIfNeeded: tie), rank: Int32(rank), person: Int32(index),
        time: time,
        version: people[index].version, kind: kind))
  }

  private mutating func happen(_ event: DueEvent) {
    let index = Int(event.person)
    switch event.kind {
    case .own: if event.version == people[index].version { own(index) }
    case .entry: enter(index, day: Int(event.day))
    case .chance(let initiative, let number):
      addChance(index, initiative, number: number + 1, after: event.time)
      if people[index].isInCare { act(initiative, on: index, number: number, event) }
    case .breakdown(let stay, let category):
      guard people[index].isInCare, people[index].walk.stays == stay else { return }
      advance(index, to: event.time)
      move(index, to: Int(category))
    case .reentry: comeBack(index, at: event.time)
    }
  }

  /// A child comes into care, unless an initiative prevents it.
  private mutating func enter(_ index: Int, day: Int) {
    for (number, one) in acting.enumerated() {
      guard case .preventEntry(let eligible, let share) = one.initiative.kind,
        isEligible(index, eligible, day: day), actions.hasRoom(one, number, future, month(day)),
        accepts(index, one, 0, share: min(1, share * effects[number]) * one.strength(on: day))
      else { continue }
      actions.count(number, future, month(day))
      return
    }
    people[index].isInCare = true
    run.enter(&people[index].walk)
    plan(index)
    addChances(index, from: people[index].walk.time)
  }

  /// A child's own event, unless an initiative keeps its placement stable.
  private mutating func own(_ index: Int) {
    let day = Int(people[index].coming.time) + 1
    if people[index].happening == .change, isKept(index, day: day) { return }
    people[index].walk = people[index].coming
    people[index].version &+= 1
    switch people[index].happening {
    case .change:
      let stays = people[index].walk.stays
      run.change(&people[index].walk)
      if people[index].walk.stays != stays { freePlace(index) }
      plan(index)
    case .exit:
      let kind = run.exitKind(people[index].walk)
      leave(index, on: day, kind: kind)
    case .eighteen: leave(index, on: Int(people[index].walk.time), kind: 4)
    case .nothing: break
    }
  }

  mutating func leave(_ index: Int, on day: Int, kind: Int) {
    run.leave(&people[index].walk, on: day, kind: kind)
    people[index].isInCare = false
    people[index].version &+= 1
    freePlace(index)
  }

  /// Whether an initiative keeps a child from a change of placement: then the candidate passes and the next is set.
  private mutating func isKept(_ index: Int, day: Int) -> Bool {
    // What only passes from one carer's arrangement to another is no breakdown.
    guard run.isMove(people[index].coming) else { return false }
    for (number, one) in acting.enumerated() {
      guard case .keepStable(let eligible, let share) = one.initiative.kind,
        isEligible(index, eligible, day: day), actions.hasRoom(one, number, future, month(day)),
        accepts(
          index, one, people[index].coming.number,
          share: min(1, share * effects[number]) * one.strength(on: day))
      else { continue }
      actions.count(number, future, month(day))
      people[index].walk = people[index].coming
      people[index].version &+= 1
      plan(index)
      return true
    }
    return false
  }

  func month(_ day: Int) -> Int { Int(run.monthOfDay[day]) }

  /// Whether an initiative's own draw for a child and a candidate falls within a share.
  func accepts(_ index: Int, _ one: ActingInitiative, _ candidate: UInt32, share: Double) -> Bool {
    share > 0 && run.draws.uniform(one.stream, people[index].walk.person, candidate) < share
  }

  /// Whether an initiative may act on a child as it is on a day.
  func isEligible(_ index: Int, _ eligible: Eligible, day: Int) -> Bool {
    let walk = people[index].walk
    // What happens in the night before the 18th birthday happens to a child of 17.
    return eligible.includes(
      age: min(17, run.age(of: walk, on: day)), category: Int(walk.category), isUASC: walk.uasc == 1,
      nightsInCare: max(0, day - Int(walk.careStart.rounded(.down)) - 1),
      nightsInStay: max(0, day - Int(walk.stayStart.rounded(.down)) - 1))
  }
}
