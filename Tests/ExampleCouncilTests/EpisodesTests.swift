import ExampleCouncil
import Testing
import Units

@Suite struct EpisodesTests {
  let wrenfield = Wrenfield.generated

  @Test func `an episode that goes on begins on the day the one before it ends`() {
    for (child, rows) in wrenfield.histories {
      for (before, after) in zip(rows, rows.dropFirst()) {
        if before["REC"] == "X1" {
          #expect(before.end == after.start && after["RNE"] != "S", "child \(child)")
        } else {
          #expect(before.end! < after.start && after["RNE"] == "S", "child \(child)")
        }
        #expect(before["CIN"] == after["CIN"])
      }
      #expect(rows.last?["REC"] != "X1")
    }
  }

  @Test func `an episode's reason says what changed`() {
    for rows in wrenfield.histories.values {
      for (before, after) in zip(rows, rows.dropFirst()) where before["REC"] == "X1" {
        let legal = before["LS"] != after["LS"]
        let carer = ["PLACE", "PLACE_PROVIDER", "PL_POST", "URN"].contains {
          before[$0] != after[$0]
            // A code that was renamed between two returns is not a change of placement.
            && !($0 == "PLACE" && before[$0] == "H5" && after[$0] == "K3")
            && !($0 == "PLACE" && before[$0] == "Z1" && after[$0].hasPrefix("Z1"))
        }
        switch after["RNE"] {
        case "L": #expect(legal && !carer)
        case "P", "T": #expect(!legal && carer)
        default: #expect(legal && carer)
        }
      }
    }
  }

  @Test(arguments: Wrenfield.years)
  func `a return holds the episodes open in its year, ended only if they end in it`(year: CollectionYear) {
    for row in wrenfield.episodes(year) {
      #expect(row.start <= year.lastDay)
      #expect(row["DEC"].isEmpty == row["REC"].isEmpty)
      if let end = row.end { #expect(year.firstDay <= end && end <= year.lastDay && row.start < end) }
    }
  }

  @Test(arguments: Wrenfield.years.dropLast())
  func `an episode open on 31 March is in the next return`(year: CollectionYear) {
    let next = Dictionary(grouping: wrenfield.episodes(year.next), by: \.child)
    for row in wrenfield.episodes(year) where row.end == nil {
      let same = next[row.child]?.first { $0.start == row.start }
      #expect(same != nil)
      for column in ["RNE", "LS", "CIN", "PLACE_PROVIDER", "PL_POST", "URN"] {
        #expect(same?[column] == row[column])
      }
    }
    let last = Set(wrenfield.episodes(year).map { "\($0.child) \($0.start)" })
    for row in wrenfield.episodes(year.next) where row.start < year.next.firstDay {
      #expect(last.contains("\(row.child) \(row.start)"))
    }
  }

  @Test func `every child has left by the eighteenth birthday`() {
    let born = Dictionary(
      Wrenfield.years.flatMap { wrenfield.table("header", $0) }.map { ($0["CHILD"]!, CivilDay($0["DOB"]!)!) },
      uniquingKeysWith: { first, _ in first })
    for (child, rows) in wrenfield.histories {
      let adult = Age.birthday(18, bornOn: born[child]!)
      for row in rows {
        #expect(born[child]! <= row.start)
        #expect((row.end ?? Wrenfield.years[5].lastDay) <= adult)
        if row["REC"] == "E17" { #expect(row.end == adult) }
        if ["H5", "K3", "P2"].contains(row["PLACE"]) {
          #expect(row.start >= Age.birthday(16, bornOn: born[child]!))
        }
      }
    }
  }

  @Test func `adoption follows an order or consent`() {
    for row in wrenfield.histories.values.joined() {
      if ["A5", "A6"].contains(row["PLACE"]) { #expect(row["LS"] == "E1") }
      if ["E11", "E12"].contains(row["REC"]) { #expect(row["PLACE"].hasPrefix("A")) }
      if row["PLACE"] == "P1" { #expect(row["LS"] != "V2" && row["PLACE_PROVIDER"] == "PR0") }
    }
  }

  @Test func `short breaks keep to 17 days each, and 75 in any twelve months`() {
    var children = 0
    for rows in wrenfield.histories.values where rows[0].isShortBreak {
      children += 1
      for row in rows {
        #expect(row.isShortBreak && row["RNE"] == "S")
        #expect(row["PL_POST"].isEmpty && row["HOME_POST"].isEmpty && row["URN"].isEmpty)
        let window = DayRange(from: row.start, upTo: row.start.adding(months: 12))!
        let nights = rows.map { window.nights(ofStayFrom: $0.start, to: $0.end ?? $0.start + 4) }
        #expect(nights.reduce(0, +) <= 75)
        if let end = row.end { #expect(row.start.nights(to: end) <= 17) }
      }
    }
    #expect(children > 20)
  }

  @Test func `emergency protection is short`() {
    for rows in wrenfield.histories.values {
      for row in rows where row["LS"] == "L1" || row["LS"] == "L2" {
        let end = row.end ?? Wrenfield.years[5].lastDay
        #expect(row.start.nights(to: end) <= (row["LS"] == "L1" ? 3 : 21))
      }
    }
  }
}
