public import Files
import Units

/// What a column of the general ledger may hold. The raw values are the names in a mapping file.
public enum AccountField: String, TableField {
  case costCentre = "cost_centre"
  case subjective, year, period, type, pounds

  /// Headings by which finance systems call it.
  public var headings: [String] {
    switch self {
    case .costCentre: ["costcentre", "costcenter", "costcentrecode", "cc", "centre"]
    case .subjective:
      ["subjective", "subjectivecode", "account", "accountcode", "glcode", "nominal", "nominalcode"]
    case .year: ["financialyear", "year", "fiscalyear", "finyear"]
    case .period: ["period", "accountingperiod", "month", "periodno", "fiscalperiod"]
    case .type: ["type", "entrytype", "kind", "transactiontype", "journaltype", "source", "doctype"]
    case .pounds: ["pounds", "amount", "value", "net", "netamount", "actual", "posted", "debit", "total"]
    }
  }

  /// The code and the amount.
  public var isNeeded: Bool { self == .costCentre || self == .pounds }
}

/// Reads general-ledger actuals, budgets and income from a council's tables.
public enum AccountsReader {
  /// The accounts in tables. Every row beneath the headings becomes an entry or is set aside with its cell's address.
  ///
  /// - Throws: `GridError` where no table has a cost centre and an amount, or the mapping does not fit.
  public static func read(
    _ grids: [Grid], mapping: LedgerMapping = LedgerMapping()
  ) throws(GridError) -> Accounts {
    var accounts = Accounts()
    var isRead = false
    for grid in grids where mapping.sheet == nil || grid.sheet == mapping.sheet {
      guard let columns = try TableColumns<AccountField>(grid, mapping: mapping.columns) else { continue }
      isRead = true
      for row in grid.rows[(columns.header + 1)...] where !row.isBlank {
        accounts.rows += 1
        read(row, grid, columns, mapping, &accounts)
      }
      accounts.notes += grid.notes
    }
    guard isRead else {
      throw GridError(
        file: grids.first?.file ?? "the accounts",
        problem: "no row has headings for a cost centre and an amount. Name them cost_centre and pounds.")
    }
    return accounts
  }

  private static func read(
    _ row: GridRow, _ grid: Grid, _ columns: TableColumns<AccountField>, _ mapping: LedgerMapping,
    _ accounts: inout Accounts
  ) {
    func text(_ field: AccountField) -> String { columns[field].map { row[$0.column].text } ?? "" }
    let read = LedgerAmount(text(.pounds))?.weekly(MoneyUnit(isPence: mapping.isPence))
    let amount = read.map { Money(pence: $0.pence) }
    accounts.total += amount ?? .zero
    func setAside(_ field: AccountField, _ problem: String) {
      let address = grid.address(row: row.number, column: columns[field]?.column ?? 0)
      accounts.setAside.append(AccountSetAside(address: address, problem: problem, amount: amount))
    }
    if row.problem != nil || grid.merge(row: row.number, column: columns[.pounds]?.column ?? 0) != nil {
      return setAside(
        .pounds, "The row is damaged, or its amount stands in merged cells. Give each row its own.")
    }
    guard let read, let amount else {
      return setAside(.pounds, "The amount is no amount of money. Write it as 1250.00.")
    }
    guard !read.hasFraction else {
      return setAside(.pounds, "The amount has fractions of a penny. Accounts are whole pence.")
    }
    guard !text(.costCentre).isEmpty else {
      return setAside(.costCentre, "The row has no cost centre: a total, or a code is missing.")
    }
    guard let kind = AccountKind(words: text(.type)) else {
      let kinds = AccountKind.allCases.map(\.rawValue).joined(separator: ", ")
      return setAside(.type, "The type can't be told. Write one of: \(kinds).")
    }
    let period = period(text(.period))
    guard text(.period).isEmpty || period != nil else {
      return setAside(.period, "The period can't be read. Write 1 for April to 12 for March.")
    }
    accounts.entries.append(
      AccountEntry(
        row: row.number, kind: kind,
        code: AccountCode(costCentre: text(.costCentre), subjective: text(.subjective)),
        year: FinancialYear(text(.year)), period: period, amount: amount))
  }

  /// A period: `1`, `P01`, `2025-P1`, `April` are April; to 15 for adjustments of the year's end.
  static func period(_ text: String) -> Int? {
    let words = text.lowercased()
    let names = ["apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "jan", "feb", "mar"]
    if let month = names.firstIndex(where: { words.hasPrefix($0) }) { return month + 1 }
    let digits = words.split(whereSeparator: { !$0.isNumber }).last.flatMap { Int($0) }
    return digits.flatMap { (1...15).contains($0) ? $0 : nil }
  }
}
