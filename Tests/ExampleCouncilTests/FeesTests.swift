import ExampleCouncil
import Testing
import Units

@Suite struct FeesTests {
  let wrenfield = Wrenfield.generated

  private var lines: [[String: String]] { wrenfield.rows["fees.csv"] ?? [] }

  private func pence(_ line: [String: String], _ column: String) throws -> Int {
    try #require(Money(pounds: line[column] ?? "")?.pence, "\(column)")
  }

  private func day(_ line: [String: String], _ column: String) -> CivilDay? { CivilDay(line[column] ?? "") }

  @Test func `a line's parts make up its fee, and others pay less than all of it`() throws {
    #expect(lines.count > 4000)
    for line in lines {
      let weekly = try pence(line, "WEEKLY_FEE")
      let parts = try ["CORE_FEE", "EDUCATION", "THERAPY", "TRANSPORT"].map { try pence(line, $0) }
      #expect(weekly > 0 && parts.reduce(0, +) == weekly)
      let others = try pence(line, "HEALTH_CONTRIBUTION") + pence(line, "EDUCATION_CONTRIBUTION")
      #expect(others >= 0 && others < weekly)
    }
    #expect(try lines.contains { try pence($0, "HEALTH_CONTRIBUTION") > 0 })
  }

  @Test func `the rates of a placement follow one another from its start to its end`() throws {
    for (name, rates) in Dictionary(grouping: lines, by: { $0["PLACEMENT_ID"] ?? "" }) {
      var expected = max(day(rates[0], "PLACEMENT_START")!, Wrenfield.years[0].firstDay)
      for (place, line) in rates.enumerated() {
        #expect(day(line, "EFFECTIVE_FROM") == expected, "\(name)")
        let isLast = place == rates.count - 1
        if let to = day(line, "EFFECTIVE_TO") {
          #expect(isLast || to.components.month == 3)
          expected = to + 1
        } else {
          #expect(isLast && line["PLACEMENT_END"] == "")
        }
        #expect(!isLast || day(line, "PLACEMENT_END").map { day(line, "EFFECTIVE_TO")! + 1 >= $0 } ?? true)
      }
    }
  }

  /// Hospitals and some parents and adopters are paid nothing.
  @Test func `every paid placement of the returns is in the ledger on the same days`() throws {
    var covered: [String: [(CivilDay, CivilDay)]] = [:]
    for line in lines where line["SERVICE"] == "Placement" {
      let from = try #require(day(line, "EFFECTIVE_FROM"))
      let end = day(line, "PLACEMENT_END") ?? CivilDay.distantFuture
      covered[line["CHILD"]!, default: []].append((from, end))
    }
    var nights = 0
    for (child, episodes) in wrenfield.histories {
      for episode in episodes
      where !episode.isShortBreak && !["P1", "R2", "A3", "A4", "A5", "A6"].contains(episode["PLACE"]) {
        let from = max(episode.start, Wrenfield.years[0].firstDay)
        guard from < episode.end ?? .distantFuture else { continue }
        nights += 1
        #expect(covered[child]?.contains { $0.0 <= from && from < $0.1 } == true)
      }
    }
    #expect(nights > 3500)
  }

  @Test func `half the placements end later than planned, a quarter early`() throws {
    let slips = lines.compactMap { line in
      day(line, "PLANNED_END").flatMap { planned in day(line, "PLACEMENT_END").map { planned.nights(to: $0) }
      }
    }
    let late = Double(slips.count { $0 > 0 }) / Double(slips.count)
    let early = Double(slips.count { $0 < 0 }) / Double(slips.count)
    #expect((0.3...0.55).contains(late) && (0.15...0.35).contains(early))
  }

  @Test func `disabled children have packages and direct payments`() {
    let services = Dictionary(grouping: lines, by: { $0["SERVICE"] ?? "" }).mapValues(\.count)
    #expect(services.keys.sorted() == ["Direct payment", "Package", "Placement"])
    #expect((20...120).contains(services["Direct payment"] ?? 0))
  }
}
