import Foundation
import Units

/// One child's time in care, event by event.
struct PlantedLife {
  private(set) var episodes: [PlantedCouncil.PlantedEpisode] = []
  private let entrant: PlantedEntrant
  private let settings: PlantedCouncil.Settings
  private let number: UInt32
  private let birthdays: [CivilDay]
  private var draw: DrawSequence
  private var fees: DrawSequence
  private var day: CivilDay
  private var stayStart: CivilDay
  private var category: Int
  private var legalStatus: Code
  private var rank = 0.0
  private var pencePerWeek = 0
  private var stays = 0

  init(_ entrant: PlantedEntrant, _ settings: PlantedCouncil.Settings, number: UInt32) {
    self.entrant = entrant
    self.settings = settings
    self.number = number
    birthdays = PlantedTruth.ageEdges.map { Age.birthday($0, bornOn: entrant.birth) }
    draw = DrawSequence(seed: settings.seed(on: entrant.day), stream: 93, person: number)
    fees = DrawSequence(seed: settings.seed(on: entrant.day), stream: 94, person: number)
    day = entrant.day
    stayStart = day
    category = entrant.category
    legalStatus = entrant.legalStatus
  }

  /// Runs to the end of care or of the truth.
  mutating func run() {
    newFee()
    open("S")
    while day < settings.lastDay {
      guard let age = birthdays.firstIndex(where: { day < $0 }) else { return leave(eighteenReason()) }
      if day == settings.forkDay {
        // What comes after has draws of its own.
        let seed = settings.seed(on: day + 1)
        draw = DrawSequence(seed: seed, stream: 95, person: number)
        fees = DrawSequence(seed: seed, stream: 96, person: number)
      }
      let chances = chances(age)
      let total = chances.reduce(0, +)
      let edge = nextEdge(age)
      guard let nights = draw.nights(chance: total, most: day.nights(to: edge)),
        day + nights < birthdays[4]
      else {
        day = edge
        continue
      }
      day = day + nights
      if act(draw.pick(chances), age) { return }
    }
    if day == settings.lastDay, day == birthdays[4] { leave(eighteenReason()) }
  }

  /// Chances a night: four exits, a move, a legal change, then the same-carer changes.
  private func chances(_ age: Int) -> [Double] {
    let truth = settings.truth
    let inCare = band(entrant.day), inStay = band(stayStart)
    var chances = PlantedExit.allCases.map {
      truth.exitHazard($0, age: age, time: inCare, category: category, isUASC: entrant.isUASC)
    }
    chances.append(
      truth.moveHazard(age: age, time: inStay, category: category, isUASC: entrant.isUASC))
    chances.append(legalStatus == "C1" ? truth.legalChange : 0)
    for change in truth.sameCarer {
      chances.append(
        change.from == category ? truth.sameCarerHazard(from: category, to: change.to, age: age) : 0)
    }
    return chances
  }

  private func band(_ start: CivilDay) -> Int {
    let nights = start.nights(to: day)
    return PlantedTruth.timeEdges.firstIndex { nights < $0 } ?? PlantedTruth.timeEdges.count
  }

  /// The next day on which a chance may change.
  private func nextEdge(_ age: Int) -> CivilDay {
    var edge = min(birthdays[age], settings.lastDay)
    for start in [entrant.day, stayStart] {
      let band = band(start)
      if band < PlantedTruth.timeEdges.count { edge = min(edge, start + PlantedTruth.timeEdges[band]) }
    }
    if let fork = settings.forkDay, day < fork { edge = min(edge, fork) }
    return edge
  }

  /// Does what was drawn; true when the child has left.
  private mutating func act(_ event: Int, _ age: Int) -> Bool {
    switch event {
    case 0: leave(draw.uniform() < 0.7 ? "E4A" : "E4B")
    case 1: leave(draw.uniform() < 0.7 ? "E45" : "E46")
    case 2: leave(draw.uniform() < 0.8 ? "E11" : "E12")
    case 3: leave(draw.uniform() < 0.8 ? "E8" : "E5")
    case 4: move(age)
    case 5:
      legalStatus = "C2"
      next("L")
    default:
      let change = settings.truth.sameCarer[event - 6]
      category = change.to
      let isAdoption = category == 9 && legalStatus != "E1"
      if isAdoption { legalStatus = "E1" }
      next(isAdoption ? "U" : "T")
    }
    return event < 4
  }

  private mutating func move(_ age: Int) {
    // By the age at the event's own night, as its chance is.
    category = draw.pick(settings.truth.shares(age: age, category: category))
    let isAdoption = category == 9 && legalStatus != "E1"
    if isAdoption { legalStatus = "E1" }
    stayStart = day
    stays += 1
    newFee()
    next(isAdoption ? "B" : "P")
  }

  private mutating func eighteenReason() -> Code { ["E17", "E6", "E7"][draw.pick([0.3, 0.6, 0.1])] }

  /// The price rank of a stay leans on the one before; the fee is fixed for the stay.
  private mutating func newFee() {
    let rho = settings.feeCorrelation
    rank = stays == 0 ? fees.normal() : rho * rank + (1 - rho * rho).squareRoot() * fees.normal()
    let (median, sd) = PlantedTables.fees[category]
    pencePerWeek = Int((100 * median * exp(settings.feeSpread * sd * rank)).rounded())
  }

  private mutating func next(_ rne: Code) {
    close("X1")
    open(rne)
  }

  private mutating func leave(_ rec: Code) { close(rec) }

  private mutating func close(_ rec: Code) {
    episodes[episodes.count - 1].end = day
    episodes[episodes.count - 1].rec = rec
  }

  private mutating func open(_ rne: Code) {
    let (place, provider) = PlantedTables.places[category]
    let isWithCarer = rne == "T" || rne == "U"
    episodes.append(
      PlantedCouncil.PlantedEpisode(
        person: 0, start: day, end: nil, rne: rne, legalStatus: legalStatus, need: entrant.need,
        category: category, place: Code(isWithCarer && category == 9 ? "A5" : place),
        provider: Code(provider),
        urn: Code("SC" + String((Int(number) * 7 + stays) % 90_000 + 10_000)), pencePerWeek: pencePerWeek))
  }
}
