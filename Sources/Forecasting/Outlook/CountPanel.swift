/// Councils' yearly counts of children looked after at 31 March, side by side: all that an outlook is made from.
public struct CountPanel: Sendable, Equatable {
  /// A council in the panel.
  public struct Council: Sendable, Equatable {
    /// What tells it from the others, such as a three-digit code.
    public let id: String
    /// Its region; nil where it is not known.
    public let region: String?
    /// Its counts, one for each of the panel's years from the first; nil where none was published.
    public let counts: [Int?]
  }

  /// The year of the first and the last count of any council: 2025 for 31 March 2025.
  public let years: ClosedRange<Int>
  /// The councils, in order of `id`.
  public let councils: [Council]

  /// A panel of councils' counts by year; nil where there is not one count.
  public init?(_ councils: [(id: String, region: String?, counts: [Int: Int])]) {
    let all = councils.flatMap(\.counts.keys)
    guard let first = all.min(), let last = all.max() else { return nil }
    years = first...last
    self.councils = councils.sorted { $0.id < $1.id }.map { council in
      Council(
        id: council.id, region: council.region, counts: (first...last).map { council.counts[$0] })
    }
  }

  private init(years: ClosedRange<Int>, councils: [Council]) {
    self.years = years
    self.councils = councils
  }

  /// What was known at the end of a year: the same councils without any later count.
  public func upTo(_ year: Int) -> CountPanel {
    let last = min(max(year, years.lowerBound), years.upperBound)
    let kept = last - years.lowerBound + 1
    return CountPanel(
      years: years.lowerBound...last,
      councils: councils.map { council in
        Council(id: council.id, region: council.region, counts: Array(council.counts.prefix(kept)))
      })
  }

  /// A council's count in a year; nil where none was published.
  func count(_ council: Int, _ year: Int) -> Int? {
    years.contains(year) ? councils[council].counts[year - years.lowerBound] : nil
  }
}
