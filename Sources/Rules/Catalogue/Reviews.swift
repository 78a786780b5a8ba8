import Returns
import Units

/// Reviews.
extension RuleBook {
  static let reviews: [Rule] = [
    Rule(
      "166", .error, "The date of the review is missing or not a date.",
      action: "Enter the date of the review as dd/mm/yyyy.", reads: [.now(.reviews, "REVIEW")],
      check: .each(\.reviews) { row, year in !row.review.isKnown || year.isMisread(row, "REVIEW") }),
    Rule(
      "167", .error, "How the child took part in the review is missing, not a code, or without a review.",
      action: "Enter PN0 to PN7, and the date of the review.", reads: [.now(.reviews, "REVIEW_CODE")],
      check: .each(\.reviews) { row, year in
        row.review.isWritten ? !year.isValid(row.code, "REVIEW_CODE") : !row.code.isEmpty
      }),
    Rule(
      "399", .error, "The child had only short breaks, yet has a mother status or a review.",
      action: "Remove mother status and reviews, or correct the legal status.",
      reads: [.now(.episodes, "LS"), .now(.header)], fields: ["MOTHER", "LS", "REVIEW", "REVIEW_CODE"],
      check: .byChild(\.episodes) { episodes, year, flags in
        guard let child = episodes.first?.child, episodes.allSatisfy(\.isRespite) else { return }
        let header = year.now.header[child]
        let reviews = year.now.reviews[child]
        let held = reviews.filter { $0.review.isWritten || !$0.code.isEmpty }
        let hasStatus = header.contains { !$0.mother.isEmpty }
        guard hasStatus || !held.isEmpty else { return }
        flags.add(episodes)
        flags.add(header)
        flags.add(hasStatus ? Array(reviews) : held)
      }),
    Rule(
      "440", .error, "The child was over 4 at the review, yet is recorded as too young to take part.",
      action: "Enter how the child took part, or correct DOB.",
      reads: [.now(.reviews, "DOB", "REVIEW", "REVIEW_CODE")],
      check: .each(\.reviews) { row, _ in row.code == "PN0" && row.review > row.dob.adding(years: 4) }),
    Rule(
      "441", .error, "The child was under 4 at the review, yet is recorded as old enough to take part.",
      action: "Enter PN0, or correct DOB.", reads: [.now(.reviews, "DOB", "REVIEW", "REVIEW_CODE")],
      check: .each(\.reviews) { row, year in
        row.code != "PN0" && year.isValid(row.code, "REVIEW_CODE") && row.review < row.dob.adding(years: 4)
      }),
  ]
}
