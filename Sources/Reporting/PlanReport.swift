import BusinessCases
public import Plans
public import Units

/// How a savings plan stands, with all that any output of `homeward plan status`, `bridge`, `risks` or `actions` shows.
public struct PlanReport: Sendable {
  /// Which of it is wanted.
  public enum Part: String, CaseIterable, Sendable { case status, bridge, risks, actions }

  /// By what actions are put together.
  public enum Grouping: String, CaseIterable, Sendable { case stream, owner, due }

  /// What initiatives save alone and together, by future.
  public struct Effects: Sendable {
    /// One initiative's.
    public struct Row: Sendable {
      /// What readers call it.
      public let name: String
      /// What it saves alone, in pence by future.
      public let alone: [Int]
      /// Children fewer in care on the last day, by future.
      public let fewer: [Int]
      /// Its fair share of what all save together, in pence by future; nil where it wasn't worked out.
      public let share: [Double]?

      /// A row.
      public init(name: String, alone: [Int], fewer: [Int], share: [Double]? = nil) {
        self.name = name
        self.alone = alone
        self.fewer = fewer
        self.share = share
      }
    }

    /// The initiatives, in the plan's order.
    public let rows: [Row]
    /// What all save together, in pence by future.
    public let joint: [Int]
    /// The days they are compared over.
    public let from: CivilDay, until: CivilDay

    /// Effects over some days.
    public init(rows: [Row], joint: [Int], from: CivilDay, until: CivilDay) {
      self.rows = rows
      self.joint = joint
      self.from = from
      self.until = until
    }

    /// What stand-alone savings claim beyond the joint saving, on the mean.
    public var overlap: Double { rows.reduce(0) { $0 + mean($1.alone) } - mean(joint) }

    func mean(_ values: [Int]) -> Double { Double(values.reduce(0, +)) / Double(max(1, values.count)) }
  }

  /// A status that was kept on an earlier day.
  public struct Past: Sendable, Equatable {
    /// The day.
    public let on: CivilDay
    /// The item's id and its status then.
    public let item: String, status: Status

    /// A status of a day.
    public init(on: CivilDay, item: String, status: Status) {
      self.on = on
      self.item = item
      self.status = status
    }
  }

  /// The plan.
  public let plan: Plan
  /// How it stands.
  public let status: PlanStatus
  /// What its initiatives do; nil where nothing is simulated.
  public let effects: Effects?
  /// From planned savings to the budget.
  public let bridge: SavingsBridge
  /// The years of a medium-term plan.
  public let mediumTerm: MediumTerm
  /// Where it comes from and what a reader must know.
  public let method: [String]
  /// Statuses kept before, in order of day.
  public var past: [Past] = []
  /// Whether finance's postings were given: without them nobody knows what is in the ledger.
  public var isLedgerGiven = true
  /// Which part is wanted.
  public var part = Part.status
  /// By what actions are put together.
  public var grouping = Grouping.due

  /// A report.
  public init(
    plan: Plan, status: PlanStatus, effects: Effects?, bridge: SavingsBridge, mediumTerm: MediumTerm,
    method: [String]
  ) {
    self.plan = plan
    self.status = status
    self.effects = effects
    self.bridge = bridge
    self.mediumTerm = mediumTerm
    self.method = method
  }

  var title: String {
    let words =
      switch part {
      case .status: "how the plan stands"
      case .bridge: "from planned savings to the budget"
      case .risks: "risks"
      case .actions: "action plan"
      }
    return "\(plan.name): \(words) on \(status.asOf.spoken)"
  }

  /// How it stands, in sentences for somebody with two minutes.
  public func sentences() -> [String] {
    switch part {
    case .status:
      [targetSentence, savingSentence, actionSentence, harmSentence, effectSentence].compactMap { $0 }
    case .bridge: [bridgeSentence, riskSentence].compactMap { $0 }
    case .risks: [riskCountSentence].compactMap { $0 }
    case .actions: [actionSentence].compactMap { $0 }
    }
  }

  private var targetSentence: String? {
    guard !status.targets.isEmpty else { return nil }
    return "Targets: \(PlanReport.counts(status.targets.map(\.status)))."
  }

  private var savingSentence: String? {
    let counted = status.counted
    let apart = status.savings.count - counted.count
    let others =
      apart == 0 ? "" : apart == 1 ? " 1 stands apart, in no total." : " \(apart) stand apart, in no total."
    guard !counted.isEmpty else {
      return apart == 0 ? nil : "Savings: none counts towards a budget.\(others)"
    }
    let years = Set(counted.map(\.year)).sorted().map { year in
      let own = counted.filter { $0.year == year }
      let planned = own.reduce(Money.zero) { $0 + $1.planned }
      let confirmed = own.reduce(Money.zero) { $0 + $1.confirmed }
      guard isLedgerGiven else { return "\(Words.pounds(planned)) planned for \(year)" }
      return "of \(Words.pounds(planned)) planned for \(year), \(Words.pounds(confirmed))"
    }
    guard isLedgerGiven else {
      return
        "Savings: \(years.joined(separator: "; ")). What of it is in the ledger is not known: no list of finance's postings is given. \(PlanReport.counts(counted.map(\.status)).capitalisedFirst).\(others)"
    }
    return
      "Savings: \(years.joined(separator: "; ")) is in the ledger and confirmed by somebody other than the owner. \(PlanReport.counts(counted.map(\.status)).capitalisedFirst).\(others)"
  }

  private var actionSentence: String? {
    guard !status.actions.isEmpty else { return nil }
    let late = status.actions.count { $0.daysLate != nil }
    let delivered = status.actions.count(where: \.isDelivered)
    let undated = status.actions.count { if case .undated = $0.delivery { true } else { false } }
    return
      "Actions: \(Words.number(delivered)) of \(Words.number(status.actions.count)) delivered, \(Words.number(late)) overdue, \(Words.number(undated)) without a firm date."
  }

  private var harmSentence: String? {
    let worse = status.harm.filter(\.harm.isWorse)
    guard !worse.isEmpty else { return nil }
    return
      "Getting worse beside the savings: \(worse.map(\.indicator.name).joined(separator: ", ")). While that is so, nothing is green."
  }

  private var effectSentence: String? {
    guard let effects, !effects.rows.isEmpty else { return nil }
    let saved = Money(pence: Int(effects.mean(effects.joint).rounded()))
    let words =
      saved < .zero
      ? "cost \(Words.about(.zero - saved)) more than they save" : "save \(Words.about(saved))"
    let overlap = Money(pence: Int(effects.overlap.rounded()))
    // One initiative has no other to overlap with, and what is about nought is nothing to tell.
    let claim =
      Words.about(overlap) == Words.about(.zero)
      ? "" : "; one by one they would claim \(Words.about(overlap)) more than that"
    return "Together the initiatives are expected to \(words) up to \(effects.until.spoken)\(claim)."
  }

  private var bridgeSentence: String? {
    let words =
      (isLedgerGiven
        ? "Of \(Words.pounds(bridge.planned)) to be saved in \(bridge.year), \(Words.pounds(bridge.delivered)) was delivered."
        : "Of \(Words.pounds(bridge.planned)) to be saved in \(bridge.year) nothing is known to be delivered: no list of finance's postings is given.")
      + (bridge.surplus > .zero
        ? " Savings that brought more than their plans brought \(Words.pounds(bridge.surplus)) beyond them, which covers no other's gap."
        : "")
    guard bridge.isSpendKnown else {
      return words
        + " What demand, mix and price did to the budget is told where a fee ledger and a budget are given."
    }
    return words
      + " After demand, mix, price and all else, the effect on the budget is \(Words.pounds(bridge.effect))\(bridge.effect < .zero ? ": so much more is spent than was budgeted" : "")."
  }

  private var riskSentence: String? {
    let net = netAtRisk
    return
      "Net at risk: approved \(Words.pounds(net.approved)) − achieved \(Words.pounds(net.achieved)) + pressures \(Words.pounds(net.pressure)) = \(Words.pounds(net.net))."
  }

  private var riskCountSentence: String? {
    guard !plan.risks.isEmpty else { return nil }
    let scored = plan.risks.count { $0.inherent != nil || $0.current != nil }
    return "\(Words.count(plan.risks.count, "risk", "risks")), \(Words.number(scored)) scored."
  }

  static func counts(_ all: [Status]) -> String {
    Status.allCases.compactMap { status in
      let count = all.count { $0 == status }
      return count == 0 ? nil : "\(Words.number(count)) \(status.rawValue)"
    }.joined(separator: ", ")
  }
}

extension Status {
  /// A shape and a word, so that nothing hangs on colour.
  public var words: String {
    switch self {
    case .blue: "■ Blue: done"
    case .green: "● Green: on course"
    case .amber: "▲ Amber: in doubt"
    case .red: "◆ Red: not on course"
    case .unknown: "? Not known"
    }
  }
}
