/// The text of a Word file (.docx): a line for each paragraph, and for each row of a table a line whose cells tabs part.
public enum WordFile {
  /// The longest text part read, in bytes.
  static let limit = 50_000_000

  /// Whether a file is a zip archive with a Word document in it.
  public static func isWord(_ path: String) -> Bool {
    guard ZipArchive.isArchive(path), let entries = try? ZipArchive.entries(of: path, name: path) else {
      return false
    }
    return entries.contains { $0.name == "word/document.xml" }
  }

  /// The text.
  ///
  /// - Throws: `FilesError.badArchive` where the file is damaged, or holds no document.
  public static func text(of path: String) throws(FilesError) -> String {
    let entries = try ZipArchive.entries(of: path, name: path)
    guard let entry = entries.first(where: { $0.name == "word/document.xml" }) else {
      throw .badArchive(path: path, reason: "it holds no Word document")
    }
    let bytes = try ZipArchive.read(entry: entry.index, of: path, name: path, limit: limit)
    var text = WordText()
    let isRead = bytes.withUnsafeBufferPointer { bytes in
      do throws(XMLError) {
        let reader = try XMLReader(bytes, deepest: 128)
        while let event = try reader.next() {
          text.take(event)
          if event == .start("gridSpan") {
            reader.attributes { name, value in if name == "val" { text.span(value) } }
          }
        }
        return true
      } catch {
        return false
      }
    }
    guard isRead else { throw .badArchive(path: path, reason: "its document is damaged") }
    return text.lines.joined(separator: "\n")
  }
}

/// A document's text as its elements come: `w:p` is a paragraph, `w:tr` a row, `w:tc` a cell, `w:t` its words.
private struct WordText {
  private(set) var lines: [String] = []
  private var open: [String] = []
  private var paragraph = ""
  private var cell: [String] = []
  private var row: [String] = []
  /// How many columns the open cell spans.
  private var columns = 1
  /// The paragraphs that text boxes stand in.
  private var around: [String] = []
  /// How many elements are open whose words stand elsewhere too: what was moved from here, and a text box again.
  private var repeated = 0
  /// How many tables stand in one another: a table within a cell is that cell's words.
  private var depth = 0

  mutating func take(_ event: XMLEvent) {
    switch event {
    case .start(let name):
      open.append(name)
      if WordText.repeats.contains(name) { repeated += 1 }
      if repeated == 0 { begin(name) }
    case .text(let words):
      if repeated == 0, open.last == "t" { paragraph += words.replacing("\n", with: " ") }
    case .end:
      guard let name = open.popLast() else { return }
      if repeated == 0 { end(name) }
      if WordText.repeats.contains(name) { repeated -= 1 }
    }
  }

  private static let repeats: Set = ["Fallback", "moveFrom"]

  /// Takes how many columns a cell spans: empty cells stand for the others.
  mutating func span(_ columns: String) {
    if depth == 1, let count = Int(columns), (1...100).contains(count) { self.columns = count }
  }

  private mutating func begin(_ name: String) {
    switch name {
    case "tbl": depth += 1
    case "tr" where depth == 1: row = []
    case "tc" where depth == 1: (cell, columns) = ([], 1)
    case "txbxContent":
      around.append(paragraph)
      paragraph = ""
    case "noBreakHyphen": paragraph += "-"
    // A point of a list in a cell is told apart; in text it has its own line.
    case "numPr": paragraph = (depth > 0 ? "• " : "- ") + paragraph
    case "tab" where !open.contains("tabs"): paragraph += depth > 0 ? " " : "\t"
    case "br": paragraph += " "
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "p":
      let words = paragraph
      paragraph = ""
      if depth == 0 { lines += [words, ""] } else if !words.isEmpty { cell.append(words) }
    case "tc" where depth == 1:
      row.append(cell.joined(separator: " ").replacing("\t", with: " "))
      row += [String](repeating: "", count: columns - 1)
    case "txbxContent": paragraph = around.popLast() ?? ""
    case "tr" where depth == 1: lines.append(row.joined(separator: "\t"))
    case "tbl":
      depth -= 1
      if depth == 0 { lines.append("") }
    default: break
    }
  }
}
