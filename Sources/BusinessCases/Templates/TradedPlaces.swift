import Units

/// Places in the council's own homes sold to others at a premium over their cost.
enum TradedPlaces: CaseTemplate {
  static let title = "Traded places"
  static let purpose = "spare places are sold to other councils at a premium over their cost"
  static let driver: String? = "occupancy"
  static let questions = [
    Question("beds", "how many beds are for sale?", .count(one: "bed", many: "beds")),
    Question("occupancy", "what share of their nights is sold?", .share),
    Question("premium", "how much over its cost is a place sold for, a week?", .money),
    Question("cost_per_week", "what does a place cost a week when all are full?", .money, required: false),
    Question(
      "stays", "how many stays are planned in a year?", .count(one: "stay", many: "stays"), required: false),
    Question("weeks_per_stay", "how many weeks is each?", .number, required: false),
    Question("claimed_income", "what income a year has been promised?", .money, required: false),
    Questions.from, Questions.until, Questions.buildUp,
  ]

  static func lines(_ a: Answers, _ frame: CaseFrame) -> [CaseLine] {
    let beds = a.figure("beds") ?? 0
    let occupancy = a.figure("occupancy") ?? 0
    let income = a.benefit(
      "premium", "Premium on nights sold", quantity: beds * occupancy, unitPence: a.figure("premium") ?? 0,
      per: .week, kind: .income, frame)
    guard let cost = a.figure("cost_per_week") else { return [income] }
    let voids = a.cost(
      "voids", "Cost of empty nights", quantity: beds * (1 - occupancy), unitPence: cost, per: .week, frame)
    return [income, voids]
  }

  static func remarks(_ a: Answers, _ frame: CaseFrame, costs: [CaseLine]) -> [Sentence] {
    guard let beds = a.figure("beds"), let occupancy = a.figure("occupancy"),
      let premium = a.figure("premium"),
      beds > 0, premium > 0
    else { return [] }
    let most = beds * 365
    let sold = most * occupancy
    var remarks: [Sentence] = [
      "\(share: occupancy) of \(most) nights a year are \(sold) bed nights: \(pence: sold / 7 * premium) of premium."
    ]
    if let stays = a.figure("stays"), let weeks = a.figure("weeks_per_stay") {
      let nights = stays * weeks * 7
      remarks.append(
        "\(stays) stays of \(weeks) weeks are \(nights) bed nights, \(share: nights / most) of the year: \(pence: nights / 7 * premium) of premium."
      )
    }
    if let claimed = a.figure("claimed_income") {
      let needed = (claimed * 7 / premium - 1e-9).rounded(.up)
      let missing = claimed - sold / 7 * premium
      remarks.append(
        missing < 0.5
          ? "\(pence: claimed) needs \(needed) bed nights, \(share: needed / most) of the year."
          : "\(pence: claimed) needs \(needed) bed nights, \(share: needed / most) of the year: what is sold at \(share: occupancy) falls short of it by \(pence: missing)."
      )
    }
    guard occupancy < 1 else { return remarks }
    let ceiling = premium * occupancy / (1 - occupancy)
    remarks.append(
      "At \(share: occupancy) the premium pays for the empty nights only if a place costs \(pence: ceiling) a week or less.\(a.figure("cost_per_week") == nil ? " What a place costs is not stated." : "")"
    )
    return remarks
  }
}
