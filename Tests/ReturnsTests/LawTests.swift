import Care
import ExampleCouncil
import Foundation
import Support
import Testing
import Units

@testable import Returns

/// What always holds, whatever is in the files.
struct LawTests {
  static let example = Dictionary(
    uniqueKeysWithValues: ExampleCouncil().files().filter {
      $0.path.hasSuffix("s.csv") || $0.path.hasSuffix("r.csv")
    }
    .map { ($0.path, $0.contents) })

  @Test(arguments: 1...12)
  func `rows read are rows used and rows set aside, however the files are damaged`(_ seed: UInt64) throws {
    let damaged = Self.example.mapValues { damage($0, Seed(seed)) }
    let set = try read(damaged)
    #expect(set.rowsRead == set.rowsUsed + set.rowsSetAside)
    #expect(set.rowsSetAside > 0)
    guard set.problems.isEmpty else { return }
    let built = try HistoryBuilder.build(set, book: .standard())
    let returns = built.returns
    #expect(returns.rowsRead == set.rowsRead)
    #expect(returns.rowsRead == returns.rowsUsed + returns.rowsSetAside)
    let episodeRows = returns.tables.filter { $0.shape.name == .episodes }.reduce(0) { $0 + $1.rows }
    let asideLater = returns.setAside[set.setAside.count...].filter {
      returns.files[$0.file].table == .episodes
    }.count
    #expect(episodeRows == built.histories.asReturned.count + built.superseded + asideLater)
    try checkHistories(built.histories)
  }

  /// Nobody is in two places on a night, in care after 18, before birth, or after the as-of date.
  private func checkHistories(_ histories: CareHistories) throws {
    for (a, b) in zip(histories.episodes, histories.episodes.dropFirst()) where a.child == b.child {
      #expect((a.end ?? CivilDay(number: .max)) <= b.start)
    }
    for episode in histories.episodes {
      let child = histories.children[Int(episode.child)]
      #expect(child.birth <= episode.start && episode.start <= histories.asOf)
      #expect((episode.end ?? histories.asOf) <= child.eighteenth)
      #expect((episode.end ?? histories.asOf) <= histories.asOf)
    }
    #expect(histories.stays.reduce(0) { $0 + $1.episodes.count } == histories.episodes.count)
    #expect(histories.periods.reduce(0) { $0 + $1.stays.count } == histories.stays.count)
  }

  /// Bytes changed, lines dropped, doubled and cut short, by draws from a seed.
  private func damage(_ text: String, _ seed: Seed) -> String {
    var lines: [String] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let person = UInt32(truncatingIfNeeded: number)
      let draw = seed.uniform(stream: UInt32(text.utf8.count), person: person, draw: 0)
      guard number > 0, draw < 0.02 else {
        lines.append(String(line))
        continue
      }
      let place = Int(seed.uniform(stream: 1, person: person, draw: 1) * Double(line.count))
      switch Int(draw * 400) {
      case 0: break
      case 1: lines += [String(line), String(line)]
      case 2: lines.append(String(line.prefix(place)))
      case 3: lines.append(line.prefix(place) + "\"" + line.dropFirst(place))
      case 4: lines.append(line.prefix(place) + "," + line.dropFirst(place))
      case 5: lines.append(line.replacingOccurrences(of: "/", with: "//"))
      case 6: lines.append(line.replacingOccurrences(of: "20", with: "02"))
      default: lines.append(line.prefix(place) + "\0é" + line.dropFirst(place + 1))
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test func `the order of files and rows changes nothing`() throws {
    let straight = try essence(Self.example)
    var turned: [String: String] = [:]
    for (number, name) in Self.example.keys.sorted().enumerated() {
      let lines = (Self.example[name] ?? "").split(separator: "\n")
      // Other folders and names, in the other order, the rows upside down.
      let folder = 99 - (Int(name.prefix(4)) ?? 0) % 100
      turned["\(folder)/z\(999 - number).csv"] =
        ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    }
    #expect(try essence(turned) == straight)
  }

  private func essence(_ files: [String: String]) throws -> [String] {
    let built = try HistoryBuilder.build(read(files), book: .standard())
    return built.histories.episodes.map { episode in
      let child = built.histories.children[Int(episode.child)]
      return
        "\(child.id.revealed) \(child.birth) \(child.isUASC) \(episode.start) \(episode.end?.description ?? "") \(episode.place) \(episode.legalStatus) \(episode.reasonCeased) \(episode.category.index)"
    }.sorted()
  }

  @Test func `leaving out a year changes nothing about those who stayed`() throws {
    let whole = try HistoryBuilder.build(read(Self.example), book: .standard()).histories
    let latest = Self.example.filter { !$0.key.hasPrefix("2020-21") }
    let later = try HistoryBuilder.build(read(latest), book: .standard()).histories
    for day in [whole.asOf, CivilDay(year: 2023, month: 6, day: 1) ?? whole.asOf] {
      #expect(Stock(whole).children(on: day) == Stock(later).children(on: day))
    }
  }
}
