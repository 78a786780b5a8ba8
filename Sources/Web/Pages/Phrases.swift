import Foundation
import Operations
import Reporting
import Units

/// Words for moments and numbers.
enum Phrases {
  /// `21 November 2026, 14:05 UTC`.
  static func moment(_ seconds: Int64) -> String {
    let text = Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
    return "\(RunQueue.day(seconds).spoken), \(text.dropFirst(11).prefix(5)) UTC"
  }

  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// `12 kB`.
  static func size(_ bytes: Int) -> String {
    bytes < 1_000 ? "\(bytes) bytes" : bytes < 1_000_000 ? "\(bytes / 1_000) kB" : "\(bytes / 1_000_000) MB"
  }

  /// What files are, with how many of each.
  static func kinds(_ documents: [CouncilDocument]) -> String {
    DocumentKind.allCases.compactMap { kind in
      let number = documents.count { $0.kind == kind }
      return number == 0 ? nil : "\(kind.label): \(number)"
    }.joined(separator: "; ")
  }
}

/// What is read out of a report's part of a page.
enum HTMLText {
  /// Its leading sentences, as text.
  static func ledes(_ body: String) -> [String] {
    between(body, "<p class=\"lede\">", "</p>").map(plain)
  }

  /// A page's table as a spreadsheet reads it: in UTF-8 and marked as such, numbers without commas and with a plain
  /// minus.
  static func csv(_ rows: [[String]]) -> Data {
    Data(("\u{FEFF}" + rows.map { CSVText.line($0.map(number)) }.joined()).utf8)
  }

  /// A cell that holds a number and nothing else as a spreadsheet takes it; any other as it is.
  private static func number(_ cell: String) -> String {
    guard cell.wholeMatch(of: /[+−]?[0-9]{1,3}(,[0-9]{3})*(\.[0-9]+)?([ \u{A0}]?%)?/) != nil else {
      return cell
    }
    return String(cell.filter { !",+ \u{A0}".contains($0) }).replacing("−", with: "-")
  }

  /// Text without marks, signs resolved; scalar by scalar, as a browser reads it.
  static func plain(_ html: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isMark = false
    for scalar in html.unicodeScalars {
      if scalar == "<" { isMark = true }
      if !isMark { scalars.append(scalar) }
      if scalar == ">" { isMark = false }
    }
    var text = String(scalars)
    for (sign, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"), ("&amp;", "&"),
    ] { text = text.replacing(sign, with: character) }
    return text
  }

  /// The tables of a part, each as rows of cells, its caption first.
  static func tables(_ body: String) -> [(caption: String, rows: [[String]])] {
    body.components(separatedBy: "<table").dropFirst().map { part in
      let table = part.range(of: "</table>").map { String(part[..<$0.lowerBound]) } ?? part
      let caption = between(table, "<caption>", "</caption>").first ?? ""
      let rows = between(table, "<tr", "</tr>").map { row in
        var cells: [String] = []
        var rest = Substring(row)
        // Scalar by scalar: a mark that a text begins with would join the end of the tag before it.
        let (begin, finish) = (/<t[hd][^>]*>/, /<\/t[hd]>/)
        while let start = rest.firstMatch(of: begin.matchingSemantics(.unicodeScalar)) {
          rest = rest[start.range.upperBound...]
          guard let end = rest.firstMatch(of: finish.matchingSemantics(.unicodeScalar)) else { break }
          cells.append(plain(String(rest[..<end.range.lowerBound])))
          rest = rest[end.range.upperBound...]
        }
        return cells
      }
      return (plain(caption), rows)
    }
  }

  private static func between(_ text: String, _ start: String, _ end: String) -> [String] {
    text.components(separatedBy: start).dropFirst().compactMap { part in
      part.range(of: end).map { String(part[..<$0.lowerBound]) }
    }
  }
}
