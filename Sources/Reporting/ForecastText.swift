import Costing
import Forecasting
import Units

extension ForecastReport {
  /// The forecast for a terminal: the answer, the tables with their ranges, what it was made from and what to bear in
  /// mind. Small numbers are shown: it is for the person who holds the returns.
  public func text() -> String {
    var parts = [
      "\(council): children in care and what they cost", "", wrapped(headline + " " + driver(ungrouped)), "",
    ]
    parts.append(childrenTable(ungrouped).text())
    parts += [childrenRangeTable()].compactMap { $0?.text() }
    parts.append(costTable(ungrouped).text())
    parts += [costRangeTable(), placementRangeTable(ungrouped)].compactMap { $0?.text() }
    let wide = (wideSentences(ungrouped) + stillSentences(ungrouped)).map { wrapped("• " + $0) }
    if !wide.isEmpty { parts += wide + [""] }
    if let past { parts += past.lines + [""] }
    parts += readingLines
    parts.append("")
    parts.append("How it was made")
    parts.append(wrapped(method.description))
    parts += methodSentences.map { wrapped($0) }
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
        wrapped("• " + unknownStarts(Words.count(reading.unknownStarts, "child", "children"))))
    }
    lines += respiteSentences { Words.count($0, "child", "children") }.map { wrapped("• " + $0) }
    return lines
  }
}

extension ForecastReport {
  /// Where the rates and prices come from, what was simulated and how far rates lean on each other.
  var methodSentences: [String] {
    var sentences = [
      "Rates come from \(method.window.first.spoken) to \(method.window.last.spoken). \(method.prices)"
    ]
    if let simulated = method.simulated {
      let futures = simulated.futures
      let which =
        futures.lowerBound == 0
        ? "" : ", numbers \(Words.number(futures.lowerBound)) to \(Words.number(futures.upperBound - 1))"
      sentences.append(
        "\(Words.count(futures.count, "future was", "futures were")) simulated\(which), with the key \(simulated.seed) for all draws: the same returns, settings and key give the same figures. Drawn in each are the rates, the pace of entries, who comes, moves and leaves and when, and the uplift of prices."
      )
    }
    return sentences
  }

  /// What is said of children in care whose real start is not known; `number` is their number in words.
  func unknownStarts(_ number: String) -> String {
    "In care with a real start before the first return, not known: \(number). They are not counted as entries"
      + (method.simulated == nil
        ? "."
        : "; each future draws how long they have been in care from children of like age whose start is known.")
  }

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

/// Text broken into lines of at most 100 characters, those after the first indented like the first. A percent sign
/// stays with its number.
func wrapped(_ text: String, width: Int = 100) -> String {
  let indent = text.hasPrefix("• ") ? "    " : "  "
  return wrapped(text, width: width, first: "  ", others: indent)
}

/// Text broken into lines after what they begin with.
func wrapped(_ text: String, width: Int = 100, first: String, others indent: String) -> String {
  var lines: [String] = []
  var line = first
  for word in text.unbroken {
    if line.count + word.count + 1 > width, line.trimmingSpaces != "" {
      lines.append(line)
      line = indent
    }
    line += (line.isEmpty || line.hasSuffix(" ") ? "" : " ") + word
  }
  lines.append(line)
  return lines.joined(separator: "\n")
}

extension String {
  /// Its words, a percent sign with the number before it.
  var unbroken: [String] {
    split(separator: " ").reduce(into: []) { words, word in
      if word.hasPrefix("%"), let last = words.popLast() {
        words.append(last + " " + word)
      } else {
        words.append(String(word))
      }
    }
  }

  var trimmingSpaces: Substring { self.drop { $0 == " " } }
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  /// The text with its first letter made a capital.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
