import Files
public import Plans
public import Units

/// Reads what finance's general ledger shows of a plan's savings: postings that took money out of a budget, or brought
/// income in.
public enum ReadPlanLedger {
  /// The postings, and what of them does not count.
  public struct Reading: Sendable, Equatable {
    /// The postings, in the file's order; a filler such as “TBC” is no journal and nobody's confirmation.
    public let entries: [PlanEvidence.LedgerEntry]
    /// What does not count as it stands, a sentence each with its line.
    public let cautions: [String]
  }

  private static let columns = ["saving", "financial_year", "pounds", "posted", "journal", "confirmed_by"]

  /// The postings in a CSV with columns `saving,financial_year,pounds,posted,journal,confirmed_by`; a saving is named by
  /// its id in the plan. The same posting twice is refused.
  ///
  /// - Throws: `OperationError.finance` with the line at fault, or `.files`.
  public static func run(_ path: String, plan: Plan, asOf: CivilDay) throws(OperationError) -> Reading {
    let bytes = try LoadReturns.bytes(of: path)
    let rows: [SmallTable.Row]
    func wrong(_ line: Int, _ problem: String) -> OperationError {
      .finance(path: path, what: "list of savings in the ledger", "line \(line): \(problem).")
    }
    do throws(SmallTableError) {
      rows = try SmallTable.read(bytes, columns: columns)
    } catch {
      throw wrong(error.line, error.problem)
    }
    let ids = Set(plan.savings.map(\.id))
    var entries: [PlanEvidence.LedgerEntry] = []
    var cautions: [String] = []
    var lines: [[String]: Int] = [:]
    for row in rows {
      if row.hasMoreThanHeader {
        throw wrong(
          row.line,
          "it has more values than the header has columns: put quotes round a value with commas in it")
      }
      var entry = try entry(row, ids: ids, wrong)
      let key = [
        entry.saving, "\(entry.year)", "\(entry.amount.pence)", "\(entry.on)", entry.reference.lowercased(),
      ]
      if let other = lines[key] {
        throw wrong(
          row.line,
          "it is the posting of line \(other) again: take one out, or give each its own journal")
      }
      lines[key] = row.line
      cautions += ReadPlanLedger.cautions(&entry, line: row.line, plan, asOf: asOf)
      entries.append(entry)
    }
    return Reading(entries: entries, cautions: cautions)
  }

  private static func entry(
    _ row: SmallTable.Row, ids: Set<String>, _ wrong: (Int, String) -> OperationError
  ) throws(OperationError) -> PlanEvidence.LedgerEntry {
    guard let id = row["saving"], ids.contains(id) else {
      throw wrong(
        row.line, "the plan has no saving “\(row["saving"] ?? "")”: write the id of one of its savings")
    }
    guard let year = row["financial_year"].flatMap({ FinancialYear($0) }) else {
      throw wrong(row.line, "financial_year is “\(row["financial_year"] ?? "")”: write it like 2025/26")
    }
    guard let amount = row["pounds"].flatMap({ Money(pounds: $0) }) else {
      throw wrong(row.line, "pounds is “\(row["pounds"] ?? "")”: write an amount such as 12500.00")
    }
    guard let day = row["posted"].flatMap({ CivilDay($0) }) else {
      throw wrong(row.line, "posted is “\(row["posted"] ?? "")”: write the day of the posting")
    }
    return PlanEvidence.LedgerEntry(
      saving: id, year: year, amount: amount, on: day, reference: row["journal"] ?? "",
      confirmedBy: row["confirmed_by"] ?? "")
  }

  /// Empties what is only a filler, and says what does not count.
  private static func cautions(
    _ entry: inout PlanEvidence.LedgerEntry, line: Int, _ plan: Plan, asOf: CivilDay
  ) -> [String] {
    var cautions: [String] = []
    let place = "Line \(line) of the postings, for \(entry.saving):"
    if !entry.confirmedBy.isEmpty, !Role.isSomebody(entry.confirmedBy) {
      cautions.append("\(place) “\(entry.confirmedBy)” is nobody, so nobody confirmed it.")
      entry.confirmedBy = ""
    }
    if !entry.reference.isEmpty, Role.isFiller(entry.reference) {
      cautions.append("\(place) “\(entry.reference)” is no journal.")
      entry.reference = ""
    }
    if entry.on > asOf {
      cautions.append(
        "\(place) it is posted on \(entry.on.spoken), after the day judged, and does not count.")
    } else if entry.amount > .zero, entry.on < plan.firstPosting(of: entry.year) {
      cautions.append(
        "\(place) it was posted on \(entry.on.spoken), over a year before the plan, and does not count.")
    }
    return cautions
  }
}
