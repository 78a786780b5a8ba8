/// Rows of a long list, so many on a page.
struct RowPage<Row> {
  /// The most rows on one page.
  static var most: Int { 200 }

  /// Which page it is, 1 for the first.
  let number: Int
  /// Its rows.
  let rows: ArraySlice<Row>
  /// The pages before and after; nil where there is none.
  let before: Int?, after: Int?
  private let count: Int

  /// The page asked for of all rows, else the nearest there is.
  init(_ all: [Row], asked: String) {
    let pages = max(1, (all.count + Self.most - 1) / Self.most)
    number = min(max(1, Int(asked) ?? 1), pages)
    rows = all[((number - 1) * Self.most)..<min(number * Self.most, all.count)]
    before = number > 1 ? number - 1 : nil
    after = number < pages ? number + 1 : nil
    count = all.count
  }

  /// How many rows there are, and which of them these are; empty where there is none.
  func words(_ one: String, _ many: String) -> String {
    guard count > 0 else { return "" }
    let all = Phrases.count(count, one, many)
    return rows.count == count ? all + "." : all + "; these are \(rows.startIndex + 1) to \(rows.endIndex)."
  }
}
