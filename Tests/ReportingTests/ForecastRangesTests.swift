import Care
import Costing
import Files
import Forecasting
import Support
import Testing
import Units

@testable import Reporting

@Suite struct ForecastRangesTests {
  /// A council of foster care that children come to over `startDays` of three years and leave, some children in homes
  /// and a few with parents.
  private func report(
    homes: Int = 8, few: Int = 3, startDays: Int = 1090, until: String = "2028-03-31", futures: Int = 400
  ) throws -> ForecastReport {
    let book = try CategoryBook.standard()
    let first = try #require(CivilDay("2022-04-01"))
    let asOf = try #require(CivilDay("2025-03-31"))
    let birth = try #require(CivilDay("2013-02-03"))
    let episodes = (0..<150 + homes + few).map { child -> Episode in
      let isFoster = child < 150
      let (place, provider): (Code, Code) =
        isFoster ? ("U4", "PR4") : child < 150 + homes ? ("K2", "PR4") : ("P1", "PR0")
      let start = first + (isFoster ? child * startDays / 150 : 400 + child % 9)
      let end = start + 250 + (child * 37) % 900
      let isOver = isFoster && end <= asOf
      return Episode(
        child: Int32(child), start: start, end: isOver ? end : nil, reasonNew: "S", legalStatus: "C2",
        place: place, provider: provider, urn: .empty, reasonCeased: isOver ? "E4A" : .empty,
        category: book.category(place: place, provider: provider, in: nil).0)
    }
    let children = try episodes.indices.map {
      Child(id: try #require(ChildID("ID\($0)")), birth: birth, isUASC: false)
    }
    let histories = CareHistories(
      children: children, episodes: episodes, respite: [], asReturned: episodes, asOf: asOf, book: book)
    let window = try #require(ReferenceWindow(from: first, to: asOf))
    let list = try PriceList.standard()
    let prices = list.schedule(for: book, uplift: 300, fallback: list)
    let months = ForecastMonths(after: asOf, until: try #require(CivilDay(until)))
    let input = SimulationInput(
      rates: RateModel(histories, window: window), starters: Starter.all(in: histories),
      durations: KnownDurations(histories, window: window), months: months,
      prices: PricePlan(prices, months: months, book: book, upliftSpread: 150))
    let result = try #require(Simulation(input, seed: Seed(7)).run(0..<futures))
    let costed = CostedForecast(
      stock: Stock(histories), knownFrom: try #require(CivilDay("2024-04-01")), futures: result.futures,
      months: months, prices: prices, book: book
    ).with(histories, window: window, respiteApart: true)
    return ForecastReport(
      council: "Wren", forecast: costed,
      method: MethodSummary(
        name: "homeward", description: "", window: window, prices: "", cautions: [],
        simulated: (0..<futures, 7)),
      reading: ReadingSummary(
        filesUsed: 1, filesMet: 1, years: "2024/25", rowsRead: 9, rowsUsed: 9, rowsSetAside: 0, reasons: [],
        repairs: [], unknownStarts: 0, isAsOfStated: true, warnings: []))
  }

  /// The numbers of "a to b" and "up to b" in cells of a text.
  private func edges(_ table: ReportTable?) -> [Int] {
    (table?.rows ?? []).flatMap { $0.cells.dropFirst(0) }.filter { $0.contains("to ") }
      .flatMap { $0.split(separator: " ").compactMap { Int($0.filter(\.isNumber)) } }
  }

  private func numbers(_ value: JSONValue, _ names: Set<String>) -> [Double] {
    switch value {
    case .array(let values): values.flatMap { numbers($0, names) }
    case .object(let members):
      members.flatMap { name, member -> [Double] in
        if case .number(let number) = member, names.contains(name) { return [number] }
        return numbers(member, names)
      }
    default: []
    }
  }

  @Test func `no edge of one to five children is in a published table, chart or sentence`() throws {
    let report = try report(homes: 5, few: 2)
    let groups = report.grouped
    #expect(groups.count == 2, "\(groups)")
    // The ranges do fall below six, so that there is something to keep back.
    let open = edges(report.placementRangeTable(report.ungrouped))
    #expect(open.contains { (1...5).contains($0) }, "\(open)")
    let low = report.monthlySpreads(groups[1].categories).map { $0.interval(95).low }
    #expect(low.contains { (1...5).contains($0) }, "\(low)")
    for table in [
      report.childrenRangeTable(isPublished: true), report.placementRangeTable(groups, isPublished: true),
      report.fanTable(), report.placementFanTable(groups),
    ] {
      let edges = edges(table)
      #expect(edges.count > 3 && !edges.contains { (0...5).contains($0) }, "\(edges)")
    }
    for chart in report.charts(groups) where chart.id == "fan" || chart.id.hasPrefix("placement") {
      let drawn = numbers(chart.spec, ["low", "high"])
      #expect(drawn.count > 70 && drawn.allSatisfy { $0 >= 6 }, "\(chart.id)")
      #expect(chart.description.contains("eight futures of ten"))
    }
    #expect(report.page(.failure(.notSet)).html.contains("up to "))
  }

  @Test func `the money of a year whose children may be fewer than six is kept back from the page`() throws {
    let steady = try report(homes: 0, few: 0)
    #expect(try cells(steady.costRangeTable(isPublished: true)).allSatisfy { $0 != "kept back" })
    let falling = try report(homes: 0, few: 0, startDays: 700)
    #expect(!falling.hidesEverything)
    let low = falling.monthlySpreads(falling.forecast.book.all).map { $0.interval(95).low }
    #expect(low.contains { $0 < 6 }, "\(low)")
    let published = try cells(falling.costRangeTable(isPublished: true))
    #expect(Array(published.suffix(3)) == ["kept back", "kept back", "kept back"])
    #expect(try cells(falling.costRangeTable()).allSatisfy { $0 != "kept back" })
    for (report, years) in [(steady, 3), (falling, published.count { $0 != "kept back" } / 4)] {
      let cost = try #require(report.charts(report.grouped).first { $0.id == "cost" })
      #expect(numbers(cost.spec, ["low", "high"]).count == 2 * 2 * years)
    }
    #expect(steady.pageHeadline(steady.grouped).contains("and between £"))
    #expect(!falling.pageHeadline(falling.grouped).contains("and between £"))
  }

  private func cells(_ table: ReportTable?) throws -> [String] {
    try #require(table).rows.flatMap(\.cells)
  }

  @Test func `a range wider than half the mean is said to be too wide to plan on, and why`() throws {
    let falling = try report(homes: 0, few: 0, startDays: 700)
    let first = falling.wideSentences(falling.ungrouped).first ?? ""
    #expect(first.contains("too uncertain to plan on from") && first.contains("with so few children"))
    #expect(falling.text().contains("too uncertain to plan"))
    let steady = try report(until: "2026-03-31")
    let sentences = steady.wideSentences(steady.ungrouped)
    #expect(sentences.count == 1 && sentences[0].contains("Placed with parents"), "\(sentences)")
    #expect(!sentences[0].contains("Agency foster care"))
  }

  @Test func `an edge of fewer than six is put in words where it is published`() {
    #expect(Ranges.words((371, 1446), isPublished: true) == "371 to 1,446")
    #expect(Ranges.words((3, 12), isPublished: false) == "3 to 12")
    #expect(Ranges.words((3, 12), isPublished: true) == "up to 12")
    #expect(Ranges.words((0, 12), isPublished: true) == "up to 12")
    #expect(Ranges.words((6, 12), isPublished: true) == "6 to 12")
    #expect(Ranges.words((3, 5), isPublished: true) == "fewer than 6")
    #expect(Ranges.sentence("371 to 446") == "and between 371 and 446 in eight futures of ten")
    #expect(Ranges.sentence("up to 12") == "and up to 12 in eight futures of ten")
  }

  @Test func `every future's months are written, future by future, and add to the means`() throws {
    let report = try report(futures: 20)
    var text = ""
    var parts = 0
    try report.writeFutures { bytes throws(FilesError) in
      text += String(decoding: bytes, as: UTF8.self)
      parts += 1
    }
    #expect(parts == 20)
    let lines = text.split(separator: "\n")
    #expect(lines.first.map(String.init) == FuturesCSV.columns)
    #expect(lines.count == 1 + 20 * 36 * report.ungrouped.count)
    let fields = lines.dropFirst().map { $0.split(separator: ",") }
    #expect(fields.allSatisfy { $0.count == 9 })
    let last = report.forecast.coming[35]
    let ends = fields.filter { $0[1] == "2028-03-31" }
    let children = ends.compactMap { Double($0[3]) }.reduce(0, +) / 20
    #expect(abs(children - last.children.reduce(0, +)) < 1e-9)
    let pence = ends.compactMap { Int($0[8]) }.reduce(0, +) / 20
    #expect(abs(pence - last.cost.reduce(Money.zero, +).pence) <= report.ungrouped.count)
  }
}
