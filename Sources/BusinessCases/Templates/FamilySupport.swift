import Units

/// Intensive support for families; what it saves falls to several agencies.
enum FamilySupport: CaseTemplate {
  static let title = "Multi-agency family support"
  static let purpose = "intensive support for families, whose benefit falls to the council and to others"
  static let driver: String? = "families"
  static let questions = [
    Question("families", "how many families are worked with?", .count(one: "family", many: "families")),
    Question("yearly_value", "what does a family for whom it works save all agencies in a year?", .money),
    Question("council_value", "how much of that is the council's?", .money),
    Questions.from, Questions.until, Questions.buildUp,
  ]

  static func lines(_ a: Answers, _ frame: CaseFrame) -> [CaseLine] {
    let all = a.figure("yearly_value") ?? 0
    let own = min(all, a.figure("council_value") ?? 0)
    var line = a.benefit(
      "families", "Families who need less", quantity: a.figure("families") ?? 0, unitPence: all, per: .year,
      kind: .avoided, frame)
    if line.shares.isEmpty {
      line.shares = [
        PayerShare(.council, weight: own), PayerShare(.other("Other agencies"), weight: all - own),
      ]
    }
    return [line]
  }

  static func faults(_ a: Answers) -> [(key: String, CaseFault)] {
    guard let all = a.figure("yearly_value"), let own = a.figure("council_value"), own > all else {
      return []
    }
    return [
      ("council_value", .partAboveWhole(part: "what falls to the council", whole: "what all agencies save"))
    ]
  }

  static func remarks(_ a: Answers, _ frame: CaseFrame, costs: [CaseLine]) -> [Sentence] {
    guard let families = a.figure("families"), let all = a.figure("yearly_value"),
      let own = a.figure("council_value"), all > 0
    else { return [] }
    return [
      "\(families) families at \(pence: all) a year are \(pence: families * all), of which \(pence: families * own) (\(share: own / all)) is the council's: this if it works for every family."
    ]
  }
}
