public import Care
public import Costing
import Forecasting
public import Units

/// A financial year's outturn with all that stands beside it: what every output of `homeward outturn` is made from.
public struct OutturnReport: Sendable {
  /// The council or folder it is about.
  public let council: String
  /// The categories.
  public let book: CategoryBook
  /// The outturn.
  public let outturn: Outturn
  /// What moved since the forecast before; nil where there is none.
  public let movement: Movement?
  /// What the forecast before expected the month after it to cost, and what that month came to; nil where it isn't over.
  public let lastMonth: LastMonth?
  /// The year's months that were signed off, and opened again, in words.
  public let signedOff: [String]
  /// How forecasts of the year's earlier months did; empty where none were made.
  public let scores: [OutturnScore]
  /// Where the contracts stand.
  public let contracts: [ContractPosition]
  /// What is owed for nights that the general ledger doesn't show yet.
  public let accruals: [Accrual]
  /// Grants and joint funding to date; nil without the general ledger.
  public let income: IncomeToDate?
  /// Futures simulated.
  public let futures: Int
  /// Where it comes from and what a reader must know.
  public let method: [String]
  /// The categories that whatever is published of the year's nights puts together.
  let together: Set<Category>
  /// What its page and charts are of.
  public var part = Part.whole

  /// What a page tells of.
  public enum Part: String, CaseIterable, Sendable {
    /// The year's outturn with all that stands beside it.
    case whole
    /// Why it differs from the budget.
    case variance
    /// What moved since the forecast before.
    case movement
    /// Where the contracts stand.
    case contracts
  }

  /// A report.
  public init(
    council: String, book: CategoryBook, outturn: Outturn, movement: Movement?, lastMonth: LastMonth?,
    signedOff: [String], scores: [OutturnScore],
    contracts: [ContractPosition], accruals: [Accrual], income: IncomeToDate?,
    futures: Int, method: [String], together: [Category] = []
  ) {
    self.council = council
    self.book = book
    self.outturn = outturn
    self.movement = movement
    self.lastMonth = lastMonth
    self.signedOff = signedOff
    self.scores = scores
    self.contracts = contracts
    self.accruals = accruals
    self.income = income
    self.futures = futures
    self.method = method
    self.together = Set(together)
  }

  var title: String { "\(council): outturn \(outturn.year) as of \(outturn.asOf.spoken)" }

  /// What the year comes to, in sentences for somebody with two minutes.
  public func sentences(isPublished: Bool = false) -> [String] {
    [
      headline, budgetSentence, movementSentence(isPublished), lastMonthSentence,
      commitmentSentence(isPublished),
    ].compactMap { $0 }
  }

  var lastMonthSentence: String? {
    guard let lastMonth else { return nil }
    let (low, high) = (lastMonth.expected.range.lowerBound, lastMonth.expected.range.upperBound)
    let isInside = lastMonth.expected.range.contains(lastMonth.actual.pence)
    return
      "\(lastMonth.expected.lastDay.monthAndYear) was then expected to cost \(Words.about(lastMonth.expected.cost)), \(Words.about(Money(pence: low))) to \(Words.about(Money(pence: high))); it came to \(Words.about(lastMonth.actual)), \(isInside ? "inside" : "outside") that range."
  }

  private var headline: String {
    let total = Words.about(outturn.total)
    guard let spread = outturn.spread else {
      return
        "By commitments alone, \(outturn.year) comes to \(total). Nothing is said of who will leave, move or come."
    }
    let (low, high) = spread.interval(80)
    return
      "\(outturn.year) is expected to come to \(total): \(Words.about(Money(pence: low))) to \(Words.about(Money(pence: high))) in eight futures of ten."
  }

  var budgetSentence: String? {
    guard let budget = outturn.budget else { return nil }
    let over = outturn.total - budget
    guard over != .zero else { return "That is the budget exactly." }
    let size = Words.about(Money(pence: abs(over.pence)))
    let side =
      "That is \(size) \(over > .zero ? "over" : "under") the budget of \(Words.about(budget))"
    guard let chance = chanceOfKeeping(budget) else { return side + "." }
    return side + "; the budget holds in \(chance) of 100 futures."
  }

  /// How many futures of a hundred stay within a budget, to the nearest.
  func chanceOfKeeping(_ budget: Money) -> Int? {
    outturn.totals.map { totals in
      guard !totals.isEmpty else { return 0 }
      let within = totals.count { $0 <= budget.pence }
      return Int((Double(within) * 100 / Double(totals.count)).rounded())
    }
  }

  func movementSentence(_ isPublished: Bool) -> String? {
    guard let movement else { return nil }
    let change = movement.after - movement.before
    guard change != .zero else { return "Nothing has moved since \(movement.from.spoken)." }
    let size = Words.about(Money(pence: abs(change.pence)))
    let reasons = reasons(movement, isPublished: isPublished).map { ($0, movement.total($0)) }
      .sorted { abs($0.1.pence) > abs($1.1.pence) }.prefix(2)
      .map { "\($0.0.map(OutturnReport.words).joined(separator: " and ")) \(Words.signed($0.1))" }
    return
      "Since \(movement.from.spoken) it has \(change > .zero ? "risen" : "fallen") by \(size), most of it: \(reasons.joined(separator: ", "))."
  }

  private func commitmentSentence(_ isPublished: Bool) -> String? {
    let committed = outturn.children.filter { $0.committed != .zero }
    guard !committed.isEmpty else { return nil }
    let vague = committed.filter { $0.basis == .eighteenth || $0.basis == .yearEnd }
    let late = committed.filter { $0.basis == .overdue }
    let rest = committed.count - vague.count - late.count
    var sentences: [String] = []
    // Those of each kind, and what is left of all, are told by subtraction too.
    if !isPublished
      || ![vague.count, late.count, rest, rest + late.count].contains(where: Disclosure.isSmall)
    {
      sentences.append(
        "Of \(Words.count(committed.count, "commitment", "commitments")), \(Words.number(vague.count)) have no planned end"
          + (late.isEmpty ? "." : " and \(Words.number(late.count)) have passed theirs."))
    }
    if let mean = outturn.slippage.mean {
      let days = Int(mean.rounded())
      sentences.append(
        "Planned ends have slipped by \(Words.count(days, "day", "days")) on the mean, and are moved by what that tells."
      )
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  static func words(_ reason: Movement.Reason) -> String {
    switch reason {
    case .started: "children who started"
    case .left: "children who left"
    case .moved: "children who moved"
    case .rate: "changed prices"
    case .endDate: "changed end dates"
    case .correction: "corrections of earlier months"
    case .leaversAndMoves: "forecast of leavers and moves"
    case .newStarts: "forecast of new starts"
    case .adjustments: "adjustments by hand"
    case .undriven: "other budgets"
    }
  }
}

/// A month as the forecast before expected it, and as it came.
public struct LastMonth: Sendable, Equatable {
  /// As it was expected.
  public let expected: OutturnSnapshot.MonthExpected
  /// What its nights came to.
  public let actual: Money

  /// What an earlier forecast's next month came to by a later outturn; nil where it expected none, or it isn't over.
  public init?(_ before: OutturnSnapshot?, _ outturn: Outturn) {
    guard let next = before?.nextMonth, next.lastDay <= outturn.asOf,
      let month = outturn.months.first(where: { $0.days.end - 1 == next.lastDay })
    else { return nil }
    expected = next
    actual = month.actual
  }
}

/// How a forecast made earlier in a year did.
public struct OutturnScore: Sendable, Equatable {
  /// The day it was made as of.
  public let asOf: CivilDay
  /// The outturn it expected.
  public let expected: Money
  /// The ends of its 80 % interval, in pence; nil without a simulation.
  public let range: ClosedRange<Int>?
  /// What by its commitments alone the year would have come to.
  public let committed: Money
  /// What the year came to.
  public let actual: Money
  /// The next month's expected cost, the ends of its 80 % interval, and what it came to; nil without one.
  public let nextMonth: (expected: Money, range: ClosedRange<Int>, actual: Money)?

  /// A score.
  public init(
    asOf: CivilDay, expected: Money, range: ClosedRange<Int>?, committed: Money, actual: Money,
    nextMonth: (expected: Money, range: ClosedRange<Int>, actual: Money)?
  ) {
    self.asOf = asOf
    self.expected = expected
    self.range = range
    self.committed = committed
    self.actual = actual
    self.nextMonth = nextMonth
  }

  /// Whether the interval held what came; nil without one.
  public var isHeld: Bool? { range.map { $0.contains(actual.pence) } }

  /// Whether two are the same.
  public static func == (a: OutturnScore, b: OutturnScore) -> Bool {
    a.asOf == b.asOf && a.expected == b.expected && a.range == b.range && a.actual == b.actual
  }
}
