public import Care
import Files
public import Units

/// What a week of care in each category costs, from which day: a CSV file with columns
/// `category,weekly_pounds,from` (a `note` and any other columns are ignored). Prices hold until the category's next
/// line; after its last one they are uplifted every 1 April.
public struct PriceList: Sendable {
  /// A price from a day on.
  public struct Line: Sendable, Equatable {
    /// Category identifier: `agency_foster`.
    public let category: String
    /// The price.
    public let rate: WeeklyRate
    /// First day on which it holds.
    public let from: CivilDay
  }

  /// The prices, in order of category and day.
  public let lines: [Line]

  /// The price list in a CSV file's text.
  ///
  /// - Throws: `PriceListError` with the line at fault.
  public init(csv: [UInt8]) throws(PriceListError) {
    let rows: [SmallTable.Row]
    do throws(SmallTableError) {
      rows = try SmallTable.read(csv, columns: ["category", "weekly_pounds", "from"])
    } catch {
      throw PriceListError(line: error.line, problem: error.problem)
    }
    var lines: [Line] = []
    for row in rows {
      let line = try PriceList.line(row)
      guard !lines.contains(where: { $0.category == line.category && $0.from == line.from }) else {
        throw PriceListError(
          line: row.line, problem: "\(line.category) has two prices from \(line.from.slashed): keep one")
      }
      lines.append(line)
    }
    guard !lines.isEmpty else { throw PriceListError(line: 1, problem: "the file holds no prices") }
    self.lines = lines.sorted { ($0.category, $0.from) < ($1.category, $1.from) }
  }

  private static func line(_ row: SmallTable.Row) throws(PriceListError) -> Line {
    guard let category = row["category"] else {
      throw PriceListError(line: row.line, problem: "category is empty")
    }
    guard let pounds = row["weekly_pounds"], let price = Money(pounds: pounds) else {
      throw PriceListError(
        line: row.line,
        problem: "weekly_pounds is “\(row["weekly_pounds"] ?? "")”: write pounds and pence such as 6250.00")
    }
    guard price >= .zero else {
      throw PriceListError(line: row.line, problem: "weekly_pounds is less than nothing")
    }
    guard price < Money(pence: 100_000_000) else {
      throw PriceListError(
        line: row.line, problem: "weekly_pounds is “\(pounds)”: a price is below £1,000,000 a week")
    }
    guard let text = row["from"], let from = CivilDay(text) else {
      throw PriceListError(
        line: row.line,
        problem: "from is “\(row["from"] ?? "")”: write a day such as 2025-04-01 or 01/04/2025")
    }
    guard (1990...2099).contains(from.year) else {
      throw PriceListError(line: row.line, problem: "from is “\(text)”: prices begin between 1990 and 2099")
    }
    return Line(category: category, rate: WeeklyRate(pencePerWeek: price.pence), from: from)
  }

  /// The default list, made from published figures: docs/methods/0004-default-prices.md.
  public static func standard() throws(PriceListError) -> PriceList {
    try PriceList(csv: PackageResources.prices_csv)
  }

  /// Identifiers of the list that the book does not have: most likely misspelt.
  public func unknownCategories(in book: CategoryBook) -> [String] {
    let known = Set(book.entries.map(\.id))
    return Array(Set(lines.map(\.category)).subtracting(known)).sorted()
  }

  /// The prices of each category of a book day by day, uplifted by `uplift` hundredths of a percent on every 1 April
  /// after a category's last line. Categories the list lacks are priced from `fallback`.
  public func schedule(for book: CategoryBook, uplift: Int, fallback: PriceList) -> PriceSchedule {
    var defaulted: [Category] = []
    let steps = book.all.map { category -> [PriceSchedule.Step] in
      let id = book[category].id
      var own = lines.filter { $0.category == id }
      if own.isEmpty {
        defaulted.append(category)
        own = fallback.lines.filter { $0.category == id }
      }
      return own.map { PriceSchedule.Step(from: $0.from, rate: $0.rate) }
    }
    return PriceSchedule(steps: steps, uplift: uplift, defaulted: defaulted)
  }
}

/// A line of a price list that can't be used.
public struct PriceListError: Error, Equatable, CustomStringConvertible {
  /// Line of the file, 1 for its header.
  public let line: Int
  /// What is wrong and what to write.
  public let problem: String

  /// "Line 4: …".
  public var description: String { "line \(line): \(problem)" }
}

/// The price of each category on each day.
public struct PriceSchedule: Sendable {
  struct Step: Sendable {
    let from: CivilDay
    let rate: WeeklyRate
  }

  let steps: [[Step]]
  /// The uplift on 1 April, in hundredths of a percent.
  public let uplift: Int
  /// Categories that the council's own list lacks, priced from the default list.
  public let defaulted: [Category]

  /// The first day for which the list has a price of a category; nil where it has none at all. Before it the first
  /// price stands in.
  public func firstDay(of category: Category) -> CivilDay? { steps[category.index].first?.from }

  /// Whether the list itself prices the categories that have nights, on a day.
  func covers(_ nights: [Int], from day: CivilDay) -> Bool {
    nights.indices.allSatisfy { index in
      nights[index] == 0 || (steps[index].first?.from).map { $0 <= day } ?? true
    }
  }

  /// The weekly price of a category on a day; nil for a category that no list prices. Before the first line of a
  /// category its first price holds.
  public func rate(of category: Category, on day: CivilDay) -> WeeklyRate? {
    let own = steps[category.index]
    guard let first = own.first, let last = own.last else { return nil }
    guard day >= last.from else { return own.last { $0.from <= day }?.rate ?? first.rate }
    var rate = last.rate
    var year = FinancialYear(containing: last.from).next
    while year.firstDay <= day {
      rate = rate.uplifted(byBasisPoints: uplift)
      year = year.next
    }
    return rate
  }

  /// The prices of one category over days in order, each day looked up once.
  func rates(of category: Category, from first: CivilDay, days: Int) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(days)
    let changes = Set(steps[category.index].map(\.from))
    for offset in 0..<days {
      let day = first + offset
      let (_, month, dayOfMonth) = day.components
      if offset == 0 || changes.contains(day) || (month == 4 && dayOfMonth == 1) {
        result.append(rate(of: category, on: day)?.pencePerWeek ?? 0)
      } else {
        result.append(result[offset - 1])
      }
    }
    return result
  }
}
