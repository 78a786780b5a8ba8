import Units

/// Children who move to less intensive places: Σ nights × (old − new)/7 − wrap-around support − transition.
enum StepDown: CaseTemplate {
  static let title = "Step-down pathway"
  static let purpose = "children move to less intensive places, with support"
  static let driver: String? = "children"
  static let questions = [
    Question("children", "how many children move?", .count(one: "child", many: "children")),
    Question("old_weekly", "what does the place they leave cost a week?", .money),
    Question("new_weekly", "what does the place they move to cost a week?", .money),
    Question(
      "weeks_saved", "for how many weeks would each have stayed? Usually to the case's end.", .number,
      required: false),
    Question(
      "breakdown", "what share of the moves breaks down, so that nothing is saved?", .share, required: false),
    Question("support_weekly", "what does support cost for each child, a week?", .money, required: false),
    Question("support_weeks", "for how many weeks?", .number, required: false),
    Question("transition", "what does a move cost once?", .money, required: false),
    Questions.from, Questions.until, Questions.buildUp,
  ]

  static func lines(_ a: Answers, _ frame: CaseFrame) -> [CaseLine] {
    let children = a.figure("children") ?? 0
    var saved = a.benefit(
      "moves", "Children in less intensive places", quantity: children,
      unitPence: (a.figure("old_weekly") ?? 0) - (a.figure("new_weekly") ?? 0), per: .week, kind: .avoided,
      frame)
    saved.adjustment.success *= 1 - (a.figure("breakdown") ?? 0)
    saved.stayDays = a.figure("weeks_saved").map { $0 * 7 }
    var lines = [saved]
    if let support = a.figure("support_weekly") {
      var line = a.cost(
        "support", "Wrap-around support", quantity: children, unitPence: support, per: .week, frame)
      line.stayDays = a.figure("support_weeks").map { $0 * 7 }
      lines.append(line)
    }
    if let transition = a.figure("transition") {
      lines.append(
        a.cost("transition", "Moves", quantity: children, unitPence: transition, per: .once, frame))
    }
    return lines
  }

  static func remarks(_ a: Answers, _ frame: CaseFrame, costs: [CaseLine]) -> [Sentence] {
    guard let old = a.figure("old_weekly"), let new = a.figure("new_weekly"),
      let days = DayRange(from: frame.start, upTo: max(frame.start, frame.end))
    else { return [] }
    let nights = lines(a, frame)[0].nights(over: days) * (1 - (a.figure("breakdown") ?? 0))
    return [
      "The children spend \(nights) nights in less intensive places: \(nights) × (\(pence: old) − \(pence: new)) ÷ 7 is \(pence: nights * (old - new) / 7), before support and moves. A move that breaks down takes its saving back."
    ]
  }
}
