/// What comes next for a child.
enum Happening {
  /// Leaves care before 18.
  case exit
  /// Changes placement.
  case change
  /// Turns 18.
  case eighteen
  /// Nothing before the time asked about.
  case nothing
}

/// A child on its way through care. Times are days since the end of the as-of date, fractions included; an event at
/// time t belongs to the day after t, so that nights are counted as in the returns.
struct Walk: BitwiseCopyable {
  // What every stretch needs comes first, in one line of the processor's cache.
  /// The present.
  var time = 0.0
  /// What is left of the unit exponential that was drawn for the next event, which comes once the hazards passed have
  /// used it up; below nought where it has to be drawn.
  var left = -1.0
  /// When the period of care and the stay began.
  var careStart = 0.0, stayStart = 0.0
  /// When the time band in care, that in the stay and the age band end.
  var careEdge = 0.0, stayEdge = 0.0, ageEdge = 0.0
  /// The cells whose hazards of leaving and of a change it is under: by time in care, and by time in the stay.
  var careCell: Int32 = 0, stayCell: Int32 = 0
  /// Two numbers between 0 and 1, drawn with `left`: which kind of event comes, and what comes of it.
  var which = 0.0, outcome = 0.0
  /// Pence a week at prices of the as-of date.
  var price: Int64 = 0
  /// Place in the order of prices, 0 to 1; below nought where not known.
  var rank = -1.0
  /// Candidate events drawn so far.
  var number: UInt32 = 0
  /// The child: starters first, then entrants in order of arrival.
  var person: UInt32 = 0
  /// Days from the as-of date to birth.
  var birth: Int32 = 0
  var category: Int32 = 0
  /// 1 for an unaccompanied child.
  var uasc: Int32 = 0
  var age: Int32 = 0
  /// New stays so far.
  var stays: UInt32 = 0

  /// Nobody yet.
  init() {}

  /// Makes it a child who comes into care, in place: to make one elsewhere and copy it takes twice as long.
  @inline(__always)
  mutating func begin(person: UInt32, at time: Double, birth: Int32, kind: EntrantKind) {
    self.time = time
    left = -1
    careStart = time
    stayStart = time
    careEdge = time + 28
    stayEdge = careEdge
    rank = -1
    number = 0
    self.person = person
    self.birth = birth
    category = kind.category
    uasc = kind.uasc
    age = kind.age
    stays = 0
  }

  /// A child in care on the as-of date; `settle` makes it ready.
  init(_ starter: Starter, person: UInt32, prices: PricePlan, space: CellSpace) {
    self.person = person
    birth = starter.birth
    category = starter.category
    uasc = starter.isUASC ? 1 : 0
    careStart = Double(starter.careStart)
    stayStart = Double(starter.stayStart)
    price = starter.weeklyFee ?? prices.weekly[Int(starter.category)]
    guard let fee = starter.weeklyFee, prices.hasFees else { return }
    let age = AgeBand.band(ofYears: Int(-starter.birth) * 4 / 1461) ?? 0
    let pool = prices.startingPrices[age * space.categories + Int(starter.category)]
    rank = StayPrices.rank(of: fee, in: pool) ?? -1
  }

  /// Comes into care anew, by the draws that follow those it has used.
  mutating func restart(at time: Double) {
    self.time = time
    left = -1
    careStart = time
    stayStart = time
    stays &+= 1
  }

  /// Finds the bands and cells the child is in at present, and when the bands end.
  mutating func settle(_ birthdays: Birthdays.Pointers, _ space: CellSpace) {
    age = 0
    setAgeEdge(birthdays)
    while ageEdge <= time && age < 4 {
      age += 1
      setAgeEdge(birthdays)
    }
    let care = Walk.band(since: careStart, at: time)
    let stay = Walk.band(since: stayStart, at: time)
    careEdge = careStart + Walk.bandEdges[care]
    stayEdge = stayStart + Walk.bandEdges[stay]
    careCell = cell(space, time: care)
    stayCell = cell(space, time: stay)
  }

  /// The cell of the child in a time band.
  @inline(__always)
  func cell(_ space: CellSpace, time: Int) -> Int32 {
    Int32(truncatingIfNeeded: space.cell(age: Int(age), time: time, category: Int(category), uasc: Int(uasc)))
  }

  @inline(__always)
  mutating func setAgeEdge(_ birthdays: Birthdays.Pointers) {
    ageEdge = Double(birthdays.end(of: age, bornOn: birth))
  }

  static func band(since start: Double, at time: Double) -> Int {
    var band = 0
    while band < 5, start + bandEdges[band] <= time { band += 1 }
    return band
  }

  /// Days from a start to the end of each time band.
  static let bandEdges: [Double] = TimeBand.firstDays.dropFirst().map(Double.init) + [.infinity]
}
