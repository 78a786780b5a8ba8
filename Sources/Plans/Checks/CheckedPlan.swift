import Units

/// A plan with what several rules look up in it.
struct CheckedPlan: Sendable {
  let plan: Plan
  let savings: [String: SavingLine]
  let targets: [String: Target]
  let milestones: [String: Milestone]
  let initiatives: [String: Initiative]
  let risks: [String: Risk]
  /// Amounts by year of whatever has them, by id.
  let amounts: [String: [FinancialYear: Money]]
  /// Posts by year of savings, by id.
  let posts: [String: [FinancialYear: Double]]
  /// Every text of the plan.
  let texts: [PlanText]
  private let textsOfItems: [String: [PlanText]]

  init(_ plan: Plan) {
    self.plan = plan
    savings = CheckedPlan.byID(plan.savings)
    targets = CheckedPlan.byID(plan.targets)
    milestones = CheckedPlan.byID(plan.milestones)
    initiatives = CheckedPlan.byID(plan.initiatives)
    risks = CheckedPlan.byID(plan.risks)
    var amounts: [String: [FinancialYear: Money]] = [:]
    func note(_ id: String, _ years: [(year: FinancialYear, amount: Money)]) {
      amounts[id] = Dictionary(years.map { ($0.year, $0.amount) }) { first, _ in first }
    }
    for line in plan.savings { note(line.id, line.years) }
    for line in plan.costs { note(line.id, line.years) }
    for line in plan.pressures { note(line.id, line.years) }
    self.amounts = amounts
    posts = Dictionary(
      plan.savings.map { line in
        (line.id, Dictionary(line.posts.map { ($0.year, $0.fte) }) { first, _ in first })
      }
    ) { first, _ in first }
    texts = PlanText.all(of: plan)
    textsOfItems = Dictionary(grouping: texts, by: \.item)
  }

  private static func byID<Item: PlanItem>(_ items: [Item]) -> [String: Item] {
    Dictionary(items.map { ($0.id, $0) }) { first, _ in first }
  }

  /// An item's texts under some keys.
  func texts(of item: some PlanItem, _ keys: [String]) -> [PlanText] {
    (textsOfItems[item.id] ?? []).filter { keys.contains($0.key) }
  }

  /// The ids of a sum, each with whether it is taken off.
  static func terms(_ ids: [String]) -> [(id: String, sign: Double)] {
    ids.map { $0.hasPrefix("-") ? (String($0.dropFirst().drop { $0 == " " }), -1) : ($0, 1) }
  }

  /// The day from which a saving counts: its own, or its initiative's.
  func start(of saving: SavingLine) -> CivilDay? {
    saving.begins(with: initiatives[saving.initiative])
  }

  /// The largest amount of any year.
  static func largest(_ saving: SavingLine) -> Money { saving.years.map(\.amount).max() ?? .zero }
}

extension Money {
  /// Pounds as a number, for comparing with claims.
  var pounds: Double { Double(pence) / 100 }

  init(roundingPounds pounds: Double) { self = Money(roundingPence: pounds * 100) ?? .zero }
}
