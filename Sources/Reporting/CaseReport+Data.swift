import BusinessCases
import Forecasting
import Units

extension CaseReport {
  /// Every figure, one a line: `option,table,row,statistic,value`; money in pence, shares as parts of 1.
  public func csv() -> String {
    var out = "option,table,row,statistic,value\n"
    for result in results {
      for line in economicLines(result) + budgetLines(result) + figureLines(result) {
        out += CSVText.line([result.option.name] + line)
      }
    }
    return out
  }

  private func economicLines(_ result: OptionResult) -> [[String]] {
    [result.council, result.everyone].flatMap { view -> [[String]] in
      let table = "economic_\(view.standpoint.rawValue)"
      let whole = [
        [table, "all", "npv_pence", "\(view.npv.pence)"],
        [table, "all", "ratio", view.ratio.map { "\($0)" } ?? ""],
        [table, "all", "npv_gains_40_percent_lower_pence", "\(view.npv(benefitsTimes: 0.6).pence)"],
      ]
      return whole
        + view.years.flatMap { year in
          [
            [table, year.year.description, "cost_pence", "\(year.cost.money.pence)"],
            [table, year.year.description, "gain_pence", "\(year.benefit.money.pence)"],
            [table, year.year.description, "factor", "\(year.factor)"],
          ]
        }
    }
  }

  private func budgetLines(_ result: OptionResult) -> [[String]] {
    let view = result.budget
    let rows = view.costs + view.closing + view.apart
    let years = view.years.enumerated().flatMap { place, year -> [[String]] in
      let own: [[String]] = rows.map { row in
        ["budget_line", "\(row.line.id) \(year)", "pence", "\(row.amounts[place].money.pence)"]
      }
      return [
        ["budget", year.description, "may_close_gap_pence", "\(view.gross[place].money.pence)"],
        ["budget", year.description, "delivery_pence", "\(view.delivery[place].money.pence)"],
      ] + own
    }
    let effects = view.effects.flatMap { effect -> [[String]] in
      [
        ["effect", effect.line.id, "full_year_pence", "\(effect.fullYear.money.pence)"],
        ["effect", effect.line.id, "part_year_pence", "\(effect.partYear.money.pence)"],
        ["effect", effect.line.id, "brought_forward_pence", "\(effect.broughtForward.money.pence)"],
      ]
    }
    return years + effects
  }

  private func figureLines(_ result: OptionResult) -> [[String]] {
    let figures = result.switching.flatMap { switching -> [[String]] in
      let key = switching.variable.key
      return [
        ["figure", key, "stated", "\(switching.variable.value)"],
        ["figure", key, "turns_at", switching.value.map { "\($0)" } ?? ""],
        ["figure", key, "npv_at_low_pence", "\(Int(switching.atLow.rounded()))"],
        ["figure", key, "npv_at_high_pence", "\(Int(switching.atHigh.rounded()))"],
      ]
    }
    let checks = result.checks.map { ["not_shown", $0.rule.rawValue, "words", CaseWords.text($0.words)] }
    return figures + checks
  }

  private struct Document: Encodable {
    struct Year: Encodable {
      let financialYear: String, costPence: Int, gainPence: Int, factor: Double, mayCloseGapPence: Int
      let deliveryPence: Int
    }
    struct View: Encodable { let npvPence: Int, ratio: Double?, gains40PercentLowerNpvPence: Int }
    struct Figure: Encodable {
      let key: String, stated: Double, low: Double, high: Double, isStatedRange: Bool, npvAtLowPence: Int
      let npvAtHighPence: Int, turnsAt: Double?
    }
    struct Simulated: Encodable { let futures: Int, shareAboveNought: Double, p10Pence: Int, p90Pence: Int }
    struct Check: Encodable { let rule: String, words: String }
    struct Option: Encodable {
      let name: String, council: View, everyone: View, paidBackBy: String?, breakEven: Double?
      let breakEvenOf: String?, years: [Year], figures: [Figure], simulated: Simulated?, workedOut: [String]
      let notShown: [Check]
    }
    let name: String, kind: String, headline: String, start: String, end: String, priceYear: String
    let options: [Option]
  }

  /// The report as JSON, keys sorted; money is whole pence.
  public func json() throws -> String {
    try JSONText.of(
      Document(
        name: businessCase.name, kind: businessCase.kind.rawValue, headline: headline,
        start: frame.start.description, end: frame.end.description,
        priceYear: frame.prices.priceYear.description,
        options: results.map(option)))
  }

  private func option(_ result: OptionResult) -> Document.Option {
    func view(_ view: Appraisal) -> Document.View {
      Document.View(
        npvPence: view.npv.pence, ratio: view.ratio,
        gains40PercentLowerNpvPence: view.npv(benefitsTimes: 0.6).pence)
    }
    return Document.Option(
      name: result.option.name, council: view(result.council), everyone: view(result.everyone),
      paidBackBy: result.paybackMonth?.description, breakEven: result.breakEven?.whole,
      breakEvenOf: result.breakEven?.variable.key,
      years: result.council.years.enumerated().map { place, year in
        Document.Year(
          financialYear: year.year.description, costPence: year.cost.money.pence,
          gainPence: year.benefit.money.pence, factor: year.factor,
          mayCloseGapPence: result.budget.gross[place].money.pence,
          deliveryPence: result.budget.delivery[place].money.pence)
      },
      figures: result.switching.map { switching in
        let range = switching.variable.range
        return Document.Figure(
          key: switching.variable.key, stated: switching.variable.value, low: range.lowerBound,
          high: range.upperBound, isStatedRange: switching.variable.statedRange != nil,
          npvAtLowPence: Int(switching.atLow.rounded()), npvAtHighPence: Int(switching.atHigh.rounded()),
          turnsAt: switching.value)
      }, simulated: simulated(result), workedOut: result.remarks.map(CaseWords.text),
      notShown: result.checks.map { Document.Check(rule: $0.rule.rawValue, words: CaseWords.text($0.words)) })
  }

  private func simulated(_ result: OptionResult) -> Document.Simulated? {
    guard let values = result.simulated, let spread = Spread(values.map { Int($0.rounded()) }) else {
      return nil
    }
    let range = spread.interval(80)
    return Document.Simulated(
      futures: values.count, shareAboveNought: Double(values.count { $0 > 0 }) / Double(max(1, values.count)),
      p10Pence: range.low, p90Pence: range.high)
  }
}
