import Costing
import Forecasting
import Units

extension ForecastReport {
  /// The forecast for a terminal: the answer, two tables, what it was made from and what to bear in mind. Small
  /// numbers are shown: it is for the person who holds the returns.
  public func text() -> String {
    var parts = [
      "\(council): children in care and what they cost", "", wrapped(headline + " " + driver(ungrouped)), "",
    ]
    parts.append(childrenTable(ungrouped).text())
    parts.append(costTable(ungrouped).text())
    parts += readingLines
    parts.append("")
    parts.append("How it was made")
    parts.append(wrapped(method.description))
    parts.append(
      wrapped("Rates from \(method.window.first.spoken) to \(method.window.last.spoken). \(method.prices)"))
    parts += method.cautions.map { wrapped("• " + $0) }
    return parts.joined(separator: "\n") + "\n"
  }

  private var readingLines: [String] {
    var lines = ["What it was made from"]
    lines.append(
      wrapped(
        "\(Words.number(reading.filesUsed)) of \(Words.count(reading.filesMet, "file", "files")), collection years \(reading.years). Rows: \(Words.number(reading.rowsRead)) read = \(Words.number(reading.rowsUsed)) used + \(Words.number(reading.rowsSetAside)) set aside. \(asOfSentence)"
      ))
    lines += reading.reasons.map {
      wrapped("• \(Words.number($0.rows)) set aside: \($0.reason.lowercasedFirst).")
    }
    lines += reading.repairs.map {
      wrapped("• \(Words.number($0.count)) found: \($0.repair.lowercasedFirst).")
    }
    lines += reading.warnings.map { wrapped("• " + $0) }
    if reading.unknownStarts > 0 {
      lines.append(
        wrapped(
          "• \(Words.count(reading.unknownStarts, "child", "children")) in care started before the first return; the real start is not known, and they are not counted as entries."
        ))
    }
    lines += respiteSentences { Words.count($0, "child", "children") }.map { wrapped("• " + $0) }
    return lines
  }
}

extension ForecastReport {
  /// What is said of short breaks; `words` writes a number of children, and may hide a small one.
  func respiteSentences(_ words: (Int) -> String) -> [String] {
    guard let respite = forecast.respite else { return [] }
    var sentences = [
      "Short breaks are kept apart, as in the national statistics: in the reference period breaks were recorded (V3) for \(words(respite.childrenInWindow))."
    ]
    if respite.unpricedToday > 0 {
      sentences.append(
        "Under an agreement whose breaks are not recorded (V4) on the as-of date: \(words(respite.unpricedToday)). There are no nights to price, so their cost is not in this forecast."
      )
    }
    return sentences
  }
}

/// Text broken into lines of at most 100 characters, those after the first indented like the first.
func wrapped(_ text: String, width: Int = 100) -> String {
  let indent = text.hasPrefix("• ") ? "    " : "  "
  var lines: [String] = []
  var line = "  "
  for word in text.split(separator: " ") {
    if line.count + word.count + 1 > width, line.trimmingSpaces != "" {
      lines.append(line)
      line = indent
    }
    line += (line.hasSuffix(" ") ? "" : " ") + word
  }
  lines.append(line)
  return lines.joined(separator: "\n")
}

extension String {
  var trimmingSpaces: Substring { self.drop { $0 == " " } }
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  /// The text with its first letter made a capital.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
