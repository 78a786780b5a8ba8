import Plans
import Units

/// Which words of a row say that it is a total.
enum TotalWords {
  private static let beside: Set = [
    "total", "totals", "grand", "overall", "saving", "savings", "efficiencies", "year", "years", "annual",
    "cumulative", "of", "all", "the", "for", "in", "net", "gross", "plan", "programme", "cost", "costs", "pa",
    "p",
    "a", "k", "to", "income",
  ]

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// Whether the words say a total and nothing else.
  static func isTotal(_ text: String) -> Bool {
    let words = words(text)
    return (words.contains("total") || words.contains("totals")) && words.allSatisfy(beside.contains)
  }

  /// Whether they begin as a total's or a part total's do, whatever comes then.
  static func begins(_ text: String) -> Bool {
    let words = words(text)
    return words.first == "total" || words.first == "subtotal" || words.prefix(2) == ["sub", "total"]
  }

  /// Whether they say a total of a part.
  static func isPart(_ text: String) -> Bool { begins(text) && words(text).first != "total" }
}

/// Whether a table writes what it saves with a minus or in brackets.
enum TableSign {
  case asWritten
  /// Every amount has one.
  case turned
  /// Some have one, and totals count them as savings all the same.
  case left

  var isUnsure: Bool { self == .left }

  func amount(_ money: Money) -> Money {
    switch self {
    case .asWritten: money
    case .turned: Money(pence: -money.pence)
    case .left: Money(pence: abs(money.pence))
    }
  }
}

/// What a table's lines come to so far.
struct TableSums {
  struct Part {
    let id: String
    let year: FinancialYear?
    let money: Money
  }
  let sign: TableSign
  private(set) var parts: [Part] = []
  /// Where the group of lines begins that a part total would be of.
  var group = 0
  /// Whether an amount could not be read.
  var isBroken = false

  init(sign: TableSign) { self.sign = sign }

  mutating func add(_ id: String, _ year: FinancialYear?, _ money: Money) {
    parts.append(Part(id: id, year: year, money: money))
  }

  func of(_ year: FinancialYear?, from start: Int) -> [Part] { parts[start...].filter { $0.year == year } }
}

extension PlanDraft {
  /// How a table writes what it saves.
  func sign(of table: PaperTable) -> TableSign {
    var all: [Int] = []
    var sums: [Int: (signed: Int, size: Int, total: Int?)] = [:]
    for row in table.rows {
      for column in table.amountColumns {
        guard let pence = figure(row, column, of: table)?.money?.pence else { continue }
        all.append(pence)
        let before = sums[column] ?? (0, 0, nil)
        if isTotal(row, of: table) {
          sums[column] = (before.signed, before.size, pence)
        } else {
          sums[column] = (before.signed + pence, before.size + abs(pence), before.total)
        }
      }
    }
    guard all.contains(where: { $0 < 0 }) else { return .asWritten }
    if all.allSatisfy({ $0 <= 0 }) { return .turned }
    let totals = sums.values.filter { $0.total != nil && $0.signed != $0.size }
    let isLeft = !totals.isEmpty && totals.allSatisfy { abs($0.total ?? 0) == $0.size }
    return isLeft ? .left : .asWritten
  }

  /// Whether a row's words, in any cell without an amount, say a total.
  func isTotal(_ row: PaperTable.Row, of table: PaperTable) -> Bool {
    row.filled.contains { !table.possibleAmounts.contains($0) && TotalWords.isTotal(row[$0].text) }
  }

  /// Takes a row for the total of lines above it; false where it is none.
  mutating func total(
    _ row: PaperTable.Row, _ read: RowAmounts, of table: PaperTable, _ sums: inout TableSums,
    suffix: String = "",
    ofAllYears: Bool = false
  ) -> Bool {
    let words = row.filled.filter { !table.possibleAmounts.contains($0) }.map { row[$0].text }
    guard let name = words.first(where: { TotalWords.isTotal($0) || TotalWords.begins($0) }) else {
      return false
    }
    let isWhole = TotalWords.isTotal(name)
    let start = isWhole ? 0 : sums.group
    let made = read.found.map { one in
      (one.figure, ofAllYears ? nil : year(of: table.columns[one.column]).year)
    }
    let parts = made.map { sums.of($0.1, from: start) }
    guard parts.contains(where: { !$0.isEmpty }) else { return false }
    let ties = zip(made, parts).allSatisfy { one, parts in
      parts.reduce(0) { $0 + $1.money.pence } == one.0.money.map { sums.sign.amount($0).pence }
    }
    // “Total Family Support” may be a saving of that name.
    guard isWhole || ties && parts.allSatisfy({ $0.count > 1 }) || TotalWords.isPart(name) else {
      return false
    }
    for (one, parts) in zip(made, parts) {
      guard let money = one.0.money, money.pence != 0 || !parts.isEmpty else { continue }
      var asks = read.asks
      if sums.isBroken {
        asks.append("A line above could not be read whole: its amount is missing from the sum.")
      }
      if parts.isEmpty { asks.append("Nothing that it is the total of could be read.") }
      if !isWhole, !ties { asks.append("Of which lines is it the total?") }
      let stated = Double(sums.sign.amount(money).pence) / 100
      add(
        claim: tidy("\(name)\(suffix) \(one.1.map(\.description) ?? "")"), stated: stated,
        .sum(of: parts.map(\.id), year: one.1), [evidence("stated", one.0)], asks: asks)
    }
    if !isWhole { sums.group = sums.parts.count }
    return true
  }
}
