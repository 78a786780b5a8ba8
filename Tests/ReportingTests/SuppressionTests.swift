import Reporting
import Support
import Testing
import Units

@Suite struct SuppressionTests {
  /// Cells of one table with its total, from counts.
  private func table(_ name: String, _ counts: [Int], from first: Int = 0) -> [Suppression.Cell] {
    var next = first
    var cells = counts.enumerated().map { index, count in
      defer { next += count }
      return Suppression.Cell(id: "\(name)\(index)", rows: Set(next..<(next + count)), table: name)
    }
    cells.append(Suppression.Cell(id: name, rows: Set(first..<next), rank: 1))
    return cells
  }

  @Test func `counts that are not small are shown, none is not small`() {
    #expect(Suppression.hidden(table("a", [6, 0, 100])).isEmpty)
    #expect(Suppression.hidden([]).isEmpty)
    #expect(Suppression.hidden(table("a", [0, 0])).isEmpty)
  }

  @Test func `one small count takes the least other with it`() {
    #expect(Suppression.hidden(table("a", [40, 3, 9, 12])) == ["a1", "a2"])
  }

  @Test func `two small counts hide each other, unless they are few together`() {
    #expect(Suppression.hidden(table("a", [40, 3, 9, 4])) == ["a1", "a3"])
    #expect(Suppression.hidden(table("a", [40, 3, 9, 1])) == ["a1", "a2", "a3"])
  }

  @Test func `counts of one each do not tell themselves by their number`() {
    #expect(Suppression.hidden(table("a", [40, 1, 1, 1, 1, 1, 1, 30])).count == 7)
  }

  @Test func `a small total is kept back with its parts`() {
    #expect(Suppression.hidden(table("a", [1, 3])) == ["a0", "a1", "a"])
    #expect(Suppression.hidden(table("a", [3, 0])) == ["a0", "a"])
  }

  @Test func `a small difference between two counts, one in the other, is not told`() {
    let cells = [
      Suppression.Cell(id: "children", rows: Set(0..<100), rank: 1),
      Suppression.Cell(id: "periods", rows: Set(0..<103)),
    ]
    #expect(Suppression.hidden(cells) == ["periods"])
  }

  @Test func `another table of the same total can't be set against the first`() {
    // Homes and secure homes are one line in the second table and two in the first.
    let first = table("a", [40, 3, 20, 8])
    let second = [
      Suppression.Cell(id: "fostering", rows: Set(0..<40), table: "b"),
      Suppression.Cell(id: "homes", rows: Set(40..<63), table: "b"),
      Suppression.Cell(id: "others", rows: Set(63..<71), table: "b"),
    ]
    let hidden = Suppression.hidden(first + second)
    #expect(hidden.contains("a1") && (hidden.contains("a2") || hidden.contains("homes")))
    #expect(!follows(Set(40..<43), from: first + second, hidden))
    #expect(Suppression.hidden(first) == ["a1", "a3"])
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `no small count or difference follows from what is shown in linked tables`(seed: UInt64) {
    let cells = linkedTables(seed)
    let hidden = Suppression.hidden(cells)
    for small in protected(cells) { #expect(!follows(small, from: cells, hidden)) }
    for name in ["a", "b"] {
      let kept = cells.filter { $0.table == name && hidden.contains($0.id) }
      let together = kept.reduce(0) { $0 + $1.rows.count }
      if !kept.isEmpty, !hidden.contains(name) { #expect(kept.count > 1 && together > 5) }
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `nothing is kept back in vain`(seed: UInt64) {
    let cells = linkedTables(seed)
    let hidden = Suppression.hidden(cells)
    for cell in cells where hidden.contains(cell.id) && cell.rows.count > 5 {
      let same = Set(cells.filter { $0.rows == cell.rows }.map(\.id))
      let less = hidden.subtracting(same)
      let tells = protected(cells).contains { follows($0, from: cells, less) }
      let leavesFew = ["a", "b"].contains { name in
        let kept = cells.filter { $0.table == name && less.contains($0.id) && !$0.rows.isEmpty }
        let together = kept.reduce(into: Set()) { $0.formUnion($1.rows) }
        return !together.isEmpty && together.count <= max(5, kept.count)
          && follows(together, from: cells, less)
      }
      #expect(tells || leavesFew, "\(cell.id)")
    }
  }

  /// Two tables that split the same rows in two ways, and a count apart that is in both.
  private func linkedTables(_ seed: UInt64) -> [Suppression.Cell] {
    var draws = Draws { Seed(seed).words($0, 0, 0, 0) }
    let size = Int.random(in: 4...70, using: &draws)
    let weights = [0, 0, 0, 0, 1, 1, 2, 3]
    let a = (0..<size).map { _ in weights.randomElement(using: &draws) ?? 0 }
    let b = (0..<size).map { _ in weights.randomElement(using: &draws) ?? 0 }
    func parts(_ name: String, _ of: [Int]) -> [Suppression.Cell] {
      (0..<4).map { part in
        Suppression.Cell(id: "\(name)\(part)", rows: Set((0..<size).filter { of[$0] == part }), table: name)
      }
    }
    let some = Set((0..<size).filter { a[$0] + b[$0] < 2 })
    return parts("a", a) + parts("b", b) + [
      Suppression.Cell(id: "a", rows: Set(0..<size), rank: 2),
      Suppression.Cell(id: "b", rows: Set(0..<size), rank: 2),
      Suppression.Cell(id: "some", rows: some, rank: 1),
    ]
  }

  /// What must not be found: small counts, and small differences between a count and one in it.
  private func protected(_ cells: [Suppression.Cell]) -> [Set<Int>] {
    let sets = cells.map(\.rows)
    let differences = sets.flatMap { whole in sets.filter { $0.isSubset(of: whole) }.map(whole.subtracting) }
    return (sets + differences).filter { (1...5).contains($0.count) }
  }

  /// Whether a count is a sum of multiples of those shown: by elimination in floating point, row by row.
  private func follows(_ target: Set<Int>, from cells: [Suppression.Cell], _ hidden: Set<String>) -> Bool {
    let size = (cells.flatMap(\.rows).max() ?? 0) + 1
    func vector(_ rows: Set<Int>) -> [Double] { (0..<size).map { rows.contains($0) ? 1 : 0 } }
    var basis: [(pivot: Int, vector: [Double])] = []
    func reduced(_ vector: [Double]) -> [Double] {
      basis.reduce(into: vector) { rest, row in
        let times = rest[row.pivot] / row.vector[row.pivot]
        for index in rest.indices { rest[index] -= times * row.vector[index] }
      }
    }
    for cell in cells where !hidden.contains(cell.id) {
      let rest = reduced(vector(cell.rows))
      guard let pivot = rest.indices.max(by: { abs(rest[$0]) < abs(rest[$1]) }), abs(rest[pivot]) > 1e-7
      else {
        continue
      }
      basis.append((pivot, rest))
    }
    return reduced(vector(target)).allSatisfy { abs($0) < 1e-7 }
  }
}
