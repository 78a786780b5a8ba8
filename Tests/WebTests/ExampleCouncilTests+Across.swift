import Foundation
import Store
import Support
import Testing

@testable import Operations
@testable import Web

extension ExampleCouncilTests {
  /// A file of the latest run of a kind as rows, the header left out.
  private func rows(_ council: Council, _ kind: RunKind, _ file: String) throws -> [[String]] {
    try council.store.reading { reading in
      let run = try #require(
        try reading.runs(kind, most: 99).first { $0.options.isEmpty && $0.state == .done })
      let found = try #require(try reading.result(of: run.id)?.files.first { $0.name == file })
      return found.content.split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }
  }

  /// What a viewer could subtract who sets all pages beside each other.
  func across(_ council: Council, _ pages: [String: String]) throws {
    let book = try String(
      contentsOfFile: Project.folder + "/Sources/Care/Data/categories.csv", encoding: .utf8)
    let labels = Dictionary(
      book.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }.map {
        ($0[0], $0[1])
      },
      uniquingKeysWith: { first, _ in first })
    var truth: [String: Int] = [:]
    for row in try rows(council, .forecast, "forecast.csv")
    where row[0] == "2026-03-31" && row[2] == "children" && row[3] == "actual" && row[1] != "all" {
      truth[labels[row[1]] ?? row[1]] = Int(row[4])
    }
    let all = AcrossPages(
      pages, on: ("2026-03-31", "31 March 2026", "31 Mar 2026"), truth: truth,
      targets: [
        "Children in residential care": Set(
          ["in_house_home", "external_home", "residential_school"].compactMap { labels[$0] })
      ])
    #expect(all.shown.count >= 20 && all.misread.isEmpty, "\(all.misread)")
    #expect(
      Set(all.shown.map { $0.place.prefix { $0 != "," && $0 != "?" } }).isSuperset(of: [
        "/children", "/forecast",
      ]))
    #expect(all.told().isEmpty, "\(all.told())")

    var shares: [String: UnitCostLines.Share] = [:]
    for row in try rows(council, .unitCosts, "unit-costs.csv") where row.count == 7 {
      let key = row[1] + "/" + row[2]
      shares[key] = UnitCostLines.Share(
        kind: labels[row[1]] ?? "Not in the returns", provider: row[2],
        nights: (shares[key]?.nights ?? 0) + (Int(row[4]) ?? 0),
        children: max(shares[key]?.children ?? 0, Int(row[3]) ?? 0))
    }
    #expect(shares.count > 20)
    #expect(UnitCostLines.told(pages["/money/unit-costs"] ?? "", Array(shares.values)).isEmpty)

    // Lines of the outturn that stand together are in no other table by themselves.
    let money = HTMLText.tables(pages["/money"] ?? "")
    let lines = Set(try #require(money.first { $0.caption.hasPrefix("Outturn") }).rows.map { $0[0] })
    let budget = try String(contentsOfFile: Self.folder + "council/budget.csv", encoding: .utf8)
      .split(separator: "\n").dropFirst().map { $0.split(separator: ",")[2] }
    let hidden = budget.filter { !lines.contains(String($0)) }
    #expect(hidden.count > 1 && lines.contains("Lines of few children, together"))
    for (caption, rows) in money where !caption.hasPrefix("Files") {
      for row in rows {
        #expect(!hidden.contains { row[0].hasSuffix(" " + $0) || row[0] == $0 }, "\(caption)")
      }
    }
  }
}
