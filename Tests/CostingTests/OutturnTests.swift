import Care
import Costing
import Testing
import Units

/// A council of a few children, with stays and fees as a test states them.
struct SmallCouncil {
  let book: CategoryBook
  let histories: CareHistories
  let ledger: FeeLedger
  let prices: PriceSchedule

  /// Children by name: the first and last day of a stay (empty while it goes on) and the weekly fee in pounds.
  init(
    asOf: String, _ stays: [(child: String, from: String, to: String)],
    fees: [(child: String, from: String, to: String, pounds: Int, planned: String)],
    born: String = "2010-05-06",
    uplift: Int = 0
  ) throws {
    book = try .standard()
    let foster = try #require(book.category(id: "agency_foster"))
    let names = Array(Set(stays.map(\.child))).sorted()
    let children = try names.map {
      Child(id: try #require(ChildID($0)), birth: try day(born), isUASC: false)
    }
    let episodes = try stays.sorted { ($0.child, $0.from) < ($1.child, $1.from) }.map { stay in
      Episode(
        child: Int32(try #require(names.firstIndex(of: stay.child))), start: try day(stay.from),
        end: stay.to.isEmpty ? nil : try day(stay.to), reasonNew: "S", legalStatus: "C2", place: "U4",
        provider: "PR4", urn: .empty, reasonCeased: stay.to.isEmpty ? .empty : "E13", category: foster)
    }
    histories = CareHistories(
      children: children, episodes: episodes, respite: [], asReturned: episodes, asOf: try day(asOf),
      book: book)
    let lines = try fees.enumerated().map { row, fee in
      FeeLine(
        place: LedgerPlace(file: 0, row: Int32(row + 2)), child: try #require(ChildID(fee.child)),
        placement: "P\(fee.child)", start: try day(fee.from), end: fee.to.isEmpty ? nil : try day(fee.to),
        placementEnd: fee.to.isEmpty ? nil : try day(fee.to),
        plannedEnd: fee.planned.isEmpty ? nil : try day(fee.planned),
        weekly: WeeklyRate(pencePerWeek: fee.pounds * 100))
    }
    ledger = FeeLedger(files: ["fees.csv"], lines: lines)
    let list = try Costing.PriceList(
      csv: Array("category,weekly_pounds,from\nagency_foster,700.00,2020-04-01\n".utf8))
    prices = list.schedule(for: book, uplift: uplift, fallback: list)
  }

  func outturn(
    _ year: Int = 2025, slippage: EndDateSlippage = EndDateSlippage(days: []), budget: Budget? = nil,
    adjustments: [Adjustment] = []
  ) -> Outturn {
    var input = OutturnInput(
      year: FinancialYear(startYear: year), histories: histories, ledger: ledger, budget: budget,
      prices: prices, slippage: slippage)
    input.adjustments = adjustments
    return Outturn(input)
  }
}

@Suite struct OutturnTests {
  /// As of 30 September 2025: 183 nights of the year are over, 182 are to come.
  private let half = "2025-09-30"

  @Test func `actual to date and commitments are nights times the council's rate`() throws {
    let council = try SmallCouncil(
      asOf: half, [("A", "2024-01-01", "")], fees: [("A", "2024-01-01", "", 700, "")])
    let outturn = council.outturn()
    #expect(outturn.lines.count == 1)
    #expect(outturn.lines[0].actual == Money(pence: 183 * 10_000))
    #expect(outturn.lines[0].committed == Money(pence: 182 * 10_000))
    #expect(outturn.children[0].basis == .eighteenth)
    #expect(outturn.total == Money(pence: 365 * 10_000))
    #expect(outturn.months.reduce(.zero) { $0 + $1.cost } == outturn.total)
  }

  @Test func `a commitment runs to its planned end, to a stated end and never beyond the 18th birthday`()
    throws
  {
    let council = try SmallCouncil(
      asOf: half, [("A", "2024-01-01", ""), ("B", "2024-01-01", ""), ("C", "2024-01-01", "")],
      fees: [
        ("A", "2024-01-01", "", 700, "2025-10-31"), ("B", "2024-01-01", "2025-10-11", 700, ""),
        ("C", "2024-01-01", "", 700, "2026-03-01"),
      ], born: "2007-12-01")
    let outturn = council.outturn()
    let ahead = Dictionary(
      uniqueKeysWithValues: outturn.children.map { ($0.child.revealed, ($0.nightsAhead, $0.basis)) })
    #expect(ahead["A"]?.0 == 30)
    #expect(ahead["A"]?.1 == .planned)
    #expect(ahead["B"]?.0 == 10)
    #expect(ahead["B"]?.1 == .stated)
    #expect(ahead["C"]?.0 == 61)
  }

  @Test func `the council pays what other funders don't`() throws {
    let council = try SmallCouncil(
      asOf: half, [("A", "2024-01-01", "")], fees: [("A", "2024-01-01", "", 700, "")])
    let shared = FeeLedger(
      files: ["fees.csv"],
      lines: council.ledger.lines.map {
        var line = $0
        line.shares = FundersShares(health: 20_000, education: 15_000)
        return line
      })
    var input = OutturnInput(
      year: FinancialYear(startYear: 2025), histories: council.histories, ledger: shared, budget: nil,
      prices: council.prices, slippage: EndDateSlippage(days: []))
    input.simulated = nil
    #expect(Outturn(input).total == Money(pence: 365 * 5_000))
  }

  @Test func `nights without a fee stand at list price and are named`() throws {
    let council = try SmallCouncil(
      asOf: half, [("A", "2024-01-01", ""), ("B", "2025-06-01", "2025-06-15")],
      fees: [("A", "2025-05-01", "", 1400, "")])
    let outturn = council.outturn()
    let defaulted = outturn.children.filter(\.isPricedByDefault)
    // Thirty nights of April for A, fourteen for B, at 100 a night.
    #expect(defaulted.reduce(.zero) { $0 + $1.incurred } == Money(pence: 44 * 10_000))
    #expect(defaulted.reduce(0) { $0 + $1.nightsAhead } == 0)
    #expect(outturn.total == Money(pence: 44 * 10_000 + 335 * 20_000))
  }

  @Test func `an uplift raises commitments from its day`() throws {
    let council = try SmallCouncil(
      asOf: "2026-03-31", [("A", "2024-01-01", "")], fees: [("A", "2024-01-01", "", 700, "")], uplift: 500)
    #expect(council.outturn(2026).total == Money(pence: 365 * 10_500))
  }

  @Test func `a budget's lines stand in its order, with what nothing drives as budgeted`() throws {
    let council = try SmallCouncil(
      asOf: half, [("A", "2024-01-01", "")], fees: [("A", "2024-01-01", "", 700, "")])
    let budget = try Budget(
      csv: Array(
        """
        cost_centre,subjective,name,category,pounds,nights
        C100,4001,Transport pool,,12000.00,
        C200,4102,Agency fostering,agency_foster,40000.00,400
        """.utf8), book: council.book)
    let outturn = council.outturn(budget: budget)
    #expect(outturn.lines.map(\.name) == ["Transport pool", "Agency fostering"])
    #expect(outturn.lines[0].outturn == Money(pence: 1_200_000))
    #expect(outturn.lines[1].variance == Money(pence: 365 * 10_000 - 4_000_000))
    let variance = try #require(outturn.variance)
    #expect(variance.total.total == Money(pence: 365 * 10_000 - 4_000_000))
    #expect(variance.total.volume == Money(pence: -35 * 10_000))
    #expect(variance.total.price == .zero)
  }

  @Test func `an adjustment counts until it expires`() throws {
    let council = try SmallCouncil(
      asOf: half, [("A", "2024-01-01", "")], fees: [("A", "2024-01-01", "", 700, "")])
    let text = """
      kind,cost_centre,subjective,pounds,owner,reason,expires
      late notification,,,5000.00,Finance partner,Two placements known by telephone,2025-10-31
      finance adjustment,,,-900.00,Finance partner,Refund promised,2025-09-29
      """
    let outturn = council.outturn(adjustments: try Adjustment.read(csv: Array(text.utf8)))
    #expect(outturn.total == Money(pence: 365 * 10_000 + 500_000))
    #expect(outturn.expired.map(\.reason) == ["Refund promised"])
  }

  @Test func `an adjustment without a code has a line of its own`() throws {
    let council = try SmallCouncil(
      asOf: half, [("A", "2024-01-01", "")], fees: [("A", "2024-01-01", "", 700, "")])
    let text = "kind,pounds,owner,reason,expires\naccrual,50.00,Finance,Invoice,2026-03-31\n"
    let outturn = council.outturn(adjustments: try Adjustment.read(csv: Array(text.utf8)))
    #expect(outturn.lines.map(\.name) == ["Agency foster care", "Accrual"])
    #expect(outturn.lines.map(\.adjustments) == [.zero, Money(pence: 5_000)])
  }

  @Test func `today's ledger keeps ends and rates stated ahead, and one looked back at doesn't`() throws {
    let council = try SmallCouncil(
      asOf: half, [("A", "2024-01-01", "")],
      fees: [
        ("A", "2024-01-01", "2025-11-01", 700, ""), ("A", "2025-11-01", "2025-12-01", 1400, ""),
        ("B", "2025-10-15", "", 700, ""),
      ])
    let asOf = try day(half)
    let today = council.ledger.begun(by: asOf)
    #expect(today.lines.map(\.start) == [try day("2024-01-01"), try day("2025-11-01")])
    #expect(today.lines.last?.end == (try day("2025-12-01")))
    let then = council.ledger.known(at: asOf)
    #expect(then.lines.count == 1 && then.lines[0].end == nil)
  }
}
