import Returns
public import Units

/// All rules, in sections by subject. Adding a rule is adding one unit to the section it belongs to.
public enum RuleBook {
  /// Rules of one subject.
  public struct Section: Sendable {
    /// The subject.
    public let title: String
    /// Its rules.
    public let rules: [Rule]
  }

  /// The collection years, by the calendar year they start in, that rules and code sets are known for.
  public static let everyYear = CodeBook.years.lowerBound.startYear...CodeBook.years.upperBound.startYear
  /// The year whose rules stand in for a year before the first: the rules as the sector has published their logic.
  static let publishedYear = 2024

  /// The sections, in the order they are listed.
  public static let sections: [Section] = [
    Section(title: "Codes", rules: codes),
    Section(title: "Children and tables", rules: identity),
    Section(title: "Dates and ages", rules: dates),
    Section(title: "From one episode to the next", rules: continuity),
    Section(title: "Against last year's return", rules: lastYear + changes),
    Section(title: "Legal status", rules: legalStatus),
    Section(title: "Short breaks", rules: shortBreaks),
    Section(title: "Temporary placements", rules: temporary),
    Section(title: "Placements and ages", rules: placements),
    Section(title: "Providers and URN", rules: providers),
    Section(title: "Postcodes and distance", rules: postcodes),
    Section(title: "Where children are placed", rules: places),
    Section(title: "Reasons for placement changes", rules: moves),
    Section(title: "Reasons for leaving care", rules: leaving),
    Section(title: "Unaccompanied asylum-seeking children", rules: uasc),
    Section(title: "Reviews", rules: reviews),
    Section(title: "Missing from care", rules: missing),
    Section(title: "Twelve months in care: health and wellbeing", rules: health),
    Section(title: "Strengths and difficulties", rules: wellbeing),
    Section(title: "Care leavers", rules: careLeavers),
    Section(title: "Adoption", rules: adoption),
    Section(title: "Adopters", rules: adopters),
    Section(title: "Decisions to place for adoption", rules: decisions),
    Section(title: "Previous permanence", rules: permanence),
    Section(title: "Mothers", rules: mothers),
    Section(title: "Unique pupil numbers", rules: pupilNumbers),
    Section(title: "Social workers", rules: socialWorkers),
    Section(title: "Deprivation of liberty", rules: liberty),
  ]

  /// All rules, in the order of the sections.
  public static let rules: [Rule] = sections.flatMap(\.rules)

  /// A rule by its code, letters of either size.
  public static func rule(_ code: String) -> Rule? {
    rules.first { $0.code.lowercased() == code.lowercased() }
  }

  /// The rules of a collection year.
  public static func rules(in year: CollectionYear) -> [Rule] {
    rules.filter { $0.years.contains(rulesYear(year).startYear) }
  }

  /// The years from one on, by the calendar year it starts in.
  static func from(_ startYear: Int) -> ClosedRange<Int> { startYear...everyYear.upperBound }

  /// The years up to one, by the calendar year it starts in.
  static func upTo(_ startYear: Int) -> ClosedRange<Int> { everyYear.lowerBound...startYear }

  /// The year whose rules and code sets are used for a collection year.
  public static func rulesYear(_ year: CollectionYear) -> CollectionYear {
    if year.startYear < everyYear.lowerBound { return CollectionYear(startYear: publishedYear) }
    return CollectionYear(startYear: min(year.startYear, everyYear.upperBound))
  }
}
