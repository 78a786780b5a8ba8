import Units

/// What initiatives did and cost, by future, month and initiative: whole numbers, as `Futures` has them.
public final class Actions: @unchecked Sendable {
  /// The initiatives, in the order in which they take children.
  public let initiatives: [Initiative]
  /// The futures held.
  public let range: Range<Int>
  /// Months of each.
  public let months: Int
  private let cases: UnsafeMutableBufferPointer<Int32>
  private let pence: UnsafeMutableBufferPointer<Int64>

  init(_ plan: ActingPlan, range: Range<Int>, months: Int) {
    initiatives = plan.initiatives.map(\.initiative)
    self.range = range
    self.months = months
    cases = .allocate(capacity: range.count * months * max(1, initiatives.count))
    pence = .allocate(capacity: range.count * months * max(1, initiatives.count))
    cases.initialize(repeating: 0)
    pence.initialize(repeating: 0)
  }

  deinit {
    cases.deallocate()
    pence.deallocate()
  }

  private func place(_ initiative: Int, _ future: Int, _ month: Int) -> Int {
    ((future - range.lowerBound) * months + month) * initiatives.count + initiative
  }

  /// Children whom an initiative acted on in a month of a future.
  public func cases(_ initiative: Int, future: Int, month: Int) -> Int {
    Int(cases[place(initiative, future, month)])
  }

  /// What an initiative cost to run in a month of a future, in pence: delivery and support, less income and posts saved.
  public func cost(_ initiative: Int, future: Int, month: Int) -> Int {
    Int(pence[place(initiative, future, month)])
  }

  /// Whether an initiative may act once more in a month.
  func hasRoom(_ one: ActingInitiative, _ number: Int, _ future: Int, _ month: Int) -> Bool {
    one.initiative.perMonth.map { Int(cases[place(number, future, month)]) < $0 } ?? true
  }

  func count(_ number: Int, _ future: Int, _ month: Int) { cases[place(number, future, month)] += 1 }

  func add(_ amount: Int64, _ number: Int, _ future: Int, _ month: Int) {
    pence[place(number, future, month)] += amount
  }

  /// Adds what a child's support at home costs, by the months its nights fall in, to the end of the forecast.
  func support(_ support: HomeSupport, _ number: Int, _ future: Int, from day: Int, _ run: FutureRun) {
    var first = day
    let last = min(day + support.weeks * 7, Int(run.horizon) + 1)
    while first < last {
      let month = Int(run.monthOfDay[first])
      let next = min(last, Int(run.monthEnd[month]))
      add(Int64(support.perWeek.cost(ofNights: next - first).pence), number, future, month)
      first = next
    }
  }
}

/// The initiatives of a run, ready to act.
struct ActingPlan: Sendable {
  let initiatives: [ActingInitiative]
  let rho: Double

  init(_ initiatives: [Initiative], rho: Double, months: ForecastMonths) {
    self.initiatives = ActingInitiative.ordered(initiatives, months: months)
    self.rho = rho
  }
}
