import Care
import KnownTruth
import Testing
import Units

@testable import Forecasting

/// The number that stands for a simulation's input in a file of its futures.
struct FingerprintTests {
  private let input: SimulationInput

  init() throws {
    var settings = PlantedCouncil.Settings()
    settings.firstDay = try #require(CivilDay("2018-04-01"))
    settings.lastDay = try #require(CivilDay("2021-03-31"))
    let histories = try PlantedCouncil(settings).truth.histories
    let window = try #require(ReferenceWindow(from: settings.firstDay, to: settings.lastDay))
    let months = ForecastMonths(after: histories.asOf, until: histories.asOf.adding(months: 12))
    let rates = RateModel(histories, window: window)
    let prices = Array(repeating: Int64(70_000), count: rates.space.categories)
    input = SimulationInput(
      rates: rates, starters: Starter.all(in: histories),
      durations: KnownDurations(histories, window: window),
      months: months, prices: .level(prices, months: months.count))
  }

  private func fingerprint(_ change: (inout SimulationInput) -> Void) -> UInt64 {
    var changed = input
    change(&changed)
    return changed.fingerprint
  }

  private func initiative(_ change: (inout Initiative) -> Void) -> Initiative {
    var initiative = Initiative(
      id: "a", name: "a",
      kind: .stepDown(
        eligible: Eligible(categories: [1, 2, 3, 4, 5]), to: 1, chancePerYear: 0.2, breakdownShare: 0.1),
      start: input.months.asOf + 30)
    change(&initiative)
    return initiative
  }

  @Test func `every part of an initiative is in it, whatever the order in which a set is walked`() {
    let others = [
      initiative { $0.id = "b" }, initiative { $0.start = $0.start + 1 }, initiative { $0.rampMonths = 1 },
      initiative { $0.end = $0.start + 90 }, initiative { $0.perMonth = 2 }, initiative { $0.perMonth = 3 },
      initiative { $0.spread = .variation(0.2) }, initiative { $0.spread = .interval(low: 0.3, high: 1.6) },
      initiative { $0.grade = .init(rawValue: 1) ?? .usual },
      initiative { $0.cost.perCase = Money(pence: 1) },
      initiative { $0.kind = .keepStable(eligible: .everyone, share: 0.2) },
      initiative {
        $0.kind = .stepDown(
          eligible: Eligible(minAge: 3, categories: [1, 2, 3, 4, 5]), to: 1, chancePerYear: 0.2,
          breakdownShare: 0.1)
      },
      initiative {
        $0.kind = .stepDown(
          eligible: Eligible(categories: [1, 2, 3, 4, 6]), to: 1, chancePerYear: 0.2, breakdownShare: 0.1)
      },
    ].map { one in fingerprint { $0.initiatives = [one] } }
    #expect(Set(others).count == others.count)
    var large = Set<Int>(minimumCapacity: 1000)
    for number in [5, 4, 3, 2, 1] { large.insert(number) }
    let same = initiative {
      $0.kind = .stepDown(
        eligible: Eligible(categories: large), to: 1, chancePerYear: 0.2, breakdownShare: 0.1)
    }
    #expect(fingerprint { $0.initiatives = [same] } == fingerprint { $0.initiatives = [initiative { _ in }] })
  }

  @Test func `every part of the input is in it`() {
    #expect(fingerprint { _ in } == input.fingerprint)
    let rates = input.rates
    var stronger = rates.exits
    stronger.strength += 1
    let weekly = input.prices.weekly
    let asOf = input.months.asOf
    let others = [
      fingerprint { $0.starters.removeLast() }, fingerprint { $0.starters.swapAt(0, 1) },
      fingerprint { $0.durations = KnownDurations(days: input.durations.days.map { $0.dropLast() }) },
      fingerprint { $0.months = ForecastMonths(after: asOf, until: asOf.adding(months: 13)) },
      fingerprint { $0.prices = .level(weekly.map { $0 + 1 }, months: input.months.count) },
      fingerprint {
        $0.prices = PricePlan(
          weekly: weekly, index: input.prices.index, uplifts: input.prices.uplifts, upliftMean: 0,
          upliftSpread: 0.01)
      },
      fingerprint { $0.changes = RateAdjustments([RateChange(.home, .multiply(1.01))], rates: rates) },
      fingerprint { $0.changes = RateAdjustments([RateChange(.moves, .multiply(1.01))], rates: rates) },
      fingerprint { $0.isRateCertain = true }, fingerprint { $0.rho = 0.2 },
      fingerprint {
        $0.rates = RateModel(
          space: rates.space, window: rates.window, exits: stronger, changes: rates.changes,
          destinations: rates.destinations, entries: rates.entries)
      },
      fingerprint {
        $0.rates = RateModel(
          space: rates.space, window: rates.window, exits: rates.exits, changes: rates.changes,
          destinations: rates.destinations,
          entries: EntryModel(
            paces: rates.entries.paces, sizes: [1], alphas: rates.entries.alphas, ages: rates.entries.ages))
      },
    ]
    #expect(Set(others + [input.fingerprint]).count == others.count + 1)
    // Whoever adds to the input must add it to the fingerprint, and then here.
    #expect(
      Mirror(reflecting: input).children.map(\.label)
        == [
          "rates", "starters", "durations", "months", "prices", "changes", "initiatives", "rho",
          "isRateCertain",
        ])
    #expect(
      Mirror(reflecting: input.prices).children.map(\.label) == [
        "weekly", "index", "uplifts", "upliftMean", "upliftSpread", "startingPrices", "carriedRank",
      ])
    #expect(
      Mirror(reflecting: input.changes).children.map(\.label) == [
        "exits", "changes", "destinations", "entries",
      ])
  }
}
