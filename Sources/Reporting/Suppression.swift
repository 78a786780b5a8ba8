/// Which counts of a publication are kept back, so that no count of one to five, and no difference of one to five
/// between a count and one it is part of, is shown or follows from adding and subtracting what is shown, within one
/// table or across several.
///
/// A count is a vector over the kinds of row (rows that the same counts hold). What follows from the counts shown is
/// their linear span, so that a count follows exactly if its vector lies in it. Arithmetic is modulo a prime.
public enum Suppression {
  /// A count that is to be shown.
  public struct Cell: Sendable {
    /// Its name.
    public let id: String
    /// What is counted: any numbers that tell rows apart.
    public let rows: Set<Int>
    /// The table whose total its parts add up to, for a part.
    public let table: String?
    /// Cells of higher rank are kept back later.
    public let rank: Int
    /// Whether another report shows it, so that it can't be kept back here.
    public var isElsewhere = false

    /// A count of rows.
    public init(id: String, rows: Set<Int>, table: String? = nil, rank: Int = 0) {
      self.id = id
      self.rows = rows
      self.table = table
      self.rank = rank
    }
  }

  /// The names of the cells to keep back. Every one of them must be shown as the same word, so that it is not told
  /// which is small and which hides it.
  public static func hidden(_ cells: [Cell]) -> Set<String> {
    let counts = Dictionary(grouping: cells.filter { !$0.rows.isEmpty }, by: \.rows).values
      .map { same in
        (
          rows: same[0].rows, ids: same.map(\.id), rank: same.map(\.rank).max() ?? 0,
          isElsewhere: same.contains(where: \.isElsewhere)
        )
      }.sorted { ($0.rank, $0.rows.count, $0.ids[0]) < ($1.rank, $1.rows.count, $1.ids[0]) }
    let kinds = Kinds(counts.map(\.rows))
    let small =
      counts.filter { Disclosure.isSmall($0.rows.count) }.map(\.rows) + differences(counts.map(\.rows))
    let tables = Dictionary(grouping: cells.filter { $0.table != nil && !$0.rows.isEmpty }, by: \.table)
      .values
    func names(_ shown: [Bool]) -> Set<String> {
      Set(counts.indices.filter { !shown[$0] }.flatMap { counts[$0].ids })
    }
    /// The count to keep back next because a small one follows from those shown; nil where none does.
    func given(_ shown: [Bool]) -> Int? {
      let visible = counts.indices.filter { shown[$0] }
      var span = Span(width: visible.count)
      for (position, index) in visible.enumerated() { span.add(kinds.vector(counts[index].rows), position) }
      // The first that takes part is the least in rank and size. What only others' counts tell can't be helped here.
      return (small + remainders(tables, names(shown))).lazy
        .compactMap { span.combination(of: kinds.vector($0))?.first { !counts[visible[$0]].isElsewhere } }
        .first.map { visible[$0] }
    }
    var shown = counts.map { !Disclosure.isSmall($0.rows.count) || $0.isElsewhere }
    while let next = given(shown) { shown[next] = false }
    // What was kept back in vain is shown again, the most wanted first.
    for index in counts.indices.reversed()
    where !shown[index] && !Disclosure.isSmall(counts[index].rows.count) {
      shown[index] = true
      if given(shown) != nil { shown[index] = false }
    }
    return names(shown)
  }

  /// Differences of one to five between a count and one that it holds.
  private static func differences(_ counts: [Set<Int>]) -> [Set<Int>] {
    var found: Set<Set<Int>> = []
    for whole in counts {
      for part in counts
      where Disclosure.isSmall(whole.count - part.count) && part.isSubset(of: whole) {
        found.insert(whole.subtracting(part))
      }
    }
    return Array(found)
  }

  /// What is kept back in each table, together, where it is so little that the parts could be told from their sum.
  private static func remainders(_ tables: some Sequence<[Cell]>, _ hidden: Set<String>) -> [Set<Int>] {
    tables.compactMap { parts in
      let kept = parts.filter { hidden.contains($0.id) }
      let together = kept.reduce(into: Set()) { $0.formUnion($1.rows) }
      return !together.isEmpty && together.count <= max(Disclosure.smallestShown - 1, kept.count)
        ? together : nil
    }
  }

  /// Rows that the same counts hold are of one kind.
  private struct Kinds {
    private var kind: [Int: Int] = [:]
    private var number = 0

    init(_ counts: [Set<Int>]) {
      var holders: [Int: [Int]] = [:]
      for (index, rows) in counts.enumerated() {
        for row in rows { holders[row, default: []].append(index) }
      }
      var kinds: [[Int]: Int] = [:]
      for (row, held) in holders {
        kind[row] = kinds[held] ?? kinds.count
        kinds[held] = kind[row]
      }
      number = kinds.count
    }

    func vector(_ rows: Set<Int>) -> [UInt64] {
      var vector = Array(repeating: UInt64(0), count: number)
      for row in rows { if let kind = kind[row] { vector[kind] = 1 } }
      return vector
    }
  }
}

/// What follows from vectors by adding and subtracting multiples of them, modulo a prime.
private struct Span {
  private static let prime: UInt64 = 2_147_483_647
  private var rows: [(pivot: Int, vector: [UInt64], made: [UInt64])] = []
  private let width: Int

  init(width: Int) { self.width = width }

  /// Adds a vector, remembered under a position.
  mutating func add(_ vector: [UInt64], _ position: Int) {
    var made = Array(repeating: UInt64(0), count: width)
    made[position] = 1
    var rest = vector
    reduce(&rest, &made)
    guard let pivot = rest.firstIndex(where: { $0 != 0 }) else { return }
    let scale = Span.inverse(rest[pivot])
    rows.append((pivot, rest.map { $0 * scale % Span.prime }, made.map { $0 * scale % Span.prime }))
  }

  /// The positions whose vectors make up a vector, in order; nil where they can't.
  func combination(of vector: [UInt64]) -> [Int]? {
    var made = Array(repeating: UInt64(0), count: width)
    var rest = vector
    reduce(&rest, &made)
    guard rest.allSatisfy({ $0 == 0 }) else { return nil }
    return made.indices.filter { made[$0] != 0 }
  }

  private func reduce(_ rest: inout [UInt64], _ made: inout [UInt64]) {
    for row in rows where rest[row.pivot] != 0 {
      let times = Span.prime - rest[row.pivot]
      for index in rest.indices where row.vector[index] != 0 {
        rest[index] = (rest[index] + times * row.vector[index]) % Span.prime
      }
      for index in made.indices where row.made[index] != 0 {
        made[index] = (made[index] + times * row.made[index]) % Span.prime
      }
    }
  }

  private static func inverse(_ number: UInt64) -> UInt64 {
    var (result, base, exponent) = (UInt64(1), number, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
