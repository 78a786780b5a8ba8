public import Units

/// Where a contract stands in its present year: nights bought and still committed, what the contract says they cost,
/// and what the ledger charges for them.
public struct ContractPosition: Sendable {
  /// The contract.
  public let contract: Contract
  /// Its year that the as-of date falls in.
  public let year: DayRange
  /// Nights up to the as-of date.
  public let nights: Int
  /// Children who slept them.
  public let children: Int
  /// Nights up to the year's end if every rate period goes on to its stated or planned end.
  public let nightsByYearEnd: Int
  /// What the nights up to the as-of date cost by the contract; nil where it has no price of its own.
  public let cost: Money?
  /// What the ledger charges for them, before others' shares.
  public let charged: Money
  /// What they would have cost bought singly, less the contract's cost; nil where no spot price is stated.
  public let savingAgainstSpot: Money?
  /// Nights of a block that nobody slept in; nil for other contracts.
  public let voidNights: Int?

  /// What the ledger charges beyond the contract; below nought where it charges less.
  public var overcharged: Money? { cost.map { charged - $0 } }

  /// Nights to come until one at the next tier's price; nil in the last tier and for contracts without tiers.
  public var nightsToNextTier: Int? {
    guard case .volume(let tiers) = contract.terms else { return nil }
    return tiers.nightsToNextTier(after: nights)
  }

  /// The position of every contract in force on a day.
  public static func all(
    _ book: ContractBook, _ ledger: FeeLedger, asOf: CivilDay
  ) -> [ContractPosition] {
    let lines = Dictionary(grouping: ledger.lines.filter { !$0.contract.isEmpty }, by: \.contract)
    return book.contracts.filter { $0.isInForce(on: asOf) }.map {
      ContractPosition($0, lines[$0.id] ?? [], asOf: asOf)
    }
  }

  init(_ contract: Contract, _ lines: [FeeLine], asOf: CivilDay) {
    self.contract = contract
    let year = contract.year(containing: asOf)
    self.year = year
    let passed = DayRange(from: year.start, upTo: min(asOf + 1, year.end)) ?? year
    var charged = Money.zero
    var ahead = 0
    for line in lines {
      charged += line.weekly.cost(ofNights: line.nights(in: passed))
      let end = line.end ?? line.plannedEnd.map { max($0, asOf + 1) }
      ahead += year.nights(ofStayFrom: max(line.start, passed.end), to: end)
    }
    // Month by month, so that a slab's tiers fill and prices rise as the nights are slept.
    var bought: [BoughtNights] = []
    var day = passed.start
    while day < passed.end {
      let next = min(day.startOfMonth.adding(months: 1), passed.end)
      guard let days = DayRange(from: day, upTo: next) else { break }
      bought.append(BoughtNights(days: days, nights: lines.reduce(0) { $0 + $1.nights(in: days) }))
      day = next
    }
    nights = bought.reduce(0) { $0 + $1.nights }
    children = Set(lines.filter { $0.nights(in: passed) > 0 }.map(\.child)).count
    nightsByYearEnd = nights + ahead
    cost = contract.cost(ofYear: bought)
    self.charged = charged
    savingAgainstSpot = contract.savingAgainstSpot(ofYear: bought)
    voidNights = contract.voidNights(bought)
  }
}
