import GRDB
import Operations
import Plans
import Support
import Testing
import Units

@testable import Store

/// Versions of plans are kept as they were judged; blue can't be written into the file either.
struct PlanStoreTests {
  private static let year = FinancialYear(startYear: 2026)
  private static let day = FinancialYear(startYear: 2026).firstDay + 80

  private func kept(_ ledger: [PlanEvidence.LedgerEntry], on day: CivilDay = day) -> KeptPlan {
    var plan = Plan(name: "Nearer home")
    var line = SavingLine(id: "s", name: "Posts")
    line.owner = "Head of service"
    line.kind = .cashableRecurring
    line.years = [(Self.year, Money(pence: 5_000))]
    line.progress = [ProgressNote(on: Self.day - 9, by: "Head of service", note: "Agreed", stated: .blue)]
    plan.savings = [line]
    var target = Target(id: "t", name: "Children")
    target.trajectory = [.init(by: Self.day + 100, value: 300)]
    plan.targets = [target]
    var evidence = PlanEvidence(asOf: day)
    evidence.ledger = ledger
    var own = PlanEvidence.OfTarget()
    own.chance = 0.9
    own.actuals = [.init(on: Self.day - 5, value: 310, source: .returns)]
    evidence.targets["t"] = own
    return KeptPlan(
      name: plan.name, text: "name: Nearer home\n", at: "2026-06-20T09:00:00Z", plan: plan,
      status: PlanStatus(plan, evidence))
  }

  private func posting(by role: String) -> PlanEvidence.LedgerEntry {
    PlanEvidence.LedgerEntry(
      saving: "s", year: Self.year, amount: Money(pence: 5_000), on: Self.day - 3, reference: "J1",
      confirmedBy: role)
  }

  @Test func `versions come back in order, each with the statuses of its day`() throws {
    let folder = try TemporaryFolder()
    let plans = try StoreFile(at: folder.path + "/s.sqlite").council.plans
    #expect(try plans.keep(kept([])) == 1)
    #expect(try plans.keep(kept([posting(by: "Finance partner")], on: Self.day + 1)) == 2)
    let again = try StoreFile(at: folder.path + "/s.sqlite").council.plans
    let statuses = try again.statuses(of: "Nearer home")
    #expect(statuses.map(\.item) == ["s", "t", "s", "t"])
    #expect(statuses.map(\.status) == [.unknown, .green, .blue, .green])
    #expect(statuses.map(\.on) == [Self.day, Self.day, Self.day + 1, Self.day + 1])
    #expect(try again.statuses(of: "Another").isEmpty)
  }

  @Test func `blue can't be typed into the file`() throws {
    let folder = try TemporaryFolder()
    let file = try StoreFile(at: folder.path + "/s.sqlite")
    _ = try file.council.plans.keep(kept([posting(by: "Head of service")]))
    func refused(_ sql: String) -> Bool {
      do {
        try file.write { try $0.execute(sql: sql) }
        return false
      } catch {
        return true
      }
    }
    let row = "INSERT INTO planStatus (version, kind, item, status, startYear, plannedPence, owner) VALUES "
    #expect(refused(row + "(1, 'saving', 'x', 'blue', 2026, 5000, 'Head of service')"))
    #expect(refused(row + "(1, 'saving', 'x', 'blue', 2026, 0, 'Head of service')"))
    #expect(refused("UPDATE planStatus SET status = 'blue'"))
    #expect(refused("UPDATE planPosting SET confirmedBy = 'Finance partner'"))
    #expect(
      refused(
        "INSERT INTO planStatus (version, kind, item, status, owner) VALUES (1, 'target', 'y', 'blue', '')"))
    // The same row in any other status is no lie about money.
    #expect(!refused(row + "(1, 'saving', 'x', 'green', 2026, 5000, 'Head of service')"))
    #expect(try file.council.plans.statuses(of: "Nearer home").allSatisfy { $0.status != .blue })
  }
}
