public import Care
import Foundation
public import Units

/// A made-up council whose children enter, move, and leave by chances that are known.
///
/// Written to judge the forecast, so it shares nothing with it but the types of care histories: it goes night by night,
/// each with its chance of an event, where the forecast works in continuous time.
public struct PlantedCouncil: Sendable {
  /// What a council is made with.
  public struct Settings: Sendable {
    /// The chances.
    public var truth = PlantedTruth()
    /// The key of all draws.
    public var seed: UInt64 = 1
    /// Children who enter a year, in expectation, up to `firstDay`.
    public var entriesPerYear = 200.0
    /// Standard deviation, per square-root year, of the log of the rate of entry, which walks from `firstDay` on; 0 for
    /// a constant rate.
    public var tau = 0.0
    /// From when everything is right: the eighteen years before fill the council.
    public var firstDay = CivilDay(year: 2014, month: 4, day: 1) ?? CivilDay(number: 0)
    /// The last day of the truth.
    public var lastDay = CivilDay(year: 2024, month: 3, day: 31) ?? CivilDay(number: 0)
    /// The day up to which councils of one seed agree whatever their `future`; nil where there is but one future.
    public var forkDay: CivilDay?
    /// Which future follows `forkDay`.
    public var future: UInt64 = 0
    /// Correlation of a child's ranks of price in successive stays.
    public var feeCorrelation = 0.6
    /// The weekly fees' spread, as a multiple of the tables'.
    public var feeSpread = 1.0

    /// The defaults.
    public init() {}
  }

  /// An episode and the fee of the stay it is in.
  struct PlantedEpisode: Sendable {
    var person: Int
    let start: CivilDay
    var end: CivilDay?
    let rne: Code
    let legalStatus: Code
    let need: Code
    let category: Int
    let place: Code
    let provider: Code
    let urn: Code
    var rec: Code = .empty
    let pencePerWeek: Int
  }

  /// What it was made with.
  public let settings: Settings
  /// The rate of entry, children per day, on each day from `firstDay` to `lastDay`.
  public let entriesPerDay: [Double]
  let children: [Child]
  /// In order of child, then start. Only of periods of care not over by `firstDay`.
  let episodes: [PlantedEpisode]
  let book: CategoryBook
  /// The book's category for each of `PlantedTruth.categories`.
  public let categories: [Category]

  /// Makes a council.
  public init(_ settings: Settings) throws {
    self.settings = settings
    let book = try CategoryBook.standard()
    self.book = book
    categories = PlantedTruth.categories.map { book.category(id: $0) ?? book.unknown }
    let entries = PlantedEntries(settings)
    entriesPerDay = entries.walk.map { $0 * settings.entriesPerYear / 365.25 }
    var children: [Child] = []
    var episodes: [PlantedEpisode] = []
    for (number, entrant) in entries.entrants().enumerated() {
      var life = PlantedLife(entrant, settings, number: UInt32(number))
      life.run()
      guard let last = life.episodes.last, (last.end ?? .distantFuture) > settings.firstDay,
        let id = ChildID("P\(100_000 + number)")
      else { continue }
      for var episode in life.episodes {
        episode.person = children.count
        episodes.append(episode)
      }
      children.append(Child(id: id, birth: entrant.birth, isUASC: entrant.isUASC))
    }
    self.children = children
    self.episodes = episodes
  }

  /// Children in care on a day, by category of `PlantedTruth.categories`, counted from the truth.
  public func children(on day: CivilDay) -> [Int] {
    var counts = Array(repeating: 0, count: PlantedTruth.width)
    for episode in episodes where episode.start <= day && (episode.end ?? .distantFuture) > day {
      counts[episode.category] += 1
    }
    return counts
  }

  /// Cost in pence of the nights from a day up to another, not included: each stay's fee ÷ 7 a night, rounded once.
  public func pence(from: CivilDay, upTo: CivilDay) -> Int {
    var sevenths = 0
    for episode in episodes {
      let nights = max(from, episode.start).nights(to: min(upTo, episode.end ?? upTo))
      if nights > 0 { sevenths += nights * episode.pencePerWeek }
    }
    return (sevenths * 2 + 7) / 14
  }
}
