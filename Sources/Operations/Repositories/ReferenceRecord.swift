public import Published

/// A file of published statistics in the store.
public struct ReferenceSource: Sendable, Equatable {
  /// Which kind of file it is; a newer file of a kind takes an older one's place.
  public let kind: String
  /// What it holds, for a person.
  public let title: String
  /// The file it was read from.
  public let file: String
  /// `Files.Fingerprint` of its bytes.
  public let fingerprint: UInt64
  /// The moment it was added in UTC.
  public let moment: String
  /// What every use of its figures must say.
  public let attribution: String
  /// How many figures it holds, suppressed ones included.
  public let figures: Int
  /// The first and last year of its figures; nil where it holds none.
  public let years: ClosedRange<Int>?

  /// A source.
  public init(
    kind: String, title: String, file: String, fingerprint: UInt64, moment: String, attribution: String,
    figures: Int, years: ClosedRange<Int>?
  ) {
    self.kind = kind
    self.title = title
    self.file = file
    self.fingerprint = fingerprint
    self.moment = moment
    self.attribution = attribution
    self.figures = figures
    self.years = years
  }
}

/// A published figure with all that tells what it is.
public struct ReferenceFigure: Sendable, Equatable {
  /// The measure, such as `cla-rate`.
  public let measure: String
  /// The part counted, in the publisher's words; empty where it is the whole.
  public let breakdown: String
  /// What the value is, such as `percent`.
  public let unit: String
  /// The area.
  public let area: Area
  /// The calendar year in which the collection year ends.
  public let year: Int
  /// The value; nil where it is suppressed or not available.
  public let value: Double?
  /// The publisher's code for why there is none; empty where there is one.
  public let flag: String
  /// The kind of file it is from.
  public let source: String

  /// A figure.
  public init(
    measure: String, breakdown: String, unit: String, area: Area, year: Int, value: Double?, flag: String,
    source: String
  ) {
    self.measure = measure
    self.breakdown = breakdown
    self.unit = unit
    self.area = area
    self.year = year
    self.value = value
    self.flag = flag
    self.source = source
  }
}

/// What adding a folder of statistics did: the titles of the files, by what became of them.
public struct ReferenceAddition: Sendable, Equatable {
  /// Files whose figures were added or took the place of an older file's.
  public let added: [String]
  /// Files that are in the store already.
  public let unchanged: [String]

  /// What became of the files.
  public init(added: [String], unchanged: [String]) {
    self.added = added
    self.unchanged = unchanged
  }
}
