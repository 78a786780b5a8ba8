import Plans
import Testing
import Units

/// Green, amber and red from the probability of meeting a target by its day; stale evidence lowers it.
struct TargetStatusTests {
  private static let day = FinancialYear(startYear: 2026).firstDay + 200

  private static func status(
    chance: Double?, age: Int = 10, due: Int = 300, value: Double = 330,
    source: PlanEvidence.Source = .returns
  ) throws -> TargetStatus {
    var plan = Plan(name: "P")
    var target = Target(id: "t", name: "Children in care")
    target.trajectory = [.init(by: day + due, value: 320)]
    plan.targets = [target]
    var evidence = PlanEvidence(asOf: day)
    var own = PlanEvidence.OfTarget()
    own.chance = chance
    own.actuals = [.init(on: day - age, value: value, source: source)]
    evidence.targets["t"] = own
    return try #require(PlanStatus(plan, evidence).targets.first)
  }

  @Test func `the thresholds are where the status changes`() throws {
    let chances = [1, 0.75, 0.74, 0.4, 0.39, 0]
    #expect(
      try chances.map { try Self.status(chance: $0).status } == [.green, .green, .amber, .amber, .red, .red])
    #expect(try Self.status(chance: nil).status == .unknown)
  }

  @Test func `stale evidence lowers the status by one and never raises it`() throws {
    #expect(try Self.status(chance: 0.9, age: 92).status == .green)
    for chance in stride(from: 0, through: 1, by: 0.05) {
      let (fresh, stale) = (try Self.status(chance: chance), try Self.status(chance: chance, age: 93))
      #expect(stale.status.rank == max(1, fresh.status.rank - 1))
    }
  }

  @Test func `a day that is past is met or not, by a value near it`() throws {
    #expect(try Self.status(chance: nil, age: 20, due: -10, value: 320).status == .green)
    #expect(try Self.status(chance: nil, age: 20, due: -10, value: 321).status == .red)
    #expect(try Self.status(chance: nil, age: 200, due: -10, value: 300).status == .unknown)
    #expect(try Self.status(chance: nil, age: 5, due: -10, value: 300).status == .unknown)
  }

  @Test func `the pace is what a month must bring from the last value on`() throws {
    let pace = try #require(try Self.status(chance: 0.5, age: 0, due: 304, value: 330).requiredPace)
    #expect(abs(pace + 10 / (304 / 30.4375)) < 1e-12)
    #expect(try Self.status(chance: 0.5, value: 319).requiredPace == nil)
  }
}
