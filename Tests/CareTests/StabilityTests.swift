import Care
import Testing
import Units

@Suite struct StabilityTests {
  private func measure(_ id: String, _ episodes: [Episode], births: [Int32: String] = [:]) throws -> Measure {
    let set = MeasureSet(
      try histories(episodes, births: births), at: try day("2025-03-31"), population: nil,
      knownFrom: try day("2015-04-01"))
    return try #require(set.measure(id))
  }

  /// Whether one child has three or more placements.
  private func isThree(_ episodes: Episode...) throws -> Bool {
    let three = try measure("three-placements", episodes)
    #expect(three.denominator.count == 1)
    return three.numerator.count == 1
  }

  @Test func `three placements count and two do not, those open at both ends of the year included`() throws {
    let first = try episode("2023-05-01", "2024-06-01", "S", "X1")
    let second = try episode("2024-06-01", "2025-03-31", "P", "X1", urn: "SC002")
    #expect(try isThree(first, second, episode("2025-03-31", nil, "P", urn: "SC003")))
    #expect(try !isThree(first, episode("2024-06-01", nil, "P", urn: "SC002")))
  }

  @Test func `a move on 1 April leaves the placement before it out of the year`() throws {
    func lives(movedOn move: String) throws -> Bool {
      try isThree(
        episode("2023-05-01", move, "S", "X1"), episode(move, "2024-08-01", "P", "X1", urn: "SC002"),
        episode("2024-08-01", nil, "P", urn: "SC003"))
    }
    #expect(try !lives(movedOn: "2024-04-01"))
    #expect(try lives(movedOn: "2024-04-02"))
  }

  @Test func `temporary placements are no moves, whether the child comes back or not`() throws {
    let first = try episode("2024-05-01", "2024-06-01", "S", "X1")
    let away = try episode("2024-06-01", "2024-06-05", "P", "X1", place: "T1", urn: "SC009")
    #expect(try !isThree(first, away, episode("2024-06-05", nil, "P")))
    #expect(
      try !isThree(
        first, away, episode("2024-06-05", "2024-09-01", "P", "X1"),
        episode("2024-09-01", "2024-09-05", "P", "X1", place: "T2", urn: "SC009"),
        episode("2024-09-05", nil, "P")))
    // Not back: one move.
    #expect(try !isThree(first, away, episode("2024-06-05", nil, "P", urn: "SC002")))
    #expect(
      try isThree(
        first, away, episode("2024-06-05", "2024-09-01", "P", "X1", urn: "SC002"),
        episode("2024-09-01", nil, "P", urn: "SC003")))
  }

  @Test func `a placement left for hospital over 1 April is open on it`() throws {
    func lives(wayBack: String) throws -> Bool {
      try isThree(
        episode("2023-05-01", "2024-03-20", "S", "X1"),
        episode("2024-03-20", wayBack, "P", "X1", place: "T1", urn: "SC009"),
        episode(wayBack, "2024-08-01", "P", "X1", urn: "SC002"), episode("2024-08-01", nil, "P", urn: "SC003")
      )
    }
    #expect(try lives(wayBack: "2024-04-05"))
    #expect(try !lives(wayBack: "2024-03-25"))
  }

  @Test func `a stay elsewhere and back is two moves`() throws {
    #expect(
      try isThree(
        episode("2024-05-01", "2024-06-01", "S", "X1"),
        episode("2024-06-01", "2024-07-01", "P", "X1", urn: "SC002"),
        episode("2024-07-01", nil, "P")))
  }

  @Test(arguments: ["P", "T", "U"] as [Code])
  func `adoption by the carers who fostered is no move`(reason: Code) throws {
    let two = [
      try episode("2024-05-01", "2024-06-01", "S", "X1"),
      try episode("2024-06-01", "2024-10-01", "P", "X1", urn: "SC002"),
    ]
    for (place, isMove) in [("A5", false), ("A3", false), ("A4", reason == "P")] as [(Code, Bool)] {
      let last = try episode("2024-10-01", nil, reason, place: place, urn: "SC003")
      #expect(try isThree(two[0], two[1], last) == isMove)
    }
  }

  @Test func `placements of an earlier time in care in the year count too`() throws {
    #expect(
      try isThree(
        episode("2024-05-01", "2024-06-01", "S", "X1"),
        episode("2024-06-01", "2024-07-01", "P", "E4A", urn: "SC002"),
        episode("2024-12-01", nil, "S", urn: "SC003")))
  }

  @Test func `legal changes are no moves`() throws {
    #expect(
      try !isThree(
        episode("2024-05-01", "2024-06-01", "S", "X1"), episode("2024-06-01", "2024-07-01", "L", "X1"),
        episode("2024-07-01", nil, "L")))
  }

  /// A child's place in long-term stability: counted, not, left out, or nothing to do with it.
  private enum Place { case counted, not, leftOut, apart }

  private func longTerm(_ episodes: Episode..., birth: String = "2012-05-06") throws -> Place {
    let measure = try measure("long-term-stability", episodes, births: [0: birth])
    if !measure.leftOut.isEmpty { return .leftOut }
    if !measure.numerator.isEmpty { return .counted }
    return measure.denominator.isEmpty ? .apart : .not
  }

  @Test func `two and a half years to the day are long, a day less is not`() throws {
    #expect(try longTerm(episode("2022-09-30", nil, "S")) == .counted)
    #expect(try longTerm(episode("2022-10-01", nil, "S")) == .apart)
  }

  @Test func `two years in the placement to the day are stable, a day less is not`() throws {
    for (moved, place) in [("2023-03-31", Place.counted), ("2023-04-01", .not)] {
      #expect(
        try longTerm(episode("2022-01-01", moved, "S", "X1"), episode(moved, nil, "P", urn: "SC002")) == place
      )
    }
  }

  @Test func `children of 16 on the date are left apart`() throws {
    #expect(try longTerm(episode("2022-01-01", nil, "S"), birth: "2009-03-31") == .apart)
    #expect(try longTerm(episode("2022-01-01", nil, "S"), birth: "2009-04-01") == .counted)
  }

  @Test func `placed for adoption counts together with the placement before`() throws {
    for (first, place) in [("2023-03-31", Place.counted), ("2023-04-01", .not)] {
      #expect(
        try longTerm(
          episode("2022-01-01", first, "S", "X1"), episode(first, "2024-08-01", "P", "X1", urn: "SC002"),
          episode("2024-08-01", nil, "P", place: "A4", urn: "SC003")) == place)
    }
    // Fostering is not adoption.
    #expect(
      try longTerm(
        episode("2022-01-01", "2024-08-01", "S", "X1"), episode("2024-08-01", nil, "P", urn: "SC003")) == .not
    )
  }

  @Test func `time away in hospital does not end a placement`() throws {
    #expect(
      try longTerm(
        episode("2022-01-01", "2024-06-01", "S", "X1"),
        episode("2024-06-01", "2024-06-20", "P", "X1", place: "T1", urn: "SC009"),
        episode("2024-06-20", nil, "P"))
        == .counted)
  }

  @Test func `a start that is not known counts where even the known time is enough, else it is left out`()
    throws
  {
    #expect(try longTerm(episode("2022-09-30", nil, "L")) == .counted)
    #expect(try longTerm(episode("2022-10-01", nil, "L")) == .leftOut)
    // Long in care, but when the placement began is not known.
    #expect(
      try longTerm(
        episode("2022-01-01", "2023-05-01", "L", "X1"), episode("2023-05-01", nil, "P", urn: "SC002")) == .not
    )
  }

  @Test func `a break starts the time again`() throws {
    #expect(
      try longTerm(episode("2020-01-01", "2023-01-01", "S", "E4A"), episode("2023-01-05", nil, "S")) == .apart
    )
  }
}
