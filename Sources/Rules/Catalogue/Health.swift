import Returns
import Units

/// Twelve months in care: health and wellbeing.
extension RuleBook {
  static let health: [Rule] = healthItems + healthCohort

  private static let healthItems: [Rule] = [
    Rule(
      "158", .error,
      "An intervention for substance misuse was received, yet the item on offering one is filled in.",
      action: "Leave INTERVENTION_OFFERED blank, or correct INTERVENTION_RECEIVED.",
      reads: [.now(.oc2, "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED")],
      check: .each(\.oc2) { row, _ in row.interventionReceived == "1" && !row.interventionOffered.isEmpty }),
    Rule(
      "159", .error,
      "No intervention for substance misuse was received, and nothing says whether one was offered.",
      action: "Enter INTERVENTION_OFFERED.",
      reads: [.now(.oc2, "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED")],
      check: .each(\.oc2) { row, _ in
        row.substanceMisuse == "1" && row.interventionReceived == "0" && row.interventionOffered.isEmpty
      }),
    Rule(
      "181", .error, "A health item is neither 0 nor 1.",
      action: "Enter 1 for yes and 0 for no.", reads: [.now(.oc2)], fields: OC2Row.itemColumns,
      check: .each(\.oc2) { row, _ in
        (row.neededItems + row.conditionalItems).contains { !$0.isEmpty && $0 != "0" && $0 != "1" }
      }),
    Rule(
      "182", .error, "Some health items are filled in, yet not all of those that every child needs.",
      action:
        "Fill in immunisations, teeth check, health assessment and substance misuse, or leave all items blank.",
      reads: [.now(.oc2)], fields: OC2Row.itemColumns,
      check: .each(\.oc2) { row, _ in
        row.lacksNeededItems && row.conditionalItems.contains { !$0.isEmpty }
      }),
    Rule(
      "192", .error, "Substance misuse is recorded, and nothing says whether an intervention was received.",
      action: "Enter INTERVENTION_RECEIVED.",
      reads: [.now(.oc2, "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED")],
      check: .each(\.oc2) { row, _ in row.substanceMisuse == "1" && row.interventionReceived.isEmpty }),
    Rule(
      "193", .error, "An intervention is recorded, yet substance misuse is not.",
      action: "Leave the items on interventions blank, or correct SUBSTANCE_MISUSE.",
      reads: [.now(.oc2, "SUBSTANCE_MISUSE")],
      fields: ["SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"],
      check: .each(\.oc2) { row, _ in
        (row.substanceMisuse.isEmpty || row.substanceMisuse == "0")
          && !(row.interventionReceived.isEmpty && row.interventionOffered.isEmpty)
      }),
    Rule(
      "544", .error, "A conviction is recorded, yet another item that every child needs is blank.",
      action: "Fill in immunisations, teeth check, health assessment and substance misuse.",
      reads: [.now(.oc2, "CONVICTED")], fields: ["CONVICTED"] + OC2Row.neededColumns,
      check: .each(\.oc2) { row, _ in row.convicted == "1" && row.lacksNeededItems }),
    Rule(
      "547", .error, "Health surveillance is up to date, yet another item that every child needs is blank.",
      action: "Fill in immunisations, teeth check, health assessment and substance misuse.",
      reads: [.now(.oc2, "HEALTH_CHECK")], fields: ["HEALTH_CHECK"] + OC2Row.neededColumns,
      check: .each(\.oc2) { row, _ in row.healthCheck == "1" && row.lacksNeededItems }),
    Rule(
      "542", .error, "The child is under 10 on 31 March, yet an item on convictions is filled in.",
      action: "Leave CONVICTED blank, or correct DOB.", reads: [.now(.oc2, "DOB", "CONVICTED")],
      fields: ["CONVICTED"],
      check: .each(\.oc2) { row, year in row.dob.adding(years: 10) > year.end && !row.convicted.isEmpty }),
  ]

  private static let healthCohort: [Rule] = [
    Rule(
      "187", .error,
      "The child was looked after all year, yet is returned as a care leaver or as adopted.",
      action: "Remove the care leaver or adoption items, or correct the episodes.", reads: [.twelveMonths],
      fields: AD1Row.itemColumns + OC3Row.itemColumns,
      check: .whole { year, flags in
        flags.add(year.now.oc3.rows.filter { $0.isFilledIn && year.wasLookedAfterAllYear($0) })
        flags.add(year.now.ad1.rows.filter { $0.isFilledIn && year.wasLookedAfterAllYear($0) })
      }),
    Rule(
      "190", .error, "The child was not looked after all year, yet health items are filled in.",
      action: "Leave the health items blank, or correct the episodes.", reads: [.now(.oc2), .twelveMonths],
      fields: OC2Row.itemColumns,
      check: .each(\.oc2) { row, year in row.hasHealthItems && !year.wasLookedAfterAllYear(row) }),
    Rule(
      "191", .error,
      "The child was looked after all year, yet health items are blank or the child has no row for them.",
      action: "Fill in immunisations, teeth check, health assessment and substance misuse.",
      reads: [.now(.oc2), .twelveMonths], fields: OC2Row.neededColumns + ["CHILD"],
      check: .whole { year, flags in
        flags.add(year.now.oc2.rows.filter { $0.lacksNeededItems && year.wasLookedAfterAllYear($0) })
        for child in Set(year.now.episodes.rows.map(\.child)) where !year.now.oc2.has(child) {
          guard let first = year.now.episodes.first(of: child) else { continue }
          if year.wasLookedAfterAllYear(first) { flags.add(first) }
        }
      }),
    Rule(
      "215", .error,
      "The child is returned as a care leaver, yet items of children looked after all year are filled in.",
      action: "Remove the items of the one table or the other.", reads: [.now(.oc2), .now(.oc3)],
      fields: OC3Row.itemColumns + OC2Row.itemColumns,
      check: .whole { year, flags in
        for leaver in year.now.oc3.rows where leaver.isFilledIn {
          let rows = year.now.oc2[leaver.child].filter(\.hasHealthItems)
          flags.add(rows)
          if !rows.isEmpty { flags.add(leaver) }
        }
      }),
    Rule(
      "543", .error,
      "The child is over 10 and was looked after all year, yet nothing is said of convictions.",
      action: "Enter CONVICTED.", reads: [.now(.oc2, "DOB", "CONVICTED"), .twelveMonths],
      fields: ["DOB", "CONVICTED"],
      check: .each(\.oc2) { row, year in
        // A child whose tenth birthday is the last day of the year is not asked about.
        row.convicted.isEmpty && row.dob.adding(years: 10) < year.end && year.wasLookedAfterAllYear(row)
      }),
    Rule(
      "545", .error,
      "The child is under 5 and was looked after all year, yet nothing is said of health surveillance.",
      action: "Enter HEALTH_CHECK.", reads: [.now(.oc2, "DOB", "HEALTH_CHECK"), .twelveMonths],
      fields: ["DOB", "HEALTH_CHECK"],
      check: .each(\.oc2) { row, year in
        row.healthCheck.isEmpty && row.dob.adding(years: 5) > year.end && year.wasLookedAfterAllYear(row)
      }),
    Rule(
      "546", .error, "The child is 5 or over on 31 March, yet the item on health surveillance is filled in.",
      action: "Leave HEALTH_CHECK blank, or correct DOB.",
      reads: [.now(.oc2, "DOB", "HEALTH_CHECK"), .twelveMonths],
      fields: ["DOB", "HEALTH_CHECK"],
      check: .each(\.oc2) { row, year in
        !row.healthCheck.isEmpty && row.dob.adding(years: 5) <= year.end && year.wasLookedAfterAllYear(row)
      }),
  ]
}
