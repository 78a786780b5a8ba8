import Costing
import Files
import Units

/// Reads what the general ledger shows.
enum ReadAccounts {
  /// The entries of a CSV or XLSX file with columns `cost_centre,subjective,pounds` and, where it has them, `type`,
  /// `financial_year` and `period`.
  static func posted(_ path: String) throws(OperationError) -> Accounts {
    do throws(GridError) {
      let accounts = try AccountsReader.read(try GridFile.read(at: path).grids)
      guard let first = accounts.setAside.first else { return accounts }
      throw GridError(file: path, problem: "cell \(first.address): \(first.problem)")
    } catch {
      throw .finance(path: path, what: "general ledger", error.problem)
    }
  }
}
