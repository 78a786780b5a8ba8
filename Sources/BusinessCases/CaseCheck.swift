import Units

/// Something that a case does not show, found by a general check.
public struct CaseCheck: Sendable, Equatable {
  /// The checks.
  public enum Rule: String, CaseIterable, Sendable {
    /// Nothing is said of the time before.
    case noBaseline = "no_baseline"
    /// The spending stated pays for more places than there were.
    case impliedVolume = "implied_volume"
    /// The most there can be stands where the expected belongs.
    case maximumAsMean = "maximum_as_mean"
    /// It works for all.
    case fullSuccess = "full_success"
    /// What replaces what is saved is not taken off.
    case grossAsNet = "gross_as_net"
    /// The evidence is old.
    case oldEvidence = "old_evidence"
    /// Nothing is said of the evidence.
    case noEvidence = "no_evidence"
    /// A cost nobody is named to pay.
    case costWithoutPayer = "cost_without_payer"
    /// A benefit nobody is named to gain.
    case gainWithoutPayer = "gain_without_payer"
    /// Nothing is spent.
    case noCost = "no_cost"
    /// Only one way to go.
    case noOtherOption = "no_other_option"
    /// Nothing in it can close a gap in a budget.
    case nothingCashable = "nothing_cashable"
    /// Prices stand still.
    case noInflation = "no_inflation"
  }

  /// Which.
  public let rule: Rule
  /// What was found.
  public let words: Sentence

  /// Years after which evidence is old.
  public static let oldAfterYears = 5
}

extension BusinessCase {
  /// What an option does not show.
  public func checks(of option: Option) -> [CaseCheck] {
    let lines = lines(of: option)
    let benefits = lines.filter { !$0.isCost }
    var found: [CaseCheck] = baselineChecks()
    func add(_ rule: CaseCheck.Rule, _ those: [CaseLine], _ words: (String) -> Sentence) {
      guard !those.isEmpty else { return }
      found.append(CaseCheck(rule: rule, words: words(those.map { "“\($0.name)”" }.joined(separator: ", "))))
    }
    add(.maximumAsMean, benefits.filter(\.claim.isMaximum)) {
      "The most there can be stands where what is expected belongs: \($0)."
    }
    add(
      .fullSuccess,
      benefits.filter {
        $0.saves && $0.benefit == .avoided && $0.adjustment.success * $0.adjustment.engagement == 1
      }
    ) {
      "It is taken to work for everyone it is meant for: \($0). Write success and engagement if it may not."
    }
    add(.grossAsNet, benefits.filter(\.claim.isGross)) {
      "What replaces what is saved is not taken off: \($0) is gross."
    }
    add(.oldEvidence, benefits.filter { isOld($0) }) {
      "The evidence is more than \(CaseCheck.oldAfterYears) years older than the case: \($0)."
    }
    add(.noEvidence, benefits.filter { $0.saves && $0.adjustment.grade == nil }) {
      "Nothing is said of the evidence, so nothing is taken off for optimism: \($0)."
    }
    add(.costWithoutPayer, lines.filter { $0.isCost && $0.shares.isEmpty }) {
      "Nobody is named to pay: \($0). It is counted as the council's."
    }
    add(.gainWithoutPayer, benefits.filter(\.shares.isEmpty)) {
      "Nobody is named to gain: \($0). It is counted as the council's."
    }
    return found + wholeChecks(lines)
  }

  private func isOld(_ line: CaseLine) -> Bool {
    line.claim.evidenceDay.map { $0.adding(months: 12 * CaseCheck.oldAfterYears) < frame.start } ?? false
  }

  private func baselineChecks() -> [CaseCheck] {
    guard let baseline else {
      return [
        CaseCheck(
          rule: .noBaseline,
          words:
            "Nothing is said of the time before: without a baseline and its day nobody can tell later what was saved."
        )
      ]
    }
    guard let implied = baseline.impliedPlaces, let spend = baseline.spend, let weekly = baseline.weekly,
      let peak = baseline.peak, implied > peak
    else { return [] }
    return [
      CaseCheck(
        rule: .impliedVolume,
        words:
          "\(spend) at \(weekly) a week pays for \(implied, decimals: 1) places all year (52 weeks), more than the \(peak) stated as the most at any time: one of the three figures is not what it is taken for."
      )
    ]
  }

  private func wholeChecks(_ lines: [CaseLine]) -> [CaseCheck] {
    var found: [CaseCheck] = []
    func add(_ rule: CaseCheck.Rule, _ words: Sentence) { found.append(CaseCheck(rule: rule, words: words)) }
    if !lines.contains(where: \.isCost) {
      add(.noCost, "No cost is stated: nothing is saved by nothing. Staff time counts.")
    }
    if options.count < 2 {
      add(.noOtherOption, "No other option is considered beside business as usual.")
    }
    if !lines.contains(where: { $0.benefit?.closesGap == true }) {
      add(
        .nothingCashable,
        "Nothing in it can close a gap in a budget: what is avoided shows only against an agreed, dated forecast."
      )
    }
    if !frame.prices.isStated {
      add(.noInflation, "No inflation is stated: the budget view takes prices to stand still.")
    }
    return found
  }
}

extension CaseLine {
  /// Whether it is a saving claimed by a unit's value, and not income, a table by year or a simulation.
  fileprivate var saves: Bool {
    guard yearly == nil, model == nil, let benefit else { return false }
    return benefit != .income && benefit != .fundingSwitch
  }
}
