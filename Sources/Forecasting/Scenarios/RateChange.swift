/// A change to how often something happens, whatever the reason: "entries of teenagers a tenth lower".
public struct RateChange: Sendable, Equatable {
  /// What happens more or less often.
  public enum Event: String, CaseIterable, Sendable {
    /// Children who start a period of care.
    case entries
    /// Leaving care for home.
    case home
    /// Leaving care under a special guardianship order.
    case specialGuardianship = "special_guardianship"
    /// Leaving care by an adoption order.
    case adoption
    /// Leaving care in any other way, the 18th birthday apart.
    case otherExit = "other_exit"
    /// Leaving care in all four ways.
    case exits
    /// Moves from one placement to another.
    case moves
  }

  /// What is done to the rate.
  public enum Operation: Sendable, Equatable {
    /// Times a factor, 0 or more: 0.9 is a tenth less often.
    case multiply(Double)
    /// That many more a year, or fewer if negative; a rate does not fall below nought. Entries: children a year in all
    /// that the change concerns. Exits and moves: events a year for each child concerned.
    case add(perYear: Double)
    /// That many a year in place of what was estimated, 0 or more, in the units of `add`.
    case replace(perYear: Double)
  }

  /// What happens more or less often.
  public var event: Event
  /// The ages concerned, as positions in `AgeBand.all`; nil for all.
  public var ages: Set<Int>?
  /// The categories concerned, as positions in the category book; nil for all. Of entries the first placement's; of
  /// moves the one left.
  public var categories: Set<Int>?
  /// Of moves only: the categories moved to whose part of the rate is changed; nil for all.
  public var destinations: Set<Int>?
  /// Unaccompanied asylum-seeking children only (true), none of them (false), or both (nil).
  public var isUASC: Bool?
  /// What is done to the rate.
  public var operation: Operation

  /// A change to an event's rate, for all children where nothing narrower is said.
  public init(
    _ event: Event, _ operation: Operation, ages: Set<Int>? = nil, categories: Set<Int>? = nil,
    destinations: Set<Int>? = nil, isUASC: Bool? = nil
  ) {
    self.event = event
    self.operation = operation
    self.ages = ages
    self.categories = categories
    self.destinations = destinations
    self.isUASC = isUASC
  }

  /// Whether the change concerns children of an age band, category and asylum status.
  public func concerns(band: Int, category: Int, isUASC uasc: Bool) -> Bool {
    ages?.contains(band) != false && categories?.contains(category) != false && (isUASC ?? uasc) == uasc
  }
}
