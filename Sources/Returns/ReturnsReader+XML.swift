import Files

/// What an XML file gave: its tables, read as the CSV of each would be.
enum XMLOutcome {
  case tables([TableReader], XMLLeftOut)
  /// The tables of a file whose bytes are those of another: their names and rows.
  case copy(of: Int, [(name: TableName, rows: Int)])
  case unusable(String)
}

extension ReturnsReader {
  /// Reads the XML of a return. Its tables take the numbers of files from `number` on, one each.
  static func readXML(
    _ bytes: UnsafeBufferPointer<UInt8>, _ fingerprint: UInt64, _ number: Int,
    _ children: inout ChildIndex, _ contents: inout [UInt64: Int]
  ) -> XMLOutcome {
    do throws(XMLReturnError) {
      let xml = try XMLReturn(bytes)
      if let other = contents[fingerprint] {
        return .copy(of: other, xml.tables.map { ($0.shape.name, $0.rows) })
      }
      contents[fingerprint] = number
      let tables = xml.tables.enumerated().compactMap { place, table in
        read(table.csv, table.shape, number + place, &children)
      }
      return .tables(tables, xml.leftOut)
    } catch {
      return .unusable(error.reason)
    }
  }

  /// Reads the CSV of a table whose shape is known, whichever of its columns are there.
  private static func read(
    _ csv: [UInt8], _ shape: TableShape, _ file: Int, _ children: inout ChildIndex
  ) -> TableReader? {
    csv.withUnsafeBufferPointer { text in
      var reader = CSVReader(text)
      var fields: [CSVField] = []
      guard reader.next(&fields) else { return nil }
      let names = TableReader.names(fields, reader)
      var table = TableReader(text, reader: reader, names: names, shape: shape, file: file)
      table.readAll(&children)
      return table
    }
  }

  /// Puts what an XML file gave into the set: an entry among the files for each of its tables, all of its name.
  static func apply(_ outcome: XMLOutcome, to number: Int, in set: inout ReturnSet) {
    switch outcome {
    case .unusable(let reason): set.files[number].status = .unusable(reason)
    case .copy(let other, let tables):
      for (place, table) in tables.enumerated() {
        addEntry(number + place, in: &set)
        apply(copyOf: other + place, table.name, rows: table.rows, to: number + place, in: &set)
      }
    case .tables(let tables, let leftOut):
      for read in tables {
        addEntry(read.file, in: &set)
        apply(read, to: read.file, in: &set)
      }
      note(leftOut, number, in: &set)
    }
  }

  private static func addEntry(_ number: Int, in set: inout ReturnSet) {
    guard number == set.files.count, let name = set.files.last?.name else { return }
    set.files.append(ReturnFile(name: name, status: .unusable("not read")))
  }

  private static func note(_ leftOut: XMLLeftOut, _ number: Int, in set: inout ReturnSet) {
    func note(_ count: Int, _ message: String) {
      guard count > 0 else { return }
      set.notes.append(
        ReadingNote(
          kind: .unreadElements, file: number, line: nil, column: nil, value: nil, count: count,
          message: message))
    }
    note(leftOut.count, "Ignored: \(leftOut.words).")
    note(leftOut.emptyRows, "Elements with nothing in them, which are no rows.")
  }
}
