import Returns
import Units

/// Adopters: how many, of which sexes, and their legal status.
extension RuleBook {
  static let adopters: [Rule] = [
    Rule(
      "175", .error, "The number of adopters is not one of the codes.", action: "Enter 1 or 2 in NB_ADOPTR.",
      reads: [.now(.ad1, "NB_ADOPTR")],
      check: .each(\.ad1) { row, year in !row.adopters.isEmpty && !year.isValid(row.adopters, "NB_ADOPTR") }),
    Rule(
      "176", .error, "The sex of the adopters is not one of the codes.",
      action: "Enter M1, F1, MM, FF or MF in SEX_ADOPTR.", reads: [.now(.ad1, "SEX_ADOPTR")],
      check: .each(\.ad1) { row, year in
        !row.sexAdopters.isEmpty && !year.isValid(row.sexAdopters, "SEX_ADOPTR")
      }),
    Rule(
      "177", .error, "The legal status of the adopters is not one of the codes.",
      action: "Enter L0, L11, L12, L2, L3 or L4 in LS_ADOPTR.", reads: [.now(.ad1, "LS_ADOPTR")],
      check: .each(\.ad1) { row, year in
        !row.statusAdopters.isEmpty && !year.isValid(row.statusAdopters, "LS_ADOPTR")
      }),
    Rule(
      "511", .error, "Two adopters are reported, but the sex is that of a single adopter.",
      action: "Enter MM, FF or MF in SEX_ADOPTR, or correct NB_ADOPTR.",
      reads: [.now(.ad1, "NB_ADOPTR", "SEX_ADOPTR")],
      check: .each(\.ad1) { row, _ in row.adopters == "2" && Sexes.one.contains(row.sexAdopters) }),
    status("514", "L0", "a single adopter", needs: Sexes.one),
    status("517", "L3", "an unmarried couple of different sexes", needs: Sexes.different),
    status("518", "L4", "an unmarried couple of the same sex", needs: Sexes.same),
    status("519", "L2", "a couple in a civil partnership", needs: Sexes.same + Sexes.different),
    status("520", "L11", "a married couple of different sexes", needs: Sexes.different),
    status("524", "L12", "a married couple of the same sex", needs: Sexes.same),
  ]

  private enum Sexes {
    static let one: [Code] = ["M1", "F1"]
    static let same: [Code] = ["MM", "FF"]
    static let different: [Code] = ["MF"]
  }

  /// The rule that a legal status goes with some codes for the sex of the adopters only.
  private static func status(_ code: String, _ status: Code, _ words: String, needs sexes: [Code]) -> Rule {
    let choice = sexes.map(\.description).joined(separator: " or ")
    return Rule(
      code, .error, "The legal status is that of \(words), but the sex of the adopters is not.",
      action: "Enter \(choice) in SEX_ADOPTR, or correct LS_ADOPTR.",
      reads: [.now(.ad1, "LS_ADOPTR", "SEX_ADOPTR")],
      check: .each(\.ad1) { row, _ in row.statusAdopters == status && !sexes.contains(row.sexAdopters) })
  }
}
