import Costing
import Files
import Units

/// Reads what the general ledger shows.
enum ReadAccounts {
  /// What is posted by cost centre and subjective code, of a CSV or XLSX file with columns `cost_centre,subjective,pounds`
  /// and, where it has them, `type` and `period`: bills, accruals and journals count.
  static func posted(_ path: String) throws(OperationError) -> [AccountCode: Money] {
    do throws(GridError) {
      let accounts = try AccountsReader.read(try GridFile.read(at: path).grids)
      guard let first = accounts.setAside.first else { return accounts.posted() }
      throw GridError(file: path, problem: "cell \(first.address): \(first.problem)")
    } catch {
      throw .finance(path: path, what: "general ledger", error.problem)
    }
  }
}
