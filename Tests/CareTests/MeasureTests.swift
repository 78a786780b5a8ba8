import Care
import Testing
import Units

/// The measures at 31 March 2025 of a few lives.
private func measures(
  _ episodes: [Episode], at date: String = "2025-03-31", births: [Int32: String] = [:], uasc: Set<Int32> = [],
  population: Int? = nil, asOf: String = "2025-03-31", knownFrom: String = "2015-04-01"
) throws -> MeasureSet {
  MeasureSet(
    try histories(episodes, asOf: asOf, births: births, uasc: uasc), at: try day(date),
    population: population,
    knownFrom: try day(knownFrom))
}

extension MeasureSet {
  fileprivate func count(_ id: String) -> Int? { measure(id)?.numerator.count }
}

@Suite struct MeasureTests {
  @Test func `a period that ends on the date is not looked after on it, and ceased in the year`() throws {
    let set = try measures([
      episode("2024-05-01", "2025-03-31", "S", "E4A"), episode("2024-05-01", nil, "S", child: 1),
      episode("2025-03-31", nil, "S", child: 2),
    ])
    #expect(set.count("looked-after") == 2)
    #expect(set.count("ceased") == 1)
    #expect(set.count("started") == 3)
  }

  @Test func `the year runs from 1 April to 31 March`() throws {
    let set = try measures([
      episode("2023-05-01", "2024-03-31", "S", "E4A"),
      episode("2023-05-01", "2024-04-01", "S", "E4A", child: 1),
      episode("2024-03-31", nil, "S", child: 2), episode("2024-04-01", nil, "S", child: 3),
    ])
    #expect(set.year.firstDay == (try day("2024-04-01")) && set.year.isCollectionYear)
    #expect(set.measure("ceased")?.numerator.map(\.child) == [1])
    #expect(set.measure("started")?.numerator.map(\.child) == [3])
    #expect(set.count("periods-opening") == 2)
  }

  @Test func `any other day ends a year of its own, and it is said`() throws {
    let lives = [try episode("2023-10-01", nil, "S")]
    for (date, first) in [
      ("2024-09-30", "2023-10-01"), ("2024-02-29", "2023-03-01"), ("2025-02-28", "2024-03-01"),
    ] {
      let set = try measures(lives, at: date)
      #expect(set.year.firstDay == (try day(first)))
      #expect(set.cautions.contains { $0.contains("not a collection year") })
    }
    #expect(try measures(lives, at: "2024-09-30").count("started") == 1)
    #expect(try measures(lives, at: "2024-09-30").year.words == "the 12 months to 30 September 2024")
  }

  @Test func `a child who starts and ceases twice counts once, by the first start and the last end`() throws {
    let set = try measures([
      episode("2024-05-01", "2024-06-01", "S", "E4A"), episode("2024-08-01", "2024-09-01", "S", "E45"),
      episode("2024-05-01", nil, "S", child: 1),
    ])
    #expect(set.count("started") == 2 && set.count("periods-started") == 3)
    #expect(set.count("ceased") == 1 && set.count("periods-ceased") == 2)
    #expect(set.measure("started")?.numerator.first?.day == (try day("2024-05-01")))
    #expect(set.measure("ceased-guardianship")?.value == .percent(tenths: 1000))
    #expect(set.measure("ceased-reason/home") == nil)
  }

  @Test func `what happens after the date is not known on it`() throws {
    let lives = [
      try episode("2024-05-01", "2025-05-01", "S", "X1"), try episode("2025-05-01", "2025-06-01", "P", "E11"),
      try episode("2025-05-05", nil, "S", child: 1),
    ]
    let set = try measures(lives, asOf: "2025-12-31")
    #expect(set.count("looked-after") == 1 && set.count("ceased") == 0 && set.count("started") == 1)
    #expect(set.measure("place/fostering")?.value == .percent(tenths: 1000))
  }

  @Test func `a period with no real start is in the stock and the sum, never among the starts`() throws {
    let set = try measures([episode("2024-05-01", nil, "L"), episode("2024-06-01", nil, "S", child: 1)])
    #expect(set.count("looked-after") == 2 && set.count("started") == 1)
    #expect(set.count("periods-appeared") == 1)
    #expect(set.cautions.contains { $0.contains("RNE is not S") })
    let time = try #require(set.measure("time-current"))
    #expect(time.numerator.map(\.child) == [1] && time.leftOut.map(\.child) == [0])
  }

  @Test func `the rate is for each ten thousand, and needs the population`() throws {
    let lives = [try episode("2024-05-01", nil, "S"), try episode("2024-05-01", nil, "S", child: 1)]
    #expect(try measures(lives, population: 300).measure("looked-after-rate")?.value == .rate(tenths: 667))
    #expect(try measures(lives).measure("looked-after-rate")?.value == .none("needs population"))
  }

  @Test func `the 16th birthday on the date is 16 and over`() throws {
    let lives = (Int32(0)..<3).map { child in Result { try episode("2024-05-01", nil, "S", child: child) } }
    let set = try measures(
      try lives.map { try $0.get() }, births: [0: "2009-03-31", 1: "2009-04-01", 2: "2024-04-01"], uasc: [0])
    #expect(set.measure("age/16-over")?.numerator.map(\.child) == [0])
    #expect(set.measure("age/10-15")?.numerator.map(\.child) == [1])
    #expect(set.measure("age/under-1")?.numerator.map(\.child) == [2])
    #expect(set.measure("unaccompanied/uasc")?.numerator.map(\.child) == [0])
  }

  @Test func `a return counts within 12 months to the day, and within 24`() throws {
    let set = try measures([
      episode("2022-05-01", "2023-06-01", "S", "E4A"), episode("2024-06-01", nil, "S"),
      episode("2022-05-01", "2023-05-31", "S", "E4A", child: 1), episode("2024-06-01", nil, "S", child: 1),
      episode("2021-05-01", "2022-05-31", "S", "E4A", child: 2), episode("2024-06-01", nil, "S", child: 2),
      episode("2024-06-01", nil, "S", child: 3),
    ])
    #expect(set.count("returned-12-months") == 1)
    #expect(set.count("returned-24-months") == 2)
    #expect(set.count("returned-ever") == 3)
    #expect(set.breakdowns.first { $0.id == "returned" }?.parts.map(\.numerator.count) == [1, 1, 1, 1])
  }

  @Test func `leavers are told by reason, and those who turn 18`() throws {
    let reasons: [Code] = ["E4B", "E45", "E48", "E17", "E99"]
    let lives = try reasons.enumerated().map {
      try episode("2024-05-01", "2025-01-10", "S", $1, child: Int32($0))
    }
    let set = try measures(lives, births: [3: "2007-01-10"])
    #expect(set.count("ceased-reason/home") == 1 && set.count("ceased-reason/guardianship") == 2)
    #expect(set.count("ceased-reason/stayed-put") == 1 && set.count("ceased-reason/rest") == 1)
    #expect(set.measure("ceased-at-18")?.numerator.map(\.child) == [3])
    #expect(set.measure("ceased-age/16-over")?.numerator.map(\.child) == [3])
  }

  @Test func `entries are told by legal status and need of the first episode`() throws {
    let set = try measures([
      episode("2024-05-01", "2024-06-01", "S", "X1", legalStatus: "V2", need: "N5"),
      episode("2024-06-01", nil, "L", legalStatus: "C1", need: "N5"),
    ])
    #expect(set.count("started-legal-status/section-20") == 1)
    #expect(set.count("legal-status/interim-care-order") == 1)
    #expect(set.count("started-need/dysfunction") == 1)
  }

  @Test func `nights are the middle value and the mean, in tenths`() throws {
    let set = try measures([
      episode("2024-05-01", "2024-05-02", "S", "E4A"),
      episode("2024-05-01", "2024-05-05", "S", "E4A", child: 1),
      episode("2024-05-01", "2024-05-12", "S", "E4A", child: 2),
      episode("2024-05-01", "2024-05-06", "S", "E4A", child: 3),
    ])
    // 1, 4, 5, 11.
    #expect(set.measure("time-ceased")?.value == .nights(medianTenths: 45, meanTenths: 53))
    #expect(set.measure("time-current")?.value == MeasureValue.none("there is none"))
  }

  @Test func `what the returns can't tell is said`() throws {
    let lives = [try episode("2024-05-01", nil, "S")]
    func words(_ knownFrom: String) throws -> String {
      try measures(lives, knownFrom: knownFrom).cautions.joined(separator: " ")
    }
    #expect(try words("2024-06-01").contains("within the year"))
    #expect(try words("2023-06-01").contains("12 and 24 months are too low"))
    #expect(try words("2022-05-01").contains("within 24 months are too low"))
    #expect(try !words("2022-04-01").contains("too low"))
    #expect(try words("2025-06-01").contains("before the first return"))
    #expect(try words("2022-04-01").contains("How far from home"))
  }
}
