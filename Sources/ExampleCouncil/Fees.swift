import Units

/// The example's fee ledger: a line for every rate of every placement from 1 April 2020, in the manner of a finance
/// system's extract. `EFFECTIVE_TO` is the last night at a rate where another follows, and the leaving day where the
/// placement ends, as such extracts have it.
struct Fees {
  private static let columns =
    "PLACEMENT_ID,CHILD,SERVICE,PLACEMENT_START,PLACEMENT_END,PLANNED_END,PLACE,PLACE_PROVIDER,PROVIDER_NAME,"
    + "CONTRACT_ID,EFFECTIVE_FROM,EFFECTIVE_TO,WEEKLY_FEE,CORE_FEE,EDUCATION,THERAPY,TRANSPORT,"
    + "HEALTH_CONTRIBUTION,EDUCATION_CONTRIBUTION,UPLIFT_DATE,COST_CENTRE,SUBJECTIVE"

  /// The first day with a fee.
  static let first = Parameters.returns[0].firstDay
  private let seed: Seed
  private(set) var lines: [FeeRow] = []
  private var placements = 0

  init(seed: Seed, children: [Child]) {
    self.seed = seed
    for child in children {
      var draws = Draws(seed, .fees, person: child.index)
      let level = Fees.bell(&draws)
      for period in child.periods { placements(of: child, period, level, &draws) }
      if !child.breaks.isEmpty { package(for: child, &draws) }
    }
  }

  var file: ExampleFile {
    let text = lines.reduce(into: Fees.columns + "\n") { $0 += $1.text + "\n" }
    return ExampleFile(path: "fees.csv", contents: text)
  }

  /// Placements with one carer are one in the ledger: a match as long-term, a registration and a few nights away
  /// change nothing of the fee.
  private mutating func placements(of child: Child, _ period: Period, _ level: Double, _ draws: inout Draws) {
    var index = 0
    while index < period.placements.count {
      let stay = period.placements[index]
      var next = index + 1
      while next < period.placements.count {
        let (last, other) = (period.placements[next - 1], period.placements[next])
        guard other.kind == stay.kind, other.sameCarer || other.isTemporary || last.isTemporary else { break }
        next += 1
      }
      let end = next < period.placements.count ? period.placements[next].from : period.end
      index = next
      guard end > Fees.first, stay.from <= Parameters.horizon else { continue }
      guard draws.chance(FeeParameters.paidChance(stay.kind)) else { continue }
      let isAdult = end == child.birthday(18)
      add(FeeStay(child: child, placement: stay, end: end, endsAtEighteen: isAdult), level, &draws)
    }
  }

  private mutating func add(_ stay: FeeStay, _ level: Double, _ draws: inout Draws) {
    placements += 1
    let kind = stay.placement.kind
    let category = FeeParameters.category(kind, provider: stay.placement.provider)
    let codes = FeeParameters.codes(category)
    let number = Int(stay.placement.urn).map { $0 % 100 } ?? Int(stay.placement.from.number)
    let provider = FeeParameters.provider(stay.placement, number: number)
    var row = FeeRow(id: placements, child: stay.child.identifier, service: "Placement")
    row.start = stay.placement.from
    row.end = stay.end <= Parameters.horizon ? stay.end : nil
    row.planned = planned(stay, &draws)
    row.place = (stay.placement.place, stay.placement.provider)
    row.provider = provider
    row.codes = (codes.costCentre, codes.subjective)
    row.category = category
    row.isAsylumSeeking = stay.child.isAsylumSeeking
    // A child who needs more pays more wherever placed, so fees of one child resemble one another.
    let bell = 0.6 * level + 0.8 * Fees.bell(&draws)
    let factor = max(0.4, 1 + FeeParameters.spread(category) * (bell > 0 ? bell * 1.3 : bell))
    let shape = FeeShape(kind, &draws)
    let prices = Fees.prices(category)
    var pence = 0
    for (year, price) in zip(Parameters.returns, prices) {
      let from = max(stay.placement.from, year.firstDay)
      guard from < stay.end, from <= year.lastDay else { continue }
      let lag = draws.uniform()
      if pence == 0 {
        pence = Int(Double(price) * factor)
      } else {
        // Uplifts follow the market's prices, some way behind.
        let before = prices[Parameters.returns.firstIndex(of: year).map { $0 - 1 } ?? 0]
        pence += Int(Double(pence) * (Double(price) / Double(before) - 1) * (0.55 + 0.45 * lag))
      }
      let isLast = stay.end <= year.lastDay + 1 || year == Parameters.returns.last
      row.from = from
      row.to = isLast ? (stay.end == year.lastDay + 1 ? year.lastDay : row.end) : year.lastDay
      row.until = min(stay.end, year.lastDay + 1)
      row.charge = shape.charge(pence)
      row.uplift = provider.contract.isEmpty ? nil : year.lastDay + 1
      lines.append(row)
    }
  }

  /// The planned end as last recorded: missed by what it slipped, and put off where it has passed.
  private func planned(_ stay: FeeStay, _ draws: inout Draws) -> CivilDay? {
    let (chance, slip, delay) = (draws.uniform(), draws.uniform(), draws.whole(14...120))
    guard chance < FeeParameters.plannedChance(stay.placement.kind) else { return nil }
    if stay.endsAtEighteen { return stay.end }
    let day = max(stay.placement.from + 1, stay.end - FeeParameters.slippage(slip))
    return stay.end > Parameters.horizon && day <= Parameters.horizon ? Parameters.horizon + delay : day
  }

  /// Disabled children with short breaks have a package or a direct payment beside them.
  private mutating func package(for child: Child, _ draws: inout Draws) {
    let isDirect = draws.chance(0.6)
    let weekly = (isDirect ? draws.whole(90...320) : draws.whole(260...900)) * 100
    guard let begins = child.breaks.first?.start, let last = child.breaks.last?.end, last > Fees.first else {
      return
    }
    placements += 1
    let codes = FeeParameters.codes(isDirect ? "direct_payments" : "packages")
    let service = isDirect ? "Direct payment" : "Package"
    var row = FeeRow(id: placements, child: child.identifier, service: service)
    row.start = begins
    let goesOn = last + 70 > Parameters.horizon
    row.end = goesOn ? nil : last
    row.codes = (codes.costCentre, codes.subjective)
    row.category = service.lowercased()
    row.provider = (isDirect ? "Family" : "Sandpiper Support", "")
    var pence = weekly
    for year in Parameters.returns {
      let from = max(begins, year.firstDay)
      guard from <= year.lastDay, goesOn || from < last else { continue }
      let isLast = year == Parameters.returns.last || (!goesOn && last <= year.lastDay + 1)
      row.from = from
      row.to = isLast ? (row.end == year.lastDay + 1 ? year.lastDay : row.end) : year.lastDay
      row.until = goesOn ? year.lastDay + 1 : min(last, year.lastDay + 1)
      row.charge = FeeCharge(weekly: pence, core: pence)
      lines.append(row)
      pence += pence * draws.whole(150...450) / 10_000
    }
  }

  /// A number around nought, mostly within one and never beyond three: the sum of six uniform ones.
  private static func bell(_ draws: inout Draws) -> Double {
    (0..<6).reduce(-3) { sum, _ in sum + draws.uniform() } * 1.414
  }

  /// A category's prices by year, in pence.
  static func prices(_ category: String) -> [Int] {
    (Prices.rows.first { $0.category == category }?.pounds ?? []).map { $0 * 100 }
  }
}

/// A placement as the ledger sees it.
private struct FeeStay {
  let child: Child
  let placement: Placement
  let end: CivilDay
  let endsAtEighteen: Bool
}
