import Costing
import Testing
import Units

@Suite struct ContractTests {
  private func weekly(_ pounds: Int) -> WeeklyRate { WeeklyRate(pencePerWeek: pounds * 100) }

  private func tiered(_ kind: Tiers.Kind, spot: Int? = nil, uplift: Uplift? = nil) throws -> Contract {
    let tiers = try #require(
      Tiers(
        kind,
        [
          .init(after: 0, weekly: weekly(910)), .init(after: 700, weekly: weekly(840)),
          .init(after: 1400, weekly: weekly(770)),
        ]))
    return Contract(
      id: "CV1", provider: "Fostering North", start: try day("2025-04-01"), end: nil,
      terms: .volume(tiers), spot: spot.map { weekly($0) }, uplift: uplift)
  }

  private func year(_ nights: Int) throws -> [BoughtNights] {
    let days = try #require(DayRange(from: try day("2025-04-01"), upTo: try day("2026-04-01")))
    return [BoughtNights(days: days, nights: nights)]
  }

  @Test func `a slab fills its tiers in order`() throws {
    // 700 nights at 130 a night, 100 at 120.
    #expect(try tiered(.slab).cost(ofYear: year(800)) == Money(pence: 10_300_000))
  }

  @Test func `the whole volume has the price of the tier it reaches`() throws {
    #expect(try tiered(.wholeVolume).cost(ofYear: year(700)) == Money(pence: 9_100_000))
    #expect(try tiered(.wholeVolume).cost(ofYear: year(701)) == Money(pence: 8_412_000))
  }

  @Test(arguments: [0, 1, 699, 700, 701, 1399, 1400, 1401, 2000])
  func `a slab has no jump: the next night costs the price of its own tier`(nights: Int) throws {
    let contract = try tiered(.slab)
    let next = try #require(contract.costOfNextNight(after: nights, on: try day("2025-06-01")))
    let price = nights < 700 ? 130 : nights < 1400 ? 120 : 110
    #expect(next == Money(pence: price * 100))
    let more = try #require(contract.cost(ofYear: year(nights + 1)))
    #expect(try more - #require(contract.cost(ofYear: year(nights))) == next)
  }

  @Test func `nights to the next tier count to the first night at its price`() throws {
    let tiers = try #require(
      Tiers(.slab, [.init(after: 0, weekly: weekly(910)), .init(after: 700, weekly: weekly(840))]))
    #expect(tiers.nightsToNextTier(after: 0) == 701)
    #expect(tiers.nightsToNextTier(after: 690) == 11)
    #expect(tiers.nightsToNextTier(after: 700) == 1)
    #expect(tiers.nightsToNextTier(after: 701) == nil)
  }

  @Test func `the whole volume's next night can save money`() throws {
    let next = try tiered(.wholeVolume).costOfNextNight(after: 700, on: try day("2025-06-01"))
    #expect(next == Money(pence: -688_000))
  }

  @Test func `the saving against spot is what single nights would have cost, less the contract`() throws {
    #expect(
      try tiered(.slab, spot: 980).savingAgainstSpot(ofYear: year(800))
        == Money(pence: 11_200_000 - 10_300_000))
    #expect(try tiered(.slab).savingAgainstSpot(ofYear: year(800)) == nil)
  }

  @Test func `a block is paid for empty places too, and a vacated one saves nothing`() throws {
    let block = Contract(
      id: "B1", provider: "Home", start: try day("2025-04-01"), end: nil,
      terms: .block(places: 2, weekly: weekly(5600)))
    #expect(try block.cost(ofYear: year(365)) == Money(pence: 365 * 2 * 80_000))
    #expect(try block.voidNights(year(365)) == 365)
    #expect(block.costOfNextNight(after: 10, on: try day("2025-06-01")) == .zero)
  }

  @Test func `prices rise on the contract's own date, compounding`() throws {
    let contract = try tiered(.slab, uplift: Uplift(month: 10, day: 1, basisPoints: 1000))
    #expect(contract.price(weekly(100), on: try day("2025-09-30")) == weekly(100))
    #expect(contract.price(weekly(100), on: try day("2025-10-01")) == weekly(110))
    #expect(contract.price(weekly(100), on: try day("2026-10-01")) == weekly(121))
    // 183 nights to 30 September, 182 at a tenth more: one a night.
    #expect(try contract.cost(ofYear: year(365)) == Money(pence: 183 * 13_000 + 182 * 14_300))
  }

  @Test func `a contract's year runs from its own first day`() throws {
    let contract = Contract(
      id: "S", provider: "", start: try day("2024-07-15"), end: nil, terms: .spot)
    #expect(contract.year(containing: try day("2025-07-14")).start == (try day("2024-07-15")))
    #expect(contract.year(containing: try day("2025-07-15")).nights == 365)
  }

  @Test func `a file of contracts is read, a line a tier`() throws {
    let text = """
      contract,provider,kind,from,to,places,after_nights,weekly_pounds,spot_weekly_pounds,uplift_on,uplift_percent
      CV1,Fostering North,slab,01/04/2025,31/03/2028,,0,910.00,980.00,01/04,3
      CV1,Fostering North,slab,01/04/2025,31/03/2028,,700,840.00,,,
      B1,Oak House,block,2025-04-01,,4,,5600.00,,anniversary,2.5
      S1,Elm,spot,2025-04-01,,,,,,,
      """
    let book = try ContractBook(csv: Array(text.utf8))
    #expect(book.contracts.map(\.id) == ["CV1", "B1", "S1"])
    let first = try #require(book["CV1"])
    #expect(first.spot == weekly(980))
    #expect(first.end == (try day("2028-04-01")))
    #expect(first.uplift == Uplift(month: 4, day: 1, basisPoints: 300))
    #expect(book["B1"]?.terms == .block(places: 4, weekly: weekly(5600)))
  }

  @Test(arguments: [
    ("X,P,lease,2025-04-01,,,,1,,,", "kind is “lease”"),
    ("X,P,block,2025-04-01,,,,1,,,", "places is empty"),
    ("X,P,slab,2025-04-01,,,5,1,,,", "the first tier begins after 0 nights"),
    ("X,P,slab,2025-04-01,2024-04-01,,0,1,,,", "to is before from"),
    ("X,P,block,2025-04-01,,1,,abc,,,", "weekly_pounds is “abc”"),
    ("X,P,block,2025-04-01,,1,,1,,31/02,3", "uplift_on is “31/02”"),
  ])
  func `a line that can't be used is named with what to write`(line: String, problem: String) throws {
    let header =
      "contract,provider,kind,from,to,places,after_nights,weekly_pounds,spot_weekly_pounds,uplift_on,uplift_percent"
    let error = #expect(throws: ContractError.self) {
      try ContractBook(csv: Array("\(header)\n\(line)\n".utf8))
    }
    #expect(error?.line == 2)
    #expect(error?.problem.hasPrefix(problem) == true)
  }
}
