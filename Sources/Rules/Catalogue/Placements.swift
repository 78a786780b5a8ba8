import Returns
import Units

/// Placements and ages.
extension RuleBook {
  static let placements: [Rule] = [
    Rule(
      "371", .error, "The child was too young for supported or semi-independent accommodation.",
      action: "Correct PLACE, DECOM, or DOB in the header.", reads: startAndBirth,
      fields: ["DECOM", "PLACE"],
      effect: .category,
      check: .each(\.episodes) { e, year in
        guard e.placement == (year.isFrom(2024) ? "K3" : "H5") else { return false }
        return e.decom < year.dob(e).adding(years: year.isFrom(2023) ? 16 : 14)
      }),
    leastAge("372", "R5", 10, "The child was under ten when placed in youth custody or prison."),
    leastAge("373", "S1", 4, "The child was under four when placed in a residential school."),
    leastAge("374", "P3", 14, "The child was under 14 when placed in residential employment."),
    Rule(
      "370", .error, "The child was too young to live independently.",
      action: "Correct PLACE, DECOM, or DOB in the header.", reads: startAndBirth,
      fields: ["DECOM", "PLACE"],
      effect: .category, years: upTo(2023),
      check: .each(\.episodes) { e, year in
        e.placement == "P2" && e.decom < year.dob(e).adding(years: year.isFrom(2023) ? 16 : 15)
      }),
    Rule(
      "217t", .error,
      "Independent living is given as the placement after 28 October 2023, when it had ceased to be one.",
      action: "Enter the placement that followed it, or correct DEC.",
      reads: [.now(.episodes, "PLACE", "DEC")], fields: ["PLACE", "DECOM"], effect: .category,
      years: 2023...2023,
      check: .each(\.episodes) { e, _ in
        e.placement == "P2" && (e.isOpen || e.dec > Day(year: 2023, month: 10, day: 28))
      }),
    Rule(
      "408", .error,
      "The child is placed for adoption with a placement order, but the legal status is another.",
      action: "Enter E1 for LS, or correct PLACE.", reads: [.now(.episodes, "PLACE", "LS")],
      effect: .category,
      check: .each(\.episodes) { e, _ in (e.placement == "A5" || e.placement == "A6") && e.ls != "E1" }),
    Rule(
      "217", .error,
      "A placement for adoption with the same foster carer is begun by a move to other carers.",
      action: "Enter S, T or U for RNE, or correct PLACE.",
      reads: [.now(.episodes, "PLACE", "DECOM", "RNE")], effect: .category,
      check: .each(\.episodes) { e, _ in
        (e.placement == "A3" || e.placement == "A5")
          && e.decom >= Day(year: 2015, month: 4, day: 1)
          && e.rne != "S" && e.rne != "T" && e.rne != "U"
      }),
    Rule(
      "336", .query, "The child was not fostered before being placed for adoption.",
      action: "Check PLACE of this episode and of the one before.",
      reads: [.now(.episodes, "DECOM", "PLACE")],
      fields: ["PLACE"], effect: .category,
      check: .pairs(\.episodes) { e, before, _ in
        (e.placement == "A3" || e.placement == "A4") && !before.isFostered
          && !before.isPlacedForAdoption
      }),
  ]

  private static let startAndBirth: [Rule.Reads] = [.now(.header, "DOB"), .now(.episodes, "DECOM", "PLACE")]

  /// A rule of the age from which children are placed so, whether or not the placement has ended.
  private static func leastAge(_ code: String, _ placement: Code, _ age: Int, _ message: String) -> Rule {
    Rule(
      code, .error, message, action: "Correct PLACE, DECOM, or DOB in the header.", reads: startAndBirth,
      fields: ["DECOM", "PLACE"], effect: .category,
      check: .each(\.episodes) { e, year in
        e.placement == placement && e.decom < year.dob(e).adding(years: age)
      })
  }
}
