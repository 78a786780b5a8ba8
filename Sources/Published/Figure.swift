/// One published figure of a series.
public struct Figure: Hashable, Sendable {
  /// The area's position in `PublishedFolder.areas`.
  public var area: Int
  /// The calendar year in which the collection year ends: 2025 for 2024/25.
  public var year: Int
  /// The value in the series' unit; nil where it is suppressed or not available, never nought for that.
  public var value: Double?
  /// Why there is no value, in the publisher's code (c, k, x, z and others); empty where there is one.
  public var flag: String

  /// A figure.
  public init(area: Int, year: Int, value: Double?, flag: String) {
    self.area = area
    self.year = year
    self.value = value
    self.flag = flag
  }
}

/// The figures of one measure from one file.
public struct FigureSeries: Sendable {
  /// The measure's stable name, such as `cla-rate` or `started/age/1-to-4-years`.
  public let measure: String
  /// The part of the whole it counts, in the publisher's words; empty where it counts all.
  public let breakdown: String
  /// What the values are, such as `children`, `percent` or `GBP per child per week`.
  public let unit: String
  /// The figures, by area and year, each once.
  public internal(set) var figures: [Figure]
}

/// A file of published statistics, read.
public struct PublishedFile: Sendable {
  /// The path below the folder.
  public let name: String
  /// Which kind of file it is; a newer file of a kind takes an older one's place.
  public let kind: String
  /// What it holds, for a person.
  public let title: String
  /// A number that tells this file's content from another's.
  public let fingerprint: UInt64
  /// Its figures.
  public internal(set) var series: [FigureSeries]
  /// For a file of statistical neighbours: three-digit codes in order of closeness, by three-digit code.
  public let neighbours: [String: [String]]
  /// Values left out: of no single area or year, neither a number nor a known code, or a second one for the same
  /// measure, area and year.
  public internal(set) var valuesLeft: Int

  /// How many figures it holds.
  public var count: Int { series.reduce(0) { $0 + $1.figures.count } }
}

/// A file that was not used, with the reason as a sentence without its full stop.
public struct UnusedFile: Sendable, Equatable {
  /// The path below the folder.
  public let name: String
  /// Why.
  public let reason: String
}

/// A folder of published national statistics.
public struct PublishedFolder: Sendable {
  /// The files used, in order of name.
  public let files: [PublishedFile]
  /// The files not used.
  public let unused: [UnusedFile]
  /// The areas of all files.
  public let areas: [Area]

  /// What every use of these figures must say (Open Government Licence v3.0, https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/).
  public static let attribution =
    "Contains public sector information licensed under the Open Government Licence v3.0."
}
