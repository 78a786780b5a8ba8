/// Councils whose published figures are set beside a council's own, one by one.
public struct PublishedCouncils: Sendable, Equatable {
  /// A council.
  public struct Council: Sendable, Equatable {
    /// What it is called.
    public let name: String
    /// Its figures by measure, in the measure's own unit; none where it is kept back or not published.
    public let values: [String: Double]

    /// A council's figures.
    public init(name: String, values: [String: Double]) {
      self.name = name
      self.values = values
    }
  }

  /// What they are together: “Statistical neighbours”, or “Councils chosen”.
  public let words: String
  /// The council's name as it is published.
  public let council: String
  /// The councils, nearest first or as they were chosen.
  public let councils: [Council]

  /// Councils side by side.
  public init(words: String, council: String, councils: [Council]) {
    self.words = words
    self.council = council
    self.councils = councils
  }

  /// None.
  public static let none = PublishedCouncils(words: "Statistical neighbours", council: "", councils: [])
}

/// Published figures to set beside a measure of the council's own, in the measure's own unit: children, percent,
/// children for each 10,000, or mean nights.
public struct PublishedComparison: Sendable, Equatable {
  /// What was published for the council itself.
  public let council: Double?
  /// The mean of its statistical neighbours, and how many of them have a figure.
  public let neighboursMean: Double?, neighbours: Int
  /// Its region.
  public let region: Double?
  /// England.
  public let england: Double?
  /// The year the figures are of, such as "2024/25".
  public let year: String
  /// Who published them.
  public let attribution: String

  /// The line that must stand where such figures are shown.
  public static let licence =
    "Contains public sector information licensed under the Open Government Licence v3.0."

  /// Published figures for one measure.
  public init(
    council: Double?, neighboursMean: Double?, neighbours: Int, region: Double?, england: Double?,
    year: String,
    attribution: String
  ) {
    self.council = council
    self.neighboursMean = neighboursMean
    self.neighbours = neighbours
    self.region = region
    self.england = england
    self.year = year
    self.attribution = attribution
  }
}
