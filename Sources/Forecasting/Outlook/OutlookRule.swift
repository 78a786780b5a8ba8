/// Whose change a rule carries on.
public enum ChangeSource: String, Sendable, CaseIterable {
  /// The council's own.
  case council
  /// That of all councils of its region together.
  case region
  /// That of all councils of the country together.
  case country
}

/// How the centre of an outlook follows from the counts known.
public enum OutlookRule: Hashable, Sendable {
  /// The last count stays.
  case lastValue
  /// The last count, and for each year ahead the council's mean yearly rise or fall since its first count. A rival
  /// in the back-test, never chosen.
  case drift
  /// The last count, changed each year by the mean yearly change of the last three years, of which `keptPercent`
  /// per cent is kept in the first year ahead, that share of it in the second, and so on.
  case change(of: ChangeSource, keptPercent: Int)

  /// The rules that an outlook chooses from.
  public static let choices: [OutlookRule] =
    [.lastValue]
    + ChangeSource.allCases.flatMap { source in
      [50, 70].map { OutlookRule.change(of: source, keptPercent: $0) }
    }

  /// How many years' changes are taken the mean of.
  public static let yearsOfChange = 3
}

/// The yearly changes of councils, their regions and the country, as shares: 0.02 is 2 per cent more.
struct YearlyChanges {
  private let firstYear: Int
  private let own: [[Double?]]
  private let region: [[Double?]]
  private let country: [Double?]

  init(_ panel: CountPanel) {
    let years = panel.years.dropFirst()
    func change(_ councils: [Int], _ year: Int) -> Double? {
      var before = 0
      var after = 0
      // Only councils with both counts: those that are joined or split leave no false change.
      for council in councils {
        guard let last = panel.count(council, year - 1), let this = panel.count(council, year) else {
          continue
        }
        before += last
        after += this
      }
      return before > 0 ? Double(after) / Double(before) - 1 : nil
    }
    let all = Array(panel.councils.indices)
    firstYear = panel.years.lowerBound + 1
    let country = years.map { change(all, $0) }
    var byRegion: [String: [Double?]] = [:]
    for name in Set(panel.councils.compactMap(\.region)) {
      let members = all.filter { panel.councils[$0].region == name }
      byRegion[name] = years.map { change(members, $0) }
    }
    own = all.map { council in years.map { change([council], $0) } }
    region = panel.councils.map { council in council.region.flatMap { byRegion[$0] } ?? country }
    self.country = country
  }

  /// The mean change of the last years up to one; nought where none is known.
  func mean(of source: ChangeSource, _ council: Int, upTo year: Int) -> Double {
    let changes: [Double?] =
      switch source {
      case .council: own[council]
      case .region: region[council]
      case .country: country
      }
    let end = year - firstYear
    let known = (0..<OutlookRule.yearsOfChange).compactMap { back -> Double? in
      let place = end - back
      return changes.indices.contains(place) ? changes[place] : nil
    }
    return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
  }
}

extension CountPanel {
  /// The centre for a council some years after an origin, by a rule, from counts up to the origin only; nil where the
  /// council has no count then. Never negative.
  func centre(
    _ rule: OutlookRule, _ council: Int, origin: Int, ahead: Int, _ changes: YearlyChanges
  ) -> Double? {
    guard let last = count(council, origin).map(Double.init) else { return nil }
    switch rule {
    case .lastValue: return last
    case .drift:
      guard
        let first = (years.lowerBound..<max(origin, years.lowerBound + 1))
          .first(where: { count(council, $0) != nil }), first < origin, let start = count(council, first)
      else { return last }
      return max(0, last + Double(ahead) * (last - Double(start)) / Double(origin - first))
    case .change(let source, let keptPercent):
      let change = changes.mean(of: source, council, upTo: origin)
      var kept = 1.0
      return (0..<ahead).reduce(last) { value, _ in
        kept *= Double(keptPercent) / 100
        return max(0, value * (1 + change * kept))
      }
    }
  }
}
