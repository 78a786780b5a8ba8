extension PublishedShape {
  private static let counts = [
    "cla_31_march": ("cla-31-march", "children"), "cla_rate_per_10k": ("cla-rate", "per 10,000 children"),
    "started": ("started", "children"), "started_rate_per_10k": ("started-rate", "per 10,000 children"),
    "ceased": ("ceased", "children"), "ceased_rate_per_10k": ("ceased-rate", "per 10,000 children"),
    "cla_during_year": ("cla-during-year", "children"), "uasc_31_march": ("uasc-31-march", "children"),
    "pop_0_17_used": ("population-0-17", "children"),
  ]

  /// Collated files with one figure, or a number and its percentage, a line.
  static let tidy: [PublishedShape] = [
    PublishedShape(
      kind: "cla", title: "Children looked after, starts and ends",
      columns: ["year", "la_code", "name", "region", "measure", "value", "flag"], year: .ending("year")
    ) { row in
      guard let (measure, unit) = counts[row["measure"]] else { return [] }
      return [Reading(measure: measure, unit: unit, value: row["value"], flag: row["flag"])]
    },
    PublishedShape(
      kind: "cla-started", title: "Starts by age, need and legal status",
      columns: ["year", "la_code", "group", "characteristic", "value", "flag"],
      telling: ("group", ["need", "legal", "taken"]), year: .ending("year")
    ) { row in
      part(
        of: "started", row["group"], row["characteristic"], number: row["value"], percent: "",
        flag: row["flag"])
    },
    PublishedShape(
      kind: "cla-ceased", title: "Ends by age and reason",
      columns: ["year", "la_code", "group", "characteristic", "value", "flag"],
      telling: ("group", ["reason"]), year: .ending("year")
    ) { row in
      part(
        of: "ceased", row["group"], row["characteristic"], number: row["value"], percent: "",
        flag: row["flag"])
    },
    PublishedShape(
      kind: "cla-placements", title: "Children by placement",
      columns: ["year", "la_code", "placement", "value", "flag"], year: .ending("year")
    ) { row in
      [
        Reading(
          measure: "placements/" + placementType(row["placement"]), breakdown: row["placement"],
          unit: "children", value: row["value"], flag: row["flag"])
      ]
    },
    PublishedShape(
      kind: "cla-stability", title: "Stability of placements",
      columns: ["year", "la_code", "cohort", "measure", "number", "percent"], year: .ending("year")
    ) { row in
      stability(cohort: row["cohort"], row: row["measure"], number: row["number"], percent: row["percent"])
    },
    PublishedShape(
      kind: "cla-characteristics",
      title: "Children by age, need, ethnicity, legal status, provider and distance",
      columns: ["year", "la_code", "cla_group", "characteristic", "number", "percentage"],
      year: .ending("year")
    ) { row in
      part(
        of: "cla", row["cla_group"], row["characteristic"], number: row["number"], percent: row["percentage"])
    },
    PublishedShape(
      kind: "cla-new-placements", title: "New placements by place, changes by reason",
      columns: ["year", "la_code", "group", "characteristic", "number"], without: ["value"],
      telling: ("group", ["location", "reason"]), year: .ending("year")
    ) { row in
      part(of: "new-placements", row["group"], row["characteristic"], number: row["number"], percent: "")
    },
    PublishedShape(
      kind: "cla-net-gain", title: "Children placed by other authorities and outside their own",
      columns: ["year", "la_code", "measure", "number"], without: ["cohort"], year: .ending("year")
    ) { row in
      [Reading(measure: "net-gain/" + row["measure"].slug, unit: "children", value: row["number"])]
    },
    PublishedShape(
      kind: "s251", title: "Section 251 outturn: spend and unit costs",
      columns: ["financial_year", "la_code", "name", "measure", "value", "flag"],
      year: .financial("financial_year")
    ) { row in
      let name = row["measure"].slug
      let unit = name.hasSuffix("child-week") || name.hasSuffix("cin-week") ? "GBP per child per week" : "GBP"
      return [Reading(measure: "s251/" + name, unit: unit, value: row["value"], flag: row["flag"])]
    },
  ]

  /// Collated files with a column for each measure.
  static let wide: [PublishedShape] = [
    PublishedShape(
      kind: "population", title: "Children aged 0 to 17, mid-year estimates",
      columns: ["mid_year", "la_code", "pop_0_17"], year: .middle("mid_year")
    ) { row in
      [Reading(measure: "population-0-17", unit: "children", value: row["pop_0_17"])]
    },
    PublishedShape(
      kind: "workforce", title: "Children's social work workforce",
      columns: ["year", "la_code", "inpost_fte", "agency_rate_fte", "caseload_fte"], year: .ending("year")
    ) { row in
      workforce.map { column in
        Reading(
          measure: "workforce/" + column.slug,
          unit: column.contains("rate")
            ? "percent"
            : column.hasSuffix("headcount")
              ? "people"
              : column == "cases"
                ? "children"
                : column == "caseload_fte" ? "children per social worker" : "full-time equivalents",
          value: row[column])
      }
    },
    PublishedShape(
      kind: "cin", title: "Children in need and child protection plans",
      columns: ["year", "la_code", "cin_31_march", "cpp_31_march", "referrals"], year: .ending("year")
    ) { row in
      inNeed.map { Reading(measure: "cin/" + $0.slug, unit: "children", value: row[$0]) }
    },
  ]

  private static let workforce = [
    "inpost_fte", "inpost_headcount", "starters_fte", "leavers_fte", "turnover_rate_fte", "agency_fte",
    "agency_rate_fte", "vacancy_fte", "vacancy_rate_fte", "case_holders_fte", "cases", "caseload_fte",
    "absence_rate_fte",
  ]

  private static let inNeed = [
    "cin_started", "cin_ended", "cin_31_march", "cin_children_any_point", "referrals", "rereferrals",
    "referrals_nfa", "cpp_started", "cpp_started_second_or_subsequent", "cpp_31_march",
    "cpp_31_march_2y_plus", "s47_enquiries", "icpc",
  ]
}
