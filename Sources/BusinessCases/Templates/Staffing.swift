import Units

/// Permanent staff instead of agency staff: hours × (charge − on-costed pay) − recruitment − overlap.
enum Staffing: CaseTemplate {
  static let title = "Permanent staff instead of agency staff"
  static let purpose = "posts that agencies fill are filled permanently"
  static let driver: String? = "posts"
  static let questions = [
    Question("posts", "how many posts are filled?", .count(one: "post", many: "posts")),
    Question("hours", "how many hours a week is a post paid for?", .number),
    Question("agency_hourly", "what does an agency charge for an hour?", .money),
    Question("permanent_hourly", "what does an hour of a permanent post cost, on-costs included?", .money),
    Question("recruitment", "what does filling a post cost once?", .money, required: false),
    Question("overlap_weeks", "for how many weeks are both paid?", .number, required: false),
    Questions.from, Questions.until, Questions.buildUp,
  ]

  static func lines(_ a: Answers, _ frame: CaseFrame) -> [CaseLine] {
    let posts = a.figure("posts") ?? 0
    let hours = a.figure("hours") ?? 0
    let own = a.figure("permanent_hourly") ?? 0
    var lines = [
      a.benefit(
        "posts", "Agency posts filled permanently", quantity: posts,
        unitPence: hours * ((a.figure("agency_hourly") ?? 0) - own), per: .week, kind: .cashableRecurring,
        frame)
    ]
    if let recruitment = a.figure("recruitment") {
      lines.append(
        a.cost("recruitment", "Recruitment", quantity: posts, unitPence: recruitment, per: .once, frame))
    }
    if let weeks = a.figure("overlap_weeks") {
      lines.append(
        a.cost(
          "overlap", "Weeks when both are paid", quantity: posts, unitPence: weeks * hours * own, per: .once,
          frame))
    }
    return lines
  }

  static func remarks(_ a: Answers, _ frame: CaseFrame, costs: [CaseLine]) -> [Sentence] {
    guard let posts = a.figure("posts"), let hours = a.figure("hours"),
      let agency = a.figure("agency_hourly"),
      let own = a.figure("permanent_hourly")
    else { return [] }
    let weekly = hours * (agency - own)
    return [
      "A post costs \(pence: weekly) a week less when it is filled permanently, \(pence: weekly * 52) in 52 weeks; all \(posts) together \(pence: weekly * posts * 52)."
    ]
  }
}
