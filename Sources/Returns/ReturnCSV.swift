public import Units

/// Writes a table of a return as CSV in the national layout: CHILD and the table's columns in the return's order, days
/// as dd/mm/yyyy, values quoted only where they must be, lines ended by LF. The same table always gives the same bytes,
/// and a table read from them gives them again.
///
/// It reveals the children's identifiers: the text is for files kept as the returns are.
public enum ReturnCSV {
  /// The text of a file that holds this table's rows, in their order, and a header line.
  ///
  /// `children` are those of the `ReturnSet` the table is from.
  public static func text(_ table: ReturnTable, children: [ChildID]) -> [UInt8] {
    // The national CSV has no column UASC in the header: a row in the table UASC says it.
    let columns = table.shape.columns.indices.filter {
      table.shape.name != .header || table.shape.columns[$0].name != "UASC"
    }
    var out = Array((["CHILD"] + columns.map { table.shape.columns[$0].name }).joined(separator: ",").utf8)
    out.append(0x0A)
    for row in 0..<table.rows {
      append(children[Int(table.child[row])].revealed.utf8, to: &out)
      for column in columns {
        out.append(UInt8(ascii: ","))
        if table.shape.columns[column].isDay {
          out.append(contentsOf: (table.day(row, column)?.slashed ?? "").utf8)
        } else {
          append(oneLine(table.text(row, column)), to: &out)
        }
      }
      out.append(0x0A)
    }
    return out
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
