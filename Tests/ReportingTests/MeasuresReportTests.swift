import Care
import Foundation
import Reporting
import Support
import Testing
import Units

@Suite struct MeasuresReportTests {
  /// Thirty children in agency foster care, eight in homes and three placed with parents; all started in the year.
  private func report(
    isSuppressed: Bool = true, published: [String: PublishedComparison] = [:], far: Range<Int>? = nil,
    together: Set<String> = []
  ) throws -> MeasuresReport {
    let book = try CategoryBook.standard()
    let start = try #require(CivilDay("2024-05-01"))
    let asOf = try #require(CivilDay("2025-03-31"))
    let birth = try #require(CivilDay("2014-02-03"))
    let episodes = (0..<41).map { child -> Episode in
      let (place, provider): (Code, Code) =
        child < 30 ? ("U4", "PR4") : child < 38 ? ("K2", "PR4") : ("P1", "PR0")
      return Episode(
        child: Int32(child), start: start + child, end: nil, reasonNew: "S", legalStatus: "C2", place: place,
        provider: provider, urn: .empty, reasonCeased: .empty,
        category: book.category(place: place, provider: provider, in: nil).0, need: "N1",
        locality: far.map { Locality(distance: $0.contains(child) ? 300 : 20, isInside: child % 2 == 0) }
          ?? .unknown)
    }
    let children = try (0..<41).map {
      Child(id: try #require(ChildID("ID<\($0)>")), birth: birth, isUASC: false)
    }
    let histories = CareHistories(
      children: children, episodes: episodes, respite: [], asReturned: episodes, asOf: asOf, book: book)
    let reading = ReadingSummary(
      filesUsed: 2, filesMet: 2, years: "2024/25", rowsRead: 82, rowsUsed: 82, rowsSetAside: 0, reasons: [],
      repairs: [], unknownStarts: 0, isAsOfStated: false, warnings: [])
    return MeasuresReport(
      council: "Wren & Co",
      measures: MeasureSet(histories, at: asOf, population: 10_000, knownFrom: start),
      reading: reading, published: published, isSuppressed: isSuppressed, together: together)
  }

  private func lines(_ text: String, _ label: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { $0.contains(label) }
  }

  @Test func `small numbers are kept back in every output, with one that would tell them`() throws {
    let report = try report()
    for text in [report.text(), report.page(.failure(.notSet)).html, report.csv(), try report.json()] {
      #expect(text.contains("41") && !text.contains("7.3"))
    }
    for line in lines(report.text(), "Placed with parents") + lines(report.text(), "External children's home")
    {
      #expect(line.split(separator: " ").suffix(2) == ["c", "c"], "\(line)")
    }
    #expect(report.csv().contains("2025-03-31,place,parents,count,c\n"))
    #expect(report.csv().contains("2025-03-31,looked-after-rate,all,per_10000,41.0\n"))
  }

  @Test func `few children placed far away are kept back with all that would tell them`() throws {
    let csv = try report(far: 6..<10).csv()
    for row in [
      "distance,over-20-miles,count,c", "distance,up-to-20-miles,count,c", "over-20-miles,all,count,c",
      "over-20-miles,all,percent,c", "outside-over-20-miles,all,count,c", "area,inside,count,21",
    ] { #expect(csv.contains("2025-03-31,\(row)\n"), "\(row)") }
    #expect(try report(isSuppressed: false, far: 6..<10).csv().contains("over-20-miles,all,count,4\n"))
  }

  @Test func `what a forecast shows by itself hides no small number here, so another does`() throws {
    // The forecast of the same day shows the eight in homes alone, and the rest together.
    let csv = try report(together: ["agency_foster", "with_parents"]).csv()
    for row in [
      "placement,external_home,count,8", "placement,agency_foster,count,c", "placement,with_parents,count,c",
      "place,fostering,count,c", "place,parents,count,c",
    ] { #expect(csv.contains("2025-03-31,\(row)\n"), "\(row)") }
    #expect(try report().csv().contains("placement,external_home,count,c\n"))
  }

  @Test func `unsuppressed they are shown, and the page says for whom it is`() throws {
    let report = try report(isSuppressed: false)
    #expect(
      lines(report.text(), "Placed with parents").allSatisfy {
        $0.split(separator: " ").suffix(2) == ["3", "7.3%"]
      })
    #expect(report.page(.failure(.notSet)).html.contains("OFFICIAL-SENSITIVE"))
    #expect(report.csv().contains("2025-03-31,place,parents,percent,7.3\n"))
  }

  @Test func `no output for publication holds an identifier`() throws {
    let report = try report()
    for text in [report.text(), report.page(.failure(.notSet)).html, report.csv(), try report.json()] {
      #expect(!text.contains("ID<") && !text.contains("ID&lt;"))
    }
  }

  @Test func `published figures stand beside the council's own, with their licence`() throws {
    #expect(try !report().text().contains("Open Government Licence"))
    let beside = PublishedComparison(
      council: 66.04, neighboursMean: 70.96, neighbours: 9, region: nil, england: 70, year: "2023/24",
      attribution: "Source: Department for Education.")
    let report = try report(published: ["looked-after-rate": beside])
    let line = try #require(lines(report.text(), "10,000   ").first)
    #expect(
      line.split(separator: " ").suffix(8)
        == ["41.0", "41", "10,000", "66.0", "71.0", "(9)", "–", "70.0", "2023/24"].suffix(8))
    for text in [report.text(), report.page(.failure(.notSet)).html, try report.json()] {
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        words.contains(PublishedComparison.licence) && words.contains("Source: Department for Education."))
    }
  }

  @Test func `every link on the page leads somewhere on it, and names are escaped`() throws {
    let page = try report().page(.failure(.notSet)).html
    let targets = page.components(separatedBy: "href=\"#").dropFirst().compactMap {
      $0.split(separator: "\"").first
    }
    #expect(targets.count > 10)
    for target in Set(targets) { #expect(page.contains("id=\"\(target)\""), "\(target)") }
    #expect(page.contains("Wren &amp; Co") && !page.contains("Wren & Co"))
  }

  @Test func `charts draw no part that is kept back`() throws {
    let pictures = try report().charts()
    #expect(pictures.map(\.id) == ["place", "age"])
    #expect(pictures[0].description.contains("not drawn"))
    #expect(try !report(isSuppressed: false).charts()[0].description.contains("not drawn"))
  }
}
