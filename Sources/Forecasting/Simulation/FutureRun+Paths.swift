/// Children's paths through care.
extension FutureRun {
  /// Follows a crew until everyone has left care or the forecast ends, in rounds: each child goes along one stretch of
  /// even hazards, and those to whom the same happens are then dealt with together. The processor can work on several
  /// children at once, and no branch hangs on what happens to one, which can't be foretold.
  @inline(never)
  mutating func follow(_ size: Int) {
    let going = lists, coming = going + Workspace.crewSize, ending = coming + Workspace.crewSize
    let changing = ending + Workspace.crewSize, leaving = changing + Workspace.crewSize
    for member in 0..<size {
      draw(&crew[member])
      going[member] = Int32(truncatingIfNeeded: member)
    }
    var count = size
    while count > 0 {
      var on = 0, come = 0, end = 0
      for place in 0..<count {
        let member = going[place]
        let step = step(&crew[Int(member)], until: horizon)
        (going[on], coming[come], ending[end]) = (member, member, member)
        on &+= 1 &- step.event &- step.end
        come &+= step.event
        end &+= step.end
      }
      var change = 0, exit = 0
      for place in 0..<come {
        let member = coming[place]
        let leaves = leaves(&crew[Int(member)])
        (changing[change], leaving[exit]) = (member, member)
        change &+= 1 &- leaves
        exit &+= leaves
      }
      for place in 0..<change {
        let member = changing[place]
        self.change(&crew[Int(member)])
        going[on &+ place] = member
      }
      for place in 0..<change { draw(&crew[Int(changing[place])]) }
      on &+= change
      for place in 0..<exit { leaveEarly(&crew[Int(leaving[place])]) }
      for place in 0..<end {
        let member = ending[place]
        switch pass(&crew[Int(member)], horizon) {
        case .eighteen: leave(&crew[Int(member)], on: Int(crew[Int(member)].time), kind: 4)
        case .nothing: break
        default:
          going[on] = member
          on &+= 1
        }
      }
      count = on
    }
  }

  /// Leaves care before 18.
  @inline(__always)
  private mutating func leaveEarly(_ walk: inout Walk) {
    leave(&walk, on: Int(walk.time) &+ 1, kind: exitKind(walk))
  }

  /// Goes to the next event of a child or to a time, whichever is first.
  mutating func next(_ walk: inout Walk, until limit: Double) -> Happening {
    if walk.left < 0 { draw(&walk) }
    while true {
      let step = step(&walk, until: limit)
      if step.event == 1 {
        let leaves = leaves(&walk)
        walk.left = -1
        return leaves == 1 ? .exit : .change
      }
      if step.end == 1, let happening = pass(&walk, limit) { return happening }
    }
  }

  /// Draws a child's next candidate event.
  @inline(__always)
  private func draw(_ walk: inout Walk) {
    let (first, second) = draws.pair(Stream.events, walk.person, walk.number)
    walk.left = tables.exponential(UInt32(truncatingIfNeeded: first >> 32))
    walk.which = unitInterval(UInt32(truncatingIfNeeded: first))
    walk.outcome = unitInterval(second)
    walk.number &+= 1
  }

  /// What a stretch of even hazards leads to: an event within it, or the end of the child's age band or of the time
  /// asked about; each 1 or 0. Where both are 0 the next stretch follows.
  private struct Step {
    let event: Int, end: Int
  }

  /// Takes a child to the end of the present stretch of even hazards, which takes off hazard times length of the
  /// exponential drawn. Where that falls below nought the event comes within the stretch, by as much before its end.
  /// Nothing here but a rate not drawn yet makes a branch.
  @inline(__always)
  private mutating func step(_ walk: inout Walk, until limit: Double) -> Step {
    let total = hazards(walk).total
    let last = walk.ageEdge < limit ? walk.ageEdge : limit
    let clock = walk.careEdge < walk.stayEdge ? walk.careEdge : walk.stayEdge
    let edge = clock < last ? clock : last
    let left = walk.left - total * (edge - walk.time)
    walk.left = left
    walk.time = edge
    // By signs and bits, of which the compiler makes no branches.
    let event = Int(truncatingIfNeeded: left.bitPattern >> 63)
    let goes = Int32(truncatingIfNeeded: 1 &- event)
    let width = Int32(truncatingIfNeeded: 2 &* categories)
    walk.careCell &+= width & (0 &- (FutureRun.same(edge, walk.careEdge) & goes))
    walk.stayCell &+= width & (0 &- (FutureRun.same(edge, walk.stayEdge) & goes))
    walk.careEdge = walk.careStart + bandEdges[Int(walk.careCell)]
    walk.stayEdge = walk.stayStart + bandEdges[Int(walk.stayCell)]
    return Step(event: event, end: Int(FutureRun.same(edge, last) & goes))
  }

  /// 1 where two times are the same, else 0.
  @inline(__always)
  private static func same(_ a: Double, _ b: Double) -> Int32 { a.bitPattern == b.bitPattern ? 1 : 0 }

  /// A child's hazards of leaving care before 18, and of that or a change of placement.
  @inline(__always)
  private mutating func hazards(_ walk: Walk) -> (exit: Double, total: Double) {
    let exit = exitRate[Int(walk.careCell)]
    let total = exit + changeRate[Int(walk.stayCell)]
    return total < 0 ? drawHazards(Int(walk.careCell), Int(walk.stayCell)) : (exit, total)
  }

  @inline(never)
  private mutating func drawHazards(_ careCell: Int, _ stayCell: Int) -> (exit: Double, total: Double) {
    let exit = exitRate[careCell] < 0 ? drawExitRate(careCell) : exitRate[careCell]
    let change = changeRate[stayCell] < 0 ? drawChangeRate(stayCell) : changeRate[stayCell]
    return (exit, exit + change)
  }

  /// Takes a child back from the end of a stretch to the event within it; 1 where that is leaving care, else 0.
  @inline(__always)
  private mutating func leaves(_ walk: inout Walk) -> Int {
    let (exit, total) = hazards(walk)
    walk.time += walk.left / total
    return Int(truncatingIfNeeded: (walk.which * total - exit).bitPattern >> 63)
  }

  /// Takes a child past the end of an age band, if it is at one; what happens then: nil where it goes on.
  @inline(__always)
  private func pass(_ walk: inout Walk, _ limit: Double) -> Happening? {
    if walk.time == walk.ageEdge {
      walk.age &+= 1
      if walk.age == 5 { return .eighteen }
      let cells = Int32(truncatingIfNeeded: TimeBand.count &* 2 &* categories)
      walk.careCell &+= cells
      walk.stayCell &+= cells
      walk.setAgeEdge(birthdays)
    }
    return walk.time == limit ? .nothing : nil
  }
}
