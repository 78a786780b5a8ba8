import Units

/// Who comes into care and when: families, unaccompanied children, and children with series of short breaks.
struct Arrivals {
  let seed: Seed
  private(set) var children: [Child] = []

  init(seed: Seed) {
    self.seed = seed
    for year in Parameters.firstYear..<(Parameters.firstYear + 24) {
      let year = CollectionYear(startYear: year)
      families(in: year)
      unaccompanied(in: year)
    }
    shortBreaks()
  }

  /// Arrivals are spread evenly over the year and over ages, not left to chance: a council this small would
  /// otherwise stray from the shape of England by luck alone.
  private mutating func families(in year: CollectionYear) {
    let growth = Parameters.groupsGrowth * Double(year.startYear - Parameters.firstYear)
    let groups = Int(Parameters.groupsInFirstYear + growth)
    for group in 0..<groups {
      var draws = Draws(seed, .arrivals, person: year.startYear * 1000 + group)
      let start = year.firstDay + Int((Double(group) + draws.uniform()) / Double(groups) * 365)
      let size = draws.pick(Parameters.groupSizes)
      let spread = Arrivals.even(year.startYear * 131 + group, step: 0.618_033_988_749_894_9)
      let band = Draws.pick(Parameters.ageBands, at: spread)
      family(of: size, band: band, start: start, order: year.startYear * 131 + group, draws: &draws)
    }
  }

  private mutating func family(of size: Int, band: Int, start: CivilDay, order: Int, draws: inout Draws) {
    let ethnicity = draws.pick(Parameters.ethnicities)
    let need = draws.pick(Parameters.needs)
    let postcode = Postcodes.home(draws.whole(0...9999))
    let together = Arrivals.even(order, step: 0.414_213_562_373_095)
    var age = draws.days(Parameters.ageInBand[band])
    for sibling in 0..<size {
      if sibling > 0 {
        // Brothers and sisters come younger than the eldest, or older where there is no room below.
        let gap = draws.whole(400...1500)
        age = age - gap > 0 ? age - gap : age + gap * (sibling + 1)
      }
      guard age < 6480 else { continue }
      let born = Arrivals.birthday(start - age)
      var child = Child(
        index: children.count, born: born, isMale: draws.chance(Parameters.maleShare), ethnicity: ethnicity,
        need: need, isAsylumSeeking: false, homePostcode: postcode, unsettled: draws.uniform())
      var life = Life(Draws(seed, .child, person: child.index))
      life.live(&child, from: start, outcome: sibling == 0 || draws.chance(0.6) ? together : draws.uniform())
      children.append(child)
    }
  }

  private mutating func unaccompanied(in year: CollectionYear) {
    let count = Int(Parameters.asylumPerYear)
    for arrival in 0..<count {
      var draws = Draws(seed, .arrivals, person: year.startYear * 1000 + 500 + arrival)
      let start = year.firstDay + Int((Double(arrival) + draws.uniform()) / Double(count) * 365)
      let age =
        draws.chance(Parameters.asylumSixteenPlus) ? draws.whole(5850...6530) : draws.whole(4900...5840)
      let born = Arrivals.birthday(start - age)
      var child = Child(
        index: children.count, born: born, isMale: draws.chance(Parameters.asylumMaleShare),
        ethnicity: draws.pick(Parameters.asylumEthnicities), need: "N8", isAsylumSeeking: true,
        homePostcode: "", unsettled: draws.uniform())
      var life = Life(Draws(seed, .child, person: child.index))
      life.live(
        &child, from: start,
        outcome: Arrivals.even(year.startYear * 37 + arrival, step: 0.618_033_988_749_894_9))
      children.append(child)
    }
  }

  /// About 25 disabled children at a time have a few nights away each month or so, well inside the limits
  /// of 17 days for one break and 75 for a year.
  private mutating func shortBreaks() {
    for number in 0..<Parameters.respiteChildren {
      var draws = Draws(seed, .respite, person: number)
      let first = CollectionYear(startYear: 2014).firstDay + number * 80 + draws.whole(0...79)
      let born = Arrivals.birthday(first - draws.whole(2000...5400))
      var child = Child(
        index: children.count, born: born, isMale: draws.chance(0.65),
        ethnicity: draws.pick(Parameters.ethnicities), need: "N2", isAsylumSeeking: false, homePostcode: "",
        unsettled: 0)
      let last = min(child.birthday(18) - 30, min(first + draws.whole(700...2600), Parameters.horizon))
      let inHouse = draws.chance(0.6)
      var day = first
      while day + 6 < last {
        let end = day + draws.whole(1...4)
        child.breaks.append(ShortBreak(start: day, end: end, inHouse: inHouse))
        day = end + draws.whole(24...56)
      }
      children.append(child)
    }
  }

  /// Nobody is born on 31 March or 1 April, where the return's own rules on ages at the year's ends conflict.
  private static func birthday(_ day: CivilDay) -> CivilDay {
    let (_, month, date) = day.components
    return (month == 3 && date == 31) || (month == 4 && date == 1) ? day - 2 : day
  }

  /// The fractional part of a multiple of an irrational step: positions that fill 0 to 1 evenly.
  private static func even(_ order: Int, step: Double) -> Double {
    let position = Double(order) * step
    return position - Double(Int(position))
  }
}
