import Costing
import Files

/// Shows how a ledger's columns are read.
public enum MapFees {
  /// A mapping that says how the columns of a ledger are read, with what may be said beside them, as YAML.
  ///
  /// - Throws: `OperationError` where the ledger or the mapping can't be used.
  public static func mapping(_ options: FeeOptions) throws(OperationError) -> String {
    var mapping = try ReadFees.mapping(options)
    var unused: [String] = []
    do throws(GridError) {
      for grid in try GridFile.read(at: options.path).grids
      where mapping.sheet == nil || mapping.sheet == grid.sheet {
        guard let columns = try FeeReader.columns(grid, mapping) else {
          if let row = grid.rows.first { unused += row.values.map(\.text).filter { !$0.isEmpty } }
          continue
        }
        for use in columns.uses { mapping.columns[use.field.rawValue] = use.heading }
        unused = columns.unused
        break
      }
    } catch {
      throw .table(error)
    }
    let open = LedgerField.allCases.filter { mapping.columns[$0.rawValue] == nil }.map(\.rawValue)
    return """
      # How the columns of the fee ledger are read. Change what is wrong, and give it with --mapping.
      # per: week, night, fortnight, four weeks, month or year, where a heading doesn't say it
      # money: pounds or pence
      # fees: whole, or net of what others pay
      # ends: last night or leaving day, where the ledger doesn't tell
      # sheet: the sheet to read, where not all
      # No column is known for: \(open.joined(separator: ", "))
      # Headings not used: \(unused.joined(separator: ", "))

      """ + mapping.yaml
  }
}
