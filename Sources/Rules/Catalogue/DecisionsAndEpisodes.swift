import Returns
import Units

/// Decisions that a child should be placed for adoption, against the child's episodes.
extension RuleBook {
  static let decisionsAndEpisodes: [Rule] = [
    Rule(
      "117", .error, "A decision or its reversal is dated after the year, or after the child left care.",
      action: "Correct DATE_PLACED or DATE_PLACED_CEASED, or DEC of the last episode.",
      reads: [
        .now(.placedForAdoption, "DATE_PLACED", "DATE_PLACED_CEASED"), .now(.episodes, "DECOM", "DEC", "REC"),
      ],
      check: .each(\.placed, with: { $0.last { $0.decom.isKnown && $0.rec != "X1" } }) { row, last, year in
        [row.placed, row.ceased].contains { $0 > year.end || $0 > last?.dec ?? .blank }
      }),
    Rule(
      "118", .error, "A decision was reversed before the year, or before the child came into care.",
      action: "Correct DATE_PLACED_CEASED, or DECOM of the first episode.",
      reads: [.now(.placedForAdoption, "DATE_PLACED_CEASED"), .now(.episodes, "DECOM", "LS")],
      check: .each(\.placed, with: { $0.first { $0.decom.isKnown && !$0.isRespite } }) { row, first, year in
        row.ceased < year.start || row.ceased < first?.decom ?? .blank
      }),
    Rule(
      "551", .error, "The child is placed for adoption, but the decision to do so has no date.",
      action: "Enter DATE_PLACED, or correct PLACE.",
      reads: [.now(.episodes, "PLACE"), .now(.placedForAdoption, "DATE_PLACED")],
      check: .each(\.episodes) { e, year in
        let decisions = year.now.placed[e.child]
        return e.isPlacedForAdoption && (decisions.isEmpty || decisions.contains(where: \.placed.isBlank))
      }),
    Rule(
      "552", .error, "The child was placed for adoption before the decision to do so.",
      action: "Correct DATE_PLACED, or DECOM of the first adoptive placement.",
      reads: [.now(.episodes, "PLACE", "DECOM"), .now(.placedForAdoption, "DATE_PLACED")],
      fields: ["DATE_PLACED", "DECOM"],
      check: .byChild(\.episodes) { episodes, year, flags in
        guard let first = episodes.first(where: { $0.isPlacedForAdoption && $0.decom.isKnown }),
          let latest = year.now.placed[first.child].filter(\.placed.isKnown).max(by: { $0.placed < $1.placed }
          ),
          first.decom < latest.placed
        else { return }
        flags.add(first)
        flags.add(latest)
      }),
    Rule(
      "553", .error,
      "A placement order was made, but the decision to place the child is missing or reversed.",
      action: "Enter the decision, or take out its reversal while the order stands.", reads: orderAndDecision,
      fields: decisionFields, check: withoutDecision(order: "E1")),
    Rule(
      "554", .query, "The decision to place the child for adoption is later than the placement order.",
      action: "Check DATE_PLACED, and DECOM of the first episode with the order.",
      reads: [.now(.episodes, "LS", "DECOM"), .now(.placedForAdoption, "DATE_PLACED")],
      check: .each(\.placed, with: { $0.first { $0.ls == "E1" && $0.decom.isKnown } }) { row, order, _ in
        row.placed > order?.decom ?? .blank
      }),
    Rule(
      "555", .error, "A freeing order was made, but the decision to place the child is missing or reversed.",
      action: "Enter the decision, or take out its reversal while the order stands.", reads: orderAndDecision,
      fields: decisionFields, years: upTo(2023), check: withoutDecision(order: "D1")),
    Rule(
      "556", .error, "The decision to place the child for adoption is later than the freeing order.",
      action: "Correct DATE_PLACED, or DECOM of the episode with the order.",
      reads: [.now(.episodes, "LS", "DECOM"), .now(.placedForAdoption, "DATE_PLACED")],
      fields: ["DATE_PLACED", "DECOM"], years: upTo(2023),
      check: .each(\.episodes) { e, year in
        e.ls == "D1" && year.now.placed[e.child].contains { $0.placed > e.decom }
      }),
    Rule(
      "557", .error, "The child left care without being adopted, but the decision was not reversed.",
      action: "Enter DATE_PLACED_CEASED and REASON_PLACED_CEASED, or correct REC.",
      reads: [
        .now(.placedForAdoption, "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"),
        .now(.episodes, "PLACE", "LS", "REC"),
      ],
      check: .byChild(\.episodes) { episodes, year, flags in
        let decisions = year.now.placed[episodes[episodes.startIndex].child]
        let standing = decisions.filter { $0.ceased.isBlank || $0.reason.isEmpty }
        guard decisions.isEmpty || !standing.isEmpty else { return }
        for episode in episodes where episode.leavesUnadopted(year) {
          flags.add(episode)
          flags.add(standing)
        }
      }),
    Rule(
      "558", .error, "The child was adopted, but every decision to place it for adoption was reversed.",
      action: "Take out DATE_PLACED_CEASED of the decision that led to the adoption.",
      reads: [.now(.episodes, "REC"), .now(.placedForAdoption, "DATE_PLACED_CEASED")],
      check: .each(\.episodes) { e, year in
        let decisions = year.now.placed[e.child]
        return e.endsInAdoption && decisions.count > 1 && decisions.allSatisfy(\.ceased.isWritten)
      }),
    Rule(
      "1003", .error,
      "The decision to place the child for adoption is earlier than the child's start in care.",
      action: "Correct DATE_PLACED, or DECOM of the episode that began the period of care.",
      reads: [.now(.placedForAdoption, "DATE_PLACED"), .now(.episodes, "DECOM", "RNE")],
      check: .each(\.placed, with: { $0.first { $0.rne == "S" && $0.decom.isKnown } }) { row, start, _ in
        row.placed < start?.decom ?? .blank
      }),
  ]

  private static let orderAndDecision: [Rule.Reads] = [
    .now(.episodes, "LS", "DEC"), .now(.placedForAdoption, "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"),
  ]
  private static let decisionFields = [
    "CHILD", "LS", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED",
  ]

  /// Episodes with an order that lets the child be placed for adoption and no decision to do so, and decisions reversed
  /// while the order still stands.
  private static func withoutDecision(order: Code) -> Check {
    .byChild(\.episodes) { episodes, year, flags in
      let ordered = episodes.filter { $0.ls == order }
      let decisions = year.now.placed[episodes[episodes.startIndex].child]
      if decisions.isEmpty { flags.add(ordered) }
      if ordered.contains(where: \.isOpen) { flags.add(decisions.filter(\.isReversed)) }
    }
  }
}

extension EpisodeRow {
  /// The child leaves care otherwise than by adoption, having been placed for adoption or under an order that allows it.
  fileprivate func leavesUnadopted(_ year: Collection) -> Bool {
    let isAllowed = ls == "E1" || ls == "D1" && !year.isFrom(2024)
    return (isAllowed || isPlacedForAdoption) && !rec.isEmpty && rec != "X1" && !endsInAdoption
  }
}
