public import Units

/// Writes a table of a return as CSV in the national layout: CHILD and the table's columns in the return's order, days
/// as dd/mm/yyyy, values quoted only where they must be, lines ended by LF. The same table always gives the same bytes,
/// and a table read from them gives them again.
///
/// It reveals the children's identifiers: the text is for files kept as the returns are.
public enum ReturnCSV {
  /// The text of a file that holds this table's rows, with those of the same file that reading set aside for a date,
  /// in the order of their lines, and a header line. A date that can't be read is written as it stands.
  ///
  /// `children` are those of the `ReturnSet` the table is from.
  public static func text(_ table: ReturnTable, and aside: ReturnTable? = nil, children: [ChildID]) -> [UInt8]
  {
    // The national CSV has no column UASC in the header: a row in the table UASC says it.
    let columns = table.shape.columns.indices.filter { table.shape.columns[$0].isExpected }
    var out = Array((["CHILD"] + columns.map { table.shape.columns[$0].name }).joined(separator: ",").utf8)
    out.append(0x0A)
    var left = 0
    for row in 0...table.rows {
      while let aside, left < aside.rows, row == table.rows || aside.lines[left] < table.lines[row] {
        append(left, of: aside, columns, children, to: &out)
        left += 1
      }
      if row < table.rows { append(row, of: table, columns, children, to: &out) }
    }
    return out
  }

  private static func append(
    _ row: Int, of table: ReturnTable, _ columns: [Int], _ children: [ChildID], to out: inout [UInt8]
  ) {
    append(children[Int(table.child[row])].revealed.utf8, to: &out)
    for column in columns {
      out.append(UInt8(ascii: ","))
      if table.shape.columns[column].isDay {
        append((table.day(row, column)?.slashed ?? table.writtenDay(row, column) ?? "").utf8, to: &out)
      } else {
        append(oneLine(table.text(row, column)), to: &out)
      }
    }
    out.append(0x0A)
  }

  /// A value as a reader keeps it: without spaces around it, and no line break in it, which would look like rows.
  private static func oneLine(_ value: String) -> ArraySlice<UInt8> {
    var bytes = value.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }[...]
    bytes = bytes.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
  }

  /// Appends a value, quoted where it must be.
  static func append(_ value: some Collection<UInt8>, to out: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard value.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }) else {
      out.append(contentsOf: value)
      return
    }
    out.append(quote)
    for byte in value {
      if byte == quote { out.append(quote) }
      out.append(byte)
    }
    out.append(quote)
  }
}
