import Care
import Costing
import Files
import Units

/// Reads what finance keeps: fees, and what is posted in the general ledger.
enum ReadLedger {
  /// The fee ledger of a CSV file or workbook.
  static func fees(
    _ path: String, mapping: String?, match: String?, book: CategoryBook
  ) throws(OperationError) -> FeeReading {
    var meaning = LedgerMapping()
    if let mapping {
      let bytes = try LoadReturns.bytes(of: mapping)
      do throws(LedgerMappingError) {
        meaning = try LedgerMapping(yaml: bytes, fields: LedgerField.allCases.map(\.rawValue))
      } catch {
        throw .table(path: mapping, what: "mapping", error.description)
      }
    }
    do throws(GridError) {
      var table: MatchTable?
      if let match, let grid = try GridFile.read(at: match).grids.first { table = try MatchTable(grid) }
      let (grids, passedOver) = try GridFile.read(at: path)
      var reading = try FeeReader.read(grids, mapping: meaning, match: table, book: book)
      reading.notes += passedOver
      return reading
    } catch {
      throw .table(path: error.file, what: "ledger", error.problem)
    }
  }

  /// What is posted by cost centre and subjective code, of a CSV file with columns `cost_centre,subjective,pounds`.
  static func posted(_ path: String) throws(OperationError) -> [AccountCode: Money] {
    let bytes = try LoadReturns.bytes(of: path)
    let rows: [SmallTable.Row]
    do throws(SmallTableError) {
      rows = try SmallTable.read(bytes, columns: ["cost_centre", "subjective", "pounds"])
    } catch {
      throw .table(path: path, what: "general ledger", "line \(error.line): \(error.problem)")
    }
    var posted: [AccountCode: Money] = [:]
    for row in rows {
      guard let amount = row["pounds"].flatMap({ Money(pounds: $0) }) else {
        throw .table(
          path: path, what: "general ledger",
          "line \(row.line): pounds is “\(row["pounds"] ?? "")”: write an amount such as 12500.00")
      }
      let code = AccountCode(costCentre: row["cost_centre"] ?? "", subjective: row["subjective"] ?? "")
      posted[code, default: .zero] += amount
    }
    return posted
  }
}
