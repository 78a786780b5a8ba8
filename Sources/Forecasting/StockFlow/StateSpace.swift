public import Units

/// A band of ages in whole years.
public struct AgeBand: Sendable, Equatable {
  /// First age in the band.
  public let from: Int
  /// First age above the band.
  public let upTo: Int

  /// The five bands of the forecast: under 1, 1 to 4, 5 to 9, 10 to 15, 16 and 17.
  public static let all = [
    AgeBand(from: 0, upTo: 1), AgeBand(from: 1, upTo: 5), AgeBand(from: 5, upTo: 10),
    AgeBand(from: 10, upTo: 16), AgeBand(from: 16, upTo: 18),
  ]

  /// Number of bands.
  static let count = 5

  /// Words for people: "10 to 15".
  public var label: String {
    from == 0 ? "Under \(upTo)" : from + 1 == upTo ? "\(from)" : "\(from) to \(upTo - 1)"
  }
}

/// The states of a stock-and-flow model: an age band in a category, and for each band a place outside care.
public struct StateSpace: Sendable, Equatable {
  /// Number of categories.
  public let categories: Int
  /// Number of age bands.
  public let bands = AgeBand.all.count

  /// The states of that many categories.
  public init(categories: Int) { self.categories = categories }

  /// Number of states, those outside care included.
  public var count: Int { bands * (categories + 1) }
  /// Number of states in care; they come first.
  public var inCare: Int { bands * categories }

  /// The state of a band and category.
  public func state(band: Int, category: Int) -> Int { band * categories + category }
  /// The place outside care of a band.
  public func outside(band: Int) -> Int { inCare + band }
  /// A state's band.
  public func band(of state: Int) -> Int { state < inCare ? state / categories : state - inCare }
  /// A state's category; nil outside care.
  public func category(of state: Int) -> Int? { state < inCare ? state % categories : nil }
}

/// The days from which rates are estimated, both ends included.
public struct ReferenceWindow: Sendable, Equatable {
  /// First day.
  public let first: CivilDay
  /// Last day.
  public let last: CivilDay

  /// The days from `first` to `last`, nil if `last` is not later.
  public init?(from first: CivilDay, to last: CivilDay) {
    guard first < last else { return nil }
    self.first = first
    self.last = last
  }

  /// Number of days, both ends included.
  public var days: Int { first.nights(to: last) + 1 }

  func contains(_ day: CivilDay) -> Bool { first <= day && day <= last }
}
