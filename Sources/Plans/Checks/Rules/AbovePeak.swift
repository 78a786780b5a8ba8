import Units

extension PlanRule {
  /// More of something than there ever is.
  static let abovePeak = PlanRule(
    "volume-above-peak", "An amount implies more placements than there are",
    why: "Nobody can be moved out of a placement that doesn't exist.",
    example: "£4,086,246 at £3,143 a week for 52 weeks are 25.0 placements; the stated peak is 23."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      saving.derivation.flatMap { finding(saving, $0, $0.stated(by: saving.years.map(\.amount.pounds))) }
    }
      + checked.plan.claims.compactMap { claim -> PlanFinding? in
        guard case .derived(let workings) = claim.making else { return nil }
        return finding(claim, workings, claim.stated)
      }
  }

  private static func finding(_ item: some PlanItem, _ workings: SavingLine.Derivation, _ stated: Double)
    -> PlanFinding?
  {
    guard let peak = workings.peak else { return nil }
    let times = (workings.times ?? 1) * (workings.success ?? 1)
    let implied = workings.price.flatMap { $0.pounds * times == 0 ? nil : stated / $0.pounds / times }
    guard let volume = [workings.volume, implied].compactMap({ $0 }).max(), volume > peak + 0.005 else {
      return nil
    }
    let how =
      workings.price.map {
        "£\(Figures.number(stated)) at \(Figures.pounds($0)) for \(Figures.number(times))"
      }
      ?? "It"
    return PlanFinding(
      .contradiction, item, at: "derivation",
      "“\(item.name)”: \(how) implies \(Figures.number(volume)), above the peak of \(Figures.number(peak))",
      "Check the price first: an average over children is not the price of a placement all year round.",
      stake: workings.price.map { Money(roundingPounds: (volume - peak) * $0.pounds * times) })
  }
}

extension SavingLine.Derivation {
  /// Which of a line's amounts by year is the one worked out: the nearest to what volume, price and time make, or the first
  /// where one of them isn't stated.
  func stated(by amounts: [Double]) -> Double {
    guard let volume, let price else { return amounts.first ?? 0 }
    let made = volume * price.pounds * (times ?? 1) * (success ?? 1)
    return amounts.min { abs($0 - made) < abs($1 - made) } ?? 0
  }
}
