import Units

/// What can't be known from the returns read, and what is not made. None of it holds a count.
extension MeasureBuilder {
  func cautions(missing: [CollectionYear]) -> [String] {
    var cautions: [String] = []
    let first = knownFrom.spoken
    if !year.isCollectionYear {
      cautions.append(
        "“The year” is the 12 months from \(year.firstDay.spoken) to \(year.date.spoken), not a collection year: do not set it beside published figures without saying so."
      )
    }
    if year.date < knownFrom {
      cautions.append(
        "The date is before the first return, which begins on \(first): only children who stayed until then are known, so every figure is too low."
      )
    } else if year.firstDay < knownFrom {
      cautions.append(
        "The first return begins on \(first), within the year: starts, ceases and placements before it are known only for children who stayed."
      )
    }
    for gap in missing where gap.firstDay <= year.date && year.firstDay <= gap.lastDay {
      cautions.append(
        "There is no return for \(gap), which the year reaches into: starts, ceases and moves in it are not all known."
      )
    }
    cautions.append(reach)
    for gap in missing where gap.lastDay < year.firstDay {
      cautions.append("There is no return for \(gap): those who came and went in it are not known.")
    }
    if !appeared.isEmpty {
      cautions.append(
        "Some periods of care first known in the year begin with an episode that is no start (RNE is not S); they are not among the starts."
      )
    }
    return cautions + localityCautions()
  }

  /// How far back earlier periods of care are known.
  private var reach: String {
    let months = max(0, MeasureBuilder.months(from: knownFrom, to: year.firstDay))
    return "Whether a child was looked after before is known from \(knownFrom.spoken) on"
      + (months < 24
        ? ": returns within \(months < 12 ? "12 and 24" : "24") months are too low by those who ceased before then."
        : ".")
  }

  /// Whole months from a day to a later one.
  private static func months(from first: CivilDay, to last: CivilDay) -> Int {
    let (a, b) = (first.components, last.components)
    return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
  }
}
