import BusinessCases
public import Files
import Forecasting
import Units

extension CaseReport {
  /// Every figure, one a line: `option,table,row,statistic,value`; money in pence, shares as parts of 1.
  public func csv() -> String {
    var out = "option,table,row,statistic,value\n"
    for result in results {
      func add(_ table: String, _ row: String, _ statistic: String, _ value: String) {
        out += CSVText.line([result.option.name, table, row, statistic, value])
      }
      func add(_ table: String, _ row: String, _ statistic: String, _ money: Money) {
        add(table, row, statistic, "\(money.pence)")
      }
      for view in [result.council, result.everyone] {
        let table = "economic_\(view.standpoint.rawValue)"
        add(table, "all", "npv_pence", view.npv)
        if let ratio = view.ratio { add(table, "all", "ratio", "\(ratio)") }
        add(table, "all", "npv_gains_40_percent_lower_pence", view.npv(benefitsTimes: 0.6))
        for year in view.years {
          add(table, year.year.description, "cost_pence", year.cost.money)
          add(table, year.year.description, "gain_pence", year.benefit.money)
          add(table, year.year.description, "factor", "\(year.factor)")
        }
      }
      for (place, year) in result.budget.years.enumerated() {
        add("budget", year.description, "may_close_gap_pence", result.budget.gross[place].money)
        add("budget", year.description, "delivery_pence", result.budget.delivery[place].money)
        for row in result.budget.costs + result.budget.closing + result.budget.apart {
          add("budget_line", "\(row.line.id) \(year)", "pence", row.amounts[place].money)
        }
      }
      for effect in result.budget.effects {
        add("effect", effect.line.id, "full_year_pence", effect.fullYear.money)
        add("effect", effect.line.id, "part_year_pence", effect.partYear.money)
        add("effect", effect.line.id, "brought_forward_pence", effect.broughtForward.money)
      }
      for switching in result.switching {
        let key = switching.variable.key
        add("figure", key, "stated", "\(switching.variable.value)")
        add("figure", key, "turns_at", switching.value.map { "\($0)" } ?? "")
        add("figure", key, "npv_at_low_pence", "\(Int(switching.atLow.rounded()))")
        add("figure", key, "npv_at_high_pence", "\(Int(switching.atHigh.rounded()))")
      }
      for check in result.checks {
        add("not_shown", check.rule.rawValue, "words", CaseWords.text(check.words))
      }
    }
    return out
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

  /// Writes the report as a spreadsheet, a sheet for each view.
  ///
  /// - Throws: `FilesError.unwritable`.
  public func writeWorkbook(to path: String) throws(FilesError) {
    try Workbook(sheets: [summarySheet, economicSheet, budgetSheet, figuresSheet, checksSheet]).write(
      to: path)
  }

  private var summarySheet: Workbook.Sheet {
    Workbook.Sheet(
      name: "Summary", titles: [title, headline, ""],
      columns: [
        "Option", "Costs (PV)", "Gains (PV)", "Worth to council", "Ratio × 1000", "Worth to all",
        "Paid back by",
      ],
      widths: [40, 14, 14, 16, 12, 14, 14],
      rows: results.map { result in
        [
          .text(result.option.name), .money(Int(result.council.presentCost.rounded())),
          .money(Int(result.council.presentBenefit.rounded())), .money(result.council.npv.pence),
          result.council.ratio.map { .number(Int(($0 * 1000).rounded())) } ?? .text("–"),
          .money(result.everyone.npv.pence), .text(result.paybackMonth?.description ?? "never"),
        ]
      })
  }

  private var economicSheet: Workbook.Sheet {
    Workbook.Sheet(
      name: "Economic view",
      titles: ["Prices of \(frame.prices.priceYear); not to be added to the budget view", ""],
      columns: ["Option", "Standpoint", "Year", "Costs", "Gains", "Net", "Net so far"],
      widths: [40, 12, 10, 14, 14, 14, 14],
      rows: results.flatMap { result in
        [result.council, result.everyone].flatMap { view in
          view.years.map { year in
            [
              .text(result.option.name), .text(view.standpoint.rawValue), .text(year.year.description),
              .money(year.cost.money.pence), .money(year.benefit.money.pence), .money(year.net.money.pence),
              .money(year.cumulative.money.pence),
            ]
          }
        }
      })
  }

  private var budgetSheet: Workbook.Sheet {
    Workbook.Sheet(
      name: "Budget view", titles: ["As paid, the council's; not to be added to the economic view", ""],
      columns: ["Option", "Line", "What it is", "May close a gap", "Year", "Amount"],
      widths: [40, 40, 24, 14, 10, 14],
      rows: results.flatMap { result in
        (result.budget.costs + result.budget.closing + result.budget.apart).flatMap { row in
          row.amounts.enumerated().map { place, amount in
            [
              .text(result.option.name), .text(row.line.name),
              .text(row.line.benefit?.words ?? "Cost of delivery"),
              .text(row.line.benefit.map { $0.closesGap ? "yes" : "no" } ?? "–"),
              .text(result.budget.years[place].description), .money(amount.money.pence),
            ]
          }
        }
      })
  }

  private var figuresSheet: Workbook.Sheet {
    Workbook.Sheet(
      name: "What it hangs on",
      columns: [
        "Option", "Figure", "As stated", "Low", "High", "Range", "Worth at low", "Worth at high", "Turns at",
      ],
      widths: [40, 36, 12, 12, 12, 10, 14, 14, 12],
      rows: results.flatMap { result in
        result.switching.map { switching in
          let variable = switching.variable
          func figure(_ value: Double) -> Workbook.Cell { .text(CaseWords.figure(value, variable.form)) }
          return [
            .text(result.option.name), .text(variable.words), figure(variable.value),
            figure(variable.range.lowerBound), figure(variable.range.upperBound),
            .text(variable.statedRange == nil ? "±20 %" : "stated"), .money(Int(switching.atLow.rounded())),
            .money(Int(switching.atHigh.rounded())), switching.whole.map(figure) ?? .text("never"),
          ]
        }
      })
  }

  private var checksSheet: Workbook.Sheet {
    Workbook.Sheet(
      name: "What it does not show", columns: ["Option", "Check", "What was found"], widths: [40, 20, 100],
      rows: results.flatMap { result in
        result.checks.map {
          [.text(result.option.name), .text($0.rule.rawValue), .text(CaseWords.text($0.words))]
        }
      })
  }
}
