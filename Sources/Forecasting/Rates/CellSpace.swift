public import Units

/// How a period of care can end before the 18th birthday.
public enum ExitKind: Int, CaseIterable, Sendable {
  /// Return home to parents or relatives: E4A, E4B, E13 and, before 2016, E4.
  case home
  /// A special guardianship order: E43 to E48.
  case specialGuardianship
  /// An adoption: E11, E12 and E1.
  case adoption
  /// Any other way: a residence or child arrangements order, independent living, custody, adult services, death,
  /// another council's care.
  case other

  /// The kind of a reason ceased (REC), by the codes of the guide to the SSDA903 collection.
  public init(reasonCeased: Code) {
    switch reasonCeased.description {
    case "E4", "E4A", "E4B", "E13": self = .home
    case "E43", "E44", "E45", "E46", "E47", "E48": self = .specialGuardianship
    case "E1", "E11", "E12": self = .adoption
    default: self = .other
    }
  }

  /// Identifier in files: `special_guardianship`.
  public var id: String {
    switch self {
    case .home: "home"
    case .specialGuardianship: "special_guardianship"
    case .adoption: "adoption"
    case .other: "other_exit"
    }
  }

  /// Words for people.
  public var label: String {
    switch self {
    case .home: "Return home"
    case .specialGuardianship: "Special guardianship"
    case .adoption: "Adoption"
    case .other: "Other exits"
    }
  }
}

/// Bands of time since a period of care, or a stay, began.
public enum TimeBand {
  /// First days of the bands: 0 to 4 weeks, 4 to 26 weeks, 26 to 52 weeks, 1 to 2 years, 2 to 5 years, over 5 years.
  public static let firstDays = [0, 28, 182, 365, 730, 1826]
  /// Number of bands.
  public static let count = 6
  /// Words for people.
  public static let labels = [
    "0–4 weeks", "4–26 weeks", "26–52 weeks", "1–2 years", "2–5 years", "over 5 years",
  ]

  /// The band of a time in days, the last that begins no later.
  public static func band(ofDays days: Int) -> Int { firstDays.lastIndex { $0 <= days } ?? 0 }
}

/// The cells in which children are alike to the model: age band, time band, category and whether unaccompanied.
public struct CellSpace: Sendable, Equatable {
  /// Number of categories.
  public let categories: Int
  /// Number of age bands.
  public let ages = AgeBand.all.count

  /// The cells of that many categories.
  public init(categories: Int) { self.categories = categories }

  /// Number of cells.
  public var count: Int { ages * TimeBand.count * categories * 2 }
  /// Number of pairs of an age and a time band.
  public var pairs: Int { ages * TimeBand.count }
  /// Number of rows of destinations: age bands times categories.
  public var rows: Int { ages * categories }
  /// Number of destinations of a change: each category by a new stay, then each with the same carer.
  public var destinations: Int { 2 * categories }
  /// Number of kinds of entrant: age band, category, whether unaccompanied.
  public var entrants: Int { ages * categories * 2 }

  /// The cell of an age band, time band, category and whether unaccompanied (0 or 1).
  @inlinable @inline(__always)
  public func cell(age: Int, time: Int, category: Int, uasc: Int) -> Int {
    ((age &* TimeBand.count &+ time) &* categories &+ category) &* 2 &+ uasc
  }

  /// The pair of age and time band of a cell.
  public func pair(of cell: Int) -> Int { cell / (categories * 2) }
  /// The age band of a cell.
  public func age(of cell: Int) -> Int { pair(of: cell) / TimeBand.count }
  /// The time band of a cell.
  public func time(of cell: Int) -> Int { pair(of: cell) % TimeBand.count }
  /// The category of a cell.
  public func category(of cell: Int) -> Int { cell / 2 % categories }
  /// Whether a cell is of unaccompanied children: 0 or 1.
  public func uasc(of cell: Int) -> Int { cell % 2 }

  /// The kind of entrant of an age band, category and whether unaccompanied.
  @inlinable
  public func entrant(age: Int, category: Int, uasc: Int) -> Int { (age * categories + category) * 2 + uasc }
  /// The age band of a kind of entrant.
  public func age(ofEntrant index: Int) -> Int { index / (categories * 2) }
  /// The category of a kind of entrant.
  public func category(ofEntrant index: Int) -> Int { index / 2 % categories }
}

extension AgeBand {
  /// The band of an age in whole years; nil at 18 and over.
  public static func band(ofYears years: Int) -> Int? {
    years >= 18 ? nil : all.lastIndex { $0.from <= max(0, years) }
  }
}
