import Care
import Testing
import Units

/// How far from home children are placed, and whether in the council's own area.
struct LocalityTests {
  /// Children each in one placement, at 31 March 2025.
  private func measures(_ localities: [Locality], uasc: Set<Int32> = []) throws -> MeasureSet {
    let episodes = try localities.enumerated().map { child, locality in
      try episode("2024-05-01", nil, "S", child: Int32(child), locality: locality)
    }
    return MeasureSet(
      try histories(episodes, uasc: uasc), at: try day("2025-03-31"), population: nil,
      knownFrom: try day("2018-04-01"))
  }

  private func children(_ set: MeasureSet, _ id: String) throws -> [Int32] {
    try #require(set.measure(id), "\(id)").numerator.map(\.child)
  }

  @Test func `20 miles are near, a tenth more is far, and unknown is neither`() throws {
    let set = try measures([200, 201, 0, nil].map { Locality(distance: $0, isInside: nil) })
    let far = try #require(set.measure("over-20-miles"))
    #expect(far.numerator.map(\.child) == [1] && far.denominator.map(\.child) == [0, 1, 2])
    #expect(far.leftOut.map(\.child) == [3] && !far.whyLeftOut.isEmpty)
    #expect(far.numerator.first?.reason == "20.1 miles from home")
    #expect(try children(set, "distance/up-to-20-miles") == [0, 2])
    #expect(try children(set, "distance/over-20-miles") == [1])
    #expect(try children(set, "distance/not-known") == [3])
  }

  @Test func `unaccompanied children have no distance, though they are placed somewhere`() throws {
    let set = try measures(
      [300, 300, nil].map { Locality(distance: $0, isInside: false) }, uasc: [1, 2])
    let far = try #require(set.measure("over-20-miles"))
    #expect(far.denominator.map(\.child) == [0] && far.leftOut.isEmpty)
    #expect(try children(set, "distance/all") == [0])
    #expect(try children(set, "outside-area") == [0, 1, 2])
    let both = try #require(set.measure("outside-over-20-miles"))
    #expect(both.numerator.map(\.child) == [0] && both.denominator.map(\.child) == [0, 1, 2])
  }

  @Test func `outside and far is both at once, of all children`() throws {
    let set = try measures([
      Locality(distance: 300, isInside: true), Locality(distance: 300, isInside: false),
      Locality(distance: 100, isInside: false), Locality(distance: nil, isInside: false),
      Locality(distance: 300, isInside: nil),
    ])
    #expect(set.measure("outside-over-20-miles")?.value == .percent(tenths: 200))
    #expect(set.measure("outside-area")?.value == .percent(tenths: 750))
    #expect(try children(set, "area/inside") == [0] && children(set, "area/not-known") == [4])
    #expect(try children(set, "area/outside") == [1, 2, 3])
  }

  @Test func `the placement is the one of the date`() throws {
    let episodes = [
      try episode("2024-05-01", "2024-09-01", "S", "X1", locality: Locality(distance: 500, isInside: false)),
      try episode(
        "2024-09-01", nil, "P", urn: "SC002", locality: Locality(distance: 10, isInside: true)),
    ]
    for (date, counted) in [("2024-06-30", 1), ("2025-03-31", 0)] {
      let set = MeasureSet(
        try histories(episodes), at: try day(date), population: nil, knownFrom: try day("2018-04-01"))
      #expect(set.measure("outside-over-20-miles")?.numerator.count == counted)
    }
  }

  @Test func `what is known of nobody is not shown, and it is said how to get it`() throws {
    let none = try measures([.unknown, .unknown])
    for id in ["over-20-miles", "outside-area", "outside-over-20-miles", "distance/all", "area/all"] {
      #expect(none.measure(id) == nil)
    }
    #expect(none.cautions.contains { $0.contains("homeward postcodes") && $0.contains("How far") })
    #expect(none.cautions.contains { $0.contains("--authority") })
    let distance = try measures([Locality(distance: 10, isInside: nil), .unknown])
    #expect(distance.measure("over-20-miles") != nil && distance.measure("outside-over-20-miles") == nil)
    #expect(!distance.cautions.contains { $0.contains("How far") })
    #expect(distance.cautions.contains { $0.contains("--authority") })
  }
}
