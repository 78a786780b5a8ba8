import Returns
import Units

private let questionnaire: Rule.Reads = .now(.oc2, "DOB", "SDQ_SCORE")

/// Strengths and difficulties.
extension RuleBook {
  static let wellbeing: [Rule] = [
    Rule(
      "157", .query,
      "The child was of an age for the questionnaire all year, yet the reason given for no score is the child's age.",
      action: "Enter the score, or the right reason for having none.",
      reads: [.now(.oc2, "DOB", "SDQ_SCORE", "SDQ_REASON"), .twelveMonths], fields: ["SDQ_REASON", "DOB"],
      check: .each(\.oc2) { row, year in
        row.sdqScore.isEmpty && row.sdqReason == "SDQ1" && row.dob.adding(years: 4) <= year.start
          && row.dob.adding(years: 16) >= year.end && year.wasLookedAfterAllYear(row)
      }),
    Rule(
      "180", .error, "The score of the questionnaire is not a whole number from 0 to 40.",
      action: "Enter the score, or leave it blank and give the reason.", reads: [.now(.oc2, "SDQ_SCORE")],
      check: .each(\.oc2) { row, _ in
        guard !row.sdqScore.isEmpty else { return false }
        guard let score = Double(row.sdqScore.description) else { return true }
        return !(0...40).contains(score) || score != score.rounded()
      }),
    Rule(
      "185", .error, "The child was not looked after all year, yet has a questionnaire score.",
      action: "Remove the score, or correct the episodes.", reads: [.now(.oc2, "SDQ_SCORE"), .twelveMonths],
      fields: ["SDQ_SCORE"],
      check: .each(\.oc2) { row, year in !row.sdqScore.isEmpty && !year.wasLookedAfterAllYear(row) }),
    Rule(
      "186", .error,
      "The child was looked after all year at an age for the questionnaire, yet has neither score nor reason.",
      action: "Enter the score, or the reason for having none.", reads: [questionnaire, .twelveMonths],
      fields: ["SDQ_SCORE"],
      check: .each(\.oc2) { row, year in
        row.lacksQuestionnaire && row.dob.adding(years: 4) <= year.start
          && row.dob.adding(years: 17) > year.end && year.wasLookedAfterAllYear(row)
      }),
    Rule(
      "188", .error, "The child is under 4 on 31 March, yet has a questionnaire score or a reason for none.",
      action: "Remove score and reason, or correct DOB.", reads: [questionnaire],
      fields: ["SDQ_SCORE", "SDQ_REASON"],
      check: .each(\.oc2) { row, year in !row.lacksQuestionnaire && row.dob.adding(years: 4) > year.end }),
    Rule(
      "189", .error,
      "The child was 17 before the year began, yet has a questionnaire score or a reason for none.",
      action: "Remove score and reason, or correct DOB.", reads: [questionnaire],
      fields: ["DOB", "SDQ_SCORE", "SDQ_REASON"],
      check: .each(\.oc2) { row, year in !row.lacksQuestionnaire && row.dob.adding(years: 17) < year.start }),
    Rule(
      "196", .error, "The reason for having no questionnaire score is not a code.",
      action: "Enter SDQ1 to SDQ5.", reads: [.now(.oc2, "SDQ_REASON")],
      check: .each(\.oc2) { row, year in
        !row.sdqReason.isEmpty && !year.isValid(row.sdqReason, "SDQ_REASON")
      }),
    Rule(
      "197a", .error, "There is a questionnaire score and also a reason for having none.",
      action: "Remove the one that is wrong.", reads: [.now(.oc2, "SDQ_SCORE", "SDQ_REASON")],
      check: .each(\.oc2) { row, _ in !row.sdqScore.isEmpty && !row.sdqReason.isEmpty }),
    Rule(
      "197B", .error,
      "The child turned 4 or 17 in the year and was looked after throughout, yet has neither score nor reason.",
      action: "Enter the score, or the reason for having none.", reads: [questionnaire, .twelveMonths],
      fields: ["SDQ_REASON", "DOB"],
      check: .each(\.oc2) { row, year in
        row.lacksQuestionnaire && [4, 17].contains { year.isInYear(row.dob.adding(years: $0)) }
          && year.wasLookedAfterAllYear(row)
      }),
    Rule(
      "198", .error, "The child was not looked after all year, yet has a reason for no questionnaire score.",
      action: "Remove the reason, or correct the episodes.",
      reads: [.now(.oc2, "SDQ_REASON"), .twelveMonths],
      fields: ["SDQ_REASON"],
      check: .each(\.oc2) { row, year in !row.sdqReason.isEmpty && !year.wasLookedAfterAllYear(row) }),
  ]
}
