import Plans

extension PlanDraft {
  /// The day of the paper: one behind “date” or “meeting”, else one in a heading; a day by, until, to or from which
  /// something is, or in a row of a table, is none.
  mutating func headDay(_ opening: [Paper.Line]) {
    var labelled: [Figure] = []
    var headed: [Figure] = []
    var others: [Figure] = []
    for line in opening {
      for figure in paper.figures(in: line.number, 0..<line.plain.count) where figure.isDayOrMonth {
        let before = tidy(String(line.plain[..<figure.quote.columns.lowerBound])).lowercased()
        let words = before.split { !$0.isLetter && $0 != "-" }.map(String.init)
        if PlanDraft.isLabel(words, cells: line.cells?.count ?? 1) {
          labelled.append(figure)
        } else if (line.cells?.count ?? 1) < 2, !PlanDraft.leads(words.last) {
          let isHeading = line.words.split(separator: " ").count <= 16 && !line.words.hasSuffix(".")
          if isHeading { headed.append(figure) } else { others.append(figure) }
        }
      }
    }
    for (found, confidence) in [(labelled, PaperConfidence.sure), (headed, .sure), (others, .ask)] {
      let days = found.filter { if case .day = $0.value { true } else { false } }
      guard let written = days.first ?? found.first, let day = written.value.lastDay else { continue }
      plan.written = day
      let several = Set((days.isEmpty ? found : days).compactMap(\.value.lastDay)).count > 1
      let asks =
        several
        ? ["The paper begins with several days. Is it of \(day)?"]
        : confidence == .ask ? ["The paper doesn't say its day plainly. Is it of \(day)?"] : []
      note("plan", "plan", [evidence("written", written)], days.isEmpty ? .likely : confidence, asks: asks)
      return
    }
  }

  /// Whether the words before a day say that it is the paper's.
  private static func isLabel(_ words: [String], cells: Int) -> Bool {
    guard let label = words.suffix(4).lastIndex(where: { ["date", "dated", "written"].contains($0) }) else {
      return cells < 3 && words.contains("meeting")
        && words.suffix(2).contains { $0 == "meeting" || $0 == "on" }
    }
    let around = Set(words.suffix(6))
    return words.count - label <= 4
      && around.isDisjoint(with: [
        "start", "end", "review", "due", "completion", "target", "implementation", "by",
      ])
  }

  /// Whether a word before a day makes it the day of something else.
  private static func leads(_ word: String?) -> Bool {
    [
      "by", "until", "till", "ends", "ending", "end", "to", "from", "since", "before", "after", "between",
      "and",
      "starts", "start", "begins",
    ].contains(word ?? "")
  }
}

extension Figure {
  var isDate: Bool {
    switch value {
    case .day, .month, .financialYear, .year: true
    case .money, .percent, .number: false
    }
  }

  var isDayOrMonth: Bool {
    switch value {
    case .day, .month: true
    case .money, .percent, .number, .financialYear, .year: false
    }
  }
}
