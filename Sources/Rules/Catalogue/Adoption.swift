import Returns
import Units

/// Adoption.
extension RuleBook {
  static let adoption: [Rule] = adoptionItems + adoptionAndEpisodes

  /// What is written about an adoption, by itself and against the decision to place the child.
  private static let adoptionItems: [Rule] = [
    Rule(
      "151", .error, "Some of the adoption items are filled in and others are blank.",
      action: "Fill in all six adoption items, or leave all of them blank.", reads: [allAdoptionItems],
      check: .each(\.ad1) { row, _ in
        row.isFilledIn && row.writtenItems.contains(false)
      }),
    Rule(
      "112", .error, "The date of the decision that adoption is best for the child is not a date.",
      action: "Enter DATE_INT as dd/mm/yyyy.", reads: [.now(.ad1, "DATE_INT")],
      check: .each(\.ad1) { row, year in year.isMisread(row, "DATE_INT") }),
    Rule(
      "113", .error, "The date on which child and adopters were matched is not a date.",
      action: "Enter DATE_MATCH as dd/mm/yyyy.", reads: [.now(.ad1, "DATE_MATCH")],
      check: .each(\.ad1) { row, year in year.isMisread(row, "DATE_MATCH") }),
    Rule(
      "114", .error, "Whether the child was adopted by a former foster carer is not one of the codes.",
      action: "Enter 0 (no) or 1 (yes) in FOSTER_CARE.", reads: [.now(.ad1, "FOSTER_CARE")],
      check: .each(\.ad1) { row, year in
        !row.fosterCare.isEmpty && !year.isValid(row.fosterCare, "FOSTER_CARE")
      }),
    Rule(
      "184", .error, "The decision to place the child for adoption is dated before the child was born.",
      action: "Correct DATE_PLACED, or DOB in the header.",
      reads: [.now(.placedForAdoption, "DATE_PLACED"), .now(.header, "DOB")],
      check: .each(\.placed) { row, year in row.placed < year.dob(row).or(row.dob) }),
    Rule(
      "333", .error, "The decision that adoption is best is missing, or later than the match with adopters.",
      action: "Enter a DATE_INT that is not later than DATE_MATCH.",
      reads: [.now(.ad1, "DATE_INT", "DATE_MATCH")],
      check: .each(\.ad1) { row, _ in
        row.dateMatch.isKnown && !row.dateInt.isKnown || row.dateInt > row.dateMatch
      }),
    Rule(
      "523", .error, "The decision to place the child for adoption has two different dates.",
      action: "Make DATE_PLACED and DATE_INT the same day.",
      reads: [.now(.placedForAdoption, "DATE_PLACED"), .now(.ad1, "DATE_INT")],
      check: .joined(\.placed, \.ad1) { decision, row, _ in decision.placed.differs(from: row.dateInt) }),
    Rule(
      "525", .error,
      "An adoption is reported for a child whose decision to be placed for adoption was reversed.",
      action: "Take out the adoption items, or DATE_PLACED_CEASED if the decision still stood.",
      reads: [.now(.placedForAdoption, "DATE_PLACED_CEASED"), .now(.ad1)],
      fields: ["DATE_PLACED_CEASED"] + AD1Row.itemColumns,
      check: .joined(\.placed, \.ad1) { decision, row, _ in
        decision.ceased.isWritten && row.isFilledIn
      }),
  ]

  /// Adoptions against the episodes of the child.
  private static let adoptionAndEpisodes: [Rule] = [
    Rule(
      "199", .error, "The child has an episode after having been adopted.",
      action: "Correct the earlier episode's REC, or give the child returning to care a new identifier.",
      reads: [.now(.episodes, "DECOM", "REC")], fields: ["CHILD", "DECOM", "REC"], effect: .exits,
      check: .byChild(\.episodes) { episodes, year, flags in
        let earlier = year.last?.episodes[episodes[episodes.startIndex].child].first(where: \.isDatedAdoption)
        var adopted = false
        for episode in episodes where episode.decom.isKnown {
          if adopted || earlier.map({ $0.decom < episode.decom }) == true { flags.add(episode) }
          adopted = adopted || episode.endsInAdoption
        }
      }),
    Rule(
      "331", .error, "Child and adopters were matched after the adoptive placement began.",
      action: "Correct DATE_MATCH, or DECOM of the episode that ended in adoption.",
      reads: [.now(.ad1, "DATE_MATCH"), .now(.episodes, "DECOM", "REC")],
      check: .joined(\.episodes, \.ad1) { e, row, _ in e.endsInAdoption && row.dateMatch > e.decom }),
    Rule(
      "334", .error,
      "The decision that adoption is best is earlier than the start of the latest period of care.",
      action: "Correct DATE_INT, or DECOM of the episode that began the period of care.",
      reads: [.now(.ad1, "DATE_INT"), .now(.episodes, "DECOM", "RNE")],
      check: .each(\.ad1, with: { $0.last { $0.rne == "S" && $0.decom.isKnown } }) { row, start, _ in
        row.dateInt < start?.decom ?? .blank
      }),
    Rule(
      "335", .query, "The last placement and the answer about a former foster carer contradict each other.",
      action: "Check whether a former foster carer adopted the child, and correct FOSTER_CARE or PLACE.",
      reads: [.now(.episodes, "PLACE", "REC"), .now(.ad1, "FOSTER_CARE")], fields: ["PLACE", "FOSTER_CARE"],
      check: .joined(\.episodes, \.ad1) { e, row, _ in
        // E1 stood for adoption before E11 and E12.
        guard e.endsInAdoption || e.rec == "E1" else { return false }
        let withFosterCarer = e.placement == "A2" || e.placement == "A3" || e.placement == "A5"
        let withOthers = e.placement == "A1" || e.placement == "A4" || e.placement == "A6"
        return withFosterCarer && row.fosterCare == "0" || withOthers && row.fosterCare == "1"
      }),
    Rule(
      "521", .error, "The child was placed for adoption before the decision that adoption is best.",
      action: "Correct DATE_INT, or DECOM of the adoptive placement.",
      reads: [.now(.episodes, "PLACE", "DECOM"), .now(.ad1, "DATE_INT")],
      check: .joined(\.episodes, \.ad1) { e, row, _ in e.isPlacedForAdoption && row.dateInt > e.decom }),
    Rule(
      "582", .query, "The child was matched with adopters on the very day of the adoption.",
      action: "Check DATE_MATCH: a match usually comes well before the adoption.",
      reads: [.now(.episodes, "DEC", "REC"), .now(.ad1, "DATE_MATCH")], fields: ["DEC", "DATE_MATCH"],
      years: from(2022),
      check: .each(\.episodes) { e, year in
        e.endsInAdoption && year.now.ad1[e.child].contains { $0.dateMatch == e.dec }
      }),
    Rule(
      "601", .error, "The child was adopted during the year, but not all adoption items are filled in.",
      action: "Fill in all six adoption items.", reads: [.now(.episodes, "DEC", "REC"), allAdoptionItems],
      fields: ["REC"] + AD1Row.itemColumns,
      check: .joined(\.episodes, \.ad1) { e, row, year in
        e.isAdoption(in: year) && row.writtenItems.contains(false)
      }),
    Rule(
      "602", .error,
      "An adoption is reported, but no episode of the child ended in adoption during the year.",
      action: "Take out the adoption items, or correct REC and DEC of the last episode.",
      reads: [.now(.episodes, "DEC", "REC"), .now(.ad1)], fields: ["CHILD"], effect: .exits,
      check: .each(\.ad1) { row, year in
        row.isFilledIn && !year.now.episodes[row.child].contains { $0.isAdoption(in: year) }
      }),
  ]

  private static let allAdoptionItems = Rule.Reads.now(
    .ad1, "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR")
}

extension EpisodeRow {
  fileprivate var isDatedAdoption: Bool { decom.isKnown && endsInAdoption }
  fileprivate func isAdoption(in year: Collection) -> Bool { endsInAdoption && year.isInYear(dec) }
}
