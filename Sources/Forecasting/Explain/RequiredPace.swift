public import Units

/// How fast placements must end for a saving to be reached by a date, where each that ends saves the same a week from
/// the day it ends. Nothing is simulated: with n placements, a saving of s a week each and T nights from the start to
/// the date, all ending on the first day save n s T ÷ 7; ending evenly over the first w nights, n s (T − w ÷ 2) ÷ 7.
///
/// All amounts come from whole numbers and are rounded once, to the nearest penny.
public struct RequiredPace: Sendable, Equatable {
  /// Saving per placement that has ended.
  public let savingEach: WeeklyRate
  /// Placements that can end.
  public let placements: Int
  /// From when they can end.
  public let start: CivilDay
  /// The date by which the saving is counted; its own night is not.
  public let date: CivilDay
  /// The saving wanted by then.
  public let target: Money
  /// Nights × placements that must be saved, rounded up to a whole night.
  public let childNights: Int
  /// The same in weeks, to the nearest.
  public let childWeeks: Int
  /// Nights after `start` by which the last must have ended if they end evenly from `start` on; at most those to the
  /// date.
  public let nightsToLast: Int

  /// What must happen for a target.
  ///
  /// - Parameters:
  ///   - savingEach: per week and placement, above 0 and at most £1 million.
  ///   - placements: 1 to 100,000.
  ///   - date: after `start`, by at most a hundred years.
  ///   - target: above 0.
  /// - Throws: `PaceError` where an amount makes no sense or the target can't be reached by the date.
  public init(
    savingEach: WeeklyRate, placements: Int, start: CivilDay, date: CivilDay, target: Money
  ) throws(PaceError) {
    let each = savingEach.pencePerWeek
    guard (1...100_000_000).contains(each) else { throw .saving }
    guard (1...100_000).contains(placements) else { throw .placements(placements) }
    let nights = start.nights(to: date)
    guard nights > 0 else { throw .dateNotAfterStart(start: start, date: date) }
    guard nights <= 36_525 else { throw .dateTooFar(start: start, date: date) }
    guard target > .zero else { throw .noTarget }
    let weekly = each * placements
    let most = WeeklyRate(pencePerWeek: weekly).cost(ofNights: nights)
    // Against the exact most, not the rounded one: seven times both. A target too large to multiply is out of reach.
    let (wanted, isTooLarge) = target.pence.multipliedReportingOverflow(by: 7)
    guard !isTooLarge, wanted <= weekly * nights else {
      let needed = RequiredPace.dividedUp(wanted, by: weekly)
      throw .outOfReach(
        target: target, placements: placements, start: start, date: date, most: most,
        possibleOn: isTooLarge || needed > 36_525 ? nil : start + needed)
    }
    self.savingEach = savingEach
    self.placements = placements
    self.start = start
    self.date = date
    self.target = target
    childNights = RequiredPace.dividedUp(wanted, by: each)
    childWeeks = (2 * target.pence + each) / (2 * each)
    // The most whole nights w with n s (T − w ÷ 2) ÷ 7 ≥ target.
    nightsToLast = min(nights, 2 * (weekly * nights - wanted) / weekly)
  }

  private static func dividedUp(_ a: Int, by b: Int) -> Int { (a - 1) / b + 1 }

  /// Saving a week once all have ended.
  public var savingAWeek: Money { Money(pence: savingEach.pencePerWeek * placements) }
  /// Saving in a full year of 52 weeks once all have ended.
  public var savingAYear: Money { Money(pence: savingAWeek.pence * 52) }
  /// The saving by the date if all ended on the first day: the most that can be.
  public var most: Money { total.cost(ofNights: start.nights(to: date)) }
  /// The saving by the date if they end evenly from the start to the date: half the most.
  public var savingIfEvenToDate: Money {
    let twice = savingAWeek.pence * start.nights(to: date)
    return Money(pence: (twice + 7) / 14)
  }
  /// The average time each must have been ended by the date, in tenths of a week, to the nearest.
  public var tenthsOfWeeksEach: Int {
    (20 * target.pence + savingAWeek.pence) / (2 * savingAWeek.pence)
  }
  /// Whether the target is met although the last end only on the date itself, if they end evenly.
  public var isMetByEvenEndsToDate: Bool { nightsToLast == start.nights(to: date) }
  /// The day by which the last must have ended, if they end evenly from the start.
  public var lastBy: CivilDay { start + nightsToLast }

  private var total: WeeklyRate { WeeklyRate(pencePerWeek: savingAWeek.pence) }
}

/// Why a required pace can't be worked out, and what to do.
public enum PaceError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The saving is not above 0, or above £1 million a week.
  case saving
  /// The number of placements.
  case placements(Int)
  /// The date is not after the start.
  case dateNotAfterStart(start: CivilDay, date: CivilDay)
  /// The date is more than a hundred years after the start.
  case dateTooFar(start: CivilDay, date: CivilDay)
  /// The target is not above 0.
  case noTarget
  /// The target is more than all placements ending on the first day would save.
  case outOfReach(
    target: Money, placements: Int, start: CivilDay, date: CivilDay, most: Money, possibleOn: CivilDay?)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .saving:
      return "the saving per placement must be more than £0 and at most £1 million a week: state what a "
        + "placement costs a week less what takes its place"
    case .placements(let count):
      return "\(count) placements: state how many can end, 1 to 100,000"
    case .dateNotAfterStart(let start, let date):
      return "the target's date, \(date.spoken), must be later than the start, \(start.spoken)"
    case .dateTooFar(let start, let date):
      return "the target's date, \(date.spoken), is more than a hundred years after the start, "
        + "\(start.spoken): check both"
    case .noTarget: return "the target saving must be more than £0"
    case .outOfReach(let target, let placements, let start, let date, let most, let possibleOn):
      let all = placements == 1 ? "the placement" : "all \(placements) placements"
      let later =
        possibleOn.map { "; £\(target.plainPounds) would be possible by \($0.spoken) at the earliest" }
        ?? "; it would take more than a hundred years"
      return "£\(target.plainPounds) can't be saved by \(date.spoken): even if \(all) ended on "
        + "\(start.spoken), £\(most.plainPounds) is the most" + later
        + ". Lower the target, move its date, or find more placements"
    }
  }
}
