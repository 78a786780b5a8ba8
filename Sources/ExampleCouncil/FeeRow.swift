import Units

/// What a week costs, in pence: the whole, its parts and what others pay.
struct FeeCharge {
  var weekly = 0
  var core = 0
  var education = 0
  var therapy = 0
  var transport = 0
  var health = 0
  var schools = 0
}

/// How a placement's fee falls into parts, and what others pay of it, as shares that hold for all of its rates.
struct FeeShape {
  private var education = 0.0
  private var therapy = 0.0
  private var transport = 0.0
  private var health = 0.0
  private var schools = 0.0

  init(_ kind: Kind, _ draws: inout Draws) {
    let chances = (0..<5).map { _ in draws.uniform() }
    let sizes = (0..<5).map { _ in draws.uniform() }
    let isSchool = kind == .residentialSchool
    guard isSchool || kind == .externalHome || kind == .careHome || kind == .agencyFoster else { return }
    let isHome = kind != .agencyFoster
    if isSchool || isHome && chances[0] < 0.16 { education = 0.08 + 0.07 * sizes[0] + (isSchool ? 0.25 : 0) }
    if chances[1] < (isHome ? 0.14 : 0.02) { therapy = 0.03 + 0.06 * sizes[1] }
    if chances[2] < 0.05 { transport = 0.01 + 0.03 * sizes[2] }
    if isHome, chances[3] < 0.17 { health = 0.08 + 0.3 * sizes[3] }
    if isSchool || isHome && chances[4] < 0.08 { schools = isSchool ? 0.3 + 0.2 * sizes[4] : education }
  }

  /// A week's fee in parts that add up to it.
  func charge(_ pence: Int) -> FeeCharge {
    var charge = FeeCharge(weekly: pence)
    func part(_ share: Double) -> Int { Int(Double(pence) * share) }
    (charge.education, charge.therapy, charge.transport) = (part(education), part(therapy), part(transport))
    charge.core = pence - charge.education - charge.therapy - charge.transport
    (charge.health, charge.schools) = (part(health), part(schools))
    return charge
  }
}

/// One line of the ledger.
struct FeeRow {
  let id: Int
  let child: String
  let service: String
  var start = CivilDay(number: 0)
  var end: CivilDay?
  var planned: CivilDay?
  var place = (code: "", provider: "")
  var provider = (name: "", contract: "")
  var codes = (costCentre: "", subjective: "")
  var from = CivilDay(number: 0)
  var to: CivilDay?
  /// The day after the last night at the rate that the files can know of.
  var until = CivilDay(number: 0)
  /// The category it is budgeted under.
  var category = ""
  var isAsylumSeeking = false
  var charge = FeeCharge()
  var uplift: CivilDay?

  init(id: Int, child: String, service: String) {
    self.id = id
    self.child = child
    self.service = service
  }

  var text: String {
    let digits = String(id)
    let name = "PL" + String(repeating: "0", count: 6 - digits.count) + digits
    let money = [
      charge.weekly, charge.core, charge.education, charge.therapy, charge.transport, charge.health,
      charge.schools,
    ].map { Money(pence: $0).plainPounds }
    let fields =
      [name, child, service, start.slashed, day(end), day(planned), place.code, place.provider]
      + [provider.name, provider.contract, from.slashed, day(to)] + money
      + [day(uplift), codes.costCentre, codes.subjective]
    return fields.joined(separator: ",")
  }

  private func day(_ day: CivilDay?) -> String { day?.slashed ?? "" }
}
