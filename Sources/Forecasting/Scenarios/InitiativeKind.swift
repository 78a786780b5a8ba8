public import Units

extension Initiative {
  /// What an initiative does, to whom, and the effect claimed in full strength. Categories are positions in the
  /// category book; shares run from 0 to 1; chances are of a year, 0 to 1.
  public enum Kind: Sendable, Equatable {
    /// Children who would have entered care do not.
    ///
    /// `eligible`: age on entering and first placement. `share`: the claim, of those eligible.
    case preventEntry(eligible: Eligible, share: Double)
    /// Children go home who would have stayed.
    ///
    /// `chancePerYear`: the claim, that an eligible child goes home within a year because of it. `reentryShare`: of
    /// those, who are in care again within 12 months. `support`: what the council pays for them at home.
    case returnHome(eligible: Eligible, chancePerYear: Double, reentryShare: Double, support: HomeSupport)
    /// Children move to another kind of placement: step-down, or bringing in-house.
    ///
    /// `to`: the category moved to. `chancePerYear`: the claim, that an eligible child makes the move within a year
    /// because of it. `breakdownShare`: of those moves, which break down within 6 months.
    case stepDown(eligible: Eligible, to: Int, chancePerYear: Double, breakdownShare: Double)
    /// Placements hold that would have broken down.
    ///
    /// `share`: the claim, by which moves by breakdown become fewer.
    case keepStable(eligible: Eligible, share: Double)
    /// More places of a kind, empty at the start, filled from those eligible.
    ///
    /// `places`: the claim, 1 or more. `to`: their category. The natural flow into that category is untouched.
    case addCapacity(places: Int, to: Int, eligible: Eligible)
    /// The fees of some categories change.
    ///
    /// `categories`: nil for all. `basisPoints`: the claim, the change in hundredths of a percent, negative for cheaper.
    /// `aboveNights`: the change is on the nights of a calendar month beyond that many in those categories together (a
    /// volume tier); nil for all nights.
    case changePrice(categories: Set<Int>?, basisPoints: Int, aboveNights: Int?)
    /// Agency posts are made permanent.
    ///
    /// `posts`: the claim, in full-time equivalents. `premiumPerYear`: what an agency post costs more than a permanent
    /// one in a year.
    case changeStaffing(posts: Double, premiumPerYear: Money)
    /// Beds are sold to other councils.
    ///
    /// `pricePerWeek` and `costPerWeek`: of one bed, the cost whether sold or empty. `occupancy`: the claim, the share
    /// of nights sold.
    case earnIncome(beds: Int, pricePerWeek: WeeklyRate, costPerWeek: WeeklyRate, occupancy: Double)

    /// The children acted on; nil for what acts on prices, posts and beds.
    public var eligible: Eligible? {
      switch self {
      case .preventEntry(let eligible, _), .returnHome(let eligible, _, _, _),
        .stepDown(let eligible, _, _, _), .keepStable(let eligible, _), .addCapacity(_, _, let eligible):
        eligible
      case .changePrice, .changeStaffing, .earnIncome: nil
      }
    }

    /// The effect claimed, in the kind's own unit: a share, a chance a year, places, a share of the price (negative for
    /// cheaper), posts, or occupancy.
    public var claim: Double {
      switch self {
      case .preventEntry(_, let share), .keepStable(_, let share): share
      case .returnHome(_, let chance, _, _), .stepDown(_, _, let chance, _): chance
      case .addCapacity(let places, _, _): Double(places)
      case .changePrice(_, let basisPoints, _): Double(basisPoints) / 10_000
      case .changeStaffing(let posts, _): posts
      case .earnIncome(_, _, _, let occupancy): occupancy
      }
    }
  }
}

/// What the council pays for a child who has gone home, for some weeks.
public struct HomeSupport: Sendable, Equatable {
  /// Pence a week.
  public var perWeek: WeeklyRate
  /// Weeks from the day of going home.
  public var weeks: Int

  /// A weekly cost for a number of weeks.
  public init(perWeek: WeeklyRate, weeks: Int) {
    self.perWeek = perWeek
    self.weeks = weeks
  }

  /// No cost.
  public static let none = HomeSupport(perWeek: WeeklyRate(pencePerWeek: 0), weeks: 0)
}
