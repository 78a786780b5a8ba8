import Care
import Forecasting
import Units

extension Outturn {
  /// Works out what a year comes to.
  public init(_ input: OutturnInput) {
    let children = ChildCosts(input).all()
    var lines = Outturn.emptyLines(input, children)
    let places = Outturn.places(of: children, in: lines, input.histories.book)
    for (child, place) in zip(children, places) {
      lines[place].actual += child.incurred
      lines[place].committed += child.committed
      lines[place].nights += child.nights
      lines[place].nightsAhead += Double(child.nightsAhead)
    }
    let expired = Outturn.adjust(&lines, input)
    let rest = input.simulated.map { Rest($0, input, children, places) }
    if let rest { for index in lines.indices { rest.apply(to: &lines[index], at: index) } }
    let adjusted = lines.reduce(Money.zero) { $0 + $1.adjustments }
    self.init(
      year: input.year, asOf: input.histories.asOf, lines: lines,
      totals: rest?.totals(adjusted: adjusted), children: children, slippage: input.slippage,
      expired: expired, months: Outturn.months(input, children, rest))
  }

  /// The budget's lines, then a line for every category and kind of payment that has money but no budget.
  private static func emptyLines(_ input: OutturnInput, _ children: [ChildCost]) -> [OutturnLine] {
    var lines = (input.budget?.lines ?? []).map {
      OutturnLine(
        costCentre: $0.costCentre, subjective: $0.subjective, name: $0.name, driver: $0.driver,
        budget: $0.amount, budgetNights: $0.nights)
    }
    for index in lines.indices where lines[index].driver == .none {
      // Nothing tells of such a line but its budget.
      lines[index].committed = lines[index].budget ?? .zero
    }
    func add(_ driver: BudgetLine.Driver, _ name: String) {
      guard !lines.contains(where: { $0.driver == driver }) else { return }
      lines.append(
        OutturnLine(
          costCentre: "", subjective: "", name: name, driver: driver, budget: nil, budgetNights: nil))
    }
    let book = input.histories.book
    let inUse = Set(children.compactMap { $0.kind == .placement ? $0.category : nil })
    let coming = input.simulated.map { rest in
      Set(
        book.all.filter { category in
          rest.all.costs(months: 0..<rest.all.months, categories: [category.index]).contains { $0 != 0 }
        })
    }
    for category in book.all where inUse.contains(category) || (coming?.contains(category) ?? false) {
      add(.category(category), book[category].label)
    }
    for kind in FeeKind.allCases where kind != .placement && children.contains(where: { $0.kind == kind }) {
      add(.payments(kind), kind.rawValue.capitalisedFirst + "s")
    }
    if children.contains(where: { $0.kind == .placement && $0.category == nil }) {
      add(.category(book.unknown), book[book.unknown].label)
    }
    return lines
  }

  /// Which line each child's cost is charged to.
  private static func places(
    of children: [ChildCost], in lines: [OutturnLine], _ book: CategoryBook
  ) -> [Int] {
    var place: [BudgetLine.Driver: Int] = [:]
    for (index, line) in lines.enumerated() where line.driver != .none { place[line.driver] = index }
    return children.compactMap { child in
      guard child.kind == .placement else { return place[.payments(child.kind)] }
      return place[.category(child.category ?? book.unknown)]
    }
  }

  /// Puts the adjustments that count on their lines; the others are given back.
  private static func adjust(_ lines: inout [OutturnLine], _ input: OutturnInput) -> [Adjustment] {
    for adjustment in input.adjustments where adjustment.counts(on: input.histories.asOf) {
      // Lines without a code have nothing in common with an adjustment without one.
      let own = lines.firstIndex {
        $0.costCentre == adjustment.costCentre && $0.subjective == adjustment.subjective
          && !(adjustment.costCentre.isEmpty && adjustment.subjective.isEmpty)
      }
      if let own {
        lines[own].adjustments += adjustment.amount
      } else {
        var line = OutturnLine(
          costCentre: adjustment.costCentre, subjective: adjustment.subjective,
          name: adjustment.kind.rawValue.capitalisedFirst, driver: .none, budget: nil, budgetNights: nil)
        line.adjustments = adjustment.amount
        lines.append(line)
      }
    }
    return input.adjustments.filter { !$0.counts(on: input.histories.asOf) }
  }

  private static func months(
    _ input: OutturnInput, _ children: [ChildCost], _ rest: Rest?
  ) -> [OutturnMonth] {
    let asOf = input.histories.asOf
    var toDate: [Int] = []
    return input.year.months.enumerated().map { month, days in
      let actual = children.reduce(Money.zero) { $0 + $1.incurredByMonth[month] }
      let isKnown = days.end <= asOf + 1
      guard !isKnown, let ahead = rest?.month(ending: days.end - 1, month) else {
        let committed = children.reduce(Money.zero) { $0 + $1.committedByMonth[month] }
        let cost = (actual + committed).pence
        toDate = toDate.isEmpty ? Array(repeating: cost, count: rest?.futures ?? 1) : toDate.map { $0 + cost }
        return OutturnMonth(days: days, actual: actual, expected: committed, spread: nil, spreadToDate: nil)
      }
      let costs = ahead.costs.map { $0 + actual.pence }
      toDate = toDate.isEmpty ? costs : zip(toDate, costs).map { $0 + $1 }
      return OutturnMonth(
        days: days, actual: actual, expected: ahead.mean, spread: Spread(costs),
        spreadToDate: Spread(toDate))
    }
  }
}

extension String {
  /// The same with its first letter in capitals.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
