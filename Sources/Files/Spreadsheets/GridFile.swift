import Foundation

/// Reads a file as tables: one of a CSV file, one for each sheet of a workbook.
public enum GridFile {
  /// The largest file read, in bytes, and the most that one part of a workbook may unpack to.
  public static let largest = 400_000_000

  /// The tables of a file. A workbook's hidden sheets are left out and said in `passedOver`.
  ///
  /// - Throws: `GridError` where it is neither, or is damaged or too large.
  public static func read(at path: String) throws(GridError) -> (grids: [Grid], passedOver: [String]) {
    let name = (path as NSString).lastPathComponent
    guard FileManager.default.fileExists(atPath: path) else {
      throw GridError(file: path, problem: "there is no such file. Check the path.")
    }
    if ZipArchive.isArchive(path) {
      let workbook = try Spreadsheet(path: path)
      var grids: [Grid] = []
      for sheet in workbook.sheets where !sheet.isHidden { grids.append(try workbook.grid(of: sheet)) }
      let hidden = workbook.sheets.filter(\.isHidden).map {
        "The sheet “\($0.name)” of \(name) is hidden and was not read: show it in the workbook if it is wanted."
      }
      return (grids, hidden)
    }
    let file = FoundFile(name: name, size: 0, place: .disk(path))
    let read: Result<Grid, GridError>
    do throws(FilesError) {
      read = try file.withBytes(limit: largest) { csv($0, name: name) }
    } catch {
      throw GridError(file: name, problem: error.reason + ".")
    }
    return ([try read.get()], [])
  }

  /// The table of a CSV file's bytes.
  public static func csv(_ bytes: UnsafeBufferPointer<UInt8>, name: String) -> Result<Grid, GridError> {
    do throws(NotText) {
      return .success(try TextDecoding.withText(bytes) { text, _ in grid(text, name: name) })
    } catch {
      let problem =
        switch error {
        case .empty: "the file is empty."
        case .known("an old Office document: save its sheets as CSV"):
          "an old .xls workbook, or one with a password. Save it as .xlsx without a password, or as CSV."
        case .known(let kind): "\(kind), not a table. Save it as .xlsx or CSV."
        case .binary: "not a text file. Save it as .xlsx or CSV."
        }
      return .failure(GridError(file: name, problem: problem))
    }
  }

  private static func grid(_ text: UnsafeBufferPointer<UInt8>, name: String) -> Grid {
    var reader = CSVReader(text)
    var fields: [CSVField] = []
    var rows: [GridRow] = []
    while reader.next(&fields) {
      let problem =
        reader.hasOpenQuote
        ? "a quotation mark is out of place, so its values can't be told apart"
        : reader.hasNUL ? "it holds a NUL byte, which no text has" : nil
      rows.append(
        GridRow(number: reader.line, values: fields.map { value(reader, $0, text) }, problem: problem))
    }
    return Grid(file: name, rows: rows)
  }

  /// A field as a cell, its spaces off.
  private static func value(_ reader: CSVReader, _ field: CSVField, _ text: UnsafeBufferPointer<UInt8>)
    -> GridValue
  {
    if field.hasDoubledQuotes { return cell(reader.string(field)) }
    var (start, end) = (field.start, field.end)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    if start == end { return .empty }
    let string = String(decoding: text[start..<end], as: UTF8.self)
    // Unicode has more spaces than ASCII's; the no-break one is common in copied tables.
    return text[start] < 0x80 && text[end - 1] < 0x80 ? .text(string) : cell(string)
  }

  /// Text as a cell's value, its spaces off.
  static func cell(_ text: String) -> GridValue {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest.isEmpty ? .empty : .text(String(rest))
  }
}
