import Returns
import Units

/// Reasons for leaving care.
extension RuleBook {
  static let leaving: [Rule] = [
    Rule(
      "386", .error, "The child is said to be adopted, but was already 18.",
      action: "Correct REC, DEC, or DOB in the header.", reads: endAndBirth, fields: ["REC"], effect: .exits,
      check: .each(\.episodes) { e, year in
        e.endsInAdoption && e.dec >= year.dob(e).adding(years: 18)
      }),
    Rule(
      "387", .error, "The child is said to have moved to independent living, but was not known to be 14.",
      action: "Correct REC, DEC, or DOB in the header.", reads: endAndBirth, fields: ["REC"], effect: .exits,
      check: .each(\.episodes) { e, year in
        (e.rec == "E5" || e.rec == "E6") && e.dec.isKnown && !(e.dec >= year.dob(e).adding(years: 14))
      }),
    Rule(
      "389", .error, "The child is said to have moved to adult social care, but was not known to be 16.",
      action: "Correct REC, DEC, or DOB in the header.", reads: endAndBirth, fields: ["REC"], effect: .exits,
      check: .each(\.episodes) { e, year in e.rec == "E7" && !(e.dec >= year.dob(e).adding(years: 16)) }),
    Rule(
      "407", .error, "The episode ended with special guardianship after the child's 18th birthday.",
      action: "Correct REC, DEC, or DOB in the header.", reads: endAndBirth, fields: ["DEC", "DOB", "REC"],
      effect: .exits,
      check: .whole { year, flags in
        for e in year.now.episodes.rows where specialGuardianship.contains(e.rec) {
          guard e.dec > year.dob(e).adding(years: 18) else { continue }
          flags.add(e)
          flags.add(year.now.header[e.child])
        }
      }),
    Rule(
      "460", .error, "The child is said to have stayed with the carers as an adult, but was not yet 18.",
      action: "Correct REC, DEC, or DOB in the header.", reads: endAndBirth, fields: ["DEC", "REC"],
      effect: .exits,
      check: .each(\.episodes) { e, year in e.rec == "E17" && e.dec < year.dob(e).adding(years: 18) }),
    Rule(
      "390", .error, "The child was adopted from a placement that was not for adoption.",
      action: "Correct PLACE or REC, or add the placement for adoption.",
      reads: [.now(.episodes, "PLACE", "REC")], effect: .exits,
      check: .each(\.episodes) { e, _ in
        e.endsInAdoption && !e.isPlacedForAdoption
      }),
    Rule(
      "516", .error, "The former foster carers became special guardians, but the child was not fostered.",
      action: "Correct REC or PLACE.", reads: [.now(.episodes, "REC", "PLACE")], effect: .exits,
      check: .each(\.episodes) { e, _ in
        (e.rec == "E45" || e.rec == "E46") && !e.isFostered
      }),
  ]

  private static let endAndBirth: [Rule.Reads] = [.now(.header, "DOB"), .now(.episodes, "DEC", "REC")]
  private static let specialGuardianship: Set<Code> = ["E45", "E46", "E47", "E48"]
}
