import Papers
import Plans
import Testing
import Units

/// Tables of papers: what their headings multiply by, which columns are savings, and what is a total.
struct TableReadingTests {
  private func read(_ text: String) -> PaperReading {
    #expect(QuoteLawTests.breach(text) == nil)
    return PaperReading.of(Paper(text))
  }

  private func pounds(_ reading: PaperReading) -> [[Int]] {
    reading.plan.savings.map { $0.years.map { $0.amount.pence / 100 } }
  }

  private func asks(_ reading: PaperReading, _ section: String) -> [[String]] {
    reading.findings.filter { $0.section == section }.map(\.asks)
  }

  @Test(arguments: [
    ("£'000", 300_000), ("£’000", 300_000), ("£000s", 300_000), ("£ 000", 300_000), ("(£k)", 300_000),
    ("'000", 300_000), ("£m", 300_000_000), ("£", 300), ("£ p.a.", 300),
  ])
  func `a heading's unit multiplies`(mark: String, pounds: Int) {
    let reading = read("Plan of 3 June 2026\n\nProposal\tSaving 2026/27 \(mark)\nAgency staff\t300\n")
    #expect(self.pounds(reading) == [[pounds]])
    #expect(asks(reading, "savings") == [[]])
  }

  @Test func `a mark behind the pound sign that is not known is asked about`() {
    let reading = read("Plan of 3 June 2026\n\nProposal\tSaving 2026/27 £0s\nAgency staff\t300\n")
    #expect(asks(reading, "savings").first?.first?.contains("is it pounds, or thousands?") == true)
  }

  @Test(arguments: [
    "Proposal\tSavings £000\t\n\t2026/27\t2027/28\nAgency\t100\t200\n",
    "All figures in £000\n\nProposal\tSaving 2026/27\tSaving 2027/28\nAgency\t100\t200\n",
  ])
  func `a heading over several columns, or the line above, multiplies them all`(table: String) {
    #expect(pounds(read("Plan of 3 June 2026\n\n" + table)) == [[100_000, 200_000]])
  }

  @Test func `a budget is no saving, and its column is listed`() {
    let reading = read(
      """
      Plan of 3 June 2026

      | Budget line | Current budget 2025/26 £000 | Saving 2026/27 £000 |
      |---|---|---|
      | Placements | 12,400 | 300 |
      """)
    #expect(pounds(reading) == [[300_000]])
    #expect(reading.untaken.map(\.text) == ["Current budget 2025/26 £000"])
  }

  @Test func `a name stands where the heading says, and a total in any cell is no saving`() {
    let reading = read(
      """
      Plan of 3 June 2026

      | Ref | Proposal | 2026/27 saving £000 |
      |---|---|---|
      | CS1 | Fewer agency workers | 420 |
      | CS2 | Homes of our own | 75 |
      | | **Total** | 495 |
      """)
    #expect(reading.plan.savings.map(\.name) == ["Fewer agency workers", "Homes of our own"])
    #expect(reading.plan.claims.map(\.stated) == [495_000])
    #expect(asks(reading, "savings") == [[], []])
  }

  @Test func `a saving with total in its name stays one, and a part total sums its own lines`() {
    let reading = read(
      """
      Plan of 3 June 2026

      | Saving proposal | 2026/27 (£) |
      |---|---|
      | Agency | 100 |
      | Homes | 200 |
      | Sub-total placements | 300 |
      | Total Family Support redesign | 50 |
      | Total | 350 |
      """)
    #expect(reading.plan.savings.map(\.name) == ["Agency", "Homes", "Total Family Support redesign"])
    #expect(reading.plan.claims.map(\.stated) == [300, 350])
    guard case .sum(let ids, _)? = reading.plan.claims.first?.making else { return #expect(Bool(false)) }
    #expect(ids.count == 2)
    #expect(asks(reading, "savings").last?.first?.contains("called a total") == true)
  }

  @Test func `brackets in every row are how savings are written, in one they are a cost and asked`() {
    func table(_ amounts: [String]) -> String {
      "Plan of 3 June 2026\n\nProposal\tSaving 2026/27 £\n"
        + zip(["Agency", "Homes", "Total"], amounts).map { "\($0)\t\($1)\n" }.joined()
    }
    let turned = read(table(["(100)", "(200)", "(300)"]))
    #expect(pounds(turned) == [[100], [200]])
    #expect(turned.plan.claims.map(\.stated) == [300])
    let mixed = read(table(["(75)", "200", "125"]))
    #expect(pounds(mixed) == [[-75], [200]])
    #expect(asks(mixed, "savings").map(\.isEmpty) == [false, true])
  }

  @Test(arguments: ["3S0", "1,2OO", "14 0", "1.850", "£100k - £150k", "TBC"])
  func `an amount that can't be read whole is asked about and not put in`(cell: String) {
    let reading = read(
      "Plan of 3 June 2026\n\nProposal\t2026/27 saving £'000\t2027/28 saving £'000\nAgency\t\(cell)\t2,400\n")
    #expect(pounds(reading) == [[2_400_000]])
    #expect(asks(reading, "savings").first?.contains { $0.contains("“\(cell)”") } == true)
  }

  @Test(arguments: ["up to £200k", "TBC (£50k)"])
  func `an amount with words is put in and asked about`(cell: String) {
    let reading = read("Plan of 3 June 2026\n\nProposal\tSaving 2026/27 £\nAgency\t\(cell)\n")
    #expect(pounds(reading).first?.count == 1)
    #expect(asks(reading, "savings").first?.isEmpty == false)
  }

  @Test func `a table of measures by day gives targets and where they start`() throws {
    let reading = read(
      """
      Plan of 14 October 2025

      3. Targets

      | Measure | Baseline (Sept 2025) | March 2027 | March 2028 |
      |---|---|---|---|
      | Children in care | 512 | 490 | 470 |
      | Placed within 20 miles | 62% | 66% | 70% |
      """)
    let target = try #require(reading.plan.targets.first)
    #expect(target.trajectory.map { "\($0.value) \($0.by)" } == ["490.0 2027-03-31", "470.0 2028-03-31"])
    #expect(target.baseline == Target.Point(by: try #require(CivilDay("2025-09-30")), value: 512))
    #expect(reading.plan.targets.last?.unit == "percent" && reading.plan.targets.count == 2)
  }

  @Test func `indicators take the columns of targets with their years, never the national average`() throws {
    let reading = read(
      """
      Plan of 3 November 2025

      | Performance indicator | 2024/25 actual | 2025/26 target | 2026/27 target | National average |
      |---|---|---|---|---|
      | Children in care | 388 | 375 | 350 | 70 per 10,000 |
      """)
    let target = try #require(reading.plan.targets.first)
    #expect(target.trajectory.map(\.value) == [375, 350] && target.baseline?.value == 388)
    #expect(asks(reading, "targets") == [[]])
  }

  @Test func `a table of which nothing is made is listed`() {
    let reading = read("Plan of 3 June 2026\n\nService\tDate\nPanel\t3 June 2026\n")
    #expect(reading.untaken.map(\.line) == [3])
  }

  @Test func `rows whose amounts stand on a middle or last line are put together`() {
    let reading = read(
      """
      Savings plan 2 March 2026

           Proposal                              2026/27 £           2027/28 £
             Residential placements
             avoided for children aged 11 to     400,000             800,000
             17 only
             Agency foster carers replaced
                                                 150,000             310,000
             by carers of our own
             Total                               550,000             1,110,000
      """)
    #expect(
      reading.plan.savings.map(\.name) == [
        "Residential placements avoided for children aged 11 to 17 only",
        "Agency foster carers replaced by carers of our own",
      ])
    #expect(reading.plan.streams.isEmpty)
  }
}
