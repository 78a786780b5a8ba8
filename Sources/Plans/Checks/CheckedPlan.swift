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

/// Figures in sentences.
enum Figures {
  /// £1,250,000; pence only where there are any.
  static func pounds(_ money: Money) -> String {
    let pence = Int(money.pence.magnitude % 100)
    let sign = money.pence < 0 ? "−" : ""
    return sign + "£" + grouped(Int(money.pence.magnitude / 100))
      + (pence == 0 ? "" : pence < 10 ? ".0\(pence)" : ".\(pence)")
  }

  /// £1,250,000, pence rounded off: what is worked out roughly.
  static func roundly(_ money: Money) -> String {
    pounds(Money(pence: Int((money.pounds.rounded()) * 100)))
  }

  /// A number with commas, and at most two decimals.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "no number" }
    let hundredths = Int((abs(value) * 100).rounded())
    var text = grouped(hundredths / 100)
    let rest = hundredths % 100
    if rest != 0 { text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)" }
    return (value < 0 && hundredths != 0 ? "−" : "") + text
  }

  /// A value of a claim, with its unit.
  static func value(_ value: Double, _ unit: String) -> String {
    unit == "pounds"
      ? (value < 0 ? "−" : "") + "£" + number(abs(value)) : number(value) + (unit.isEmpty ? "" : " \(unit)")
  }

  private static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// Things in a row: "owner, date and baseline".
  static func list(_ parts: [String], _ word: String = "and") -> String {
    parts.count < 2
      ? parts.first ?? "" : parts.dropLast().joined(separator: ", ") + " \(word) " + (parts.last ?? "")
  }
}

extension Money {
  /// Pounds as a number, for comparing with claims.
  var pounds: Double { Double(pence) / 100 }

  init(roundingPounds pounds: Double) { self = Money(roundingPence: pounds * 100) ?? .zero }
}
