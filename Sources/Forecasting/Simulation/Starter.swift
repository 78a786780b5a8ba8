public import Care
import Units

/// A child in care on the as-of date, as the simulation starts with it.
public struct Starter: Sendable {
  /// Days from the as-of date to birth; negative.
  public let birth: Int32
  /// Category of the present placement.
  public let category: Int32
  /// Whether unaccompanied.
  public let isUASC: Bool
  /// Days from the as-of date to the start of the period of care, 0 or less; the latest possible where not known.
  public let careStart: Int32
  /// Whether `careStart` is the real start.
  public let isCareStartKnown: Bool
  /// Days from the as-of date to the start of the present stay, 0 or less; the latest possible where not known.
  public let stayStart: Int32
  /// Whether `stayStart` is the real start.
  public let isStayStartKnown: Bool
  /// The child's own weekly fee in pence; nil where none is recorded.
  public let weeklyFee: Int64?

  /// A child in care.
  public init(
    birth: Int32, category: Int32, isUASC: Bool, careStart: Int32, isCareStartKnown: Bool, stayStart: Int32,
    isStayStartKnown: Bool, weeklyFee: Int64? = nil
  ) {
    self.birth = birth
    self.category = category
    self.isUASC = isUASC
    self.careStart = careStart
    self.isCareStartKnown = isCareStartKnown
    self.stayStart = stayStart
    self.isStayStartKnown = isStayStartKnown
    self.weeklyFee = weeklyFee
  }

  /// The children in care on the as-of date of care histories, in order of child. `fees` are pence a week by
  /// position in `CareHistories.stays`, nil where none is recorded.
  public static func all(in histories: CareHistories, fees: [Int64?] = []) -> [Starter] {
    histories.periods.compactMap { period in
      guard period.end == nil, period.start <= histories.asOf else { return nil }
      let child = histories.children[Int(period.child)]
      guard child.eighteenth > histories.asOf else { return nil }
      let last = period.stays.upperBound - 1
      let stay = histories.stays[last]
      let opening = histories.episodes[stay.episodes.lowerBound]
      let present = histories.episodes[stay.episodes.upperBound - 1]
      func offset(_ day: CivilDay) -> Int32 { -Int32(day.nights(to: histories.asOf)) }
      return Starter(
        birth: offset(child.birth), category: Int32(present.category.index), isUASC: child.isUASC,
        careStart: offset(period.start), isCareStartKnown: period.isStartKnown,
        stayStart: offset(stay.start),
        isStayStartKnown: opening.startsStay || last > period.stays.lowerBound,
        weeklyFee: fees.isEmpty ? nil : fees[last])
    }
  }
}

/// Times in care of children whose start is known, by age band: what an unknown start is drawn from.
public struct KnownDurations: Sendable {
  /// Days in care, in order, by age band.
  public let days: [[Int32]]

  /// Durations that are known.
  public init(days: [[Int32]]) { self.days = days.map { $0.sorted() } }

  /// The time in care, on the first day of every month of a window, of the children whose start is known.
  public init(_ histories: CareHistories, window: ReferenceWindow) {
    var days = Array(repeating: [Int32](), count: AgeBand.all.count)
    var snapshots: [CivilDay] = []
    var day = window.last
    while day > window.first {
      snapshots.append(day)
      day = day.adding(months: -1)
    }
    for period in histories.periods where period.isStartKnown {
      let child = histories.children[Int(period.child)]
      for day in snapshots where period.start <= day && (period.end ?? .distantFuture) > day {
        guard let age = AgeBand.band(ofYears: Age.wholeYears(bornOn: child.birth, on: day)) else { continue }
        days[age].append(Int32(period.start.nights(to: day)))
      }
    }
    self.init(days: days)
  }
}
