import Care
import Testing
import Units

/// Histories cut at an earlier day.
struct CutTests {
  @Test func `later starts are gone, later ends open, and their children with them`() throws {
    let all = try histories([
      try episode("2023-01-10", "2023-06-01", "S", "X1"),
      episode("2023-06-01", "2024-02-01", "P", "E4A"),
      episode("2024-01-05", nil, "S", child: 1),
      episode("2023-02-02", "2023-05-05", "S", "E4A", child: 2),
    ])
    let cut = all.cut(at: try day("2023-06-01"))
    #expect(cut.asOf == (try day("2023-06-01")))
    #expect(cut.children.map(\.id) == [all.children[0].id, all.children[2].id])
    #expect(cut.episodes.map(\.child) == [0, 0, 1])
    let ends = [try day("2023-06-01"), nil, try day("2023-05-05")]
    #expect(cut.episodes.map(\.end) == ends)
    #expect(cut.episodes[0].reasonCeased == "X1" && cut.episodes[1].reasonCeased.isEmpty)
    #expect(cut.asReturned.count == 3 && cut.periods.count == 2)
    #expect(all.cut(at: try day("2022-01-01")).children.isEmpty)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `the stock up to the cut is the same, and cutting twice is cutting once`(_ seed: UInt64) throws {
    let all = try randomHistories(seed, children: 60)
    let whole = Stock(all)
    let earlier = all.asOf - 400
    let cut = all.cut(at: earlier)
    let stock = Stock(cut)
    for days in stride(from: 0, through: 600, by: 37) {
      #expect(stock.children(on: earlier - days) == whole.children(on: earlier - days))
    }
    #expect(!cut.episodes.contains { $0.start > earlier || ($0.end ?? earlier) > earlier })
    let twice = all.cut(at: all.asOf - 100).cut(at: earlier)
    #expect(twice.episodes.map(\.start) == cut.episodes.map(\.start))
    #expect(twice.children.map(\.id) == cut.children.map(\.id))
    #expect(all.cut(at: all.asOf).episodes.count == all.episodes.count)
  }
}
