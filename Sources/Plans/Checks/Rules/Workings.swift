import Units

extension PlanRule {
  /// A saving against its own volume × price × time.
  static let workings = PlanRule(
    "amount-against-workings", "An amount is not what its volume, price and time make",
    why: "The price that an amount implies shows at once whether it can be saved.",
    example: "£285,000 from seven placements fewer implies £40,714 each; the plan states £36,000."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      guard let workings = saving.derivation, let largest = saving.years.map(\.amount.pounds).max() else {
        return nil
      }
      return finding(saving, workings, stated: saving.years.map(\.amount.pounds), largest: largest, "pounds")
    }
      + checked.plan.claims.compactMap { claim -> PlanFinding? in
        guard case .derived(let workings) = claim.making else { return nil }
        return finding(claim, workings, stated: [claim.stated], largest: claim.stated, claim.unit)
      }
  }

  private static func finding(
    _ item: some PlanItem, _ workings: SavingLine.Derivation, stated: [Double], largest: Double,
    _ unit: String
  ) -> PlanFinding? {
    let times = (workings.times ?? 1) * (workings.success ?? 1)
    guard let volume = workings.volume, volume != 0, times != 0 else { return nil }
    guard let price = workings.price?.pounds, price != 0 else {
      return PlanFinding(
        .gap, item, at: "derivation",
        "“\(item.name)” states \(Figures.value(largest, unit)) from \(Figures.number(volume)) and no price: it implies £\(Figures.number(largest / volume / times)) a \(workings.per) each",
        "State the price of one, and where it comes from.")
    }
    let made = volume * price * times
    // Any of its years may be the one worked out; the nearest is compared.
    guard let nearest = stated.min(by: { abs($0 - made) < abs($1 - made) }),
      abs(nearest - made) > max(1, abs(made) * 0.01)
    else { return nil }
    return PlanFinding(
      .contradiction, item, at: "derivation",
      "“\(item.name)” states \(Figures.value(nearest, unit)), and \(Figures.number(volume)) × £\(Figures.number(price)) × \(Figures.number(times)) is £\(Figures.number(made)): the amount implies £\(Figures.number(nearest / volume / times)) a \(workings.per) each, or \(Figures.number(nearest / price / times)) of them",
      "Correct volume, price, time or amount, whichever is wrong.",
      stake: Money(roundingPounds: abs(nearest - made)))
  }
}
