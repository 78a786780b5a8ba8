public import BusinessCases
import Forecasting
public import Units

/// A business case worked out: its options against business as usual in two views, economic and budget, which stand
/// side by side and are never added.
public struct CaseReport: Sendable {
  /// What was simulated for the benefits taken from the forecast.
  public struct Simulation: Sendable {
    /// The last day known.
    public let asOf: CivilDay
    /// How many futures.
    public let futures: Int
    /// The key of the draws.
    public let seed: UInt64
    /// What a reader must know of it.
    public let remarks: [Sentence]

    /// What was simulated.
    public init(asOf: CivilDay, futures: Int, seed: UInt64, remarks: [Sentence]) {
      self.asOf = asOf
      self.futures = futures
      self.seed = seed
      self.remarks = remarks
    }
  }

  /// The case.
  public let businessCase: BusinessCase
  /// Its options, the preferred first; one at least.
  public let results: [OptionResult]
  /// What was simulated; nil where nothing was.
  public let simulation: Simulation?

  /// A report.
  public init(_ businessCase: BusinessCase, _ results: [OptionResult], simulation: Simulation? = nil) {
    self.businessCase = businessCase
    self.results = results
    self.simulation = simulation
  }

  var frame: CaseFrame { businessCase.frame }

  /// The preferred option.
  var preferred: OptionResult? { results.first }

  /// The answer in a few sentences that a head of service can use.
  public var headline: String {
    guard let preferred else { return "" }
    return
      ([spending(preferred), worth(preferred), breakEven(preferred), budget(preferred)] + simulated(preferred))
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: Sentences

  /// What is spent and what it brings, in constant prices, not discounted.
  private func spending(_ result: OptionResult) -> String {
    func sum(_ view: Appraisal, _ amount: (Appraisal.Year) -> Real) -> Money {
      view.years.reduce(.zero) { $0 + amount($1).money }
    }
    func years(_ amount: (Appraisal.Year) -> Real) -> String {
      CaseWords.years(result.council.years.filter { amount($0) != .zero }.map(\.year))
    }
    let cost = sum(result.council) { $0.cost }
    let gain = sum(result.council) { $0.benefit }
    let others = sum(result.everyone) { $0.benefit } - gain
    let brings = "\(Words.pounds(gain)) to the council\(gain == .zero ? "" : " \(years { $0.benefit })")"
    let besides = others == .zero ? "" : " and \(Words.pounds(others)) to others"
    guard cost > .zero else { return "No cost is stated. It is said to bring \(brings)\(besides)." }
    return "Spending \(Words.pounds(cost)) \(years { $0.cost }) is to bring \(brings)\(besides)."
  }

  private func worth(_ result: OptionResult) -> String {
    guard let ratio = result.council.ratio else { return "" }
    let npv = result.council.npv
    let terms = "In present value the council "
    return npv >= .zero
      ? terms + "gains \(Words.pounds(npv)) by it, \(CaseWords.ratio(ratio)) spent."
      : terms
        + "loses \(Words.pounds(Money(pence: -npv.pence))) by it: it gets back \(CaseWords.ratio(ratio)) spent."
  }

  /// Where the case's own driver makes it pay for itself.
  private func breakEven(_ result: OptionResult) -> String {
    guard result.council.presentCost > 0 else { return "" }
    let payback = result.paybackMonth.map { "\($0.monthAndYear)" }
    let by =
      payback.map { " As stated it has done so by the end of \($0)." }
      ?? " As stated it never does in the years covered."
    guard let even = result.breakEven else {
      return payback.map { "It has paid for itself by the end of \($0)." }
        ?? "It does not pay for itself in the years covered."
    }
    return CaseReport.words(even) + by
  }

  /// "It pays for itself if 13 of 25 families succeed."
  static func words(_ even: SwitchingValue) -> String {
    let variable = even.variable
    let name = variable.words
    guard let value = even.whole else {
      return "No figure for \(name) that is possible makes it pay for itself, all else as stated."
    }
    let now = CaseWords.figure(variable.value, variable.form)
    guard case .count(let one, let many) = variable.form else {
      let turn = CaseWords.turn(value, variable.form, up: even.risesWithValue)
      return
        "It pays for itself where \(name) is \(turn) or \(even.risesWithValue ? "more" : "less"); the case states \(now)."
    }
    let turn = CaseWords.figure(value, variable.form)
    guard even.risesWithValue else {
      return "It pays for itself with at most \(turn) \(many); the case has \(now)."
    }
    guard value <= variable.value else {
      return "It would pay for itself with \(turn) \(many); the case has \(now)."
    }
    return ["family", "child"].contains(one)
      ? "It pays for itself if \(turn) of \(now) \(many) succeed."
      : "It pays for itself with \(turn) of its \(now) \(many)."
  }

  private func budget(_ result: OptionResult) -> String {
    let gains = result.budget.gross.reduce(Cash.zero, +).money
    let apart = result.budget.apart.flatMap(\.amounts).reduce(Cash.zero, +).money
    guard gains != .zero || apart != .zero else { return "" }
    if gains == .zero {
      return
        "None of it can close a gap in a budget: the \(Words.pounds(apart)) are avoided, switched or released, not cut from a budget."
    }
    let net = result.budget.net.reduce(Cash.zero, +).money
    let after = net == gains ? "" : ", \(Words.pounds(net)) after the cost of delivery"
    let rest =
      apart == .zero ? "" : "; \(Words.pounds(apart)) are avoided, switched or released and are not in it"
    return "In the budget, as paid, \(Words.pounds(gains)) may close a gap\(after)\(rest)."
  }

  private func simulated(_ result: OptionResult) -> [String] {
    guard let values = result.simulated, let simulation, let spread = Spread(values.map { Int($0.rounded()) })
    else {
      return []
    }
    let range = spread.interval(80)
    var sentences = [
      "These are means of \(Words.number(simulation.futures)) simulated futures: the council gains by it in \(ScenarioReport.share(values.count { $0 > 0 }, of: values.count)) of them; in eight of ten the gain lies between \(CaseWords.pounds(Double(range.low))) and \(CaseWords.pounds(Double(range.high)))."
    ]
    if let target = result.target(businessCase) {
      let met = target.savings.count { $0 >= target.amount }
      sentences.append(
        "The target of \(CaseWords.pounds(target.amount)) is met in \(ScenarioReport.share(met, of: target.savings.count)) of them."
      )
    }
    if let stated = result.asStated {
      let difference = result.council.npv - stated
      sentences.append(
        "With the unit saving as stated it would be worth \(Words.pounds(stated)): the simulation finds \(Words.pounds(Money(pence: abs(difference.pence)))) \(difference < .zero ? "less" : "more")."
      )
    }
    return sentences
  }
}

extension OptionResult {
  /// The case's target with the gross saving to the council by future, in constant prices and not discounted; nil where
  /// there is no target or nothing is simulated.
  func target(_ businessCase: BusinessCase) -> (amount: Double, savings: [Double])? {
    guard let amount = businessCase.answers(of: option).figure("target") ?? businessCase.target,
      let futures = lines.compactMap({ $0.model?.futures }).min()
    else { return nil }
    let stated = lines.filter { !$0.isCost && $0.model == nil }
    let rest = CashFlow(stated, businessCase.frame).real { $0.payer == .council }.money.pence
    let savings = (0..<futures).map { future in
      lines.reduce(Double(rest)) { sum, line in
        sum + (line.model?.savings.values.reduce(0) { $0 + $1[future] } ?? 0) * line.councilShare
      }
    }
    return (amount, savings)
  }
}
