import Costing
import Files
import Units

/// Reads what the general ledger shows.
enum ReadAccounts {
  /// What is posted by cost centre and subjective code, of a CSV file with columns `cost_centre,subjective,pounds`.
  static func posted(_ path: String) throws(OperationError) -> [AccountCode: Money] {
    let bytes = try LoadReturns.bytes(of: path)
    let rows: [SmallTable.Row]
    do throws(SmallTableError) {
      rows = try SmallTable.read(bytes, columns: ["cost_centre", "subjective", "pounds"])
    } catch {
      throw .finance(path: path, what: "general ledger", "line \(error.line): \(error.problem)")
    }
    var posted: [AccountCode: Money] = [:]
    for row in rows {
      guard let amount = row["pounds"].flatMap({ Money(pounds: $0) }) else {
        throw .finance(
          path: path, what: "general ledger",
          "line \(row.line): pounds is “\(row["pounds"] ?? "")”: write an amount such as 12500.00")
      }
      let code = AccountCode(costCentre: row["cost_centre"] ?? "", subjective: row["subjective"] ?? "")
      posted[code, default: .zero] += amount
    }
    return posted
  }
}
