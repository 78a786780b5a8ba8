import Units

/// The kinds of placement the generator tells apart; each is written with one of the return's PLACE codes.
enum Kind {
  case kinship, inHouseFoster, agencyFoster, inHouseHome, externalHome, secure, residentialSchool
  case supported, parents, adoption, familyCentre, hospital, careHome, youthCustody, other

  var isFoster: Bool { self == .kinship || self == .inHouseFoster || self == .agencyFoster }
  var isUnrelatedFoster: Bool { self == .inHouseFoster || self == .agencyFoster }
  var isHome: Bool { self == .inHouseHome || self == .externalHome || self == .secure }
}

/// How a period of care ends.
enum Ending {
  case home, relatives, guardianship, arrangementsOrder, adopted, anotherAuthority, anyOther
  case custody, remandEnded, independence, eighteen, foundAdult
}

/// A child of the fictional council.
struct Child {
  let index: Int
  let born: CivilDay
  let isMale: Bool
  let ethnicity: String
  let need: String
  let isAsylumSeeking: Bool
  let homePostcode: String
  /// 0 to 1: below a half the child's placements tend to last, above it they tend to break down.
  let unsettled: Double
  var periods: [Period] = []
  /// Single short breaks under V3, each a period of care of its own in the return.
  var breaks: [ShortBreak] = []

  /// Six digits, some beginning with a nought: each index gives a different one, as 381,653 shares no factor
  /// with a million.
  var identifier: String {
    let digits = String((index * 381_653 + 90_417) % 1_000_000)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  func birthday(_ years: Int) -> CivilDay { Age.birthday(years, bornOn: born) }
  func age(on day: CivilDay) -> Int { Age.wholeYears(bornOn: born, on: day) }
}

/// One break of a series of short breaks.
struct ShortBreak {
  let start: CivilDay
  let end: CivilDay
  let inHouse: Bool
}

/// From starting to ceasing to be looked after.
struct Period {
  let start: CivilDay
  let end: CivilDay
  let ending: Ending
  var legal: [LegalSpell] = []
  var placements: [Placement] = []
  var adoption: AdoptionPlan?
  var reason = ""
  var episodes: [Episode] = []

  func isOpen(on day: CivilDay) -> Bool { start <= day && day < end }
}

/// A legal status and the day from which it holds.
struct LegalSpell {
  let from: CivilDay
  let status: String
}

/// Dates on the way to adoption, or to giving up the plan.
struct AdoptionPlan {
  let decided: CivilDay
  let matched: CivilDay
  let placed: CivilDay
  /// Set when the decision was reversed and the child stayed in care.
  let reversed: CivilDay?
  let place: String
}

/// A stay with one carer under one placement code.
struct Placement {
  var from: CivilDay
  var kind: Kind
  var place: String
  let provider: String
  let postcode: String
  var urn: String
  /// The placement continues with the carer of the one before; only its status changes.
  var sameCarer = false
  /// Why the placement before this one ended.
  var reason = "OTHER"
  var isTemporary: Bool { place.hasPrefix("T") }
}

/// One row of the episodes table, in the codes of no particular year.
struct Episode {
  let start: CivilDay
  let newReason: String
  let legalStatus: String
  let placement: Placement
  let end: CivilDay
  let endReason: String
  let changeReason: String
}
