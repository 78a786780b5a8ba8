import Operations
import Plans
import Reporting
import Testing

extension PlanMutationTests {
  /// Slips of sign, size and time, and doubles under another wording.
  static let slips = [
    Mutation(1, "times: 20, success: 70 %", "times: 48, success: 29.17 %", "more-time-than-there-is"),
    Mutation(1, "times: 20, success: 70 %", "times: 60, success: 23.33 %", "more-time-than-there-is"),
    Mutation(1, "driver: block_beds", "driver: external_home", "effect-claimed-twice"),
    Mutation(
      1, "group: children newly placed", "group: \"11 to 16, Young people aged\"", "effect-claimed-twice"),
    Mutation(
      1, "group: children newly placed", "group: young people aged 11 to 16 in homes", "effect-claimed-twice"),
    Mutation(
      0, "stated: 392,760\n    sum_of: [own-for-agency, market-supplement]",
      "stated: 440,760\n    sum_of: [own-for-agency, market-supplement, market-supplement]",
      "total-does-not-tie"),
    Mutation(
      0, "years: {2028/29: \"48,000\", 2029/30: \"48,000\"}",
      "years: {2028/29: \"-48,000\", 2029/30: \"48,000\"}", "less-than-nothing"),
    Mutation(0, "2030-03-31: 66}", "2030-03-31: -6}", "less-than-nothing"),
    Mutation(
      0, "trajectory: {2028-03-31: 15, 2029-03-31: 12}", "trajectory: {2029-03-31: 19}",
      "target-looser-than-today"),
    Mutation(0, "2030-03-31: 66}", "2031-03-31: 66}", "dates-out-of-order"),
    Mutation(0, "due: 2027-06-30", "due: 2031-06-30", "dates-out-of-order"),
    Mutation(0, "due: 2027-09-15", "due: 2030-09-15", "dates-out-of-order"),
    Mutation(
      1, "    resource: Team manager and two social workers\n",
      "    resource: Team manager and two social workers\n    done: {on: 2015-05-01, by: Finance, evidence: Minutes}\n",
      "date-before-plan"),
    Mutation(0, "target: 2 x 3\n    stated_rating", "target: 4 x 4\n    stated_rating", "risk-to-grow"),
    Mutation(
      1, "{volume: 9, price: \"1,600\", per: week, times: 20,",
      "{volume: 20, price: 720, per: week, times: 20,", "volume-above-target"),
    Mutation(1, "green: 80 %", "green: 60 %", "thresholds-lax"),
    Mutation(1, "amber: 50 %", "amber: 30 %", "thresholds-lax"),
    Mutation(1, "stale_after: 90", "stale_after: 200", "thresholds-lax"),
    Mutation(
      1, "    resource: Team manager and two social workers\n",
      "    resource: Two social workers\n    done: {on: 2026-05-01, by: Team manager, evidence: Minutes}\n",
      "confirmed-by-owner"),
  ]

  /// Words that say it in other ways.
  static let worded = [
    ("Lease of the recruitment office expires", "cost-ends-anyway"),
    ("Youth grant ceases in March", "cost-ends-anyway"),
    ("Funding for play rangers has run out", "cost-ends-anyway"),
    ("Deprivation of liberty placements not needed", "volatile-as-saving"),
    ("A bed in secure accommodation not needed", "volatile-as-saving"),
    ("Fewer children in secure", "volatile-as-saving"),
    ("Welfare secure not needed", "volatile-as-saving"),
    ("Best case from three families", "maximum-as-mean"),
    ("Up to twenty families", "maximum-as-mean"),
    ("Up to £81,624 a family", "maximum-as-mean"),
    ("Hope for fewer agencies", "hedged-words"),
    ("Money that we hope for", "hedged-words"),
    ("Figures to follow", "placeholder"),
    ("Premium, TBD", "placeholder"),
    ("Premium of [amount]", "placeholder"),
    ("Sec. 117 payments to families", "terms-confused"),
  ].map { Mutation(0, "name: Recruitment agency no longer used", "name: \"\($0)\"", $1) }

  /// Mitigations that are promises to cope.
  static let coping = [
    "We will manage it as it arises", "Keep under review and respond as required", "To be closely monitored",
  ].map {
    Mutation(
      1, "mitigation: [Empty beds are offered to neighbouring councils at cost]", "mitigation: [\"\($0)\"]",
      "mitigation-is-none")
  }

  /// What is right, however it looks.
  static let harmless =
    [
      "Secure lower fees through the new framework", "Secure better homes for less",
      "Step down to Hope House",
      "Hope House in place of agencies", "Fees for children up to age 17", "Fees for children up to 17",
      "Fees for those up to 16 years old", "Advertising brought up to date",
      "Ten families to follow in spring",
      "No agency fee any more [1]", "The panel grants leave; the campaign ends sooner",
    ].map { Mutation(0, "name: Recruitment agency no longer used", "name: \"\($0)\"", "") } + [
      Mutation(0, "2030-03-31: 66}", "2030-04-01: 66}", ""),
      Mutation(
        0, "\ncosts:\n",
        """

          - {id: vacancy, name: Business support vacancy, stream: recruit, owner: A, kind: cashable_recurring, \
        basis: cumulative, is_gross: no, years: {2028/29: "20,000"}, start: 2028-04-01, evidence: {grade: 1, \
        on: 2026-12-31, amount: "20,000", words: Budget}, driver: posts}
          - {id: fleet, name: Fleet coordinator post, stream: recruit, owner: A, kind: cashable_recurring, \
        basis: cumulative, is_gross: no, years: {2028/29: "20,000"}, start: 2028-04-01, evidence: {grade: 1, \
        on: 2026-12-31, amount: "20,000", words: Budget}, driver: posts}

        costs:

        """, ""),
    ]

  @Test(arguments: harmless) func `what is right is not found`(_ mutation: Mutation) throws {
    #expect(try broken(mutation).found.map { "\($0.line) \($0.rule): \($0.what)" } == [])
  }

  @Test(arguments: [
    ("residential_placements", "external_home", true), ("children_in_care", "external_home", true),
    ("foster_placements", "agency_foster", true), ("external_placements", "external_home", true),
    ("children_in_care", "supported_accommodation", true), ("external_home", "in_house_home", false),
    ("agency_foster", "residential_placements", false), ("children_in_care", "agency_staff", false),
    ("children_in_care", "unit_cost:external_home", false), ("carers_leaving", "children_in_care", false),
  ]) func `measures overlap where their placements do`(_ a: String, _ b: String, _ overlaps: Bool) throws {
    let found = try findings(
      """
      name: x
      savings:
        - {id: a, name: One, driver: "\(a)", group: boys}
        - {id: b, name: Two, driver: "\(b)", group: girls}
      """)
    #expect(found.contains { $0.rule == "effect-claimed-twice" } == overlaps)
  }

  @Test(arguments: [
    "residential_placements", "external_home", "in_house_home", "foster_placements", "kinship_foster",
    "supported_accommodation", "external_placements",
  ]) func `whatever ends placements says what comes instead`(_ driver: String) throws {
    let found = try findings("name: x\nsavings:\n  - {id: a, name: One, driver: \(driver)}\n")
    #expect(found.contains { $0.rule == "gross-as-net" })
  }

  @Test(arguments: [
    ("external_home", 30, 26, "in_house_home", 4, 12, true),
    ("external_home", 30, 26, "in_house_home", 4, 6, false),
    // A part of what falls is in it already.
    ("residential_placements", 34, 32, "in_house_home", 4, 8, false),
  ]) func `placements grow by more than others shrink, each counted once`(
    _ falls: String, _ from: Int, _ to: Int, _ rises: String, _ start: Int, _ end: Int, _ grows: Bool
  ) throws {
    let found = try findings(
      """
      name: x
      targets:
        - {id: a, name: A, measure: \(falls), baseline: {2027-03-31: \(from)}, trajectory: {2028-03-31: \(to)}}
        - {id: b, name: B, measure: \(rises), is_higher_better: yes, baseline: {2027-03-31: \(start)}, trajectory: {2028-03-31: \(end)}}
      """)
    #expect(found.contains { $0.rule == "total-grows" } == grows)
  }

  @Test func `a saving that is given back later is not less than nothing`() throws {
    let found = try findings(
      """
      name: x
      savings:
        - {id: a, name: One, basis: incremental, years: {2027/28: "50,000", 2028/29: "-20,000"}}
        - {id: b, name: Two, basis: incremental, years: {2027/28: "50,000", 2028/29: "-60,000"}}
      """)
    #expect(found.filter { $0.rule == "less-than-nothing" }.map(\.item) == ["b"])
  }

  @Test func `a part of a year that is missing is not told as too much time again`() throws {
    let found = try findings(
      """
      name: x
      savings:
        - {id: a, name: One, start: 2028-02-01, years: {2027/28: "52,000"}, derivation: {volume: 2, price: 500, times: 52}}
      """
    ).map(\.rule)
    #expect(found.contains("part-year-missing") && !found.contains("more-time-than-there-is"))
  }

  @Test func `a risk has its plan's scale, one that every plan has, or none`() {
    var plan = Plan(name: "x")
    plan.scales = [RiskScale(id: "own", name: "Own")]
    let found = ["", "own", "letter-by-number", "five-by-five", "other"].map { id in
      var risk = Risk(id: "r", name: "R")
      risk.scale = id
      return plan.scale(of: risk)?.id
    }
    #expect(found == ["five-by-five", "own", "letter-by-number", "five-by-five", nil])
  }

  @Test func `pounds in a finding are the same in its words and at stake`() throws {
    let plan = try plan(
      """
      name: x
      savings:
        - {id: a, name: One, years: {2027/28: "100.50"}}
      """)
    let text = PlanFindings(plan).text()
    #expect(text.contains("£100.50") && !text.contains("£101"), "\(text)")
  }
}
