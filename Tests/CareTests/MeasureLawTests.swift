import Care
import Support
import Testing
import Units

/// What always holds, whatever the lives.
@Suite struct MeasureLawTests {
  private func measures(_ seed: UInt64) throws -> MeasureSet {
    let lives = try randomHistories(seed, children: 120)
    var draws = Draws { Seed(seed &+ 100).words($0, 0, 0, 0) }
    return MeasureSet(
      lives, at: lives.asOf - Int.random(in: 0...900, using: &draws), population: 40_000,
      knownFrom: try day("2018-04-01"))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `opening and started less ceased is closing`(seed: UInt64) throws {
    let flow = try measures(seed).flow.map(\.numerator.count)
    #expect(flow.count == 5)
    #expect(flow[0] + flow[1] + flow[2] - flow[3] == flow[4])
    #expect(flow[1] > 5 && flow[3] > 5)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `parts add up to their whole, each row in one of them`(seed: UInt64) throws {
    let set = try measures(seed)
    for breakdown in set.breakdowns {
      let rows = breakdown.parts.flatMap(\.numerator).map(\.period).sorted()
      #expect(rows == breakdown.whole.numerator.map(\.period).sorted(), "\(breakdown.id)")
      #expect(Set(rows).count == rows.count)
    }
    for id in ["placement", "place", "provider", "age", "legal-status", "unaccompanied", "area"] {
      #expect(
        set.measure(id + "/all")?.numerator.map(\.period)
          == set.measure("looked-after")?.numerator.map(\.period))
    }
    #expect(set.measure("started-age/all")?.numerator == set.measure("started")?.numerator)
    #expect(
      set.measure("ceased-reason/all")?.numerator.map(\.period)
        == set.measure("ceased")?.numerator.map(\.period))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `every figure is the count of its rows, and what counts is among what it is a share of`(seed: UInt64)
    throws
  {
    for measure in try measures(seed).all {
      let counted = Set(measure.numerator.map(\.period))
      let whole = Set(measure.denominator.map(\.period))
      #expect(counted.count == measure.numerator.count && whole.count == measure.denominator.count)
      #expect(counted.isSubset(of: whole) && whole.isDisjoint(with: measure.leftOut.map(\.period)))
      switch measure.value {
      case .count(let count): #expect(count == counted.count)
      case .percent(let tenths):
        #expect(abs(Double(tenths) / 10 - 100 * Double(counted.count) / Double(whole.count)) <= 0.05 + 1e-9)
      case .rate(let tenths): #expect(abs(Double(tenths) / 10 - Double(counted.count) / 4) <= 0.05 + 1e-9)
      case .nights(_, let mean):
        let nights = measure.numerator.compactMap(\.nights)
        #expect(nights.count == counted.count)
        #expect(abs(Double(mean) / 10 - Double(nights.reduce(0, +)) / Double(nights.count)) <= 0.05 + 1e-9)
      case .none: #expect(whole.isEmpty)
      }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a child counts once among the children looked after, started and ceased`(seed: UInt64) throws {
    let set = try measures(seed)
    for id in ["looked-after", "started", "ceased", "three-placements", "time-ceased"] {
      let children = try #require(set.measure(id)).denominator.map(\.child)
      #expect(Set(children).count == children.count)
    }
    #expect(Set(set.all.map(\.id)).count == set.all.count)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `cut at the date or known later, the measures are the same`(seed: UInt64) throws {
    let lives = try randomHistories(seed, children: 120)
    let date = lives.asOf - 400
    let known = lives.episodes.filter { $0.start <= date }.map { episode in
      var cut = episode
      if let end = cut.end, end > date { cut.end = nil }
      return cut
    }
    let cut = CareHistories(
      children: lives.children, episodes: known, respite: [], asReturned: known, asOf: date, book: lives.book)
    let from = try day("2018-04-01")
    let early = MeasureSet(cut, at: date, population: nil, knownFrom: from)
    let late = MeasureSet(lives, at: date, population: nil, knownFrom: from)
    for (a, b) in zip(early.all, late.all) {
      #expect(a.id == b.id && a.value == b.value && a.numerator.map(\.child) == b.numerator.map(\.child))
    }
  }
}
