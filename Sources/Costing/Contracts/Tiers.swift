public import Units

/// The prices of a cost-and-volume contract by nights bought in a contract year.
public struct Tiers: Sendable, Equatable {
  /// What a price applies to once its threshold is passed.
  public enum Kind: String, CaseIterable, Sendable {
    /// Each night at the price of the tier it falls in.
    case slab
    /// Every night of the year at the price of the tier that the year's nights reach.
    case wholeVolume = "whole volume"
  }

  /// A price from a number of nights on.
  public struct Tier: Sendable, Equatable {
    /// Nights of the contract year that come before it: 0 for the first tier.
    public let after: Int
    /// The price.
    public let weekly: WeeklyRate

    /// A price after a number of nights.
    public init(after: Int, weekly: WeeklyRate) {
      self.after = after
      self.weekly = weekly
    }
  }

  /// What a price applies to.
  public let kind: Kind
  /// The tiers, from the first.
  public let tiers: [Tier]

  /// Tiers in order; nil where there is none, the first doesn't begin at the first night, or two begin at one.
  public init?(_ kind: Kind, _ tiers: [Tier]) {
    let sorted = tiers.sorted { $0.after < $1.after }
    guard sorted.first?.after == 0, zip(sorted, sorted.dropFirst()).allSatisfy({ $0.after < $1.after }) else {
      return nil
    }
    self.kind = kind
    self.tiers = sorted
  }

  /// The tier that the night after so many others falls in.
  func tier(after nights: Int) -> Tier { tiers.last { $0.after <= nights } ?? tiers[0] }

  /// The tier whose price a whole year of so many nights has: the last tier of which a night is bought.
  func tier(ofYear nights: Int) -> Tier { tier(after: max(0, nights - 1)) }

  /// How many nights are to come until a night at the next tier's price; nil in the last tier.
  public func nightsToNextTier(after nights: Int) -> Int? {
    tiers.first { $0.after >= max(nights, 1) }.map { $0.after + 1 - nights }
  }
}
