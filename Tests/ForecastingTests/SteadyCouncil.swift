import Care
import Foundation
import Returns
import Support
import Units

/// A made-up council whose children leave, move and enter at constant rates that are known, written as returns.
struct SteadyCouncil {
  /// Per child and day.
  let leave = 1.0 / 400, move = 1.0 / 500
  /// Per day.
  let enter = 0.7
  let seed: UInt64
  let firstDay = CivilDay(year: 2019, month: 4, day: 1) ?? CivilDay(number: 0)
  let lastDay = CivilDay(year: 2024, month: 3, day: 31) ?? CivilDay(number: 0)

  private struct Spell {
    let start: CivilDay
    let place: String
    let rne: String
    var end: CivilDay?
    var leaves = false
  }

  /// Every child's spells, begun early enough for the stock to be steady at the first return.
  private func lives() -> [[Spell]] {
    var lives: [[Spell]] = []
    var day = firstDay - 2500
    var person: UInt32 = 0
    while true {
      day = day + gap(enter, person, 0)
      person += 1
      guard day <= lastDay else { return lives }
      var spells = [Spell(start: day, place: "U6", rne: "S")]
      var draw: UInt32 = 1
      while true {
        let last = spells.count - 1
        let days = max(1, gap(leave + move, person, draw))
        let end = spells[last].start + days
        guard end <= lastDay else { break }
        spells[last].end = end
        spells[last].leaves =
          Seed(seed).uniform(stream: 7, person: person, draw: draw) < leave / (leave + move)
        if spells[last].leaves { break }
        spells.append(Spell(start: end, place: spells[last].place == "U6" ? "K2" : "U6", rne: "P"))
        draw += 1
      }
      lives.append(spells)
    }
  }

  /// Days to the next event of a constant daily chance.
  private func gap(_ perDay: Double, _ person: UInt32, _ draw: UInt32) -> Int {
    let u = Seed(seed).uniform(stream: 3, person: person, draw: draw)
    return Int(log(1 - u) / log(1 - perDay)) + 1
  }

  /// Annual returns to the year before `cut`, and that year's extract up to `cut`: later starts are not in it, later
  /// ends are blank.
  func histories(cut: CivilDay) throws -> CareHistories {
    let lives = lives()
    var files: [String: String] = [:]
    var year = FinancialYear(containing: firstDay)
    while year.firstDay <= cut {
      let asOf = min(year.lastDay, cut)
      var lines: [EpisodeLine] = []
      var births: [(String, String)] = []
      for (number, spells) in lives.enumerated() {
        let id = String(100_000 + number)
        let inYear = spells.filter { $0.start <= asOf && ($0.end ?? asOf) >= year.firstDay }
        for spell in inYear {
          let end = spell.end.flatMap { $0 <= asOf ? $0 : nil }
          lines.append(
            EpisodeLine(
              id, spell.start.slashed, end?.slashed ?? "", rne: spell.rne, place: spell.place,
              provider: "PR4",
              rec: end == nil ? "" : spell.leaves ? "E4A" : "X1"))
        }
        // Born so that nobody has a birthday that changes the age band in the years seen.
        if !inYear.isEmpty { births.append((id, "01/01/2009")) }
      }
      files["\(year.startYear)/episodes.csv"] = ReturnFixture.episodes(lines)
      files["\(year.startYear)/header.csv"] = ReturnFixture.header(births.map { (child: $0.0, birth: $0.1) })
      year = year.next
    }
    let folder = try TemporaryFolder(files)
    let set = try ReturnsReader.read(at: folder.path)
    return try HistoryBuilder.build(set, book: .standard(), asOf: cut).histories
  }
}
