import Forecasting
import Testing
import Units

/// Exits needed for targets of a published plan: from 385 children at 31 March 2011 to 345, 330 and 320 at the three
/// year ends after it.
struct RequiredExitsTests {
  private func point(_ day: String, _ children: Int) throws -> RequiredExits.Point {
    RequiredExits.Point(day: try #require(CivilDay(day)), children: children)
  }

  private func plan(entries: Double) throws -> RequiredExits {
    try RequiredExits(
      start: point("2011-03-31", 385),
      targets: [point("2012-03-31", 345), point("2013-03-31", 330), point("2014-03-31", 320)],
      entriesPerYear: entries)
  }

  @Test func `the plan's targets need so many exits`() throws {
    let steps = try plan(entries: 150).steps
    #expect(steps.map(\.change) == [-40, -15, -10])
    #expect(steps.map(\.months) == [12, 12, 12])
    #expect(steps.map(\.exits) == [190, 165, 160])
    #expect(steps.map(\.exitsPerYear) == [190, 165, 160])
    #expect(abs(steps[0].changePerMonth + 40.0 / 12) < 1e-12)
    #expect(abs(steps[2].exitsPerMonth - 160.0 / 12) < 1e-12)
  }

  @Test(arguments: [0.0, 37.5, 150, 2000])
  func `entries less exits is the change`(_ entries: Double) throws {
    for step in try plan(entries: entries).steps {
      #expect(abs(entries * step.months / 12 - step.exits - Double(step.change)) < 1e-9)
    }
  }

  @Test func `a part of a month counts by its days`() throws {
    let half = try RequiredExits(
      start: point("2011-03-31", 100), targets: [point("2011-06-15", 90)], entriesPerYear: 120)
    // 31 March to 31 May is two months; 15 of the 30 nights to 30 June are left.
    #expect(half.steps[0].months == 2.5)
    #expect(half.steps[0].exits == 35)
    let short = try RequiredExits(
      start: point("2011-03-31", 10), targets: [point("2011-04-30", 10)], entriesPerYear: 12)
    #expect(short.steps[0].months == 1 && short.steps[0].exitsPerYear == 12)
  }

  @Test func `what can't be is refused`() throws {
    let few = #expect(throws: RequiredExitsError.self) {
      try RequiredExits(
        start: point("2011-03-31", 300), targets: [point("2012-03-31", 400)], entriesPerYear: 60)
    }
    #expect(few?.description.contains("about 60 entries would make it 360") == true)
    #expect(throws: RequiredExitsError.noTargets) {
      try RequiredExits(start: point("2011-03-31", 300), targets: [], entriesPerYear: 60)
    }
    for entries in [-1.0, .nan, .infinity] {
      #expect(throws: RequiredExitsError.entries) { try plan(entries: entries) }
    }
    let start = try point("2011-03-31", 300)
    #expect(throws: RequiredExitsError.order(from: start.day, to: start.day)) {
      try RequiredExits(start: start, targets: [start], entriesPerYear: 60)
    }
    let negative = try point("2012-03-31", -1)
    #expect(throws: RequiredExitsError.children(negative)) {
      try RequiredExits(start: start, targets: [negative], entriesPerYear: 60)
    }
    for error in [
      RequiredExitsError.entries, .noTargets, .children(negative), .order(from: start.day, to: start.day),
    ] {
      #expect(error.description.count > 20)
    }
  }
}
