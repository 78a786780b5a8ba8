public import Care
public import Forecasting
import Units

/// All rates of a forecast for people to check: what each rests on, what is made of it, how far it may be off, and
/// what a scenario makes of it.
public struct RatesReport: Sendable {
  /// The council or folder the returns came from.
  public let council: String
  /// The categories.
  public let book: CategoryBook
  /// The rates.
  public let table: RateTable
  /// The scenario whose changes stand beside; nil where there is none.
  public let scenario: String?
  /// What it was made from.
  public let reading: ReadingSummary

  /// A report.
  public init(
    council: String, book: CategoryBook, table: RateTable, scenario: String?, reading: ReadingSummary
  ) {
    self.council = council
    self.book = book
    self.table = table
    self.scenario = scenario
    self.reading = reading
  }

  /// The events on rates a year for each child, in the order shown.
  static let hazards: [RateLine.Event] = ExitKind.allCases.map { .exit($0) } + [.change]

  func lines(_ event: RateLine.Event, _ scope: RateLine.Scope) -> [RateLine] {
    table.lines.filter { $0.event == event && $0.scope == scope }
  }

  static func words(_ event: RateLine.Event) -> String {
    switch event {
    case .exit(let kind): kind.label
    case .change: "Changes of placement"
    case .destination: "Where changes lead"
    case .entry: "Entries"
    }
  }

  /// Identifier in files.
  static func id(_ event: RateLine.Event) -> String {
    switch event {
    case .exit(let kind): kind.id
    case .change: "change"
    case .destination: "destination"
    case .entry: "entry"
    }
  }

  /// What the window is and what a reader must know to read the tables.
  func opening(isPublished: Bool = false) -> String {
    let window = table.rates.window
    let seen =
      isPublished
      ? ""
      : " “Seen” is what the returns show, events in child-years; fewer than five are little to rest a rate on."
    let impossible =
      table.impossible == 0
      ? ""
      : " \(Words.count(table.impossible, "rate is", "rates are")) left out, where “–” stands: a child of that age can't have been in care, or in a placement, for so long."
    return
      "Rates taken from \(window.first.spoken) to \(window.last.spoken). A rate is how often something happens to a child in a year: 0.10 is once in ten years, or one child of ten in a year.\(seen) “Used” is what the forecast takes: where few events are known it leans on children who are alike. “80 %” holds eight draws of ten; the forecast draws every rate anew for each future.\(impossible)"
  }

  /// What the scenario changes, by event and age, in a sentence; empty where it changes nothing, or there is none.
  var whatChanges: String {
    let ages = (RatesReport.hazards + [.entry]).compactMap { event -> String? in
      let changed = Set(lines(event, .age).filter(\.isChanged).compactMap(\.age)).sorted()
      guard !changed.isEmpty else { return nil }
      let isAll = changed.count == AgeBand.all.count
      let whom =
        isAll ? "all ages" : ScenarioText.list(changed.map { AgeBand.all[$0].label.lowercasedFirst }, "and")
      return "\(RatesReport.words(event).lowercasedFirst) (\(whom))"
    }
    let leads = table.lines.contains { $0.event == .destination && $0.isChanged }
    let all = ages + (leads ? ["where changes of placement lead"] : [])
    guard let scenario, !all.isEmpty else { return "" }
    return
      "The scenario “\(scenario)” changes \(ScenarioText.list(all, "and")). What it changes comes first; “same” is as used."
  }

  /// What was too little to take rates from, a sentence each that says what to do.
  public var cautions: [String] {
    let window = table.rates.window
    var out: [String] = []
    let care = RatesReport.hazards.compactMap { lines($0, .all).first }
    if care.allSatisfy({ $0.exposure == 0 }) {
      out.append(
        "Nobody was seen in care in the reference period, so no rate comes from it: choose days that the returns cover with --reference."
      )
      return out
    }
    if window.days < 365 {
      out.append(
        "The reference period has only \(window.days) days, less than a year: add earlier returns, or choose a longer period with --reference."
      )
    }
    for (event, all) in zip(RatesReport.hazards, care) where all.events == 0 {
      out.append(
        "\(RatesReport.words(event)): none was seen in the reference period, so the rate used is next to nothing. If that is not so, choose a longer period with --reference, or set the rate in a scenario."
      )
    }
    for (event, all) in zip(RatesReport.hazards, care) where all.events > 0 && RatesReport.restsOnLittle(all)
    {
      out.append(
        "\(RatesReport.words(event)): only \(all.events) \(all.events == 1 ? "was" : "were") seen in the reference period, so the rate rests on little. A longer period with --reference may hold more."
      )
    }
    if lines(.entry, .all).first?.events == 0 {
      out.append(
        "Nobody is known to have come into care in the reference period, so hardly any entries are forecast: check that the returns hold starts (RNE S), or set entries in a scenario."
      )
    }
    let unseen = book.all.filter { category in
      !lines(.change, .category).contains { $0.category == category.index }
        && lines(.entry, .cell).allSatisfy { $0.category != category.index || $0.events == 0 }
    }
    let named = unseen.filter { $0 != book.unknown }.map { book[$0].label.lowercased() }
    if !named.isEmpty {
      out.append(
        "Nobody was seen in \(ScenarioText.list(named, "or")): should children be placed there, they move and leave as children of their age do elsewhere. A longer period with --reference may hold some."
      )
    }
    return out
  }

  /// What is said of entries beside their table; on a page without the shares of group sizes, which may rest on few.
  func entryWords(isPublished: Bool = false) -> String {
    let sizes = table.rates.entries.sizes
    let total = max(sizes.reduce(0, +), 1e-12)
    let shares = sizes.enumerated().compactMap { index, share -> String? in
      let percent = Int((share / total * 100).rounded())
      return percent > 0 ? "\(percent) % of \(index + 1)" : nil
    }
    let groups = isPublished ? "" : ScenarioText.list(shares, "and") + "; "
    let tau = [table.tau.value, table.tau.low, table.tau.high].map(RatesReport.percent)
    return
      "Children come in groups, of brothers and sisters mostly: \(groups)\(RatesReport.two(table.rates.entries.meanSize)) on average. The pace drifts: from a year to the next by about \(tau[0]) (80 %: \(tau[1]) to \(tau[2]))."
  }

  // MARK: Figures

  /// A figure with the decimals that its size bears: 1.24, 0.036, 0.0004.
  static func figure(_ value: Double) -> String {
    if value < 0.00005 { return value > 0 ? "<0.0001" : "0" }
    let decimals = value >= 9.995 ? 1 : value >= 0.0995 ? 2 : value >= 0.00995 ? 3 : 4
    return decimal(value, decimals)
  }

  static func two(_ value: Double) -> String { decimal(value, 2) }

  static func percent(_ share: Double) -> String { decimal(share * 100, share < 0.095 ? 1 : 0) + " %" }

  static func decimal(_ value: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let whole = Int((abs(value) * scale).rounded())
    let (units, rest) = (whole / Int(scale), String(whole % Int(scale)))
    let sign = value < 0 && whole > 0 ? "−" : ""
    guard decimals > 0 else { return sign + Words.number(units) }
    return sign + Words.number(units) + "." + String(repeating: "0", count: decimals - rest.count) + rest
  }

  /// A rate a year as so many: "1 in 12 a year"; nil from one in two up, where it says less than the rate.
  static func oneIn(_ rate: Double) -> String? {
    guard rate > 0.0001, rate < 0.5 else { return nil }
    return "1 in \(Words.number(Int((1 / rate).rounded()))) a year"
  }
}
