import Returns
import Units

/// Reasons for placement changes.
extension RuleBook {
  static let moves: [Rule] = [
    Rule(
      "225", .error, "The placement changed but the reason is missing.",
      action: "Enter REASON_PLACE_CHANGE in the episode that the change ended.",
      reads: [.now(.episodes, "REASON_PLACE_CHANGE", "REC", "PLACE", "RNE")],
      fields: ["REASON_PLACE_CHANGE"],
      check: .byChild(\.episodes) { episodes, _, flags in
        for (e, next) in zip(episodes, episodes.dropFirst())
        where e.rec == "X1" && e.reasonChange.isEmpty && !e.isTemporary && next.startsPlacement
          && !next.isTemporary
        {
          flags.add(e)
        }
      }),
    Rule(
      "226", .error, "A reason for a placement change is given at the start or end of a temporary placement.",
      action: "Take out REASON_PLACE_CHANGE in this episode and the one before it.",
      reads: [.now(.episodes, "REASON_PLACE_CHANGE", "PLACE")],
      check: .byChild(\.episodes) { episodes, _, flags in
        var before: EpisodeRow?
        for e in episodes {
          if e.isTemporary, !e.reasonChange.isEmpty || before?.reasonChange.isEmpty == false { flags.add(e) }
          before = e
        }
      }),
    Rule(
      "233", .error, "A reason for a placement change is given for an episode that has not ceased.",
      action: "Take out REASON_PLACE_CHANGE, or enter DEC and REC.",
      reads: [.now(.episodes, "DEC", "REASON_PLACE_CHANGE")], fields: ["REASON_PLACE_CHANGE"],
      years: from(2025),
      check: .each(\.episodes) { e, _ in e.isOpen && !e.reasonChange.isEmpty }),
    Rule(
      "234", .error, "The child moved into custody before the tenth birthday.",
      action: "Correct REASON_PLACE_CHANGE, or DOB in the header.",
      reads: [.now(.episodes, "DECOM", "REASON_PLACE_CHANGE"), .now(.header, "DOB")],
      fields: ["REASON_PLACE_CHANGE", "DOB"], effect: .age, years: from(2025),
      check: .byChild(\.episodes) { episodes, year, flags in
        for e in episodes where e.reasonChange == "CUSTOD" {
          // The change is at the end of the episode that gives its reason.
          let change = e.dec.or(e.decom)
          let header = year.now.header[e.child].filter { change < $0.dob.adding(years: 10) }
          guard !header.isEmpty else { continue }
          flags.add(e)
          flags.add(header)
        }
      }),
  ]
}

extension EpisodeRow {
  /// Whether the episode begins with a new placement or carer, with or without a new legal status.
  fileprivate var startsPlacement: Bool { rne == "P" || rne == "B" || rne == "T" || rne == "U" }
}
