import Care
import Files
import Units

extension FeeRows {
  /// A row as a line; its end is as written until all ends are settled.
  mutating func line(_ row: GridRow, _ place: LedgerPlace) throws(Reason) -> FeeLine {
    if let problem = row.problem {
      throw Reason(kind: .damaged, field: .child, problem: "The row can't be read: \(problem).")
    }
    let child = try child(row)
    guard let from = try readDay(row, .from) else {
      throw Reason(kind: .noStart, field: .from, problem: "The line has no first day.")
    }
    let to = try readDay(row, .to)
    if let to, to < from {
      throw Reason(
        kind: .endsBeforeStart, field: .to,
        problem:
          "The rate ends on \(to.slashed), before it starts on \(from.slashed). Correct one of the days.")
    }
    var line = FeeLine(
      place: place, child: child, kind: kind(try text(row, .kind)),
      placement: try text(row, .placement),
      provider: try text(row, .provider), contract: try text(row, .contract),
      category: try category(row, on: from), start: from, end: to,
      placementStart: try readDay(row, .placementStart), placementEnd: try readDay(row, .placementEnd),
      plannedEnd: try readDay(row, .plannedEnd), weekly: WeeklyRate(pencePerWeek: 0),
      upliftDate: try readDay(row, .upliftDate), costCentre: try text(row, .costCentre),
      subjective: try text(row, .subjective))
    try readMoney(row, &line)
    try compareWithPlacement(row, line)
    return line
  }

  private mutating func child(_ row: GridRow) throws(Reason) -> ChildID {
    let text = try text(row, .child)
    guard !text.isEmpty else {
      throw Reason(
        kind: .noChild, field: .child,
        problem: "The row names no child: a total, or a child's number is missing.")
    }
    if text == columns[.child]?.heading {
      throw Reason(kind: .heading, field: .child, problem: "The headings stand here again.")
    }
    if let match {
      guard let child = match[text] else {
        throw Reason(
          kind: .unmatched, field: .child,
          problem: "The child's number is not in the match table. Add it there.")
      }
      return child
    }
    guard let child = ChildID(text) else {
      throw Reason(
        kind: .childUnreadable, field: .child,
        problem:
          "The child's number has spaces, accents or more than 15 characters. Correct it, or give a match table."
      )
    }
    return child
  }

  /// What words pay for, each worked out once.
  private mutating func kind(_ text: String) -> FeeKind {
    if text.isEmpty { return .placement }
    if let known = kinds[text] { return known }
    let kind = FeeRows.kind(of: text)
    kinds[text] = kind
    return kind
  }

  private static func kind(of text: String) -> FeeKind {
    let words = text.lowercased()
    if words.contains("direct") { return .directPayment }
    if words.contains("package") { return .package }
    return words.contains("allowance") && !words.contains("foster") ? .allowance : .placement
  }

  /// A day, nil where none is stated or it goes on.
  mutating func readDay(_ row: GridRow, _ field: LedgerField) throws(Reason) -> CivilDay? {
    switch try value(row, field) {
    case .empty: return nil
    case .day(let day): return day
    case .number(let text):
      if let day = SheetNumber.day(text), (1950...2079).contains(day.year) {
        serialDays += 1
        return day
      }
    case .text(let text):
      switch DayText(text) {
      case .day(let day), .iso(let day), .otherForm(let day): return day.year >= 2090 ? nil : day
      case .repaired(let day):
        serialDays += 1
        return day
      case .empty: return nil
      case .unreadable:
        let plain = TableColumns<LedgerField>.plain(text)
        if ["", "ongoing", "current", "open", "na", "none", "tbc", "31129999"].contains(plain)
          || text.hasSuffix("9999")
        {
          return nil
        }
      }
    case .boolean, .fault: break
    }
    throw Reason(
      kind: .dayUnreadable, field: field,
      problem: "The \(field.rawValue.replacing("_", with: " ")) day can't be read. Write it as 01/04/2025.")
  }

  /// A day for what is set aside, as far as it can be read.
  func day(_ row: GridRow, _ field: LedgerField) -> CivilDay? {
    var copy = self
    do throws(Reason) { return try copy.readDay(row, field) } catch { return nil }
  }

  /// A week's fee for what is set aside, as far as it can be read.
  func weekly(_ row: GridRow) -> WeeklyRate? {
    guard let use = columns[.fee], let amount = LedgerAmount(row[use.column].text) else { return nil }
    return WeeklyRate(pencePerWeek: amount.weekly(unit(of: use)).pence)
  }

  /// A column's unit: the mapping's, else its own, else the fee's.
  func unit(of use: TableColumns<LedgerField>.Use) -> MoneyUnit {
    MoneyUnit(
      per: mapping.per ?? use.unit.per ?? columns[.fee]?.unit.per,
      isPence: use.unit.isPence || mapping.isPence)
  }

  /// A rate that ends before its placement begins is another's; one that begins before it is looked at.
  private mutating func compareWithPlacement(_ row: GridRow, _ line: FeeLine) throws(Reason) {
    guard let start = line.placementStart, line.start < start else { return }
    if let end = line.end, end <= start {
      throw Reason(
        kind: .beforePlacement, field: .from,
        problem: "The rate ends on \(end.slashed), before the placement starts on \(start.slashed).")
    }
    findings.append(
      LedgerFinding(
        place: line.place, address: grid.address(row: row.number, column: columns[.from]?.column ?? 0),
        kind: .ratePrecedesPlacement,
        what:
          "The rate begins \(line.start.nights(to: start)) nights before the placement, on \(line.start.slashed).",
        penceAWeek: line.weekly.pencePerWeek))
  }
}
