/// What if: changes to the rates by which children enter, move and leave, and initiatives that act on them. Compared
/// with the baseline, the same futures without either.
public struct Scenario: Sendable, Equatable {
  /// How fast prices are taken to rise, in place of the forecast's own setting.
  public struct Uplift: Sendable, Equatable {
    /// Expected rise a year, as a share: 0.03 is 3 %.
    public var mean: Double
    /// Standard deviation of the rise, as a share; 0 for a rise taken as certain.
    public var deviation: Double

    /// A rise and how unsure it is, both as shares a year.
    public init(mean: Double, deviation: Double) {
      self.mean = mean
      self.deviation = deviation
    }
  }

  /// What the scenario is called.
  public var name: String
  /// What it is for, in the author's words; empty where nothing is said.
  public var note: String
  /// Changes to rates, in the file's order; each works on what the ones before it left.
  public var rateChanges: [RateChange]
  /// Initiatives, in the file's order; no two have one id.
  public var initiatives: [Initiative]
  /// Correlation of the initiatives' effects (the rho of a Gaussian copula), 0 to 1: whether what makes one fall short
  /// makes others fall short too.
  public var correlation: Double
  /// Rise of prices; nil for the forecast's own setting.
  public var uplift: Uplift?

  /// The correlation taken where a scenario states none.
  public static let usualCorrelation = 0.3

  /// A scenario; with a name only, it is the baseline.
  public init(
    name: String, note: String = "", rateChanges: [RateChange] = [], initiatives: [Initiative] = [],
    correlation: Double = usualCorrelation, uplift: Uplift? = nil
  ) {
    self.name = name
    self.note = note
    self.rateChanges = rateChanges
    self.initiatives = initiatives
    self.correlation = correlation
    self.uplift = uplift
  }
}
