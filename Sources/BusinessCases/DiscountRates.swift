public import Files
public import Units

/// Yearly rates by which later years count less, in bands of years since the case began. The rates in force are a dated
/// table: `Data/discount-rates.csv` holds those of the Treasury's Green Book (3.5 % for years 0 to 30, 3.0 % to 75,
/// 2.5 % to 125, in real terms).
public struct DiscountRates: Sendable, Equatable {
  /// A rate for some years.
  public struct Band: Sendable, Equatable {
    /// First and last year, year 0 being the case's first.
    public let years: ClosedRange<Int>
    /// Rate a year in hundredths of a percent.
    public let basisPoints: Int

    /// A band.
    public init(years: ClosedRange<Int>, basisPoints: Int) {
      self.years = years
      self.basisPoints = basisPoints
    }
  }

  /// The bands in order; after the last, its rate holds.
  public let bands: [Band]
  /// Where they come from, in words.
  public let source: String

  /// Rates in bands.
  public init(bands: [Band], source: String) {
    self.bands = bands.sorted { $0.years.lowerBound < $1.years.lowerBound }
    self.source = source
  }

  /// One rate for all years, in hundredths of a percent.
  public init(basisPoints: Int) {
    self.init(bands: [Band(years: 0...125, basisPoints: basisPoints)], source: "as the case states")
  }

  /// The rate of a year, year 0 being the case's first.
  public func basisPoints(year: Int) -> Int {
    (bands.last { $0.years.lowerBound <= year } ?? bands.first)?.basisPoints ?? 0
  }

  /// What a pound of each of so many years is worth in the first: 1, 1/1.035, 1/1.035², … Year 0 is not discounted,
  /// and a new band goes on from where the one before it ended.
  public func factors(years count: Int) -> [Double] {
    var factors: [Double] = []
    var level = 1.0
    for year in 0..<max(0, count) {
      if year > 0 { level *= 1 + Double(basisPoints(year: year)) / 10_000 }
      factors.append(1 / level)
    }
    return factors
  }

  /// The Green Book's rates in force on a day; the first known for a day before all.
  ///
  /// - Throws: `SmallTableError` where the table that comes with the program can't be read.
  public static func greenBook(on day: CivilDay) throws(SmallTableError) -> DiscountRates {
    try read(PackageResources.discount_rates_csv, on: day)
  }

  /// The rates in force on a day from a table `from,year_from,year_to,basis_points`.
  ///
  /// - Throws: `SmallTableError` with the line at fault.
  static func read(_ csv: [UInt8], on day: CivilDay) throws(SmallTableError) -> DiscountRates {
    var sets: [CivilDay: [Band]] = [:]
    let columns = ["from", "year_from", "year_to", "basis_points"]
    for row in try SmallTable.read(csv, columns: columns) {
      guard let from = row["from"].flatMap({ CivilDay($0) }),
        let first = row["year_from"].flatMap({ Int($0) }),
        let last = row["year_to"].flatMap({ Int($0) }), let rate = row["basis_points"].flatMap({ Int($0) }),
        first <= last
      else {
        throw SmallTableError(line: row.line, problem: "write a day, a first and a last year, and a rate")
      }
      sets[from, default: []].append(Band(years: first...last, basisPoints: rate))
    }
    let days = sets.keys.sorted()
    guard let chosen = days.last(where: { $0 <= day }) ?? days.first, let bands = sets[chosen] else {
      throw SmallTableError(line: 1, problem: "the table holds no rates")
    }
    return DiscountRates(bands: bands, source: "the Treasury's Green Book, in force from \(chosen.spoken)")
  }
}
