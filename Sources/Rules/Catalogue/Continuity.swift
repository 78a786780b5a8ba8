import Returns
import Units

/// From one episode to the next.
extension RuleBook {
  static let continuity: [Rule] = [
    Rule(
      "142", .error, "A later episode has started, but this one has no end date or no reason for ending.",
      action: "Enter DEC and REC of the earlier episode.",
      reads: [.now(.episodes, "DECOM", "DEC", "REC")], fields: ["DEC", "REC"], effect: .nights,
      check: .byChild(\.episodes) { episodes, _, flags in
        guard let last = episodes.lastIndex(where: { $0.decom.isKnown }) else { return }
        flags.add(episodes[..<last].filter { !$0.dec.isKnown || $0.rec.isEmpty })
      }),
    Rule(
      "357", .error, "The child's first episode started in the year but does not start a period of care.",
      action: "Enter S for RNE, or add the episode left out before it.",
      reads: [.now(.episodes, "DECOM", "RNE")], fields: ["RNE"], effect: .entries,
      check: .byChild(\.episodes) { episodes, year, flags in
        guard let first = episodes.first, first.decom >= year.start, first.rne != "S" else { return }
        flags.add(first)
      }),
    Rule(
      "431", .error,
      "The child started to be looked after, but was looked after until that day or beyond it.",
      action: "Enter the reason for the new episode that continues the care, or correct DECOM.",
      reads: [.now(.episodes, "DECOM", "DEC", "RNE")], fields: ["RNE", "DECOM"], effect: .entries,
      check: .pairs(\.episodes) { e, before, _ in e.rne == "S" && e.decom <= before.dec }),
    Rule(
      "432", .error, "The child had left care, but the next episode does not start a new period of care.",
      action: "Enter S for RNE, or correct REC of the episode before.",
      reads: [.now(.episodes, "DECOM", "RNE", "REC")], fields: ["RNE"], effect: .entries,
      check: .pairs(\.episodes) { e, before, year in
        e.rne != "S" && before.rec != "X1" && year.isValid(before.rec, "REC")
      }),
    Rule(
      "433", .error, "The episode continues the one before, but does not start on the day that one ended.",
      action: "Correct DECOM, DEC of the episode before, or RNE; or add the episode left out between them.",
      reads: [.now(.episodes, "DECOM", "DEC", "RNE")], fields: ["RNE", "DECOM"], effect: .nights,
      check: .pairs(\.episodes) { e, before, _ in
        continuations.contains(e.rne) && !(e.decom == before.dec)
      }),
    Rule(
      "388", .error, "The reason the episode ended does not fit whether another starts that day.",
      action: "Enter X1 for REC only where the child's next episode starts on the day this one ends.",
      reads: [.now(.episodes, "DECOM", "DEC", "REC")], fields: ["REC"], effect: .exits,
      check: .byChild(\.episodes) { episodes, _, flags in
        // An episode whose start is not known is not the last of the child's.
        let known = episodes.prefix { $0.decom.isKnown }
        let series = Array(episodes[known.endIndex...] + known)
        for (place, e) in series.enumerated() where e.dec.isKnown && !e.rec.isEmpty {
          let next = place + 1 < series.count ? series[place + 1].decom : .blank
          if (e.rec == "X1") != (next == e.dec) { flags.add(e) }
        }
      }),
    Rule(
      "437", .error, "The child died or was found to be an adult, but has further episodes.",
      action: "Correct REC, or take out the later episodes.",
      reads: [.now(.episodes, "DECOM", "REC")], fields: ["REC"], effect: .exits,
      check: .byChild(\.episodes) { episodes, _, flags in
        for e in episodes.dropLast() where e.decom.isKnown && (e.rec == "E2" || e.rec == "E15") {
          flags.add(e)
        }
      }),
    Rule(
      "434", .error, "Only the legal status is said to change, but it does not, or the placement does too.",
      action: "Correct RNE, or LS and the placement's particulars.",
      reads: [.now(.episodes, "DECOM", "RNE", "LS")], fields: ["RNE"] + statusAndPlacement, effect: .category,
      check: .pairs(\.episodes) { e, before, _ in
        e.rne == "L" && (e.keepsStatus(of: before) || !e.isPlaced(as: before))
      }),
    Rule(
      "435", .error, "Only the placement is said to change, but it does not, or the legal status does too.",
      action: "Correct RNE, or LS and the placement's particulars.",
      reads: [.now(.episodes, "DECOM", "RNE", "LS", "PLACE")], fields: statusAndPlacement, effect: .category,
      check: .pairs(\.episodes) { e, before, _ in
        guard e.rne == "P" || e.rne == "T" else { return false }
        // What is not written of both placements may have changed.
        let isWritten = ![e.placement, e.post, e.urn, e.provider].contains(.empty)
        return !e.keepsStatus(of: before) || (isWritten && e.isPlaced(as: before))
      }),
    Rule(
      "436", .error, "Legal status and placement are both said to change, but one of them does not.",
      action: "Correct RNE, or LS and the placement's particulars.",
      reads: [.now(.episodes, "DECOM", "RNE", "LS", "PLACE")], fields: ["RNE"] + statusAndPlacement,
      effect: .category,
      check: .pairs(\.episodes) { e, before, _ in
        (e.rne == "B" || e.rne == "U") && (e.ls == before.ls || e.isPlaced(as: before))
      }),
    Rule(
      "504", .error, "The category of need differs from the episode before, though the care went on.",
      action: "Enter the category of need with which the period of care started.",
      reads: [.now(.episodes, "DECOM", "DEC", "REC", "CIN")], fields: ["CIN"],
      check: .pairs(\.episodes) { e, before, _ in
        // Two blanks don't show that the need is the same.
        before.rec == "X1" && before.dec == e.decom && (e.cin != before.cin || e.cin.isEmpty)
      }),
  ]

  private static let statusAndPlacement = ["LS", "PLACE", "PL_POST", "URN", "PLACE_PROVIDER"]
  /// Reasons for a new episode within a period of care.
  private static let continuations: Set<Code> = ["P", "L", "T", "U", "B"]
}

extension EpisodeRow {
  /// Whether the legal status is written and the same.
  fileprivate func keepsStatus(of other: EpisodeRow) -> Bool { ls == other.ls && !ls.isEmpty }

  /// Whether kind of placement, postcode, URN and provider are the same, blank or not.
  fileprivate func isPlaced(as other: EpisodeRow) -> Bool {
    placement == other.placement && post == other.post && urn == other.urn && provider == other.provider
  }
}
