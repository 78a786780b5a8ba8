/// What a target or saving is measured by: an id that data can answer, or words that only the plan's own values can.
public struct PlanMeasure: Sendable, Hashable {
  /// Why spending changes when the measure does.
  public enum Reason: Sendable { case demand, mix, price, other }

  /// What tells of it.
  public enum Kind: Sendable, Hashable {
    /// Children in care on a day, in categories of placement by id; none named for all.
    case children([String])
    /// Pounds a week of a category of placement, from the fee ledger.
    case unitCost([String])
    /// Children who came back into care within a year of leaving, in the year to a day.
    case returnsToCare
    /// Children who came into care in the year to a day.
    case entries
    /// Moves from one placement to another, in the year to a day.
    case moves
    /// The plan's own values alone: agency staff, occupancy, and what else returns don't hold.
    case stated
  }

  /// As the plan writes it.
  public let id: String
  /// What tells of it.
  public let kind: Kind

  /// Groups of categories that plans speak of; any category's own id is a measure too.
  static let groups: [String: [String]] = [
    "children_in_care": [],
    "residential_placements": ["in_house_home", "external_home", "residential_school"],
    "external_foster": ["agency_foster"],
    "external_placements": ["agency_foster", "external_home", "residential_school"],
    "internal_foster": ["in_house_foster"],
    "foster_placements": ["in_house_foster", "agency_foster", "kinship_foster"],
  ]
  /// The standard categories, which tell a kind of placement from any other word.
  private static let standard = [
    "kinship_foster", "in_house_foster", "agency_foster", "in_house_home", "external_home", "secure",
    "residential_school", "supported_accommodation", "with_parents", "adoption",
  ]
  private static let words = ["agency_staff", "occupancy", "contract_carers", "vacancies", "posts"]

  /// The measure of an id. An id that is no measure known here may be a category's.
  public init(_ id: String) {
    self.id = id
    let plain = String(id.drop { $0 == " " })
    if plain == "returns_to_care" || plain == "reentries" {
      kind = .returnsToCare
    } else if plain == "entries" {
      kind = .entries
    } else if plain == "placement_moves" {
      kind = .moves
    } else if plain.hasPrefix("unit_cost:") {
      let own = String(plain.dropFirst(10))
      kind = .unitCost(PlanMeasure.groups[own] ?? [own])
    } else if let group = PlanMeasure.groups[plain] {
      kind = .children(group)
    } else if plain.isEmpty || plain.contains(" ") || PlanMeasure.words.contains(plain) {
      kind = .stated
    } else {
      kind = .children([plain])
    }
  }

  /// The measures with an id of their own, in order, for whoever writes a plan.
  public static var all: [String] {
    groups.keys.sorted() + ["entries", "placement_moves", "returns_to_care", "unit_cost:CATEGORY"] + words
  }

  /// Why spending changes with it.
  public var reason: Reason {
    switch kind {
    case .children(let categories):
      categories.isEmpty
        ? .demand : categories.allSatisfy(PlanMeasure.standard.contains) ? .mix : .other
    case .unitCost: .price
    case .returnsToCare, .entries: .demand
    case .moves, .stated: .other
    }
  }
}
