import Care
import ExampleCouncil
import Forecasting
import Foundation
import Returns
import Units

/// A forecast of a whole country: 150 made-up councils with about 82,000 children in care, one after the other as a
/// host would run them, their futures added up.
enum EnglandStages {
  /// Councils of the size of the example, and of twice its size.
  static let single = 92, double = 58

  static func measure(_ settings: FutureStages.Settings) throws -> Timings {
    var timings = Timings()
    var counts = RunCounts()
    var simulating = Duration.zero
    var rates = Duration.zero
    var total: [Int] = []
    var seed: UInt64 = 0
    for council in 0..<(single + double) {
      var parts: [CareHistories] = []
      for _ in 0..<(council < single ? 1 : 2) {
        seed += 1
        parts.append(try histories(Seed(seed)))
      }
      guard let histories = parts.dropFirst().reduce(parts.first, { joined($0, $1) }) else { continue }
      let start = ContinuousClock.now
      let input = try FutureStages.input(histories, settings)
      rates += ContinuousClock.now - start
      let began = ContinuousClock.now
      guard
        let result = Simulation(input, seed: Seed(UInt64(council))).run(
          0..<settings.futures, threads: settings.threads)
      else { continue }
      let last = result.futures.counts(
        .children, month: input.months.count - 1, categories: Array(0..<result.futures.categories))
      total = total.isEmpty ? last : zip(total, last).map { $0 + $1 }
      simulating += ContinuousClock.now - began
      counts = counts + result.counts
    }
    timings.value("rates_ms", rates / .milliseconds(1))
    timings.value("futures_ms", simulating / .milliseconds(1))
    FutureStages.note(counts, &timings)
    timings.value("mean_at_end", Double(total.reduce(0, +)) / Double(max(1, total.count)))
    return timings
  }

  /// The care histories of a made-up council, by way of its returns.
  private static func histories(_ seed: Seed) throws -> CareHistories {
    let folder = FileManager.default.temporaryDirectory.appending(path: "homeward-england-\(seed.key)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in ExampleCouncil(seed: seed).files() where file.path.hasSuffix(".csv") {
      let path = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.contents.utf8).write(to: path)
    }
    return try HistoryBuilder.build(ReturnsReader.read(at: folder.path), book: .standard()).histories
  }

  /// Two councils as one.
  private static func joined(_ a: CareHistories?, _ b: CareHistories) -> CareHistories? {
    guard let a else { return b }
    let offset = Int32(a.children.count)
    func moved(_ episodes: [Episode]) -> [Episode] {
      episodes.map { e in
        Episode(
          child: e.child + offset, start: e.start, end: e.end, reasonNew: e.reasonNew,
          legalStatus: e.legalStatus, place: e.place, provider: e.provider, urn: e.urn,
          reasonCeased: e.reasonCeased, category: e.category, need: e.need, locality: e.locality)
      }
    }
    return CareHistories(
      children: a.children + b.children, episodes: a.episodes + moved(b.episodes), respite: [],
      asReturned: [], asOf: max(a.asOf, b.asOf), book: a.book)
  }
}
