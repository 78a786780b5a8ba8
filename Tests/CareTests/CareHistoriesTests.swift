import Care
import Testing
import Units

@Suite struct CareHistoriesTests {
  /// Two episodes of one child, the second from the day the first ends.
  private func pair(
    _ reasonNew: Code, ceased: Code = "X1", place: Code = "U4", provider: Code = "PR4", urn: Code = "SC001"
  ) throws -> CareHistories {
    try histories([
      episode("2024-04-10", "2024-06-01", "S", ceased),
      episode("2024-06-01", nil, reasonNew, place: place, provider: provider, urn: urn),
    ])
  }

  @Test func `a change of legal status keeps the stay`() throws {
    let kept = try pair("L")
    #expect(kept.stays.count == 1)
    #expect(kept.stays.first?.episodes == 0..<2)
    #expect(kept.stays.first?.start == (try day("2024-04-10")))
    #expect(kept.stays.first?.end == nil)
    #expect(kept.periods.count == 1)
  }

  @Test(arguments: ["T", "U"] as [Code])
  func `a change of placement with the same carer keeps the stay and changes the category`(reason: Code)
    throws
  {
    let kept = try pair(reason, place: "U1")
    #expect(kept.stays.count == 1)
    #expect(kept.stays.contains { $0.isMove } == false)
    let stock = Stock(kept)
    let before = kept.episodes[0].category
    let after = kept.episodes[1].category
    #expect(before != after)
    #expect(stock.children(on: try day("2024-05-31"))[before.index] == 1)
    #expect(stock.children(on: try day("2024-06-01"))[after.index] == 1)
    #expect(stock.months(from: try day("2024-06-01")).allSatisfy { $0.moves.allSatisfy { $0 == 0 } })
  }

  @Test(arguments: ["P", "B"] as [Code])
  func `a change of placement starts a stay and is a move`(reason: Code) throws {
    for urn: Code in ["SC001", "SC002"] {
      let moved = try pair(reason, urn: urn)
      #expect(moved.stays.map(\.isMove) == [false, true])
      #expect(moved.stays.map(\.episodes) == [0..<1, 1..<2])
      #expect(moved.stays[0].end == moved.stays[1].start)
      #expect(moved.periods.count == 1)
      #expect(moved.periods.first?.stays == 0..<2)
    }
  }

  @Test func `a reason that is not known starts a stay where the placement is another`() throws {
    for reason: Code in [.empty, "X", "l"] {
      #expect(try pair(reason).stays.count == 1)
      for other in [
        try pair(reason, place: "U5"), try pair(reason, provider: "PR1"), try pair(reason, urn: "SC002"),
      ] {
        #expect(other.stays.map(\.isMove) == [false, true])
        #expect(other.periods.count == 1)
      }
    }
  }

  @Test func `a gap starts a new period`() throws {
    let back = try histories([
      episode("2024-04-10", "2024-06-01", "S", "E4A"), episode("2024-06-02", nil, "S"),
    ])
    #expect(back.periods.map(\.stays) == [0..<1, 1..<2])
    #expect(back.periods.map(\.reasonCeased) == ["E4A", .empty])
    #expect(back.periods.map(\.end) == [try day("2024-06-01"), nil])
    #expect(back.stays.map(\.isMove) == [false, false])
  }

  @Test(arguments: ["L", "P", "T"] as [Code])
  func `a gap starts a new period whatever the reason says`(reason: Code) throws {
    let back = try histories([
      episode("2024-04-10", "2024-06-01", "S", "X1"), episode("2024-06-03", nil, reason),
    ])
    #expect(back.stays.count == 2)
    #expect(back.periods.map(\.isStartKnown) == [true, false])
    #expect(back.stays.map(\.isMove) == [false, false])
  }

  @Test func `a start on the day care ceased starts a new period`() throws {
    let again = try pair("S", ceased: "E4A")
    #expect(again.periods.count == 2)
    #expect(again.periods[0].end == again.periods[1].start)
    #expect(again.periods.map(\.isStartKnown) == [true, true])
    #expect(again.stays.map(\.isMove) == [false, false])
  }

  @Test func `a start after an episode that says care goes on does not`() throws {
    for ceased: Code in ["X1", .empty] {
      let same = try pair("S", ceased: ceased)
      #expect(same.periods.count == 1)
      #expect(same.stays.map(\.isMove) == [false, false])
    }
  }

  @Test func `a reason to cease does not break a period that goes on`() throws {
    let kept = try pair("P", ceased: "E4A")
    #expect(kept.periods.count == 1)
    #expect(try pair("L", ceased: "E4A").stays.count == 1)
  }

  @Test func `a temporary placement and the return from it are no moves`() throws {
    let back = try histories([
      episode("2024-04-10", "2024-06-01", "S", "X1"),
      episode("2024-06-01", "2024-06-08", "P", "X1", place: "T1", urn: .empty),
      episode("2024-06-08", nil, "P"),
    ])
    #expect(back.stays.map(\.isMove) == [false, false, false])
    #expect(back.periods.count == 1)
  }

  @Test func `leaving a temporary placement for another is a move`() throws {
    for (place, provider, urn): (Code, Code, Code) in [
      ("U5", "PR4", "SC001"), ("U4", "PR1", "SC001"), ("U4", "PR4", "SC002"),
    ] {
      let moved = try histories([
        episode("2024-04-10", "2024-06-01", "S", "X1"),
        episode("2024-06-01", "2024-06-08", "P", "X1", place: "T1", urn: .empty),
        episode("2024-06-08", nil, "P", place: place, provider: provider, urn: urn),
      ])
      #expect(moved.stays.map(\.isMove) == [false, false, true])
    }
  }

  @Test func `leaving a temporary placement that began the period is a move`() throws {
    let moved = try histories([
      episode("2024-06-01", "2024-06-08", "S", "X1", place: "T1"), episode("2024-06-08", nil, "P"),
    ])
    #expect(moved.stays.map(\.isMove) == [false, true])
  }

  @Test func `another child's placement is not one to return to`() throws {
    let two = try histories([
      episode("2024-04-10", "2024-06-01", "S", "E4A"),
      episode("2024-06-01", "2024-06-08", "S", "X1", place: "T1", child: 1),
      episode("2024-06-08", nil, "P", child: 1),
    ])
    #expect(two.stays.map(\.isMove) == [false, false, true])
    #expect(two.periods.map(\.child) == [0, 1])
  }

  @Test func `a placement of an earlier period is not one to return to`() throws {
    let again = try histories([
      episode("2024-01-10", "2024-03-01", "S", "E4A"),
      episode("2024-06-01", "2024-06-08", "S", "X1", place: "T1"), episode("2024-06-08", nil, "P"),
    ])
    #expect(again.stays.map(\.isMove) == [false, false, true])
  }

  @Test func `coming back from two temporary placements in turn is no move`() throws {
    let back = try histories([
      episode("2024-04-10", "2024-06-01", "S", "X1"),
      episode("2024-06-01", "2024-06-08", "P", "X1", place: "T0", urn: .empty),
      episode("2024-06-08", "2024-06-10", "P", "X1", place: "T1", urn: .empty),
      episode("2024-06-10", nil, "P"),
    ])
    #expect(back.stays.map(\.isMove) == [false, false, false, false])
  }

  @Test func `a period that does not begin with a start has no known one`() throws {
    let known = try histories([
      episode("2024-04-10", "2024-06-01", "P", "E4A"), episode("2024-05-10", nil, "L", child: 1),
      episode("2024-05-10", nil, "S", child: 2),
    ])
    #expect(known.periods.map(\.isStartKnown) == [false, false, true])
    #expect(known.openWithUnknownStart == 1)
    let starts = Stock(known).months(from: try day("2024-04-01")).map { $0.starts.reduce(0, +) }
    #expect(starts == [0, 1] + Array(repeating: 0, count: 10))
  }

  @Test func `children never share a stay or a period`() throws {
    let two = try histories([
      episode("2024-04-10", "2024-06-01", "S", "X1"), episode("2024-06-01", nil, "L", child: 1),
    ])
    #expect(two.stays.map(\.child) == [0, 1])
    #expect(two.periods.map(\.child) == [0, 1])
    #expect(two.firstDay == (try day("2024-04-10")))
  }

  @Test func `no episodes make no stays`() throws {
    let none = try histories([])
    #expect(none.stays.isEmpty && none.periods.isEmpty && none.firstDay == nil)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `stays and periods hold every episode once and in order`(seed: UInt64) throws {
    let lives = try randomHistories(seed, children: 200)
    #expect(lives.stays.flatMap { Array($0.episodes) } == Array(lives.episodes.indices))
    #expect(lives.periods.flatMap { Array($0.stays) } == Array(lives.stays.indices))
    #expect(lives.stays.count < lives.episodes.count && lives.periods.count < lives.stays.count)
    for stay in lives.stays {
      #expect(stay.start == lives.episodes[stay.episodes.lowerBound].start)
      #expect(stay.end == lives.episodes[stay.episodes.upperBound - 1].end)
      #expect(Set(lives.episodes[stay.episodes].map(\.child)) == [stay.child])
    }
    for period in lives.periods {
      let stays = lives.stays[period.stays]
      #expect(period.start == stays.first?.start && period.end == stays.last?.end)
      #expect(zip(stays, stays.dropFirst()).allSatisfy { $0.end == $1.start && $0.child == $1.child })
      #expect(stays.first?.isMove == false)
      // Each random life says S where a period begins and nowhere else.
      #expect(period.isStartKnown)
    }
    #expect(lives.periods.count == lives.episodes.count { $0.reasonNew == "S" })
  }
}
