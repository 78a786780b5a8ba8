import Units

/// A team that helps the young people of a cohort out of costly places.
enum InvestToSaveTeam: CaseTemplate {
  static let title = "Invest-to-save team"
  static let purpose = "a team works with a cohort, so that costly placements end sooner"
  static let driver: String? = "placements"
  static let questions = [
    Question("placements", "how many placements end?", .count(one: "placement", many: "placements")),
    Question("weekly_saving", "what does each save a week, on average?", .money),
    Questions.from, Questions.until, Questions.buildUp,
    Question("leaves", "how many leave on which days, where that is planned?", .dated, required: false),
    Question("target", "how much is to be saved?", .money, required: false),
    Question("target_by", "by which day?", .day, required: false),
    Question("allocation", "how much has been set aside for the team?", .money, required: false),
    Question(
      "lowest_weekly", "what does the cheapest placement of the cohort cost a week?", .money, required: false),
  ]

  static func lines(_ a: Answers, _ frame: CaseFrame) -> [CaseLine] {
    var line = a.benefit(
      "placements", "Placements that end", quantity: a.figure("placements") ?? 0,
      unitPence: a.figure("weekly_saving") ?? 0, per: .week, kind: .avoided, frame)
    if let leaves = a.dated("leaves") { line.uptake = .dated(leaves) }
    return [line]
  }

  static func remarks(_ a: Answers, _ frame: CaseFrame, costs: [CaseLine]) -> [Sentence] {
    guard let count = a.figure("placements"), let saving = a.figure("weekly_saving") else { return [] }
    let weekly = count * saving
    var remarks: [Sentence] = [
      "Once all \(count) placements have ended they save \(pence: weekly) a week, \(pence: weekly * 52) in a year of 52 weeks."
    ]
    if let allocation = a.figure("allocation") {
      let costed = costs.reduce(0) { $0 + frame.real($1, over: whole(frame)) }
      let rest = allocation - costed
      remarks.append(
        rest >= 0
          ? "Of \(pence: allocation) set aside \(pence: costed) is costed: \(pence: rest) is not allocated to anything."
          : "Of \(pence: allocation) set aside \(pence: costed) is costed: \(pence: -rest) too much.")
    }
    if let lowest = a.figure("lowest_weekly"), lowest < saving {
      remarks.append(
        "A placement that costs \(pence: lowest) a week can't save \(pence: saving): the average holds only if the cohort is of dearer ones."
      )
    }
    return remarks + pace(a, frame, count: count, saving: saving)
  }

  private static func pace(_ a: Answers, _ frame: CaseFrame, count: Double, saving: Double) -> [Sentence] {
    let start = a.day("saves_from") ?? frame.start
    guard let by = a.day("target_by"), start < by, count > 0, saving > 0 else { return [] }
    let days = start.nights(to: by)
    let most = count * saving * Double(days) / 7
    var remarks: [Sentence] = [
      "From \(start) to \(by) are \(days) days: \(pence: most) at most, if all \(count) left on the first; \(pence: most / 2) if they leave evenly until the last."
    ]
    guard let target = a.figure("target"), target > 0 else { return remarks }
    let weeks = target / saving
    guard let ramp = latestPace(days: Double(days), share: target / most) else {
      remarks.append(
        "\(pence: target) by \(by) can't be reached: it is more than if all left on the first day.")
      return remarks
    }
    let last = start + ramp
    remarks.append(
      "\(pence: target) needs \(weeks, decimals: 0) child-weeks, \(weeks / count, decimals: 1) for each of the \(count). Leaving evenly, all \(count) must be out by \(last): \(Double(ramp) / 7, decimals: 0) weeks after the start."
    )
    return remarks
  }

  /// The most days over which all may leave evenly, so that a share of the most that can be saved is saved; nil where
  /// the share is above the whole. While the pace ends within the period the share is 1 − ramp/2·days; beyond it,
  /// days/2·ramp.
  static func latestPace(days: Double, share: Double) -> Int? {
    guard share <= 1, share > 0 else { return nil }
    let ramp = share >= 0.5 ? 2 * days * (1 - share) : days / (2 * share)
    return ramp < 36_500 ? Int(ramp + 1e-9) : nil
  }

  private static func whole(_ frame: CaseFrame) -> DayRange {
    DayRange(from: frame.start, upTo: max(frame.start, frame.end)) ?? frame.days(of: frame.years[0])
  }
}
