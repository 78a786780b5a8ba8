import Units

/// The council's own places instead of an agency's.
enum InHousePlaces: CaseTemplate {
  static let title = "In-house places instead of an agency's"
  static let purpose = "the council opens places of its own, so that fewer are bought"
  static let driver: String? = "occupancy"
  static let questions = [
    Question("places", "how many places open?", .count(one: "place", many: "places")),
    Question(
      "occupancy", "what share of their nights is filled by children who would be with an agency?", .share),
    Question("agency_weekly", "what does an agency's place cost a week?", .money),
    Question("in_house_weekly", "what does an own place cost a week while it is filled?", .money),
    Question("standing_weekly", "what does it cost a week besides, filled or not?", .money, required: false),
    Question("set_up", "what does it cost once to open a place?", .money, required: false),
    Questions.from, Questions.until, Questions.buildUp,
  ]

  static func lines(_ a: Answers, _ frame: CaseFrame) -> [CaseLine] {
    let places = a.figure("places") ?? 0
    let filled = places * (a.figure("occupancy") ?? 0)
    let spared = (a.figure("agency_weekly") ?? 0) - (a.figure("in_house_weekly") ?? 0)
    var lines = [
      a.benefit(
        "spared", "Agency places not bought, less own places filled", quantity: filled, unitPence: spared,
        per: .week, kind: .cashableRecurring, frame)
    ]
    if let standing = a.figure("standing_weekly") {
      lines.append(
        a.cost(
          "standing", "Standing cost of own places", quantity: places, unitPence: standing, per: .week, frame)
      )
    }
    if let opening = a.figure("set_up") {
      lines.append(
        a.cost("set-up", "Opening places", quantity: places, unitPence: opening, per: .once, frame))
    }
    return lines
  }

  static func remarks(_ a: Answers, _ frame: CaseFrame, costs: [CaseLine]) -> [Sentence] {
    guard let places = a.figure("places"), let occupancy = a.figure("occupancy"),
      let agency = a.figure("agency_weekly"), let own = a.figure("in_house_weekly"), occupancy > 0
    else { return [] }
    let standing = a.figure("standing_weekly") ?? 0
    return [
      "An own place filled \(share: occupancy) of the time costs \(pence: own + standing / occupancy) for each week it is used, against \(pence: agency) at an agency. \(places * occupancy, decimals: 1) children at a time are with the council instead."
    ]
  }
}
