import Files
public import Plans
import Units

/// Reads what finance's general ledger shows of a plan's savings: postings that took money out of a budget, or brought
/// income in.
public enum ReadPlanLedger {
  /// The postings in a CSV with columns `saving,financial_year,pounds,posted,journal,confirmed_by`; a saving is named by
  /// its id in the plan.
  ///
  /// - Throws: `OperationError.finance` with the line at fault, or `.files`.
  public static func run(_ path: String, plan: Plan) throws(OperationError) -> [PlanEvidence.LedgerEntry] {
    let bytes = try LoadReturns.bytes(of: path)
    let rows: [SmallTable.Row]
    func wrong(_ line: Int, _ problem: String) -> OperationError {
      .finance(path: path, what: "list of savings in the ledger", "line \(line): \(problem).")
    }
    do throws(SmallTableError) {
      rows = try SmallTable.read(
        bytes, columns: ["saving", "financial_year", "pounds", "posted", "journal", "confirmed_by"])
    } catch {
      throw wrong(error.line, error.problem)
    }
    let ids = Set(plan.savings.map(\.id))
    var entries: [PlanEvidence.LedgerEntry] = []
    for row in rows {
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
      entries.append(
        PlanEvidence.LedgerEntry(
          saving: id, year: year, amount: amount, on: day, reference: row["journal"] ?? "",
          confirmedBy: row["confirmed_by"] ?? ""))
    }
    return entries
  }
}
