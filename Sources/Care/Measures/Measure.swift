public import Units

/// A period of care that counts towards a figure, and why: what a figure is opened into.
///
/// A figure of children has one row for each child, which names the period that made the child count.
public struct MeasureRow: Hashable, Sendable {
  /// Position of the child in `CareHistories.children`.
  public let child: Int32
  /// Position of the period in `CareHistories.periods`.
  public let period: Int
  /// The day on which it counts: the date of the measures, the start, or the end.
  public let day: CivilDay
  /// Nights, in measures of how long; nil in others.
  public let nights: Int?
  /// Why it counts, in a few words.
  public let reason: String
}

/// What a measure came to. Fractions are whole tenths, rounded half up.
public enum MeasureValue: Sendable, Equatable {
  /// So many children or periods.
  case count(Int)
  /// Tenths of a percent.
  case percent(tenths: Int)
  /// Tenths of a child for each 10,000 of the population aged 0 to 17.
  case rate(tenths: Int)
  /// The middle value and the mean, in tenths of a night.
  case nights(medianTenths: Int, meanTenths: Int)
  /// None, and why.
  case none(String)
}

/// A figure of the children looked after, with the rows it is counted from. Its value is computed from the rows, so
/// that the two can't differ.
public struct Measure: Sendable {
  /// What kind of figure it is.
  public enum Kind: Sendable, Equatable {
    /// The number of rows.
    case count
    /// Rows of the numerator out of those of the denominator.
    case share
    /// Rows for each 10,000 people aged 0 to 17; nil where the population is not known.
    case rate(population: Int?)
    /// Median and mean of the rows' nights.
    case nights
  }

  /// Its name in files and commands: `three-placements`; part of a breakdown, `age/16-over`.
  public let id: String
  /// Words for people.
  public let label: String
  /// How it is counted, in plain words.
  public let definition: String
  /// Where the definition comes from.
  public let source: String
  /// What kind of figure it is.
  public let kind: Kind
  /// What counts.
  public let numerator: [MeasureRow]
  /// What it is a share of; the numerator itself in other kinds.
  public let denominator: [MeasureRow]
  /// What can't be judged and so is in neither.
  public let leftOut: [MeasureRow]
  /// Why rows are left out; empty where none can be.
  public let whyLeftOut: String

  /// The figure.
  public var value: MeasureValue {
    switch kind {
    case .count: .count(numerator.count)
    case .share:
      denominator.isEmpty
        ? .none("there is nobody to take a share of")
        : .percent(tenths: Measure.rounded(1000 * numerator.count, by: denominator.count))
    case .rate(let population):
      if let population, population > 0 {
        .rate(tenths: Measure.rounded(100_000 * numerator.count, by: population))
      } else {
        .none("needs population")
      }
    case .nights: Measure.typical(numerator.compactMap(\.nights))
    }
  }

  /// A quotient of whole numbers, neither below nought, rounded half up.
  static func rounded(_ number: Int, by divisor: Int) -> Int { (2 * number + divisor) / (2 * divisor) }

  private static func typical(_ nights: [Int]) -> MeasureValue {
    guard !nights.isEmpty else { return .none("there is none") }
    let sorted = nights.sorted()
    let middle = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
    return .nights(
      medianTenths: 5 * middle, meanTenths: rounded(10 * nights.reduce(0, +), by: nights.count))
  }
}

extension Measure {
  init(
    _ id: String, _ label: String, _ kind: Kind, _ numerator: [MeasureRow],
    of denominator: [MeasureRow]? = nil,
    leftOut: [MeasureRow] = [], because whyLeftOut: String = "", definition: String, source: String
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.numerator = numerator
    self.denominator = denominator ?? numerator
    self.leftOut = leftOut
    self.whyLeftOut = whyLeftOut
    self.definition = definition
    self.source = source
  }
}

/// A figure split into parts that add up to it.
public struct MeasureBreakdown: Sendable {
  /// Its name in files and commands: `age`.
  public let id: String
  /// What the table shows.
  public let title: String
  /// Heading of the parts: "Age".
  public let heading: String
  /// How it is counted, in plain words.
  public let definition: String
  /// Where the definition comes from.
  public let source: String
  /// The parts that occur or are always shown, in order; every row of the whole is in exactly one.
  public let parts: [Measure]
  /// All of them.
  public let whole: Measure
}

/// The measures of children looked after at a date and in the year to it.
public struct MeasureSet: Sendable {
  /// The date and the year to it.
  public let year: MeasureYear
  /// The figures by themselves, in the order shown.
  public let figures: [Measure]
  /// The figures in parts, in the order shown.
  public let breakdowns: [MeasureBreakdown]
  /// Opening, started, first known in the year with no known start, ceased, closing: periods, which tie.
  public let flow: [Measure]
  /// What a reader must know, each a sentence.
  public let cautions: [String]

  /// Every figure that can be opened.
  public var all: [Measure] { figures + flow + breakdowns.flatMap { $0.parts + [$0.whole] } }

  /// The figure of a name.
  public func measure(_ id: String) -> Measure? { all.first { $0.id == id } }
}
