import Returns
import Units

/// A file's rows as CSV in the return's own columns, values as they were written, without the columns that identify a child or a
/// worker outside the council.
enum CanonicalTable {
  /// Columns whose values are left out: unique pupil numbers, postcodes, social workers' numbers.
  static let leftOut: Set<String> = ["UPN", "HOME_POST", "PL_POST", "SW_ID"]

  /// The rows of a file's tables, which have one shape: those used, and those set aside for a date.
  static func text(_ tables: [ReturnTable], children: [ChildID]) -> String {
    guard let first = tables.first else { return "" }
    // A column that the file lacks stays lacking, so that rules that need it are again said not to have run.
    let columns = first.shape.columns.indices.filter { first.hasColumn[$0] }
    let names = first.shape.columns.map(\.name)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tables.reduce(256) { $0 + $1.rows * 64 })
    bytes += "CHILD".utf8
    for column in columns {
      bytes.append(UInt8(ascii: ","))
      bytes += names[column].utf8
    }
    for table in tables {
      for row in 0..<table.rows {
        bytes.append(UInt8(ascii: "\n"))
        append(children[Int(table.child[row])].revealed, to: &bytes)
        for column in columns {
          bytes.append(UInt8(ascii: ","))
          if !leftOut.contains(names[column]) { append(table.shown(row, column), to: &bytes) }
        }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ value: String, to bytes: inout [UInt8]) {
    let quoted = value.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ";") || $0 < 0x20
    }
    guard quoted else {
      bytes += value.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
