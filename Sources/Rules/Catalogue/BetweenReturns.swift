import Returns
import Units

/// What one year's return says and the next takes back, and children that stand in a return twice. A change of date of
/// birth, sex or ethnicity is found by 203, 202 and 204.
extension RuleBook {
  static let betweenReturns: [Rule] = [
    Rule(
      "H01", .error,
      "The episode was open at the end of last year's return, but this year's does not have it.",
      action: "Add the episode to this year's return, with DEC and REC if it ended in the year.",
      reads: [.now(.episodes, "DECOM"), .last(.episodes, "DECOM", "DEC")], fields: ["DECOM", "DEC"],
      effect: .exits,
      check: .whole { year, flags in
        for e in year.last?.episodes.rows ?? [] where e.isOpen && e.decom.isKnown {
          let episodes = year.now.episodes[e.child]
          // An episode whose start can't be read, which stands last, may be this one.
          if episodes.last?.decom.isKnown ?? true, episodes.starting(on: e.decom).isEmpty {
            flags.add(e)
          }
        }
      }),
    Rule(
      "H02", .error, "Last year's return has the episode ended on another day or for another reason.",
      action: "Correct DEC and REC, or the return of last year.", reads: endsInBoth,
      fields: ["DECOM", "DEC", "REC"],
      effect: .exits,
      check: .each(\.episodes) { e, year in
        guard !e.isOpen, let ended = year.endedLastYear(e) else { return false }
        return ended.allSatisfy { $0.dec.differs(from: e.dec) || $0.rec != e.rec }
      }),
    Rule(
      "H03", .error, "Last year's return has the episode ended, but it is open again.",
      action: "Enter DEC and REC, or correct the return of last year.", reads: endsInBoth,
      fields: ["DECOM", "DEC", "REC"], effect: .exits,
      check: .each(\.episodes) { e, year in e.isOpen && year.endedLastYear(e) != nil }),
    Rule(
      "H06", .query,
      "The child was an unaccompanied asylum seeker last year and no longer is, with no date on which that ended.",
      action: "Check UASC, and enter DUC in the UASC table of the year in which it ended.",
      reads: [.now(.header), .last(.header)], fields: ["UASC"],
      check: .each(\.header) { row, year in
        guard let last = year.last, year.now.tellsUASC, last.header.has(row.child) else { return false }
        // Rule 205A looks at the children whom this year's UASC table has.
        return last.isUASC(row.child) && !year.now.isUASC(row.child) && !year.now.uasc.has(row.child)
          && !last.uasc[row.child].contains { $0.duc <= year.lastEnd || $0.duc.isUnreadable }
          && !year.endedInAdoption(row.child)
      }),
    Rule(
      "H07", .query,
      "Another child has the same date of birth, sex and home or pupil number, and is in care at the same time.",
      action: "Check whether it is one child under two identifiers; twins are right.",
      reads: [.now(.header, "DOB", "SEX"), .now(.episodes, "DECOM")], fields: ["CHILD", "DOB", "SEX", "UPN"],
      effect: .child,
      check: .whole { year, flags in
        for child in LikelyDuplicates(year).children { flags.add(year.now.header[child]) }
      }),
  ]

  private static let endsInBoth: [Rule.Reads] = [
    .now(.episodes, "DECOM", "DEC", "REC"), .last(.episodes, "DECOM", "DEC", "REC"),
  ]
}

extension Collection {
  /// Last year's rows of an episode, by child and DECOM; nil where there are none or one of them is open.
  fileprivate func endedLastYear(_ e: EpisodeRow) -> ArraySlice<EpisodeRow>? {
    let same = last?.episodes[e.child].starting(on: e.decom) ?? []
    return same.isEmpty || same.contains(where: \.isOpen) ? nil : same
  }

  /// Whether the child's latest episode of last year's return ended in adoption: whoever has the identifier since is
  /// not compared.
  fileprivate func endedInAdoption(_ child: Int32) -> Bool {
    last?.episodes[child].last?.endsInAdoption == true
  }
}

extension YearTables {
  /// Whether anything of the return says who is an unaccompanied asylum seeker.
  fileprivate var tellsUASC: Bool { has(.uasc) || columns[.header]?.contains("UASC") == true }
}

extension ArraySlice<EpisodeRow> {
  /// The episodes that start on a day, of a child's in order; none where the day is not known.
  fileprivate func starting(on day: Day) -> ArraySlice {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].decom.order < day.order { low = middle + 1 } else { high = middle }
    }
    return self[low...].prefix { $0.decom == day }
  }
}
