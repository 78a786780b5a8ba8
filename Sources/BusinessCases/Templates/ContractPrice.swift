import Units

/// A contract negotiated anew.
enum ContractPrice: CaseTemplate {
  static let title = "Contract negotiated anew"
  static let purpose = "the same places are bought at another price"
  static let driver: String? = "places"
  static let questions = [
    Question(
      "places", "how many places does the contract fill, on average?", .count(one: "place", many: "places")),
    Question("old_weekly", "what does a place cost a week now?", .money),
    Question("new_weekly", "what will it cost?", .money),
    Question("one_off", "what does the negotiation cost?", .money, required: false),
    Questions.from, Questions.until, Questions.buildUp,
  ]

  static func lines(_ a: Answers, _ frame: CaseFrame) -> [CaseLine] {
    let spared = (a.figure("old_weekly") ?? 0) - (a.figure("new_weekly") ?? 0)
    var lines = [
      a.benefit(
        "price", "Lower price", quantity: a.figure("places") ?? 0, unitPence: spared, per: .week,
        kind: .cashableRecurring, frame)
    ]
    if let once = a.figure("one_off") {
      var line = a.cost("negotiation", "Negotiation", quantity: 1, unitPence: once, per: .once, frame)
      line.from = frame.start
      line.uptake = .atOnce
      lines.append(line)
    }
    return lines
  }

  static func remarks(_ a: Answers, _ frame: CaseFrame, costs: [CaseLine]) -> [Sentence] {
    guard let places = a.figure("places"), let old = a.figure("old_weekly"), let new = a.figure("new_weekly"),
      old > 0
    else { return [] }
    return [
      "\(places) places at \(pence: new) instead of \(pence: old) a week are \(share: (old - new) / old) less: \(pence: places * (old - new) * 52) in 52 weeks."
    ]
  }
}
