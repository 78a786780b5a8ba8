import Files
import Plans
import Units

extension PlanSection {
  static let scales = PlanSection(
    "scales", "scale", "Scales that risks are scored on.", \.scales, \.place, RiskScale(id: "", name: "")
  ) {
    PlanField<RiskScale>.head(\.id, \.name)
    PlanField("likelihood", \.likelihood, .list(.step), "Steps of likelihood, the least first.")
    PlanField("impact", \.impact, .list(.step), "Steps of impact, the least first.")
  }

  static let risks = PlanSection(
    "risks", "risk", "What may go wrong.", \.risks, \.place, Risk(id: "", name: "")
  ) {
    PlanField<Risk>.head(\.id, \.name)
    PlanField<Risk>.stream(\.stream)
    PlanField(
      "scale", \.scale, .text, "Its scale; left out for five-by-five.", refersTo: "scales")
    PlanField("inherent", \.inherent, .optional(.score), "Its score before anything is done: 4 x 3, or B3.")
    PlanField("current", \.current, .optional(.score), "Its score as it stands.")
    PlanField("target", \.target, .optional(.score), "Its score as it is to be.")
    PlanField(
      "stated_rating", \.statedRating, .optional(.rating), "The rating stated, where it is a product.")
    PlanField<Risk>.owner(\.owner)
    PlanField("review", \.review, .optional(.day), "When it is next looked at.")
    PlanField("proximity", \.proximity, .text, "When it may come true.")
    PlanField("mitigation", \.mitigation, .texts, "What is done about it.")
  }

  static let dependencies = PlanSection(
    "dependencies", "dependency", "What the plan waits for.", \.dependencies, \.place,
    Dependency(id: "", name: "")
  ) {
    PlanField<Dependency>.head(\.id, \.name)
    PlanField<Dependency>.owner(\.owner)
    PlanField("due", \.due, .optional(.day), "By when.")
  }

  static let indicators = PlanSection(
    "indicators", "indicator", "What is watched without a target, harm among it.", \.indicators, \.place,
    Indicator(id: "", name: "")
  ) {
    PlanField<Indicator>.head(\.id, \.name)
    PlanField("measure", \.measure, .text, "The measure that tells.")
    PlanField("is_harm", \.isHarm, .flag, "Whether it tells of harm to children.")
    PlanField("is_higher_better", \.isHigherBetter, .flag, "Whether more is better.")
    PlanField("actuals", \.actuals, .points, "Values as they came, by day.")
  }

  static let assumptions = PlanSection(
    "assumptions", "assumption", "What is taken for granted.", \.assumptions, \.place,
    Assumption(id: "", name: "")
  ) {
    PlanField<Assumption>.head(\.id, \.name)
    PlanField(
      "contradicted_by", \.contradictedBy, .text, "The risk that says it may not be so.", refersTo: "risks")
  }

  static let claims = PlanSection(
    "claims", "claim", "Figures stated as made of others, to be recomputed.", \.claims, \.place,
    Claim(id: "", name: "", stated: 0, making: .total([]))
  ) {
    PlanField<Claim>.head(\.id, \.name)
    PlanField("stated", \.stated, .number, "The value stated.", isRequired: true)
    PlanField(
      "unit", \.unit,
      PlanForm<String>(
        shape: .text, read: PlanForm<String>.text.read, write: { $0 == "pounds" ? nil : .made($0) }),
      "What it counts: pounds, children, nights, placements.")
    making()
    PlanField("on", \.on, .optional(.day), "The day the figure is of.")
    PlanField("tolerance", \.tolerance, .tolerance, "How far apart stated and recomputed may be.")
  }

  static let principles = PlanSection(
    "principles", "principle", "Principles it claims to follow.", \.principles, \.place,
    Principle(name: "", how: "")
  ) {
    PlanField("name", \.name, .text, "The principle.", isRequired: true)
    PlanField("how", \.how, .text, "How the plan follows it.")
  }

  static let signOffs = PlanSection(
    "sign_offs", "sign-off", "Who signed it.", \.signOffs, \.place, SignOff(role: "", on: nil)
  ) {
    PlanField("role", \.role, .text, "The role.", isRequired: true)
    PlanField("on", \.on, .optional(.day), "The day it was signed; left out while it isn't.")
  }

  /// The keys that say how a claim is made, of which it has one.
  static let makings = [
    "sum_of", "total", "product", "also_stated", "worded", "at_most", "at_least", "derived", "allocated_to",
  ]

  /// One key for each way a claim can be made; one of them is written.
  @PlanFields<Claim> private static func making() -> [PlanField<Claim>] {
    made(
      "sum_of", .texts, "Items whose amounts it sums, by id; a minus before an id takes it off.",
      make: { .sum(of: $0, year: year($1)) }, take: { if case .sum(let ids, _) = $0 { ids } else { nil } })
    PlanField(
      of: PlanKey(name: "year", words: "The year of the sum; left out for all years.", shape: .text),
      read: { claim, node throws(Flaws) in
        let year = try PlanForm<FinancialYear>.year.read(node)
        var ids: [String] = []
        if case .sum(let own, _) = claim.making { ids = own }
        claim.making = .sum(of: ids, year: year)
      },
      write: { year($0.making).map { .made($0.description) } })
    made(
      "total", .numbers, "Numbers it is the sum of.", make: { n, _ in .total(n) },
      take: { if case .total(let numbers) = $0, !numbers.isEmpty { numbers } else { nil } })
    made(
      "product", .numbers, "Numbers it is the product of, such as [4, 12, 7].", make: { n, _ in .product(n) },
      take: { if case .product(let numbers) = $0 { numbers } else { nil } })
    made(
      "also_stated", .numbers, "What the plan says elsewhere of the same thing.",
      make: { n, _ in .alsoStated(n) },
      take: { if case .alsoStated(let numbers) = $0 { numbers } else { nil } })
    made(
      "worded", .texts, "How the plan describes the same thing, in its several wordings.",
      make: { t, _ in .worded(t) }, take: { if case .worded(let texts) = $0 { texts } else { nil } })
    made(
      "at_most", .number, "A peak or capacity it may not pass.", make: { n, _ in .atMost(n) },
      take: { if case .atMost(let number) = $0 { number } else { nil } })
    made(
      "at_least", .number, "An aim it must reach.", make: { n, _ in .atLeast(n) },
      take: { if case .atLeast(let number) = $0 { number } else { nil } })
    made(
      "derived", .derivation, "Volume, price and time it is worked out from.", make: { d, _ in .derived(d) },
      take: { if case .derived(let derivation) = $0 { derivation } else { nil } })
    made(
      "allocated_to", .texts, "Costs that the money is set aside for, by id.",
      make: { ids, _ in .allocated(to: ids) }, take: { if case .allocated(let ids) = $0 { ids } else { nil } }
    )
  }

  private static func year(_ making: Claim.Making) -> FinancialYear? {
    if case .sum(_, let year) = making { year } else { nil }
  }

  private static func made<Value>(
    _ name: String, _ form: PlanForm<Value>, _ words: String,
    make: @escaping @Sendable (Value, Claim.Making) -> Claim.Making,
    take: @escaping @Sendable (Claim.Making) -> Value?
  ) -> PlanField<Claim> {
    PlanField(
      of: PlanKey(
        name: name, words: words, shape: form.shape,
        refersTo: name == "sum_of" || name == "allocated_to" ? "" : nil),
      read: { claim, node throws(Flaws) in claim.making = make(try form.read(node), claim.making) },
      write: { take($0.making).flatMap(form.write) })
  }
}
