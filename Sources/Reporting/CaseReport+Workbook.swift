import BusinessCases
public import Files
import Units

extension CaseReport {
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
            .text(variable.rangeWords), .money(Int(switching.atLow.rounded())),
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
