import Operations
import Returns
import Support
import Testing
import Units

/// What is new, put right and still there between two loads.
struct FindingsComparisonTests {
  private func finding(
    _ rule: String, _ child: String?, _ key: String = "2024-05-01", line: Int = 2
  ) -> StoredFinding {
    StoredFinding(
      rule: rule, severity: "error", table: .episodes, year: CollectionYear(startYear: 2024),
      child: child.flatMap { ChildID($0) }, key: key, columns: "DEC", file: 0, line: line)
  }

  @Test func `a row that moved to another line is still there`() {
    let compared = FindingsComparison(
      before: [finding("101", "1"), finding("102", "1"), finding("103", nil)],
      now: [finding("101", "1", line: 90), finding("101", "2"), finding("103", nil)])
    #expect(compared.new == [finding("101", "2")])
    #expect(compared.fixed == [finding("102", "1")])
    #expect(compared.stillThere == [finding("101", "1", line: 90), finding("103", nil)])
  }

  @Test func `rows found twice count twice`() {
    let one = finding("101", "1")
    let twice = FindingsComparison(before: [one], now: [one, one])
    #expect(twice.new.count == 1 && twice.stillThere.count == 1 && twice.fixed.isEmpty)
    let once = FindingsComparison(before: [one, one, one], now: [one])
    #expect(once.new.isEmpty && once.stillThere.count == 1 && once.fixed.count == 2)
  }

  @Test func `however drawn, before is fixed and still there, and now is new and still there`() {
    var draws = Draws { Seed(11).words($0, 0, 0, 0) }
    for _ in 0..<200 {
      let lists = (0..<2).map { _ in
        (0..<Int(draws.next() % 30)).map { _ in finding("\(draws.next() % 3)", "\(draws.next() % 4)") }
      }
      let there = FindingsComparison(before: lists[0], now: lists[1])
      let back = FindingsComparison(before: lists[1], now: lists[0])
      #expect(there.fixed.count + there.stillThere.count == lists[0].count)
      #expect(there.new.count + there.stillThere.count == lists[1].count)
      #expect(there.new.count == back.fixed.count && there.fixed.count == back.new.count)
    }
  }
}
