import Forecasting

extension ScenarioValues {
  private static let ageRemedy = "Write ages as 5-9, under 1, 16 or all; care ends at 18."

  /// Ages in whole years: "5-9", "under 1", "16 to 17", "16+", "12", "all".
  static func ages(_ text: String) throws(Flaws) -> ClosedRange<Int> {
    let words = text.lowercased().replacing("years", with: "").replacing("–", with: "-")
    func age(_ text: some StringProtocol) -> Int? {
      let number = plainNumber(String(text)).flatMap(Int.init(exactly:))
      return number.flatMap { (0...18).contains($0) ? $0 : nil }
    }
    let range: (Int?, Int?)
    if words == "all" {
      range = (0, 17)
    } else if words.hasPrefix("under") {
      range = (0, age(words.dropFirst(5)).map { $0 - 1 })
    } else if words.hasSuffix("+") {
      range = (age(words.dropLast()), 17)
    } else if words.hasSuffix("and over") {
      range = (age(words.dropLast(8)), 17)
    } else {
      let ends = words.replacing("to", with: "-").split(separator: "-", omittingEmptySubsequences: false)
      range = (age(ends[0]), ends.count <= 2 ? age(ends[ends.count - 1]) : nil)
    }
    guard let first = range.0, let last = range.1 else { throw Flaws("“\(text)” are not ages", ageRemedy) }
    guard first <= last, last <= 17 else {
      throw Flaws("no child in care has the ages “\(text)”", ageRemedy)
    }
    return first...last
  }

  /// One range of ages from one or several that follow on one another.
  static func oneRange(_ ranges: [ClosedRange<Int>]) throws(Flaws) -> ClosedRange<Int> {
    let sorted = ranges.sorted { $0.lowerBound < $1.lowerBound }
    guard var joined = sorted.first else { throw Flaws("no ages are named", ageRemedy) }
    for range in sorted.dropFirst() {
      guard range.lowerBound <= joined.upperBound + 1 else {
        throw Flaws(
          "the ages have a gap between \(joined.upperBound) and \(range.lowerBound)",
          "Write one initiative for each group of ages.")
      }
      joined = joined.lowerBound...max(joined.upperBound, range.upperBound)
    }
    return joined
  }

  /// The age bands that ranges fill; a range that holds a part of a band is refused, since a rate is of a whole band.
  static func bands(_ ranges: [ClosedRange<Int>]) throws(Flaws) -> Set<Int> {
    var bands: Set<Int> = []
    for range in ranges {
      let touched = AgeBand.all.indices.filter {
        AgeBand.all[$0].from <= range.upperBound && AgeBand.all[$0].upTo > range.lowerBound
      }
      guard let first = touched.first, let last = touched.last,
        AgeBand.all[first].from == range.lowerBound, AgeBand.all[last].upTo == range.upperBound + 1
      else {
        throw Flaws(
          "rates are of whole age bands, and these ages cut one",
          "Write one or more of: \(AgeBand.all.map { $0.label.lowercased() }.joined(separator: ", ")).")
      }
      bands.formUnion(touched)
    }
    return bands
  }
}
