import Foundation
import Operations
import Published
import Reporting
import Store
import Support
import Testing

/// England's published statistics, added whole, say what was published.
@Suite(.needsReference) struct EnglandTests {
  private let folder: TemporaryFolder
  private let reference: any ReferenceRepository

  /// The files these tests look into.
  private static let names = [
    "cla_by_la", "cla_placements_by_la", "cla_placement_stability_by_la", "la_lookup",
    "population_0_17_by_la_2012_2024", "s251_unit_costs_and_spend_by_la", "statistical_neighbours_2025",
  ]

  init() throws {
    folder = try TemporaryFolder()
    for name in Self.names {
      let path = try Reference.path("data/england/\(name).csv")
      try folder.write("in/\(name).csv", try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    let store = try StoreFile(at: folder.path + "/s.sqlite")
    let published = try PublishedReader.read(at: folder.path + "/in")
    _ = try store.reference.add(published, moment: ReferenceStoreTests.moment) { _, _ in }
    reference = store.reference
  }

  private func value(_ measure: String, _ area: String, _ year: Int) throws -> Double? {
    try reference.figures(measures: [measure], areas: [area], years: year...year).first?.value
  }

  @Test func `children looked after and their rates are those of the release`() throws {
    #expect(try value("cla-31-march", "E92000001", 2025) == 81_770)
    #expect(try value("cla-31-march", "E92000001", 2023) == 83_750)
    let rates = try reference.figures(measures: ["cla-rate"], areas: [], years: 2025...2025)
      .filter { $0.area.level == .authority && $0.value != nil }
    let highest = try #require(rates.max { ($0.value ?? 0) < ($1.value ?? 0) })
    let lowest = try #require(rates.min { ($0.value ?? 0) < ($1.value ?? 0) })
    #expect(highest.area.name == "Blackpool" && highest.value == 184)
    #expect(lowest.area.name == "Richmond upon Thames" && lowest.value == 27)
  }

  @Test func `stability, unit costs and population`() throws {
    #expect(try value("three-placements", "E92000001", 2025) == 10)
    #expect(try value("long-term-stability", "E92000001", 2025) == 69)
    #expect(try value("s251/residential-unit-cost-per-child-week", "E92000001", 2025) == 7385)
    #expect(try value("s251/fostering-unit-cost-per-child-week", "890", 2025) == 740)
    #expect(try value("population-0-17", "E92000001", 2025) == 12_183_016)
    #expect(try value("placements/foster", "E92000001", 2025) == 54_820)
  }

  @Test func `authorities sum to England within rounding, and each has a region and neighbours`() throws {
    for year in 2021...2025 {
      let all = try reference.figures(measures: ["cla-31-march"], areas: [], years: year...year)
      let sum = all.filter { $0.area.level == .authority }.compactMap(\.value).reduce(0, +)
      let england = try #require(try value("cla-31-march", "E92000001", year))
      #expect(abs(sum - england) <= 15)
      let regions = all.filter { $0.area.level == .region && $0.area.code?.hasPrefix("E12") == true }
      #expect(regions.count == 9 && abs(regions.compactMap(\.value).reduce(0, +) - england) <= 45)
    }
    let current = try reference.figures(measures: ["cla-31-march"], areas: [], years: 2025...2025)
      .filter { $0.area.level == .authority }
    // Scilly has no line for 2025.
    #expect(current.count == 152)
    for figure in current {
      let area = figure.area
      #expect(try reference.region(of: area) != nil, "\(area.name) has no region")
      // The City and Scilly have fewer.
      let neighbours = try reference.neighbours(of: try #require(area.number))
      #expect(neighbours.count == 10 || ["201", "420"].contains(area.number), "\(area.name)")
    }
  }

  @Test func `no figure is lost and none is nought for being suppressed`() throws {
    let folder = try PublishedReader.read(at: try Reference.path("data/england"))
    #expect(
      folder.files.map(\.kind).sorted() == [
        "areas", "cin", "cla", "cla-ceased", "cla-characteristics", "cla-net-gain", "cla-new-placements",
        "cla-placements", "cla-stability", "cla-started", "neighbours", "population", "s251", "workforce",
      ])
    for file in folder.files where file.kind != "workforce" { #expect(file.valuesLeft == 0, "\(file.name)") }
    let city = try reference.figures(measures: ["cla-rate"], areas: ["201"], years: 2025...2025)
    #expect(city.map(\.value) == [nil] && city.map(\.flag) == ["c"])
  }

  @Test func `Camden stands beside London`() throws {
    guard case .found(let camden) = try reference.area(named: "LB Camden") else {
      return #expect(Bool(false), "Camden was not found")
    }
    let row = try #require(
      try Benchmark.rows(of: camden, measures: ["cla-rate"], years: 2025...2025, in: reference).first)
    #expect(row.council?.value == 58 && row.region?.value == 48 && row.england?.value == 67)
    #expect(row.neighbours == 10 && (row.neighbourMean ?? 0) > 30)
  }

  @Test func `Blackpool's own measures stand beside the last published ones`() throws {
    let beside = try PublishedBeside.find("Blackpool Council", in: reference)
    let rate = try #require(beside.comparisons["looked-after-rate"])
    #expect(rate.council == 184 && rate.england == 67 && rate.region == 90 && rate.neighbours == 10)
    #expect(rate.year == "2024/25" && beside.population == 28_923)
    #expect(beside.comparisons["three-placements"]?.england == 10)
    let earlier = try PublishedBeside.find("890", lastYear: 2024, in: reference)
    #expect(earlier.comparisons["looked-after-rate"]?.year == "2023/24")
    #expect(throws: OperationError.self) { try PublishedBeside.find("Blackpol", in: reference) }
    #expect(throws: OperationError.self) { try PublishedBeside.find("North West", in: reference) }
  }
}
