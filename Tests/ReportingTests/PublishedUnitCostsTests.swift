import Care
import Costing
import Reporting
import Support
import Testing
import Units

/// What unit costs that are published tell of few children: the tables of kinds and of providers are of the same nights.
@Suite struct PublishedUnitCostsTests {
  /// Who was at which provider, by category, for the first ten days of May.
  private struct Stays {
    let category: String, provider: String, children: Range<Int>
  }

  private func report(_ stays: [Stays]) throws -> UnitCostReport {
    let book = try CategoryBook.standard()
    let start = try #require(CivilDay("2025-05-01"))
    let lines = try stays.flatMap { stay in
      try stay.children.map { child in
        FeeLine(
          place: LedgerPlace(file: 0, row: 2), child: try #require(ChildID("ID<\(child)>")),
          provider: stay.provider, category: book.category(id: stay.category), start: start,
          end: start + 10, weekly: WeeklyRate(pencePerWeek: 70_000))
      }
    }
    let year = FinancialYear(startYear: 2025)
    let histories = CareHistories(
      children: [], episodes: [], respite: [], asReturned: [], asOf: start + 100, book: book)
    return UnitCostReport(
      council: "Wren & Co", book: book, year: year,
      costs: UnitCosts(FeeLedger(files: ["fees.csv"], lines: lines), histories, in: year.days),
      published: [:], setAside: 0)
  }

  /// The tables' rows of the page that may be published: label and nights.
  private func nights(_ page: String) -> [(label: String, nights: Int)] {
    page.matches(of: /<th scope="row">([^<]*)<\/th><td class="n">[\d,]+<\/td><td class="n">([\d,]+)<\/td>/)
      .map {
        (String($0.1), Int($0.2.replacing(",", with: "")) ?? 0)
      }
  }

  @Test func `a kind and a provider that differ by few children's nights don't both stand by themselves`()
    throws
  {
    // Ten at the council's own home, one of them some days in secure accommodation; others at agencies.
    let report = try report([
      Stays(category: "in_house_home", provider: "Our Homes", children: 0..<10),
      Stays(category: "secure", provider: "Locked", children: 10..<11),
      Stays(category: "external_home", provider: "Heron", children: 11..<31),
      Stays(category: "agency_foster", provider: "Merlin", children: 31..<71),
    ])
    let rows = nights(report.page(.failure(.notSet)).html)
    #expect(rows.contains { $0.label == "Agency foster care" } && rows.contains { $0.label == "Merlin" })
    for (label, nights) in rows {
      for (other, more) in rows {
        #expect(!(1..<60).contains(more - nights), "\(other) less \(label)")
      }
    }
    #expect(rows.contains { $0.label == "Kinds of few children, together" })
    #expect(!rows.contains { $0.label == "Our Homes" || $0.label == "Secure children's home" })
  }

  @Test func `a child at two small providers is one child`() throws {
    // Three and three, of whom all are the same three.
    let report = try report([
      Stays(category: "agency_foster", provider: "A", children: 0..<3),
      Stays(category: "agency_foster", provider: "B", children: 0..<3),
      Stays(category: "agency_foster", provider: "C", children: 3..<20),
      Stays(category: "agency_foster", provider: "D", children: 20..<60),
    ])
    let page = report.page(.failure(.notSet)).html
    #expect(page.contains("<th scope=\"row\">D</th>") && !page.contains("<th scope=\"row\">C</th>"))
  }

  @Test func `where nothing is of few children every kind and provider stands`() throws {
    let report = try report([
      Stays(category: "external_home", provider: "Heron", children: 0..<20),
      Stays(category: "agency_foster", provider: "Merlin", children: 20..<60),
    ])
    let rows = nights(report.page(.failure(.notSet)).html)
    #expect(
      rows.map(\.label) == [
        "Agency foster care", "External children&#39;s home", "All", "Merlin", "Heron", "All",
      ])
  }
}
