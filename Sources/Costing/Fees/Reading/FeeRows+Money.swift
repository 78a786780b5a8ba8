import Files
import Units

extension FeeRows {
  /// The fee, its parts and others' shares.
  mutating func readMoney(_ row: GridRow, _ line: inout FeeLine) throws(Reason) {
    let whole = try amount(row, .fee, line.place)
    var parts = FeeParts()
    parts.core = try amount(row, .core, line.place) ?? 0
    parts.education = try amount(row, .education, line.place) ?? 0
    parts.therapy = try amount(row, .therapy, line.place) ?? 0
    parts.transport = try amount(row, .transport, line.place) ?? 0
    if min(parts.core, parts.education, parts.therapy, parts.transport) < 0 {
      find(.partsNegative, row, line, "A part of the fee is below nought; its parts were left out.", 0)
      parts = FeeParts()
    }
    guard let fee = whole ?? (parts.sum > 0 ? parts.sum : nil) else {
      throw Reason(kind: .noFee, field: .fee, problem: "The line has no fee. Write 0 where nothing is paid.")
    }
    if whole == nil { madeOfParts += 1 }
    guard fee >= 0 else {
      throw Reason(
        kind: .negative, field: .fee,
        problem:
          "The fee is below nought. A credit is no rate: correct it here, and record it in the accounts.")
    }
    line.shares.health = try share(row, .health, line.place)
    line.shares.education = try share(row, .schools, line.place)
    let others = isNet && whole != nil ? line.shares.sum : 0
    line.weekly = WeeklyRate(pencePerWeek: fee + others)
    line.parts = parts
    let difference = parts.unexplained(of: line.weekly)
    if difference != 0 {
      let size = Money(pence: abs(difference)).plainPounds
      find(
        .partsDiffer, row, line,
        "The parts add up to £\(size) \(difference > 0 ? "less" : "more") a week than the fee; the fee counts.",
        difference)
    }
    guard line.shares.sum <= line.weekly.pencePerWeek else {
      throw Reason(
        kind: .shares, field: .health,
        problem:
          "Others pay £\(Money(pence: line.shares.sum - line.weekly.pencePerWeek).plainPounds) more a week than the fee."
      )
    }
  }

  private mutating func find(
    _ kind: LedgerFinding.Kind, _ row: GridRow, _ line: FeeLine, _ what: String, _ pence: Int
  ) {
    let address = grid.address(row: row.number, column: columns[.fee]?.column ?? 0)
    findings.append(
      LedgerFinding(place: line.place, address: address, kind: kind, what: what, penceAWeek: pence))
  }

  private mutating func share(
    _ row: GridRow, _ field: LedgerField, _ place: LedgerPlace
  ) throws(Reason) -> Int {
    guard let pence = try amount(row, field, place) else { return 0 }
    if isBelowNought(field) { return abs(pence) }
    guard pence >= 0 else {
      throw Reason(
        kind: .negative, field: field,
        problem:
          "What others pay is below nought here, and above it in other rows. Write all of them one way.")
    }
    return pence
  }

  /// Pence a week of a cell; nil where it is empty.
  private mutating func amount(
    _ row: GridRow, _ field: LedgerField, _ place: LedgerPlace
  ) throws(Reason) -> Int? {
    guard let use = columns[field] else { return nil }
    let value = try value(row, field)
    let text: String
    switch value {
    case .empty: return nil
    case .text(let own), .number(let own): text = own
    case .day, .boolean, .fault: text = "day"
    }
    if text == "-" { return nil }
    guard let amount = LedgerAmount(text) else {
      throw Reason(
        kind: .amountUnreadable, field: field,
        problem: "The \(field.rawValue.replacing("_", with: " ")) is no amount of money. Write it as 1250.00."
      )
    }
    let unit = unit(of: use)
    let (pence, hasFraction) = amount.weekly(unit)
    guard abs(pence) < 100_000_000 else {
      throw Reason(
        kind: .amountUnreadable, field: field, problem: "The amount is a million pounds a week or more.")
    }
    if field == .fee, let per = amount.per ?? unit.per, per != .week { otherUnits[per, default: 0] += 1 }
    if hasFraction {
      findings.append(
        LedgerFinding(
          place: place, address: grid.address(row: row.number, column: use.column), kind: .fraction,
          what: "The amount has fractions of a penny and was taken to the nearest penny.", penceAWeek: 0))
    }
    return pence
  }
}
