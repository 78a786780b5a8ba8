import BusinessCases
import Plans
import Units

// The figures of the part wanted, for spreadsheets and programs. Money is whole pence; what nothing tells is left out
// of the CSV and null in the JSON.

extension PlanReport {
  /// The figures as a long, stable CSV: `item,kind,statistic,value`. Money is whole pence.
  public func csv() -> String {
    let lines =
      switch part {
      case .status: targetLines + savingLines + actionLines
      case .bridge: moneyLines
      case .risks: riskLines
      case .actions: actionLines
      }
    return lines.reduce("item,kind,statistic,value\n") { $0 + CSVText.line($1) }
  }

  /// A line of the CSV for every statistic of an item that has a value.
  private static func lines(
    _ item: String, _ kind: String, _ statistics: [(name: String, value: String?)]
  ) -> [[String]] {
    statistics.compactMap { statistic in statistic.value.map { [item, kind, statistic.name, $0] } }
  }

  private var targetLines: [[String]] {
    status.targets.flatMap { one in
      PlanReport.lines(
        one.target.id, "target",
        [
          ("status", one.status.rawValue), ("actual", one.actual.map { String($0.value) }),
          ("chance", one.evidence.chance.map { String($0) }),
          ("chance_without", one.evidence.chanceWithout.map { String($0) }),
          ("pace_a_month", one.requiredPace.map { String($0) }),
          ("gap", one.evidence.gap.map { String($0) }),
        ])
    }
  }

  private var savingLines: [[String]] {
    status.savings.flatMap { one in
      PlanReport.lines(
        one.line.id, "saving",
        [
          ("status", one.status.rawValue), ("stated", one.stated?.status.rawValue),
          ("planned", String(one.planned.pence)), ("confirmed", String(one.confirmed.pence)),
          ("expected", one.simulated.map { String($0.expected.pence) }),
        ])
    }
  }

  private var actionLines: [[String]] {
    status.actions.flatMap { one in
      PlanReport.lines(
        one.action.id, "action",
        [("delivered", one.isDelivered ? "yes" : "no"), ("days_late", one.daysLate.map { String($0) })])
    }
  }

  private var riskLines: [[String]] {
    plan.risks.flatMap { risk in
      func written(_ score: RiskScore?) -> String? { score.map { "\($0.likelihood) x \($0.impact)" } }
      func rating(_ score: RiskScore?) -> String? {
        scale(of: risk).flatMap { score?.rating(on: $0) }.map { String($0) }
      }
      return PlanReport.lines(
        risk.id, "risk",
        [
          ("name", risk.name), ("inherent", written(risk.inherent)),
          ("inherent_rating", rating(risk.inherent)), ("current", written(risk.current)),
          ("current_rating", rating(risk.current)), ("target", written(risk.target)),
          ("target_rating", rating(risk.target)), ("owner", risk.owner.isEmpty ? nil : risk.owner),
          ("review", risk.review?.description),
        ])
    }
  }

  private var moneyLines: [[String]] {
    let net = netAtRisk
    return knownSteps.map { [$0.label, "bridge", "pence", String($0.money.pence)] }
      + PlanReport.lines(
        bridge.year.description, "net at risk",
        [
          ("approved", String(net.approved.pence)), ("achieved", String(net.achieved.pence)),
          ("pressures", String(net.pressure.pence)), ("net", String(net.net.pence)),
        ])
      + mediumTerm.years.indices.flatMap { place in
        PlanReport.lines(
          mediumTerm.years[place].description, "medium term",
          mediumTermFigures(place).map { ($0.csv, String($0.money.pence)) })
      }
  }

  private func mediumTermFigures(_ place: Int) -> [(csv: String, json: String, money: Money)] {
    [
      ("pressures", "pressuresPence", mediumTerm.pressures[place]),
      ("new_savings", "newSavingsPence", mediumTerm.new(place)),
      ("brought_forward", "broughtForwardPence", mediumTerm.broughtForward(place)),
      ("left_to_find", "leftToFindPence", mediumTerm.leftToFind(place)),
      ("saved_in_year", "savedInYearPence", mediumTerm.level(place)),
      ("cost_of_delivering", "costPence", mediumTerm.costs[place]),
    ]
  }

  /// The report as JSON, keys sorted. Money is whole pence.
  public func json() throws -> String {
    var document: [String: JSONValue] = [
      "plan": .string(plan.name), "asOf": .string(status.asOf.description),
      "headline": .string(sentences().joined(separator: " ")),
    ]
    switch part {
    case .status:
      document["targets"] = .array(targetValues)
      document["savings"] = .array(savingValues)
      document["actions"] = .array(actionValues)
      document["howItWasMade"] = .array(method.map { .string($0) })
    case .bridge:
      document["bridge"] = .array(bridgeValues)
      document["netAtRisk"] = netAtRiskValue
      document["mediumTerm"] = .array(mediumTermValues)
      document["howItWasMade"] = .array(method.map { .string($0) })
    case .risks: document["risks"] = .array(riskValues)
    case .actions: document["actions"] = .array(actionValues)
    }
    return try JSONText.of(JSONValue.object(document))
  }

  private func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
  private func pence(_ money: Money?) -> JSONValue { number(money.map { Double($0.pence) }) }

  private var targetValues: [JSONValue] {
    status.targets.map { one in
      [
        "id": .string(one.target.id), "status": .string(one.status.rawValue),
        "actual": number(one.actual?.value), "chance": number(one.evidence.chance),
        "chanceWithout": number(one.evidence.chanceWithout), "paceAMonth": number(one.requiredPace),
        "gap": number(one.evidence.gap), "why": .array(one.judgement.reasons.map { .string($0) }),
      ]
    }
  }

  private var savingValues: [JSONValue] {
    status.savings.map { one in
      [
        "id": .string(one.line.id), "status": .string(one.status.rawValue),
        "stated": one.stated.map { .string($0.status.rawValue) } ?? .null,
        "standsApart": .bool(!one.line.countsInBudget), "financialYear": .string(one.year.description),
        "plannedPence": pence(one.planned), "confirmedPence": pence(one.confirmed),
        "expectedPence": pence(one.simulated?.expected),
        "chance": number(one.simulated?.chance), "why": .array(one.judgement.reasons.map { .string($0) }),
      ]
    }
  }

  private var actionValues: [JSONValue] {
    status.actions.map { one in
      [
        "id": .string(one.action.id), "delivered": .bool(one.isDelivered),
        "words": .string(PlanReport.words(one.delivery)), "daysLate": number(one.daysLate.map(Double.init)),
      ]
    }
  }

  private var bridgeValues: [JSONValue] {
    let known = Set(knownSteps.map(\.label))
    return bridgeMoney.map { step in
      ["step": .string(step.label), "pence": pence(known.contains(step.label) ? step.money : nil)]
    }
  }

  private var netAtRiskValue: JSONValue {
    let net = netAtRisk
    return [
      "financialYear": .string(bridge.year.description), "approvedPence": pence(net.approved),
      "achievedPence": pence(net.achieved), "pressuresPence": pence(net.pressure), "netPence": pence(net.net),
    ]
  }

  private var mediumTermValues: [JSONValue] {
    mediumTerm.years.indices.map { place in
      var year: [String: JSONValue] = ["financialYear": .string(mediumTerm.years[place].description)]
      for figure in mediumTermFigures(place) { year[figure.json] = pence(figure.money) }
      return .object(year)
    }
  }

  private var riskValues: [JSONValue] {
    plan.risks.map { risk in
      let scale = scale(of: risk)
      func score(_ score: RiskScore?) -> JSONValue {
        guard let score else { return .null }
        return [
          "likelihood": .string(score.likelihood), "impact": .string(score.impact),
          "rating": number(scale.flatMap { score.rating(on: $0) }.map(Double.init)),
        ]
      }
      return [
        "id": .string(risk.id), "name": .string(risk.name), "scale": scale.map { .string($0.id) } ?? .null,
        "inherent": score(risk.inherent), "current": score(risk.current), "target": score(risk.target),
        "owner": .string(risk.owner), "review": risk.review.map { .string($0.description) } ?? .null,
        "mitigation": .array(risk.mitigation.map { .string($0) }),
      ]
    }
  }
}
