import Care
import Costing
import Forecasting
import Units

extension OutturnReport {
  /// A row of what is shown: one line of the outturn, or several that alone would tell of few children.
  struct Group {
    let label: String
    let lines: [OutturnLine]
    /// Where its lines stand among those shown.
    let places: [Int]

    func sum(_ value: (OutturnLine) -> Money) -> Money { lines.reduce(.zero) { $0 + value($1) } }
    var budget: Money? {
      lines.contains { $0.budget != nil } ? sum { $0.budget ?? .zero } : nil
    }
  }

  /// The rows: every line, or in what is published lines of few children together.
  func groups(isPublished: Bool) -> [Group] {
    let shown = shownLines
    guard isPublished else {
      return shown.enumerated().map { Group(label: label($1), lines: [$1], places: [$0]) }
    }
    return publishedGroups(shown).map { group in
      Group(
        label: group.count == 1 ? shown[group[0]].name : OutturnReport.ofFew,
        lines: group.map { shown[$0] }, places: group)
    }
  }

  /// What lines of few children are called where they stand together.
  static let ofFew = "Lines of few children, together"

  /// The lines that have an outturn or a budget.
  var shownLines: [OutturnLine] { outturn.lines.filter { $0.outturn != .zero || $0.budget != nil } }

  /// Lines of few children together: those of care among themselves where that is enough, so that what is told of them
  /// alone, as in the variance, gives no line away by subtraction.
  private func publishedGroups(_ lines: [OutturnLine]) -> [[Int]] {
    let sets = lines.map(children)
    // What unit costs of the year put together too.
    let kept = Set(
      lines.indices.filter { place in
        if case .category(let category) = lines[place].driver { together.contains(category) } else { false }
      })
    let care = lines.indices.filter { lines[$0].isOfCare }
    let apart = [care, lines.indices.filter { !lines[$0].isOfCare }].flatMap { part in
      Disclosure.together(part.map { sets[$0] }, kept: Set(part.indices.filter { kept.contains(part[$0]) }))
        .map { group in group.map { part[$0] } }
    }
    let isEnough = apart.allSatisfy { group in
      !Disclosure.isSmall(group.reduce(into: Set()) { $0.formUnion(sets[$1]) }.count)
    }
    return (isEnough ? apart : Disclosure.together(sets, kept: kept)).sorted { $0[0] < $1[0] }
  }

  private func label(_ line: OutturnLine) -> String {
    let code = [line.costCentre, line.subjective].filter { !$0.isEmpty }.joined(separator: "/")
    return code.isEmpty ? line.name : "\(code) \(line.name)"
  }

  /// Children whose nights or payments a line holds.
  func children(of line: OutturnLine) -> Set<ChildID> {
    Set(
      outturn.children.filter { child in
        switch line.driver {
        case .category(let category):
          child.kind == .placement && (child.category ?? book.unknown) == category
        case .payments(let kind): child.kind == kind
        case .none: false
        }
      }.map(\.child)
    )
  }

  /// Budget, what is known, what is ahead and what the year comes to, in thousands of pounds: rows add to the total, and
  /// across.
  func linesTable(isPublished: Bool = false) -> ReportTable {
    let groups = groups(isPublished: isPublished)
    let toDate = thousands(groups.map { $0.sum(\.actual) })
    let outturns = thousands(groups.map { $0.sum(\.outturn) })
    let budgets = thousands(groups.map { $0.budget ?? .zero })
    let hasBudget = outturn.budget != nil
    func cells(_ known: Int, _ whole: Int, _ budget: Int?, _ range: String) -> [String] {
      [Words.number(known), Words.number(whole - known), Words.number(whole)] + [range]
        + (hasBudget
          ? [budget.map(Words.number) ?? "–", budget.map { Words.change(whole - $0) } ?? "–"] : [])
    }
    let rows = groups.indices.map { index in
      let spread = groups[index].lines.count == 1 ? groups[index].lines[0].spread : nil
      return ReportTable.Row(
        label: groups[index].label,
        cells: cells(
          toDate.parts[index], outturns.parts[index],
          groups[index].budget == nil ? nil : budgets.parts[index], range(spread)), isTotal: false)
    }
    let total = ReportTable.Row(
      label: "All", cells: cells(toDate.total, outturns.total, budgets.total, range(outturn.spread)),
      isTotal: true)
    return ReportTable(
      title: "Outturn \(outturn.year), £ thousand", labels: "Line",
      columns: ["To date", "Ahead", "Outturn", "8 futures in 10"]
        + (hasBudget ? ["Budget", "Over"] : []),
      rows: rows + [total],
      notes: [
        "To date: nights up to and with \(outturn.asOf.spoken). A line with no range is as committed or budgeted. Ranges do not add up."
      ])
  }

  func range(_ spread: Spread?) -> String {
    guard let (low, high) = spread?.interval(80) else { return "–" }
    func thousand(_ pence: Int) -> String { Words.number(Int((Double(pence) / 100_000).rounded())) }
    return "\(thousand(low)) to \(thousand(high))"
  }

  func thousands(_ amounts: [Money]) -> (parts: [Int], total: Int) {
    Apportion.units(of: amounts, penceEach: 100_000)
  }

  /// What is ahead, by what it rests on.
  func aheadTable() -> ReportTable {
    func sum(_ value: (OutturnLine) -> Money) -> Money { outturn.lines.reduce(.zero) { $0 + value($1) } }
    let undriven = outturn.lines.filter { $0.driver == .none }.reduce(Money.zero) { $0 + $1.committed }
    let parts: [(String, Money)] = [
      ("Commitments: today's placements and packages to their ends", sum(\.committed) - undriven),
      ("Today's children leaving or moving otherwise than committed", sum(\.leaversAndMoves)),
      ("Children to come", sum(\.newStarts)), ("Other budgets, as budgeted", undriven),
      ("Adjustments by hand", sum(\.adjustments)),
    ].filter { $0.1 != .zero }
    // The same amount ahead as in the table of lines.
    let ahead = thousands([outturn.total]).total - thousands([sum(\.actual)]).total
    let units = (
      parts: Apportion.wholeNumbers(parts.map { Double($0.1.pence) / 100_000 }, total: ahead), total: ahead
    )
    let rows = zip(parts, units.parts).map {
      ReportTable.Row(label: $0.0, cells: [Words.number($1)], isTotal: false)
    }
    return ReportTable(
      title: "What lies ahead, £ thousand", labels: "", columns: ["£ thousand"],
      rows: rows + [ReportTable.Row(label: "Ahead", cells: [Words.number(units.total)], isTotal: true)],
      notes: outturn.expired.isEmpty
        ? []
        : [
          "\(Words.count(outturn.expired.count, "adjustment is", "adjustments are")) past the last day and left out."
        ])
  }

  /// The reasons of a movement; in what is published, those of few children together.
  func reasons(_ movement: Movement, isPublished: Bool) -> [[Movement.Reason]] {
    let reasons = Movement.Reason.allCases.filter { movement.total([$0]) != .zero }
    guard isPublished else { return reasons.map { [$0] } }
    return Disclosure.together(reasons.map { movement.children([$0]) }).map { $0.map { reasons[$0] } }
  }

  /// What moved since the forecast before, by reason.
  func movementTable(isPublished: Bool = false) -> ReportTable? {
    guard let movement else { return nil }
    let groups = reasons(movement, isPublished: isPublished)
    let units = thousands(groups.map { movement.total($0) })
    let rows = groups.indices.map { index in
      let children = movement.children(groups[index]).count
      let words = groups[index].map(OutturnReport.words).joined(separator: ", ")
      return ReportTable.Row(
        label: words.prefix(1).uppercased() + words.dropFirst(),
        cells: [
          children == 0
            ? "–" : isPublished && Disclosure.isSmall(children) ? "fewer than 6" : Words.number(children),
          Words.change(units.parts[index]),
        ],
        isTotal: false)
    }
    return ReportTable(
      title: "Movement since \(movement.from.spoken), £ thousand", labels: "Why",
      columns: ["Children", "£ thousand"],
      rows: rows + [
        ReportTable.Row(
          label: "\(Words.about(movement.before)) to \(Words.about(movement.after))",
          cells: ["", Words.change(units.total)], isTotal: true)
      ], notes: [])
  }

  /// Every month's cost.
  func monthsTable() -> ReportTable {
    let units = thousands(outturn.months.map(\.cost))
    let rows = zip(outturn.months, units.parts).map { month, cost in
      ReportTable.Row(
        label: (month.days.end - 1).monthAndYear,
        cells: [
          month.days.end <= outturn.asOf + 1 ? "known" : month.actual == .zero ? "expected" : "part known",
          Words.number(cost), range(month.spread), range(month.spreadToDate),
        ], isTotal: false)
    }
    return ReportTable(
      title: "Cost by month, £ thousand", labels: "Month",
      columns: ["", "Cost", "8 futures in 10", "From 1 April, 8 in 10"],
      rows: rows + [
        ReportTable.Row(label: "Year", cells: ["", Words.number(units.total), "", ""], isTotal: true)
      ],
      notes: ["Nights only: adjustments and budgets that nothing drives belong to no month."],
      columnsOfWords: 1)
  }
}

extension Movement {
  /// The sum of several reasons.
  func total(_ reasons: [Reason]) -> Money { reasons.reduce(.zero) { $0 + total($1) } }

  /// The children whom reasons are about.
  func children(_ reasons: [Reason]) -> Set<ChildID> {
    Set(lines.filter { reasons.contains($0.reason) }.compactMap(\.child))
  }
}
