public import Care
public import Units

/// All rates of the forecast: how children leave care, change placement and enter, with what is not known of them.
public struct RateModel: Sendable {
  /// The cells.
  public let space: CellSpace
  /// The days the rates come from.
  public let window: ReferenceWindow
  /// Leaving care before 18, by kind, on age and time in care.
  public let exits: HazardFamily
  /// Changes of placement, on age and time in the present stay.
  public let changes: HazardFamily
  /// Where changes lead.
  public let destinations: DestinationModel
  /// Entries.
  public let entries: EntryModel

  /// Rates that are known.
  public init(
    space: CellSpace, window: ReferenceWindow, exits: HazardFamily, changes: HazardFamily,
    destinations: DestinationModel, entries: EntryModel
  ) {
    self.space = space
    self.window = window
    self.exits = exits
    self.changes = changes
    self.destinations = destinations
    self.entries = entries
  }

  /// Estimates the rates from the days of a window; the drift of entries from `paceFrom` on, the first day of which
  /// all entries are known, where that is earlier.
  public init(_ histories: CareHistories, window: ReferenceWindow, paceFrom: CivilDay? = nil) {
    let exposure = Exposure(histories, window: window)
    self.init(
      space: exposure.space, window: window,
      exits: HazardFamily(space: exposure.space, events: exposure.exits, days: exposure.careDays),
      changes: HazardFamily(space: exposure.space, events: [exposure.changes], days: exposure.stayDays),
      destinations: DestinationModel(exposure, book: histories.book),
      entries: EntryModel(histories, window: window, paceFrom: paceFrom))
  }
}
