import Operations
import Plans
import Support
import Testing
import Units

/// One of the five papers, as a plan in Examples/papers.
enum Paper: String, CaseIterable {
  case team = "targeted-support-team"
  case diverting = "diverting-children-from-care"
  case model = "new-model-to-support-children"
  case improvement = "cost-improvement-plan"
  case recovery = "recovery-plan"

  /// The plan in its file; what is wrong with the file fails the test.
  func plan() throws -> Plan {
    let reading = try ReadPlan.run(Project.folder + "/Examples/papers/\(rawValue).yaml")
    return try #require(reading.plan, "\(reading.text)")
  }
}

extension Plan {
  func claim(_ id: String) throws -> Claim { try #require(claims.first { $0.id == id }) }
  func saving(_ id: String) throws -> SavingLine { try #require(savings.first { $0.id == id }) }
  func target(_ id: String) throws -> Target { try #require(targets.first { $0.id == id }) }

  func findings(_ rule: String, _ item: String) -> [PlanFinding] {
    PlanChecker.findings(in: self).filter { $0.rule == rule && $0.item == item }
  }

  func stake(_ rule: String, _ item: String) -> Money? { findings(rule, item).first?.stake }

  /// What the checks make of a claim, whatever the paper states: with nothing stated, all that they compute is at stake.
  func recomputed(_ id: String, _ change: (inout Claim) -> Void = { _ in }) throws -> Double {
    var claim = try claim(id)
    change(&claim)
    return recomputed(claim)
  }

  func recomputed(_ claim: Claim) -> Double {
    var claim = claim
    (claim.stated, claim.unit, claim.tolerance, claim.on) = (0, "pounds", 0, nil)
    if case .derived(var workings) = claim.making {
      workings.peak = nil
      claim.making = .derived(workings)
    }
    var plan = self
    plan.claims = [claim]
    let rules = [
      "total-does-not-tie", "product-does-not-tie", "amount-against-workings", "allocation-not-costed",
    ]
    let stake = PlanChecker.findings(in: plan).first { $0.item == claim.id && rules.contains($0.rule) }?.stake
    return Double(stake?.pence ?? 0) / 100
  }

  /// Volume × price × time of a saving's workings.
  func recomputed(_ workings: SavingLine.Derivation) -> Double {
    recomputed(Claim(id: "workings", name: "Workings", stated: 0, making: .derived(workings)))
  }

  /// All savings of a stream, or of the plan, in a year, in thousands of pounds.
  func thousands(_ year: Int, stream: String? = nil) -> Int {
    savings.filter { stream == nil || $0.stream == stream }
      .reduce(0) { $0 + ($1.amount(in: FinancialYear(startYear: year))?.pence ?? 0) } / 100_000
  }
}
