import Operations
import Plans
import Testing

/// How long a large plan takes to read and to check: printed, for `docs/performance.md`; nothing is asserted of time.
struct PlanSpeedTests {
  /// A plan of some thousand lines: the savings, actions, targets and risks of a clean plan over and over, with ids of
  /// their own.
  private func large(_ copies: Int) throws -> String {
    let text = try PlanMutationTests.text(PlanMutationTests.clean[0])
    var plan = try #require(ReadPlan.read(Array(text.utf8)).plan)
    let first = plan
    for copy in 1..<copies {
      plan.savings += first.savings.map { line in
        var line = line
        line.id += "-\(copy)"
        line.name += " of area \(copy)"
        line.group += " \(copy)"
        line.initiative = ""
        return line
      }
      plan.actions += first.actions.map { renamed($0, \.id, copy) }
      plan.targets += first.targets.map { renamed($0, \.id, copy) }
      plan.risks += first.risks.map { renamed($0, \.id, copy) }
    }
    return ReadPlan.yaml(plan)
  }

  private func renamed<Item>(_ item: Item, _ id: WritableKeyPath<Item, String>, _ copy: Int) -> Item {
    var item = item
    item[keyPath: id] += "-\(copy)"
    return item
  }

  @Test func `a plan of 2,000 lines is read and checked`() throws {
    let text = try large(14)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(lines >= 2000)
    let clock = ContinuousClock()
    var plan: Plan?
    let reading = clock.measure { plan = ReadPlan.read(Array(text.utf8)).plan }
    let read = try #require(plan)
    var found: [PlanFinding] = []
    let checking = clock.measure { found = PlanChecker.findings(in: read) }
    print("plan of \(lines) lines: read in \(reading), checked in \(checking), \(found.count) findings")
    #expect(
      found.allSatisfy { ["effect-claimed-twice", "total-grows"].contains($0.rule) },
      "\(found.first.map { $0.what } ?? "")")
  }
}
