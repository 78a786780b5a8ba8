import Units

/// Young people who have left care (OC3).
///
/// Listed while their last episode is in this return or the one before, as a rule of the return finds fault
/// with anyone whose episodes cannot be seen there; so at 17 to 19, and not on to 21.
enum Leavers {
  static let oldest = 19

  /// Whether a young person counts as a care leaver in a year: in care for 13 weeks after 14 and some time
  /// after 16, and out of it before the birthday that falls in the year.
  static func isListed(_ child: Child, in year: CollectionYear) -> Bool {
    let age = child.age(on: year.lastDay)
    guard (17...oldest).contains(age), let last = child.periods.last else { return false }
    let before = CollectionYear(startYear: year.startYear - 1)
    guard last.end <= year.lastDay, last.end < child.birthday(age), last.end >= before.firstDay else {
      return false
    }
    guard age == oldest || last.end < year.firstDay || last.end < child.birthday(17) else { return false }
    guard !["E2", "E3", "E11", "E12"].contains(last.reason) else { return false }
    let recent = child.periods.flatMap(\.episodes).filter { $0.end >= before.firstDay }
    func nights(after birthday: CivilDay) -> Int {
      recent.reduce(0) { $0 + max(0, max($1.start, birthday).nights(to: $1.end)) }
    }
    return nights(after: child.birthday(14)) >= 91 && nights(after: child.birthday(16)) >= 1
  }

  static func table(_ return: Return) -> Table {
    var table = Table(name: "oc3", columns: "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM")
    let year = `return`.year
    for child in `return`.leavers {
      var draws = Draws(`return`.seed, .leaver, person: child.index * 64 + year.startYear - 2000)
      let touch = draws.pick([("YES", 0.92), ("NO", 0.04), ("REFU", 0.02), ("NREQ", 0.02)])
      let isKnown = touch == "YES"
      table.add(
        child,
        [
          child.born.slashed, touch, isKnown ? activity(year, &draws) : "0",
          isKnown ? home(child, year, &draws) : "0",
        ])
    }
    return table
  }

  private static func activity(_ year: CollectionYear, _ draws: inout Draws) -> String {
    let code = draws.pick([
      ("F2", 0.33), ("F1", 0.06), ("P2", 0.03), ("F5", 0.13), ("P5", 0.05), ("F4", 0.03), ("G4", 0.1),
      ("G5", 0.22),
      ("G6", 0.05),
    ])
    // The codes for work changed in 2021/22; the first return keeps to those valid before and after.
    return year.startYear < 2021 && ["F4", "F5", "P5"].contains(code) ? "F2" : code
  }

  private static func home(_ child: Child, _ year: CollectionYear, _ draws: inout Draws) -> String {
    let isYoung = child.age(on: year.lastDay) == 17
    if child.periods.last?.reason == "E17", !isYoung, draws.chance(0.75) { return "Z1" }
    let code = draws.pick([
      ("U1", 0.36), ("D1", 0.24), ("B1", 0.14), ("E1", 0.07), ("T1", isYoung ? 0 : 0.06), ("K1", 0.02),
      ("V2", 0.01),
      ("S2", 0.02), ("X2", 0.03), ("Y1", 0.05),
    ])
    // No foyer takes anyone who was not yet 18 when the year began.
    return code == "T1" && child.birthday(18) > year.firstDay ? "B1" : code
  }
}
