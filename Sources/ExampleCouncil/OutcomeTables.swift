import Units

/// Health and adoption tables.
extension Return {
  /// Health and behaviour (OC2) of children looked after for the whole year.
  func health() -> Table {
    var table = Table(
      name: "oc2",
      columns: "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
        + "HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED")
    for child in children
    where child.periods.contains(where: { $0.start <= year.firstDay && $0.end >= year.lastDay }) {
      table.add(child, [child.born.slashed] + healthFields(child))
    }
    return table
  }

  /// A questionnaire score from 4 to 16, convictions from 10, and checks; shares as in England's, roughly.
  private func healthFields(_ child: Child) -> [String] {
    var draws = Draws(seed, .health, person: child.index * 64 + year.startYear - 2000)
    func flag(_ share: Double) -> String { draws.chance(share) ? "1" : "0" }
    let scored = child.birthday(4) <= year.lastDay && child.birthday(17) > year.firstDay
    let score = draws.days(Quantiles((0, 1), (0.3, 8), (0.6, 15), (0.9, 25), (1, 36)))
    let age = child.age(on: year.lastDay)
    let convicted = flag(0.03)
    let checked = flag(0.88)
    let upToDate = [flag(0.82), flag(0.76), flag(0.89)]
    let misuses = age >= 12 && draws.chance(0.05)
    let received = misuses && draws.chance(0.48)
    let help = misuses ? [received ? "1" : "0", received ? "" : flag(0.7)] : ["", ""]
    let first = [scored ? String(score) : "", "", age >= 10 ? convicted : "", age < 5 ? checked : ""]
    return first + upToDate + [misuses ? "1" : "0"] + help
  }

  /// Adopters of the children adopted in the year.
  func adopted() -> Table {
    var table = Table(
      name: "ad1", columns: "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR")
    for child in children {
      for period in child.periods where period.ending == .adopted {
        guard let plan = period.adoption, year.firstDay <= period.end, period.end <= year.lastDay else {
          continue
        }
        var draws = Draws(seed, .adopters, person: child.index)
        let (number, sexes, status) = draws.pick([
          (("1", "F1", "L0"), 0.1), (("1", "M1", "L0"), 0.02), (("2", "MF", "L11"), 0.58),
          (("2", "MF", "L3"), 0.14), (("2", "FF", "L12"), 0.05), (("2", "MM", "L12"), 0.06),
          (("2", "MM", "L2"), 0.03), (("2", "FF", "L4"), 0.02),
        ])
        let fostered = plan.place == "A3" || plan.place == "A5"
        table.add(
          child,
          [
            child.born.slashed, plan.decided.slashed, plan.matched.slashed, fostered ? "1" : "0", number,
            sexes,
            status,
          ])
      }
    }
    return table
  }

  /// Decisions that a child should be placed for adoption, each year until adoption or reversal.
  func placedForAdoption() -> Table {
    var table = Table(
      name: "placed_for_adoption", columns: "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED")
    for child in children {
      for period in child.periods where Return.touches(period.start, period.end, year) {
        guard let plan = period.adoption, plan.decided <= year.lastDay else { continue }
        if let reversed = plan.reversed, reversed < year.firstDay { continue }
        let ceased = plan.reversed.map { ended($0) } ?? ""
        table.add(child, [child.born.slashed, plan.decided.slashed, ceased, ceased.isEmpty ? "" : "RD3"])
      }
    }
    return table
  }
}
