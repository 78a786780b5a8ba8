/// Something that is wrong in one of the papers, found by reading it, and the rule that finds it.
struct PaperFlag: Sendable {
  let paper: Paper
  /// What is wrong.
  let words: String
  /// The rule's id; empty where no rule finds it.
  let rule: String
  /// The item the finding is about.
  let item: String
  /// What the finding must say.
  let says: String

  private static func at(
    _ paper: Paper, _ flags: [(words: String, rule: String, item: String, says: String)]
  ) -> [PaperFlag] {
    flags.map { PaperFlag(paper: paper, words: $0.words, rule: $0.rule, item: $0.item, says: $0.says) }
  }

  static let all: [PaperFlag] =
    at(
      .team,
      [
        ("£165,000 agreed, £154,000 costed", "allocation-not-costed", "allocation", "£11,000 has no purpose"),
        ("£18,000 for premises held unspent, £26,000 asked", "allocation-not-costed", "premises", "£18,000"),
        ("£123,000 for about 5.5 posts: a part of a year?", "posts-not-costed", "staffing", "£22,364 each"),
        ("the cohort is described in three ways", "stated-differently", "who-the-forty-are", "in 3 ways"),
        ("a placement of £219 can't save £900", "saves-more-than-it-costs", "external-placements", "£219"),
        ("£900 is gross, or isn't said to be net", "gross-as-net", "external-placements", "taken off"),
        ("no other options considered", "no-other-options", "", "no other way"),
        ("no baseline", "target-incomplete", "cohort-exits", "baseline"),
      ])
    + at(
      .diverting,
      [
        (
          "spend makes 25 placements, the peak was 23", "volume-above-peak", "residential-spend", "implies 25"
        ),
        (
          "23 falling to 14 makes about £4,250 a week, not £3,143", "amount-against-workings",
          "residential-spend", "implies £4,247"
        ),
        ("14 placements now, and 12 now", "stated-differently", "residential-now", "elsewhere 12"),
        ("a target of 13 where there are 12", "target-looser-than-today", "residential", "was 12"),
        ("13 and 11, or 15 and 13", "stated-differently", "residential-this-year", "elsewhere 15"),
        (
          "evidence of £266,000 for £400,000 and more", "evidence-below-claim", "placements-recommissioned",
          "£266,000"
        ),
        ("380 children, and 385", "stated-differently", "in-care-now", "elsewhere 385"),
        ("the contract saved £500,000, and didn't", "stated-differently", "fostering-contract", "in 2 ways"),
        ("“Manageable” is no mitigation", "mitigation-is-none", "secure-beds", "Manageable"),
        ("“This project” is no mitigation", "mitigation-is-none", "more-in-care", "This project"),
        ("risks have no owner", "risk-incomplete", "more-at-the-gate", "owner"),
        ("risks have no day", "risk-incomplete", "more-at-the-gate", "day of review"),
        ("no risk is scored after mitigation", "risk-incomplete", "more-at-the-gate", "after mitigation"),
        ("12 of 22 actions without a firm day: “TBA”", "action-incomplete", "adult-services", "TBA"),
        ("an action due “as above”", "action-incomplete", "divert-16-17", "As above"),
        ("“insert figs”", "placeholder", "parent-and-child", "insert"),
        ("green or achieved without evidence", "status-without-evidence", "youth-offending", "blue"),
        ("£180,000 of secure placements comes and goes", "volatile-as-saving", "court-ordered", "£180,000"),
        ("£400,000 of staff needs fewer children", "rests-on-unmet-target", "staff-reductions", "was 385"),
        (
          "the total ties only if years are cumulative", "incremental-or-cumulative",
          "placements-recommissioned", "£4,440,000"
        ),
      ])
    + at(
      .model,
      [
        ("292 nights, and 336", "product-does-not-tie", "nights-of-placements", "336"),
        ("£24,000, not £25,000", "product-does-not-tie", "income-of-placements", "£24,000"),
        ("£20,857 at 80 %", "amount-against-workings", "traded-placements", "£20,857"),
        ("£500 covers empty beds only below a cost that isn't stated", "", "traded-placements", ""),
        ("section 117 for section 17", "terms-confused", "without-spend", "section 117"),
        ("milestones before the case", "date-before-plan", "counsel", "2017"),
        ("£25,000 that nothing brings about", "saving-without-action", "specialist-services", "its stream"),
        ("experts for the court are no section 17 help", "terms-confused", "professional-fees", "court"),
        ("the risk matrix has no key", "scale-without-key", "staff-not-involved", "stand for"),
        ("months of the first year are blank", "saving-incomplete", "traded-placements", "beginning"),
        ("baselines “N/A”", "target-incomplete", "placements-agreed", "baseline"),
        ("selling beds competes with own need", "assumption-contradicted", "places-to-sell", "too few"),
      ])
    + at(
      .improvement,
      [
        ("a year's saving for 77 by March", "reached-late-in-year", "external-fostering", "77"),
        ("agency staff is half a year", "part-year-missing", "agency", "1 October 2014"),
        ("8 external fewer, 15 internal more: 7 more", "total-grows", "internal-fostering", "7 more"),
        ("external placements are replaced, at a cost", "gross-as-net", "external-fostering", "taken off"),
        ("care leavers' unit cost twice", "effect-claimed-twice", "care-leavers-commissioning", "£25,000"),
        ("£106,000 without an indicator", "saving-incomplete", "in-care-second", "measure"),
        ("£10,000 without an indicator", "saving-incomplete", "in-care-third", "measure"),
        ("no baseline for 40 placements", "target-incomplete", "residential-40", "baseline"),
        ("no baseline for 310 children", "target-incomplete", "in-care-310", "baseline"),
        ("no overspend by March 2014, no saving before April", "target-before-savings", "break-even", "2014"),
        ("benefit reform: nothing, and a risk", "assumption-contradicted", "benefit-reform-met", "Benefit"),
        ("no risk is scored", "risk-incomplete", "culture", "score"),
        ("no risk has an owner", "risk-incomplete", "culture", "owner"),
        ("no risk has a day", "risk-incomplete", "culture", "day of review"),
        ("fewer in care are fewer placements", "effect-claimed-twice", "fewer-in-care", "overlap"),
      ])
    + at(
      .recovery,
      [
        (
          "£144,000 “detailed below”, £58,000 below", "total-does-not-tie", "brought-forward-achieved",
          "86,000"
        ),
        ("£20,000 of it only “achievable”", "hedged-words", "business-support", "achievable"),
        ("October's position in February", "evidence-old", "brought-forward-achieved", "31 October 2011"),
        ("£1,473,000 of £1.8 million", "total-does-not-tie", "savings-elsewhere", "327,000"),
        ("£58,000 found of £200,000", "total-does-not-tie", "vacancy-goal", "£58,000"),
        ("a goal of £200,000 for a target of £600,000", "limit-passed", "vacancy-target", "£400,000"),
        ("£2.2 million is net: the pressure is £4.0 million", "", "overspend", ""),
        ("£1 million overspent, or £1.3 million", "stated-differently", "last-overspend", "£1,300,000"),
        ("funding that finished is no saving", "cost-ends-anyway", "play-ranger", "ends"),
        ("60 days of a year, a whole year's saving", "part-year-missing", "family-support-saving", "60 days"),
        ("everybody succeeds", "everyone-succeeds", "family-support-saving", "succeeds"),
        ("“up to” taken for the mean", "maximum-as-mean", "family-support-saving", "the most there can be"),
        ("“could” and “would”", "hedged-words", "family-support-saving", "could"),
        (
          "avoided cost as a direct reduction", "avoided-without-baseline", "family-support-saving", "avoided"
        ),
      ])
}
