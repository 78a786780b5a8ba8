import Foundation

/// An Excel workbook (.xlsx): its sheets are read one at a time, cell by cell. Formulas are not worked out: their last
/// saved value is read. Nothing outside the file is fetched, and parts with a DOCTYPE are refused.
public struct Spreadsheet: Sendable {
  /// A sheet.
  public struct Sheet: Sendable, Equatable {
    /// Its name on the tab.
    public let name: String
    /// Whether its tab is hidden.
    public let isHidden: Bool
    let part: String
  }

  /// The most cells read of one sheet, counting empty ones inside its rows.
  static let mostCells = 20_000_000
  /// The most columns read of a sheet.
  static let mostColumns = 1000

  /// The file, as shown to the person.
  public let name: String
  /// Its sheets in the order of their tabs.
  public private(set) var sheets: [Sheet] = []
  private let path: String
  private let parts: [String: UInt64]
  var strings: [String] = []
  /// Whether a cell's style shows days, by style.
  var dateStyles: [Bool] = []
  /// Whether its days are counted from 1904, as on old Macintoshes.
  public private(set) var countsFrom1904 = false

  /// A workbook.
  ///
  /// - Throws: `GridError` where the file isn't one, is damaged or too large.
  public init(path: String) throws(GridError) {
    self.path = path
    name = (path as NSString).lastPathComponent
    do throws(FilesError) {
      let entries = try ZipArchive.entries(of: path, name: name)
      parts = Dictionary(entries.map { ($0.name, $0.index) }, uniquingKeysWith: { first, _ in first })
    } catch {
      throw GridError(file: name, problem: error.reason + ".")
    }
    guard let workbook = parts["xl/workbook.xml"] != nil ? "xl/workbook.xml" : nil else {
      let isOther = parts["xl/workbook.bin"] != nil || parts["content.xml"] != nil
      throw GridError(
        file: name,
        problem: isOther
          ? "a workbook of another kind (.xlsb or .ods). Save it as .xlsx or CSV."
          : "a zip archive, not an .xlsx workbook. Save the table as .xlsx or CSV.")
    }
    try readWorkbook(workbook)
    if parts["xl/styles.xml"] != nil { try readStyles() }
    if parts["xl/sharedStrings.xml"] != nil { try readStrings() }
  }

  /// Reads a part step by step.
  func walk(_ part: String, _ step: (XMLReader, XMLEvent) -> GridError?) throws(GridError) {
    guard let entry = parts[part] else {
      throw GridError(file: name, problem: "damaged: its part \(part) is missing. Save it again.")
    }
    let bytes: [UInt8]
    do throws(FilesError) {
      bytes = try ZipArchive.read(entry: entry, of: path, name: name, limit: GridFile.largest)
    } catch {
      throw GridError(file: name, problem: error.reason + ".")
    }
    let failure: GridError? = bytes.withUnsafeBufferPointer { bytes in
      do throws(XMLError) {
        let reader = try XMLReader(bytes, deepest: 64)
        while let event = try reader.next() {
          if let stop = step(reader, event) { return stop }
        }
        return nil
      } catch {
        return GridError(
          file: name,
          problem: "its part \(part) can't be read (line \(error.line)). Open it and save it again as .xlsx.")
      }
    }
    if let failure { throw failure }
  }

  private mutating func readWorkbook(_ part: String) throws(GridError) {
    var found: [(name: String, isHidden: Bool, id: String)] = []
    var from1904 = false
    try walk(part) { reader, event in
      if event == .start("sheet") {
        var sheet = (name: "", isHidden: false, id: "")
        reader.attributes { name, value in
          switch name {
          case "name": sheet.name = value
          case "state": sheet.isHidden = value == "hidden" || value == "veryHidden"
          case "id": sheet.id = value
          default: break
          }
        }
        found.append(sheet)
      } else if event == .start("workbookPr") {
        reader.attributes { if $0 == "date1904" { from1904 = $1 == "1" || $1 == "true" } }
      }
      return nil
    }
    var targets: [String: String] = [:]
    try walk("xl/_rels/workbook.xml.rels") { reader, event in
      guard event == .start("Relationship") else { return nil }
      var (id, target) = ("", "")
      reader.attributes { name, value in
        if name == "Id" { id = value } else if name == "Target" { target = value }
      }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      return nil
    }
    countsFrom1904 = from1904
    // A sheet with no part is a chart or a macro's.
    sheets = found.compactMap { sheet in
      guard let part = targets[sheet.id], part.contains("worksheets/") else { return nil }
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: part)
    }
  }

  private mutating func readStyles() throws(GridError) {
    var formats: [Int: String] = [:]
    var isOfCells = false
    var styles: [Bool] = []
    try walk("xl/styles.xml") { reader, event in
      switch event {
      case .start("numFmt"):
        var id = -1
        var format = ""
        reader.attributes { name, value in
          if name == "numFmtId" { id = Int(value) ?? -1 } else if name == "formatCode" { format = value }
        }
        formats[id] = format
      case .start("cellXfs"): isOfCells = true
      case .start("cellStyles"), .start("dxfs"): isOfCells = false
      case .start("xf") where isOfCells:
        var id = 0
        reader.attributes { if $0 == "numFmtId" { id = Int($1) ?? 0 } }
        styles.append(formats[id].map(SheetNumber.isDate(format:)) ?? SheetNumber.isDate(builtIn: id))
      default: break
      }
      return nil
    }
    dateStyles = styles
  }

  /// Shared strings; phonetic readings (rPh) are no part of them.
  private mutating func readStrings() throws(GridError) {
    var strings: [String] = []
    var stack: [String] = []
    var text = ""
    try walk("xl/sharedStrings.xml") { _, event in
      switch event {
      case .start(let name):
        stack.append(name)
        if name == "si" { text = "" }
      case .text(let part): if stack.last == "t", !stack.contains("rPh") { text += part }
      case .end: if stack.popLast() == "si" { strings.append(text) }
      }
      return nil
    }
    self.strings = strings
  }
}
