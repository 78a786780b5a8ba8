import Costing
import Forecasting
import Units

extension OutturnReport {
  /// The report for a terminal: sentences, then tables. Small numbers are shown; no child is named.
  public func text() -> String {
    var parts = [title, ""] + sentences().map { wrapped($0) } + [""]
    parts += tables(isPublished: false).map { $0.text() }
    if !signedOff.isEmpty { parts += ["Signed off"] + signedOff.map { wrapped("• " + $0) } + [""] }
    parts += ["How it was made"] + method.map { wrapped("• " + $0) }
    return parts.joined(separator: "\n") + "\n"
  }

  func tables(isPublished: Bool) -> [ReportTable] {
    [
      linesTable(isPublished: isPublished), aheadTable(), varianceTable(isPublished: isPublished),
      movementTable(isPublished: isPublished), monthsTable(), isPublished ? nil : endsTable(),
      isPublished ? nil : contractsTable(), accrualsTable(isPublished: isPublished),
      isPublished ? nil : incomeTable(), scoresTable(),
    ].compactMap { $0 }
  }

  /// The outturn as a long, stable CSV: `table,line,statistic,value`. Money is whole pence.
  public func csv() -> String {
    var out = "table,line,statistic,value\n"
    func add(_ table: String, _ line: String, _ statistic: String, _ value: String) {
      out += CSVText.line([table, line, statistic]).dropLast() + ",\(value)\n"
    }
    func add(_ table: String, _ line: String, _ statistic: String, _ money: Money?) {
      if let money { add(table, line, statistic, String(money.pence)) }
    }
    for line in outturn.lines {
      let name = [line.costCentre, line.subjective, line.name].filter { !$0.isEmpty }.joined(separator: " ")
      for (statistic, money) in figures(line) { add("outturn", name, statistic, money) }
    }
    add("outturn", "all", "outturn", outturn.total)
    add("outturn", "all", "budget", outturn.budget)
    for (name, value) in zip(Spread.names, outturn.spread?.quantiles ?? []) {
      add("outturn", "all", name, String(value))
    }
    for month in outturn.months {
      let name = String((month.days.end - 1).description.prefix(7))
      add("months", name, "actual", month.actual)
      add("months", name, "expected", month.expected)
      for (statistic, value) in zip(Spread.names, month.spread?.quantiles ?? []) {
        add("months", name, statistic, String(value))
      }
    }
    for reason in Movement.Reason.allCases {
      if let movement { add("movement", reason.rawValue, "change", movement.total(reason)) }
    }
    for accrual in accruals {
      add("accruals", "\(accrual.code.costCentre) \(accrual.code.subjective)", "accrual", accrual.amount)
    }
    for score in scores {
      add("scores", score.asOf.description, "expected", score.expected)
      add("scores", score.asOf.description, "actual", score.actual)
      add("scores", score.asOf.description, "committed", score.committed)
    }
    return out
  }

  private func figures(_ line: OutturnLine) -> [(String, Money?)] {
    [
      ("budget", line.budget), ("to_date", line.actual), ("committed", line.committed),
      ("leavers_and_moves", line.leaversAndMoves), ("new_starts", line.newStarts),
      ("adjustments", line.adjustments), ("outturn", line.outturn), ("over", line.variance),
      ("p10", line.spread.map { Money(pence: $0.interval(80).low) }),
      ("p90", line.spread.map { Money(pence: $0.interval(80).high) }),
    ]
  }

  /// The outturn as JSON, keys sorted. Money is whole pence; no child is named.
  public func json() throws -> String {
    func pence(_ money: Money) -> JSONValue { .number(Double(money.pence)) }
    var document: [String: JSONValue] = [
      "council": .string(council), "financialYear": .string(outturn.year.description),
      "asOf": .string(outturn.asOf.description), "futures": .number(Double(futures)),
      "headline": .string(sentences().joined(separator: " ")), "outturnPence": pence(outturn.total),
      "howItWasMade": .array(method.map { .string($0) }),
      "lines": .array(
        outturn.lines.map { line in
          var members: [String: JSONValue] = [
            "costCentre": .string(line.costCentre), "subjective": .string(line.subjective),
            "name": .string(line.name),
          ]
          for (name, money) in figures(line) { members[name] = money.map(pence) ?? .null }
          return .object(members)
        }),
      "months": .array(
        outturn.months.map { month in
          [
            "lastDay": .string((month.days.end - 1).description), "actual": pence(month.actual),
            "expected": pence(month.expected),
          ]
        }),
    ]
    if let budget = outturn.budget {
      document["budgetPence"] = pence(budget)
      if let chance = chanceOfKeeping(budget) { document["chanceOfKeepingBudget"] = .number(Double(chance)) }
    }
    if let spread = outturn.spread {
      document["quantilesPence"] = .object(
        Dictionary(
          uniqueKeysWithValues: zip(Spread.names, spread.quantiles.map { .number(Double($0)) })))
    }
    if let movement {
      document["movement"] = .object(
        Dictionary(
          uniqueKeysWithValues: Movement.Reason.allCases.map { ($0.rawValue, pence(movement.total($0))) }))
    }
    if let variance = outturn.variance {
      document["variance"] = [
        "volume": pence(variance.total.volume), "mix": pence(variance.total.mix),
        "price": pence(variance.total.price),
      ]
    }
    return try JSONText.of(JSONValue.object(document))
  }
}
