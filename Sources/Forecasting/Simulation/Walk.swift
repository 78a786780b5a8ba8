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

/// Something that will happen to a child once the hazards it has passed add up to enough.
struct Candidate: BitwiseCopyable {
  /// What is left of its unit exponential; below nought where the next has to be drawn.
  var left = -1.0
  /// What decides what it is.
  var pick = 0.0
}

/// A child on its way through care. Times are days since the end of the as-of date, fractions included; an event at
/// time t belongs to the day after t, so that nights are counted as in the returns.
struct Walk: BitwiseCopyable {
  /// The present.
  var time = 0.0
  /// The present candidate event.
  var present = Candidate()
  /// The one after it, where two were drawn.
  var following = Candidate()
  /// When the age band, the time band in care and that in the stay end.
  var ageEdge = 0.0, careEdge = 0.0, stayEdge = 0.0
  /// When the period of care and the stay began.
  var careStart = 0.0, stayStart = 0.0
  /// Pence a week at prices of the as-of date.
  var price: Int64 = 0
  /// Place in the order of prices, 0 to 1; below nought where not known.
  var rank = -1.0
  /// Candidate events used so far.
  var number: UInt32 = 0
  /// The child: starters first, then entrants in order of arrival.
  var person: UInt32
  /// Days from the as-of date to birth.
  var birth: Int32
  var category: Int32
  /// 1 for an unaccompanied child.
  var uasc: Int32
  var age: Int32 = 0, care: Int32 = 0, stay: Int32 = 0
  /// New stays so far.
  var stays: UInt32 = 0

  /// A child who comes into care.
  @inline(__always)
  init(person: UInt32, at time: Double, birth: Int32, age: Int32, category: Int32, uasc: Int32) {
    self.person = person
    self.time = time
    self.birth = birth
    self.age = age
    self.category = category
    self.uasc = uasc
    careStart = time
    stayStart = time
    careEdge = time + 28
    stayEdge = careEdge
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
    present.left = -1
    careStart = time
    stayStart = time
    stays &+= 1
  }

  /// Finds the bands the child is in on the as-of date, and when they end.
  mutating func settle(birthdays: UnsafeMutablePointer<Int32>, firstBirth: Int) {
    age = 0
    setAgeEdge(birthdays, firstBirth)
    while ageEdge <= time && age < 4 {
      age += 1
      setAgeEdge(birthdays, firstBirth)
    }
    (care, careEdge) = Walk.band(since: careStart, at: time)
    (stay, stayEdge) = Walk.band(since: stayStart, at: time)
  }

  @inline(__always)
  mutating func setAgeEdge(_ birthdays: UnsafeMutablePointer<Int32>, _ firstBirth: Int) {
    ageEdge = Double(birthdays[(Int(birth) &- firstBirth) &* 5 &+ Int(age)])
  }

  static func band(since start: Double, at time: Double) -> (Int32, Double) {
    var band = 0
    while band < 5, start + bandEdges[band] <= time { band += 1 }
    return (Int32(band), start + bandEdges[band])
  }

  /// Days from a start to the end of each time band; once more for the step past the last.
  static let bandEdges: [Double] = TimeBand.firstDays.dropFirst().map(Double.init) + [.infinity, .infinity]
}
