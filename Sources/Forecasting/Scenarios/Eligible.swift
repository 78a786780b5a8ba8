/// The children an initiative may act on. All that is said must hold of a child.
public struct Eligible: Sendable, Equatable {
  /// Youngest age in whole years, 0 to 17.
  public var minAge: Int
  /// Oldest age in whole years, itself included, 0 to 17.
  public var maxAge: Int
  /// Categories, as positions in the category book; nil for all. Of children not yet in care, that of the placement
  /// they would enter.
  public var categories: Set<Int>?
  /// Unaccompanied asylum-seeking children only (true), none of them (false), or both (nil).
  public var isUASC: Bool?
  /// Fewest nights in the present period of care.
  public var minNightsInCare: Int
  /// Fewest nights in the present stay.
  public var minNightsInStay: Int

  /// Everyone, where nothing narrower is said.
  public init(
    minAge: Int = 0, maxAge: Int = 17, categories: Set<Int>? = nil, isUASC: Bool? = nil,
    minNightsInCare: Int = 0, minNightsInStay: Int = 0
  ) {
    self.minAge = minAge
    self.maxAge = maxAge
    self.categories = categories
    self.isUASC = isUASC
    self.minNightsInCare = minNightsInCare
    self.minNightsInStay = minNightsInStay
  }

  /// Every child.
  public static let everyone = Eligible()

  /// Whether a child is eligible: age in whole years, category's position, asylum status, nights in the present period
  /// of care and in the present stay.
  public func includes(
    age: Int, category: Int, isUASC uasc: Bool, nightsInCare: Int = 0, nightsInStay: Int = 0
  ) -> Bool {
    age >= minAge && age <= maxAge && categories?.contains(category) != false && (isUASC ?? uasc) == uasc
      && nightsInCare >= minNightsInCare && nightsInStay >= minNightsInStay
  }
}
