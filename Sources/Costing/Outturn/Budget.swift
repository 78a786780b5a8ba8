public import Care
import Files
public import Units

/// What a financial year's budget holds for one cost centre and subjective code.
public struct BudgetLine: Sendable, Equatable {
  /// What drives a line's cost.
  public enum Driver: Sendable, Hashable {
    /// Nights of looked-after children in a category.
    case category(Category)
    /// A kind of payment of the fee ledger that is no placement.
    case payments(FeeKind)
    /// Nothing that returns or fees tell of: the budget stands until an actual or an adjustment says otherwise.
    case none
  }

  /// Cost centre; may be empty.
  public let costCentre: String
  /// Subjective code; may be empty.
  public let subjective: String
  /// What readers call it.
  public let name: String
  /// What drives it.
  public let driver: Driver
  /// The year's money, net of virements.
  public let amount: Money
  /// Nights that it was set for; nil where nobody stated them.
  public let nights: Int?

  /// A line.
  public init(
    costCentre: String, subjective: String, name: String, driver: Driver, amount: Money, nights: Int?
  ) {
    self.costCentre = costCentre
    self.subjective = subjective
    self.name = name
    self.driver = driver
    self.amount = amount
    self.nights = nights
  }
}

/// A financial year's budget: a CSV file with columns `cost_centre,subjective,name,category,pounds,nights`. `category` is
/// a category of placement, a kind of payment (`direct payment`, `package`, `allowance`), or empty.
public struct Budget: Sendable {
  /// Its lines, in the file's order.
  public let lines: [BudgetLine]

  /// A budget of lines.
  public init(lines: [BudgetLine]) { self.lines = lines }

  /// The budget in a CSV file's text.
  ///
  /// - Throws: `BudgetError` with the line at fault.
  public init(csv: [UInt8], book: CategoryBook) throws(BudgetError) {
    let rows: [SmallTable.Row]
    do throws(SmallTableError) {
      rows = try SmallTable.read(csv, columns: ["name", "category", "pounds"])
    } catch {
      throw BudgetError(line: error.line, problem: error.problem)
    }
    var lines: [BudgetLine] = []
    for row in rows {
      let driver = try Budget.driver(row, book)
      if driver != .none, lines.contains(where: { $0.driver == driver }) {
        throw BudgetError(
          line: row.line,
          problem:
            "“\(row["category"] ?? "")” has a line already: a child's night is charged to one line only")
      }
      guard let text = row["pounds"], let amount = Money(pounds: text) else {
        throw BudgetError(
          line: row.line, problem: "pounds is “\(row["pounds"] ?? "")”: write an amount such as 1250000.00")
      }
      var nights: Int?
      if let text = row["nights"] {
        guard let number = Int(text), number >= 0 else {
          throw BudgetError(line: row.line, problem: "nights is “\(text)”: write a whole number")
        }
        nights = number
      }
      lines.append(
        BudgetLine(
          costCentre: row["cost_centre"] ?? "", subjective: row["subjective"] ?? "",
          name: row["name"] ?? "", driver: driver, amount: amount, nights: nights))
    }
    guard !lines.isEmpty else { throw BudgetError(line: 1, problem: "the file holds no budget") }
    self.lines = lines
  }

  private static func driver(
    _ row: SmallTable.Row, _ book: CategoryBook
  ) throws(BudgetError) -> BudgetLine.Driver {
    guard let text = row["category"] else { return .none }
    if let category = book.category(id: text) { return .category(category) }
    if let kind = FeeKind(rawValue: text), kind != .placement { return .payments(kind) }
    let kinds = FeeKind.allCases.filter { $0 != .placement }.map(\.rawValue)
    throw BudgetError(
      line: row.line,
      problem:
        "category is “\(text)”: write one of \((book.entries.map(\.id) + kinds).joined(separator: ", ")), or leave it empty"
    )
  }

  /// The line that what is driven so is charged to; nil where the budget has none.
  public func line(for driver: BudgetLine.Driver) -> Int? {
    driver == .none ? nil : lines.firstIndex { $0.driver == driver }
  }

  /// The whole year's money.
  public var total: Money { lines.reduce(.zero) { $0 + $1.amount } }
}

/// A line of a budget that can't be used.
public struct BudgetError: Error, Equatable, CustomStringConvertible {
  /// Line of the file, 1 for its header.
  public let line: Int
  /// What is wrong and what to write.
  public let problem: String

  /// "line 4: …".
  public var description: String { "line \(line): \(problem)" }
}
