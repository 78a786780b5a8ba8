import Costing
import Units

extension OutturnReport {
  /// Contracts shown as one: what they are called and which.
  private struct ContractGroup {
    let label: String, positions: [ContractPosition]

    /// The only one of it; nil where there are several.
    var single: ContractPosition? { positions.count == 1 ? positions.first : nil }

    func sum(_ value: (ContractPosition) -> Money?) -> Money? {
      let all = positions.compactMap(value)
      return all.isEmpty ? nil : all.reduce(.zero, +)
    }

    func sum(_ value: (ContractPosition) -> Int?) -> Int? {
      let all = positions.compactMap(value)
      return all.isEmpty ? nil : all.reduce(0, +)
    }
  }

  /// The contracts, in what is published those of few children together; nil where all of them are of few.
  private func contractGroups(isPublished: Bool) -> [ContractGroup]? {
    guard isPublished else {
      return contracts.map { ContractGroup(label: $0.contract.id, positions: [$0]) }
    }
    let groups = Disclosure.together(contracts.map { Double($0.children) })
    let isSmall = groups.contains { group in
      Disclosure.isSmall(group.reduce(0) { $0 + contracts[$1].children })
    }
    return isSmall
      ? nil
      : groups.map { group in
        ContractGroup(
          label: group.count == 1 ? contracts[group[0]].contract.id : "Contracts of few children, together",
          positions: group.map { contracts[$0] })
      }
  }

  /// Where the contracts stand.
  func contractsTable(isPublished: Bool = false) -> ReportTable? {
    guard !contracts.isEmpty, let groups = contractGroups(isPublished: isPublished) else { return nil }
    let rows = groups.map { group in
      let saving = group.sum(\.savingAgainstSpot)
      return ReportTable.Row(
        label: group.label,
        cells: [
          group.single?.contract.provider ?? "several",
          Words.number(group.positions.reduce(0) { $0 + $1.nights }),
          Words.number(group.positions.reduce(0) { $0 + $1.nightsByYearEnd }),
          group.sum(\.cost).map(Words.about) ?? "–", group.sum(\.overcharged).map(Words.signed) ?? "–",
          group.single?.nightsToNextTier.map(Words.number) ?? "–", saving.map(Words.about) ?? "–",
          group.sum(\.voidNights).map(Words.number) ?? "–",
        ], isTotal: false)
    }
    return ReportTable(
      title: "Contracts", labels: "Contract",
      columns: [
        "Provider", "Nights", "By year end", "Cost", "Over", "To next price", "Saved", "Empty nights",
      ],
      rows: rows,
      notes: [
        "Nights of the contract's own year. Cost: by the contract, up to \(outturn.asOf.spoken). Over: what the ledger charges beyond it. To next price: nights until one is cheaper. Saved: what single nights would have cost, less the contract. Empty nights: of a block, paid for though nobody slept there."
      ], columnsOfWords: 1)
  }

  /// What was agreed.
  func termsTable() -> ReportTable? {
    guard !contracts.isEmpty else { return nil }
    let rows = contracts.map { position in
      let contract = position.contract
      return ReportTable.Row(
        label: contract.id,
        cells: [
          contract.provider, contract.terms.words, (contract.start).spoken,
          contract.end.map { ($0 - 1).spoken } ?? "no end agreed", rise(contract.uplift),
          prices(contract), contract.spot.map(UnitCostReport.pounds) ?? "–",
        ], isTotal: false)
    }
    return ReportTable(
      title: "What was agreed", labels: "Contract",
      columns: ["Provider", "How it is paid", "From", "To", "Prices rise", "A week", "Bought singly"],
      rows: rows,
      notes: [
        "A week: the price on \(outturn.asOf.spoken), rises included; with tiers that of the first and of the last."
      ], columnsOfWords: 5)
  }

  private func prices(_ contract: Contract) -> String {
    func pounds(_ agreed: WeeklyRate) -> String {
      UnitCostReport.pounds(contract.price(agreed, on: outturn.asOf))
    }
    switch contract.terms {
    case .spot: return "by the ledger"
    case .framework(let weekly): return weekly.map(pounds) ?? "by the ledger"
    case .block(_, let weekly): return pounds(weekly)
    case .volume(let tiers):
      guard let first = tiers.tiers.first, let last = tiers.tiers.last else { return "–" }
      return first == last ? pounds(first.weekly) : "\(pounds(first.weekly)) to \(pounds(last.weekly))"
    }
  }

  private func rise(_ uplift: Uplift?) -> String {
    guard let uplift else { return "never" }
    let percent = Words.percent(basisPoints: uplift.basisPoints)
    guard let month = uplift.month, let date = CivilDay(year: 2001, month: month, day: uplift.day) else {
      return "\(percent) every anniversary"
    }
    return "\(percent) every \(date.spoken.replacing(" 2001", with: ""))"
  }

  /// What the contracts come to, in sentences.
  var contractSentences: [String] {
    let children = contracts.reduce(0) { $0 + $1.children }
    guard !contracts.isEmpty, !Disclosure.isSmall(children) else { return [] }
    let cost = contracts.compactMap(\.cost).reduce(.zero, +)
    var words = [
      "\(Words.count(contracts.count, "contract is", "contracts are")) in force on \(outturn.asOf.spoken). Their nights so far cost \(Words.about(cost)) by what was agreed."
    ]
    func part(_ money: Money, _ more: String, _ less: String) {
      guard money != .zero else { return }
      words.append("\(money > .zero ? more : less) \(Words.about(Money(pence: abs(money.pence)))).")
    }
    let saved = contracts.compactMap(\.savingAgainstSpot).reduce(.zero, +)
    part(saved, "Against nights bought singly they save", "Nights bought singly would have cost less, by")
    // A block is paid for whole; the ledger charges the nights slept in it.
    part(
      contracts.filter { $0.voidNights == nil }.compactMap(\.overcharged).reduce(.zero, +),
      "The ledger charges more than was agreed, by", "The ledger charges less than was agreed, by")
    let voids = contracts.compactMap(\.voidNights).reduce(0, +)
    if voids > 0 {
      words.append("\(Words.count(voids, "night was", "nights were")) paid for in which nobody slept.")
    }
    return words
  }
}

extension Contract.Terms {
  /// How nights are paid for, in words.
  fileprivate var words: String {
    switch self {
    case .spot: "Each place at its own price"
    case .framework: "Framework: each place at a listed price"
    case .block(let places, _): "Block of \(Words.count(places, "place", "places"))"
    case .volume(let tiers):
      tiers.kind == .slab
        ? "Cost and volume: later nights cheaper" : "Cost and volume: all nights cheaper"
    }
  }
}
