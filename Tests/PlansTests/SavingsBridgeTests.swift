import Plans
import Support
import Testing
import Units

/// From planned savings to the effect on the budget: exact, whatever the difference is made of.
struct SavingsBridgeTests {
  private static let drivers = ["children_in_care", "external_home", "unit_cost:agency_foster", "staff", ""]

  @Test func `planned less the difference from the budget is the effect, to the penny`() {
    var draws = Draws { Seed(63).words($0, 0, 0, 0) }
    for _ in 0..<2_000 {
      var plan = Plan(name: "P")
      var ledger: [PlanEvidence.LedgerEntry] = []
      plan.savings = (0..<4).map { number in
        var line = PlanStatusTests.saving("s\(number)")
        line.years = [(PlanStatusTests.year, Money(pence: Int.random(in: 0...90_000_001, using: &draws)))]
        line.driver = Self.drivers.randomElement(using: &draws) ?? ""
        line.isVolatile = Int.random(in: 0..<5, using: &draws) == 0
        var entry = PlanStatusTests.entry(pence: Int.random(in: 0...90_000_001, using: &draws))
        entry.saving = line.id
        if Bool.random(using: &draws) { ledger.append(entry) }
        return line
      }
      func money() -> Money { Money(pence: Int.random(in: -99_999_999...99_999_999, using: &draws)) }
      let difference = SavingsBridge.Difference(demand: money(), mix: money(), price: money(), other: money())
      let bridge = SavingsBridge(
        plan, year: PlanStatusTests.year, ledger: ledger, asOf: PlanStatusTests.day, difference: difference)
      #expect(bridge.effect == bridge.planned - difference.total)
      #expect(bridge.planned - bridge.slippage + bridge.surplus - bridge.offset.total == bridge.effect)
      #expect(bridge.lines.count + bridge.apart.count <= 4)
    }
  }

  @Test func `a saving that did not come is slippage and not demand too`() {
    var plan = Plan(name: "P")
    var line = PlanStatusTests.saving()
    line.driver = "children_in_care"
    plan.savings = [line]
    // Nothing came, and the budget is exceeded by just that.
    let bridge = SavingsBridge(
      plan, year: PlanStatusTests.year, ledger: [], asOf: PlanStatusTests.day,
      difference: .init(demand: Money(pence: 10_000_000)))
    #expect(bridge.slippage == Money(pence: 10_000_000) && bridge.offset.total == .zero)
    #expect(bridge.effect == .zero)
  }

  @Test func `what one saving brings beyond its plan covers no other's gap`() {
    var plan = Plan(name: "P")
    plan.savings = [PlanStatusTests.saving("s"), PlanStatusTests.saving("t")]
    let bridge = SavingsBridge(
      plan, year: PlanStatusTests.year, ledger: [PlanStatusTests.entry(pence: 25_000_000)],
      asOf: PlanStatusTests.day, difference: .init(demand: Money(pence: 1)))
    #expect(bridge.delivered == Money(pence: 10_000_000) && bridge.slippage == Money(pence: 10_000_000))
    #expect(bridge.effect == Money(pence: 19_999_999))
  }
}
