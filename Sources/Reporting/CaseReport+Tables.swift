import BusinessCases
import Units

extension CaseReport {
  /// Every option and business as usual.
  func optionTable() -> ReportTable {
    let nought = ["£0", "£0", "£0", "–", "£0", "–"]
    var rows = [ReportTable.Row(label: "Business as usual", cells: nought, isTotal: false)]
    for result in results {
      let view = result.council
      rows.append(
        ReportTable.Row(
          label: result.option.name,
          cells: [
            CaseWords.pounds(view.presentCost), CaseWords.pounds(view.presentBenefit), Words.pounds(view.npv),
            view.ratio.map { Words.number($0, decimals: 3) } ?? "–", Words.pounds(result.everyone.npv),
            result.paybackMonth?.monthAndYear ?? (view.presentCost > 0 ? "never" : "–"),
          ], isTotal: false))
    }
    return ReportTable(
      title: "The options against business as usual, in present value", labels: "Option",
      columns: ["Costs", "Gains", "Worth to council", "Ratio", "Worth to all", "Paid back"], rows: rows,
      notes: [
        "Costs and gains are the council's, in prices of \(frame.prices.priceYear), discounted at \(rateWords). “Worth” is gains less costs (net present value); “worth to all” counts everyone's, and leaves out what only moves from one purse to another."
      ])
  }

  /// "3.5 % a year (the Treasury's Green Book …)".
  var rateWords: String {
    let bands = frame.rates.bands.filter { $0.years.lowerBound < max(1, frame.years.count) }
    let rates = bands.map {
      "\(Words.percent(basisPoints: $0.basisPoints)) a year"
        + (bands.count > 1 ? " in years \($0.years.lowerBound) to \($0.years.upperBound)" : "")
    }
    return "\(rates.joined(separator: ", ")) (\(frame.rates.source); year 0 is \(frame.years[0]))"
  }

  /// The economic view of an option by year. Amounts are whole pounds that add up down and across.
  func economicTable(_ result: OptionResult) -> ReportTable {
    let years = result.council.years
    let costs = Apportion.units(of: years.map(\.cost.money), penceEach: 100)
    let gains = Apportion.units(of: years.map(\.benefit.money), penceEach: 100)
    let worth = Words.wholePounds(result.council.npv)
    let present = Apportion.wholeNumbers(
      years.map { Double($0.net.money.pence) * $0.factor / 100 }, total: worth)
    var sum = 0
    var rows = years.indices.map { place in
      sum += gains.parts[place] - costs.parts[place]
      return ReportTable.Row(
        label: years[place].year.description,
        cells: [costs.parts[place], gains.parts[place], gains.parts[place] - costs.parts[place], sum].map(
          Words.pounds)
          + [Words.number(years[place].factor, decimals: 4), Words.pounds(present[place])], isTotal: false)
    }
    rows.append(
      ReportTable.Row(
        label: "All",
        cells: [costs.total, gains.total, gains.total - costs.total].map(Words.pounds) + ["", ""]
          + [Words.pounds(worth)], isTotal: true))
    return ReportTable(
      title: "Economic view, to the council: prices of \(frame.prices.priceYear)", labels: "Year",
      columns: ["Costs", "Gains", "Net", "Net so far", "Factor", "Present value"], rows: rows,
      notes: [
        "With every gain 40 % lower: worth \(Words.pounds(result.council.npv(benefitsTimes: 0.6)))\(result.council.ratio(benefitsTimes: 0.6).map { ", ratio \(Words.number($0, decimals: 3))" } ?? "")."
      ])
  }

  /// The budget view of an option by year, as paid.
  func budgetTable(_ result: OptionResult) -> ReportTable {
    let view = result.budget
    func kind(_ kind: BenefitKind) -> [Money] {
      view.years.indices.map { year in
        view.closing.filter { $0.line.benefit == kind }.reduce(Money.zero) { $0 + $1.amounts[year].money }
      }
    }
    let columns = [kind(.cashableRecurring), kind(.cashableOneOff), kind(.income)]
      .map { Apportion.units(of: $0, penceEach: 100) }
    let costs = Apportion.units(of: view.delivery.map(\.money), penceEach: 100)
    let apart = Apportion.units(
      of: view.years.indices.map { year in view.apart.reduce(Money.zero) { $0 + $1.amounts[year].money } },
      penceEach: 100)
    func row(_ label: String, _ parts: [Int], _ cost: Int, _ apart: Int, isTotal: Bool) -> ReportTable.Row {
      let gross = parts.reduce(0, +)
      return ReportTable.Row(
        label: label, cells: (parts + [gross, cost, gross - cost, apart]).map(Words.pounds), isTotal: isTotal)
    }
    var rows = view.years.indices.map { year in
      row(
        view.years[year].description, columns.map { $0.parts[year] }, costs.parts[year], apart.parts[year],
        isTotal: false)
    }
    rows.append(row("All", columns.map(\.total), costs.total, apart.total, isTotal: true))
    return ReportTable(
      title: "Budget view, the council's: as paid in each financial year", labels: "Year",
      columns: ["Every year", "Once", "Income", "May close gap", "Delivery", "Left", "Not in it"], rows: rows,
      notes: [
        "“Every year” and “once” can be cut from a budget. “Not in it”: avoided, switched or released; it closes no gap and is in no total. The two views are never added."
      ])
  }

  /// Part-year and full-year effects of recurring benefits; nil where there are none.
  func effectTable(_ result: OptionResult) -> ReportTable? {
    guard !result.budget.effects.isEmpty else { return nil }
    return ReportTable(
      title: "Part-year and full-year effects", labels: "Benefit",
      columns: ["Kind", "First year", "Days", "Full year", "First year's", "Brought forward"],
      rows: result.budget.effects.map { effect in
        let full = Words.wholePounds(effect.fullYear.money)
        let part = Words.wholePounds(effect.partYear.money)
        return ReportTable.Row(
          label: effect.line.name,
          cells: [
            effect.line.benefit?.words ?? "", effect.year.description,
            "\(effect.daysLive) of \(effect.year.days.nights)", Words.pounds(full), Words.pounds(part),
            Words.pounds(full - part),
          ], isTotal: false)
      },
      notes: [
        "A first year's effect is the full year's × days live ÷ days in the year, less where it builds up. What is brought forward is the rest: it comes on top in the next year."
      ], columnsOfWords: 2)
  }

  /// Who pays and who gains.
  func payerTable(_ result: OptionResult) -> ReportTable {
    let rows = result.budget.payers
    let costs = Apportion.units(of: rows.map { $0.costs.reduce(Cash.zero, +).money }, penceEach: 100)
    let gains = Apportion.units(of: rows.map { $0.gains.reduce(Cash.zero, +).money }, penceEach: 100)
    func row(_ label: String, _ cost: Int, _ gain: Int, isTotal: Bool = false) -> ReportTable.Row {
      ReportTable.Row(label: label, cells: [cost, gain, gain - cost].map(Words.pounds), isTotal: isTotal)
    }
    return ReportTable(
      title: "Who pays and who gains, as paid", labels: "Who", columns: ["Pays", "Gains", "Net"],
      rows: rows.indices.map { row(rows[$0].payer.words, costs.parts[$0], gains.parts[$0]) }
        + [row("All", costs.total, gains.total, isTotal: true)],
      notes: ["Gains of every kind, those that can't be cut from a budget too."])
  }

  private func turn(_ switching: SwitchingValue, _ result: OptionResult) -> String {
    guard result.council.presentCost > 0 else { return "–" }
    guard let value = switching.whole else { return "never" }
    let form = switching.variable.form
    return switching.variable.isCounted
      ? CaseWords.figure(value, form) : CaseWords.turn(value, form, up: switching.risesWithValue)
  }

  /// What the case hangs on most.
  func switchingTable(_ result: OptionResult, most: Int = 10) -> ReportTable? {
    guard !result.switching.isEmpty else { return nil }
    return ReportTable(
      title: "What it hangs on: one figure at a time, the others as stated", labels: "Figure",
      columns: ["As stated", "Tried", "Range", "Worth at low", "Worth at high", "Turns at"],
      rows: result.switching.prefix(most).map { switching in
        let variable = switching.variable
        func figure(_ value: Double) -> String { CaseWords.figure(value, variable.form) }
        return ReportTable.Row(
          label: variable.words,
          cells: [
            figure(variable.value),
            "\(figure(variable.range.lowerBound)) to \(figure(variable.range.upperBound))",
            variable.rangeWords, CaseWords.pounds(switching.atLow),
            CaseWords.pounds(switching.atHigh), turn(switching, result),
          ], isTotal: false)
      },
      notes: [
        "“Turns at”: where the council neither gains nor loses. A figure without a stated range is tried 20 % to either side, a delay up to half a year: that is a habit, not knowledge of how far it may be off."
          + (result.switching.count > most
            ? " The \(result.switching.count - most) that matter least are left out." : "")
      ])
  }
}

extension CaseVariable {
  /// Where the range tried comes from, in a word.
  var rangeWords: String { statedRange != nil ? "stated" : isDelay ? "usual" : "±20 %" }
}
