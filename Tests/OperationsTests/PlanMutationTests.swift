import Foundation
import Operations
import Plans
import Support
import Testing

/// Three plans that nothing is wrong with, and what is found once each is broken in one place.
struct PlanMutationTests {
  static let clean = ["in-house-fostering", "step-down-from-residential", "family-help"]

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: Project.folder + "/Examples/plans/\(name).yaml", encoding: .utf8)
  }

  func plan(_ text: String) throws -> Plan {
    let reading = ReadPlan.read(Array(text.utf8))
    return try #require(reading.plan, "\(reading.text)")
  }

  func findings(_ text: String) throws -> [PlanFinding] { PlanChecker.findings(in: try plan(text)) }

  /// A clean plan with one place changed, and what is found in it.
  func broken(_ mutation: Mutation) throws -> (text: String, found: [PlanFinding]) {
    let text = try PlanMutationTests.text(mutation.file)
    let range = try #require(text.range(of: mutation.old), "“\(mutation.old)” is not in \(mutation.file)")
    let broken = text.replacingCharacters(in: range, with: mutation.new)
    return (broken, try findings(broken))
  }

  @Test(arguments: clean) func `a clean plan has no finding`(_ name: String) throws {
    let found = PlanChecker.findings(in: try plan(try PlanMutationTests.text(name)))
    #expect(found.map { "\($0.line) \($0.rule): \($0.what)" } == [])
  }

  @Test func `the template has no finding`() throws {
    let found = PlanChecker.findings(in: try plan(ReadPlan.template))
    #expect(found.map { "\($0.line) \($0.rule): \($0.what)" } == [])
  }

  /// A plan broken in one place: what stands there, what is put for it, and the rule that finds it.
  struct Mutation: CustomTestStringConvertible, Sendable {
    let file: String
    let old: String
    let new: String
    let rule: String
    var testDescription: String { "\(rule): \(old.prefix(30)) → \(new.prefix(40))" }

    init(_ file: Int, _ old: String, _ new: String, _ rule: String) {
      (self.file, self.old, self.new, self.rule) = (PlanMutationTests.clean[file], old, new, rule)
    }
  }

  static let mutations = figures + dates + claimed + gaps + slips + worded + coping

  @Test(arguments: mutations)
  func `what is broken is found by its rule, on its line`(_ mutation: Mutation) throws {
    let (broken, found) = try broken(mutation)
    let own = found.filter { $0.rule == mutation.rule }
    #expect(!own.isEmpty, "found instead: \(found.map { "\($0.rule): \($0.what)" })")
    let last = broken.split(separator: "\n", omittingEmptySubsequences: false).count
    for finding in own {
      #expect((1...last).contains(finding.line) && !finding.what.isEmpty && !finding.remedy.isEmpty)
    }
  }

  @Test func `every rule is found by a mutation`() {
    let found = Set(PlanMutationTests.mutations.map(\.rule))
    #expect(Set(PlanChecker.all.map(\.id)).subtracting(found) == [])
  }

  static let figures = [
    Mutation(0, "stated: 392,760", "stated: 492,760", "total-does-not-tie"),
    Mutation(0, "total: [12, 14, 14]", "total: [12, 14, 13]", "total-does-not-tie"),
    Mutation(2, "product: [10, 3, 4]", "product: [10, 3, 5]", "product-does-not-tie"),
    Mutation(0, "price: 510", "price: 610", "amount-against-workings"),
    Mutation(1, "{volume: 41,", "{volume: 37,", "amount-against-workings"),
    Mutation(0, "volume: 20, price: 510,", "volume: 20,", "amount-against-workings"),
    Mutation(1, "stated: 8,954,400", "stated: 9,954,400", "volume-above-peak"),
    Mutation(2, "peak: 148", "peak: 11", "volume-above-peak"),
    Mutation(0, "cheapest: 720", "cheapest: 219", "saves-more-than-it-costs"),
    Mutation(0, "also_stated: [92, 92]", "also_stated: [92, 95]", "stated-differently"),
    Mutation(
      0, "also_stated: [92, 92]", "worded: [in residential care, with agencies]", "stated-differently"),
    Mutation(1, "at_most: 20", "at_most: 16", "limit-passed"),
    Mutation(1, "at_most: 20", "at_least: 30", "limit-passed"),
    Mutation(1, "stated: 463,000", "stated: 474,000", "allocation-not-costed"),
    Mutation(
      0, "fte: 2\n    months: 12", "fte: 2\n    months: 12\n    held: 18,000", "allocation-not-costed"),
    Mutation(0, "stated_rating: 9", "stated_rating: 8", "rating-does-not-tie"),
    Mutation(1, "current: C2", "current: Z9", "rating-does-not-tie"),
    Mutation(0, "    basis: cumulative\n", "", "incremental-or-cumulative"),
    Mutation(0, "    basis: cumulative\n", "    basis: incremental\n", "incremental-or-cumulative"),
  ]

  static let dates = [
    Mutation(1, "due: 2026-09-01", "due: 2027-02-01", "benefit-before-milestone"),
    Mutation(1, "start: 2026-09-01", "start: 2026-12-01", "benefit-before-milestone"),
    Mutation(1, "due: 2027-03-31", "due: 2026-03-31", "date-before-plan"),
    Mutation(2, "review: 2028-04-30", "review: 2027-04-30", "date-before-plan"),
    Mutation(0, "start: 2027-10-01", "start: 2026-10-01", "date-before-plan"),
    Mutation(0, "end: 2030-03-31", "end: 2026-03-31", "dates-out-of-order"),
    Mutation(1, "baseline: {2026-03-31: 41}", "baseline: {2027-04-30: 41}", "dates-out-of-order"),
    Mutation(1, "on: 2026-05-20", "on: 2026-05-01", "dates-out-of-order"),
    Mutation(1, "part_year_months: 5", "part_year_months: 12", "part-year-missing"),
    Mutation(2, "    part_year_months: 6\n", "    is_per_annum: yes\n", "part-year-missing"),
    Mutation(1, "    start: 2027-04-01\n", "    start: 2027-10-01\n", "part-year-missing"),
    Mutation(2, "    start: 2028-10-01\n    part_year_months: 6\n", "", "reached-late-in-year"),
    Mutation(2, "start: 2028-10-01", "start: 2029-10-01", "dates-out-of-order"),
    Mutation(
      0, "\ntargets:\n",
      "\ntargets:\n  - {id: gap, name: Overspend, unit: pounds, trajectory: {2027-03-31: 0}}\n",
      "target-before-savings"),
  ]

  static let claimed = [
    Mutation(1, "group: children newly placed", "group: young people aged 11 to 16", "effect-claimed-twice"),
    Mutation(
      0,
      "    group: children aged 5 to 15\n    initiative: own-homes\n  - id: market-supplement\n    name: Recruitment agency no longer used",
      "    initiative: own-homes\n  - id: market-supplement\n    name: Own carers in the place of agencies",
      "effect-claimed-twice"),
    Mutation(0, "driver: recruitment_contract", "driver: children_in_care", "effect-claimed-twice"),
    Mutation(1, "sum_of: [families, beds]", "sum_of: [families, beds, avoided-entries]", "not-budget-money"),
    Mutation(1, "measure: residential_placements", "measure: children_away", "avoided-without-baseline"),
    Mutation(
      0, "name: Recruitment agency no longer used", "name: Fewer secure placements", "volatile-as-saving"),
    Mutation(
      1, "kind: cashable_recurring", "kind: cashable_recurring\n    is_volatile: yes", "volatile-as-saving"),
    Mutation(
      0, "name: Recruitment agency no longer used", "name: Play ranger funding finished", "cost-ends-anyway"),
    Mutation(1, "success: 70 %, ", "", "everyone-succeeds"),
    Mutation(1, "success: 70 %", "success: 100 %", "everyone-succeeds"),
    Mutation(1, "peak: 41, cheapest", "is_maximum: yes, cheapest", "maximum-as-mean"),
    Mutation(2, "words: The grant's letter", "words: Up to £30k by the letter", "maximum-as-mean"),
    Mutation(0, "is_gross: no", "is_gross: yes", "gross-as-net"),
    Mutation(0, "    is_gross: no\n", "", "gross-as-net"),
    Mutation(0, "2030-03-31: 166", "2030-03-31: 176", "total-grows"),
    Mutation(0, "after: [first-approvals]", "depends_on: [carers-leaving]", "rests-on-unmet-target"),
    Mutation(0, "amount: \"360,000\"", "amount: \"266,000\"", "evidence-below-claim"),
    Mutation(
      0,
      "    evidence: {grade: 1, on: 2026-12-31, amount: \"48,000\", words: The contract's yearly invoice}\n",
      "", "evidence-below-claim"),
    Mutation(0, "grade: 2, on: 2026-10-31", "grade: 2, on: 2024-10-31", "evidence-old"),
    Mutation(1, "on: 2026-05-01", "on: 2025-10-31", "evidence-old"),
    Mutation(2, "words: The grant's letter", "words: Savings that could be made", "hedged-words"),
    Mutation(1, "stated: amber", "stated: blue", "status-without-evidence"),
    Mutation(
      1, "    resource: Team manager and two social workers\n",
      "    done: {on: 2026-05-01, by: \"Team manager, step-down\"}\n", "confirmed-by-owner"),
    Mutation(1, "actuals: {2026-04-30: 41}", "actuals: {2026-04-30: 34}", "target-looser-than-today"),
    Mutation(0, "2029-03-31: 76", "2029-03-31: 96", "trajectory-turns-back"),
    Mutation(
      1, "mitigation: [Empty beds are offered to neighbouring councils at cost]", "mitigation: [Manageable]",
      "mitigation-is-none"),
    Mutation(
      1, "mitigation: [Empty beds are offered to neighbouring councils at cost]",
      "mitigation: [From homes to families]", "mitigation-is-none"),
    Mutation(
      0, "name: Court timetables stay as they are",
      "name: Enough people enquire\n    contradicted_by: enquiries", "assumption-contradicted"),
  ]

  static let gaps = [
    Mutation(1, "    baseline: {2026-03-31: 41}\n", "", "target-incomplete"),
    Mutation(0, "    measure: external_foster\n", "", "target-incomplete"),
    Mutation(0, "    owner: Commissioning manager\n    kind", "    kind", "saving-incomplete"),
    Mutation(0, "    driver: recruitment_contract\n", "", "saving-incomplete"),
    Mutation(2, "    stream: agency\n    area: Training\n", "    area: Training\n", "saving-without-action"),
    Mutation(0, "due: 2027-06-30", "due: TBA", "action-incomplete"),
    Mutation(0, "    success: Every call answered within the hour\n", "", "action-incomplete"),
    Mutation(
      0, "    inherent: 4 x 3\n    current: 3 x 3\n    target: 2 x 3\n    stated_rating: 9\n", "",
      "risk-incomplete"),
    Mutation(0, "    review: 2027-04-30\n    mitigation", "    mitigation", "risk-incomplete"),
    Mutation(
      2, "    scale: scale\n    inherent: M x 3\n    current: L x 3\n    target: L x 3\n",
      "    inherent: 2 x 3\n    current: 1 x 3\n    target: 1 x 3\n", "scale-without-key"),
    Mutation(0, "fte: 2\n    months: 12", "fte: 2", "posts-not-costed"),
    Mutation(0, "note: The difference between an agency's fee", "note: insert figs", "placeholder"),
    Mutation(0, "owner: Fostering support lead", "owner: \"?\"", "placeholder"),
    Mutation(2, "name: Referrals rise", "name: S117 payments to families rise", "terms-confused"),
    Mutation(2, "name: Referrals rise", "name: Section 17 spend on court experts", "terms-confused"),
    Mutation(
      1,
      "options:\n  - Leave it to each social worker\n  - Buy the same work from a charity; kept as plan B\n",
      "", "no-other-options"),
  ]
}
