import Forecasting
import Published
public import Reporting

/// Forecasts a council's children looked after from published yearly counts alone.
public enum MakeOutlook {
  /// The outlook of a council with its statistical neighbours and the back-test, `years` ahead. `progress` is told of
  /// files read.
  ///
  /// - Throws: `OperationError` where no council is called so, its counts are missing or too few, or the source can't
  ///   be read.
  public static func run(
    _ name: String, years: Int, from source: PublishedSource, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(OperationError) -> OutlookReport {
    guard (1...Outlooks.mostYears).contains(years) else {
      throw .setting("--years is 1 to \(Outlooks.mostYears): further ahead counts alone tell nothing.")
    }
    let published = try PublishedCounts(source, progress: progress)
    let rows = published.authorities.map { place in
      (id: id(published.areas[place]), region: published.areas[place].region, counts: published.counts[place])
    }
    guard let panel = CountPanel(rows) else {
      throw .setting("The published counts name no authority. Give the table by local authority.")
    }
    let place = try council(name, in: published)
    let outlooks = Outlooks(panel, years: years)
    func member(_ place: Int) throws(OutlookError) -> OutlookReport.Council {
      let area = published.areas[place]
      return OutlookReport.Council(
        name: area.name, code: id(area), counts: published.counts[place],
        outlook: try outlooks.outlook(id(area), years: years))
    }
    let own: OutlookReport.Council
    do throws(OutlookError) { own = try member(place) } catch {
      throw .setting(words(error, published.areas[place].name))
    }
    // A neighbour without a count this year is named without an outlook.
    let neighbours = try published.neighbours(of: place).map { neighbour in
      (try? member(neighbour))
        ?? OutlookReport.Council(
          name: published.areas[neighbour].name, code: id(published.areas[neighbour]),
          counts: published.counts[neighbour], outlook: [])
    }
    return OutlookReport(
      council: own, neighbours: neighbours, panel: panel, rule: outlooks.rule, errors: outlooks.errorCounts,
      backtest: OutlookBacktest(panel))
  }

  private static func id(_ area: Area) -> String { area.number ?? area.code ?? area.name }

  /// The position of the authority that a person means: of two of one name, that which still has counts.
  private static func council(_ name: String, in published: PublishedCounts) throws(OperationError) -> Int {
    let last = published.lastYear
    let current = published.authorities.filter { place in
      last.map { published.counts[place][$0] != nil } == true
    }
    var match = AreaSearch.match(name, among: published.areas)
    if case .notFound = match { match = AreaSearch.match(name, among: current.map { published.areas[$0] }) }
    switch match {
    case .found(let area) where area.level != .authority:
      throw .setting("“\(area.name)” is not one council. Name a council: homeward outlook \"Blackpool\".")
    case .found(let area):
      if let place = current.first(where: { published.areas[$0].name == area.name })
        ?? published.areas.firstIndex(of: area)
      {
        return place
      }
      throw .setting("No published counts of \(area.name) were found.")
    case .notFound(let near):
      throw .setting(
        "No council called “\(name)” is in the published counts. "
          + (near.isEmpty
            ? "Give its name as the national statistics have it, or its three-digit code."
            : "Did you mean \(near.map(\.name).joined(separator: ", "))?"))
    }
  }

  private static func words(_ error: OutlookError, _ name: String) -> String {
    switch error {
    case .unknown: "No published counts of \(name) were found."
    case .noCount(let year, let last?):
      "\(name) has no published count for 31 March \(year), only up to \(last): it was kept back as too small, or the council was joined with others or split. Name the council that is there now."
    case .noCount(let year, nil):
      "\(name) has no published count of children looked after, up to 31 March \(year)."
    case .tooSmall(let count):
      "\(name) had \(count < Disclosure.smallestShown ? "too few" : "\(count)") children looked after: an outlook needs \(Outlooks.fewestChildren) or more."
    case .tooFewYears(let ahead):
      "There are too few councils or years of published counts to tell how far an outlook \(ahead == 1 ? "one year" : "\(ahead) years") ahead may miss. Add earlier years' tables, or ask for fewer --years."
    }
  }
}
