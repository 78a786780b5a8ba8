public import Care
public import Costing
public import Units

/// What a week of care cost by kind, provider and month: what every output of `homeward unit-costs` is made from.
public struct UnitCostReport: Sendable {
  /// The council or folder it is about.
  public let council: String
  /// The categories.
  public let book: CategoryBook
  /// The financial year.
  public let year: FinancialYear
  /// The unit costs.
  public let costs: UnitCosts
  /// Published unit costs by kind of care, in pounds a week; empty where none were asked for.
  public let published: [String: PublishedComparison]
  /// Rows of the ledger that were set aside.
  public let setAside: Int
  /// What may stand by itself in what is published.
  let apart: UnitCostsApart

  /// A report.
  public init(
    council: String, book: CategoryBook, year: FinancialYear, costs: UnitCosts,
    published: [String: PublishedComparison], setAside: Int
  ) {
    self.council = council
    self.book = book
    self.year = year
    self.costs = costs
    self.published = published
    self.setAside = setAside
    apart = UnitCostsApart(costs, book)
  }

  var title: String { "\(council): unit costs \(year)" }

  /// The last day they are of.
  var lastDay: CivilDay { costs.days.end - 1 }

  /// The kinds of care that published unit costs are of, with the categories that make them up.
  static let publishedKinds: [(id: String, label: String, categories: [String])] = [
    (
      "residential", "Residential care",
      ["secure", "in_house_home", "external_home", "residential_school"]
    ), ("fostering", "Fostering", ["kinship_foster", "in_house_foster", "agency_foster"]),
    ("adoption", "Placed for adoption", ["adoption"]), ("looked-after", "All looked-after children", []),
  ]

  /// A row: its label, and what it sums.
  struct Line {
    let label: String
    let sum: UnitCosts.Sum
  }

  private func sum(_ categories: [Category?]) -> UnitCosts.Sum {
    costs.sum { categories.contains($0.category) }
  }

  /// Every kind of care with nights; nil where neither returns nor ledger tell.
  var kinds: [Category?] { costs.kinds(book) }

  /// Categories; in what is published, those of few children together.
  func categoryLines(isPublished: Bool) -> [Line] {
    let groups = isPublished ? apart.kinds : kinds.map { [$0] }
    return groups.map { group in
      let label = group.map { $0.map { book[$0].label } ?? "Not in the returns" }
      return Line(label: label.count == 1 ? label[0] : "Kinds of few children, together", sum: sum(group))
    }
  }

  /// Providers, those that most is paid to first; in what is published, those of few children together.
  func providerLines(isPublished: Bool) -> [Line] {
    let names = Set(costs.cells.map(\.provider))
    let shown = isPublished ? names.intersection(apart.providers) : names
    let lines = shown.sorted().map { name in
      Line(label: name.isEmpty ? "Not stated" : name, sum: costs.sum { $0.provider == name })
    }.sorted { $0.sum.gross > $1.sum.gross }
    guard shown != names else { return lines }
    return lines + [
      Line(label: "Providers of few children, together", sum: costs.sum { !shown.contains($0.provider) })
    ]
  }

  /// The providers that most is paid to, and the others together.
  func mainProviderLines(_ most: Int) -> [Line] {
    let all = providerLines(isPublished: false)
    guard all.count > most + 1 else { return all }
    let names = Set(all[..<most].map(\.label))
    let others = costs.sum { !names.contains($0.provider.isEmpty ? "Not stated" : $0.provider) }
    return Array(all[..<most]) + [Line(label: "\(all.count - most) others", sum: others)]
  }

  /// All of the year.
  var whole: UnitCosts.Sum { costs.sum { _ in true } }

  /// What the year's weeks cost, in sentences for somebody with two minutes.
  func sentences(isPublished: Bool) -> [String] {
    guard let all = whole.grossPerWeek else { return [] }
    var words = [
      "A week of care cost \(UnitCostReport.pounds(all)) on the mean in \(year) up to \(lastDay.spoken): \(Words.about(whole.gross)) for \(Words.number(whole.nights)) nights."
    ]
    let kinds = categoryLines(isPublished: isPublished)
    if let dearest = kinds.max(by: {
      ($0.sum.grossPerWeek?.pencePerWeek ?? 0) < ($1.sum.grossPerWeek?.pencePerWeek ?? 0)
    }),
      let most = kinds.max(by: { $0.sum.gross < $1.sum.gross }), let price = dearest.sum.grossPerWeek
    {
      let share = Int((Double(most.sum.gross.pence) * 100 / Double(max(1, whole.gross.pence))).rounded())
      words.append(
        "The dearest kind is \(dearest.label.lowercasedFirst), at \(UnitCostReport.pounds(price)) a week; most money goes to \(most.label.lowercasedFirst), \(share) % of it."
      )
    }
    return words
  }

  static func pounds(_ rate: WeeklyRate) -> String {
    "£" + Words.number(Int((Double(rate.pencePerWeek) / 100).rounded()))
  }
}
