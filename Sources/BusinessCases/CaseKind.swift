import Forecasting

/// The kinds of case for which there is a template.
public enum CaseKind: String, CaseIterable, Sendable {
  /// A team that helps a cohort out of costly places.
  case investToSaveTeam = "invest_to_save_team"
  /// Intensive support for families, whose benefit many agencies share.
  case familySupport = "family_support"
  /// Places sold to other councils.
  case tradedPlaces = "traded_places"
  /// The council's own places instead of an agency's.
  case inHousePlaces = "in_house_places"
  /// Children who move to less intensive places.
  case stepDown = "step_down"
  /// Permanent staff instead of agency staff.
  case staffing
  /// A contract negotiated anew.
  case contract
  /// Less spending under section 17.
  case section17 = "section_17"
  /// Any other, by its lines alone.
  case general

  /// The questions it asks and what it makes of the answers.
  public var template: any CaseTemplate.Type {
    switch self {
    case .investToSaveTeam: InvestToSaveTeam.self
    case .familySupport: FamilySupport.self
    case .tradedPlaces: TradedPlaces.self
    case .inHousePlaces: InHousePlaces.self
    case .stepDown: StepDown.self
    case .staffing: Staffing.self
    case .contract: ContractPrice.self
    case .section17: Section17.self
    case .general: GeneralCase.self
    }
  }
}

/// A kind of case: its questions, and the lines that the answers make.
public protocol CaseTemplate: Sendable {
  /// The kind in words.
  static var title: String { get }
  /// When to use it.
  static var purpose: String { get }
  /// Its own questions.
  static var questions: [Question] { get }
  /// The key of the question whose answer the case stands or falls by; nil where there is none.
  static var driver: String? { get }
  /// The lines that answers make.
  static func lines(_ answers: Answers, _ frame: CaseFrame) -> [CaseLine]
  /// What the answers say beside the lines, worked out.
  static func remarks(_ answers: Answers, _ frame: CaseFrame, costs: [CaseLine]) -> [Sentence]
  /// Its own questions and those of every benefit.
  static var allQuestions: [Question] { get }
  /// Answers that don't fit each other, by the key to correct.
  static func faults(_ answers: Answers) -> [(key: String, CaseFault)]
}

extension CaseTemplate {
  /// The questions, with those of every benefit.
  public static var allQuestions: [Question] { questions + Questions.ofBenefits }
  /// Nothing to compare.
  public static func faults(_ answers: Answers) -> [(key: String, CaseFault)] { [] }
}

/// Questions that several kinds ask.
enum Questions {
  static let from = Question(
    "saves_from", "from which day does it save? Usually the case's start.", .day, required: false)
  static let until = Question(
    "saves_until", "from which day does it save no more? Usually the case's end.", .day, required: false)
  static let buildUp = Question(
    "all_by", "by which day do all count, if they come evenly one after another?", .day, required: false)

  /// What turns a claim into what may be counted on.
  static let ofBenefits = [
    Question("engagement", "what share of those it is meant for takes part?", .share, required: false),
    Question("success", "for what share of those who take part does it work?", .share, required: false),
    Question("deadweight", "what share would have come about anyway?", .share, required: false),
    Question("attribution", "what share of what comes about is this case's doing?", .share, required: false),
    Question("drop_off", "what share of the effect is lost every year?", .share, required: false),
    Question(
      "evidence",
      "how good is the evidence, from 1 (a trial, or the council's own results) to 6 (judgement)?",
      .choice(["1", "2", "3", "4", "5", "6"]), required: false),
    Question("evidence_date", "of which day is the evidence?", .day, required: false),
    Question(
      "saving", "what sort of saving is it?", .choice(BenefitKind.allCases.map(\.rawValue)), required: false),
    Question(
      "figures", "is the figure what is expected, or the most there can be?", .choice(["mean", "maximum"]),
      required: false),
    Question(
      "stated", "is what replaces it taken off already (net), or not (gross)?", .choice(["net", "gross"]),
      required: false),
    Question("gains", "who gains, and how much of it?", .payers, required: false),
  ]
}

extension Answers {
  /// A benefit's line with all that the common questions say of it.
  func benefit(
    _ id: String, _ name: String, quantity: Double, unitPence: Double, per: CaseLine.Per, kind: BenefitKind,
    _ frame: CaseFrame
  ) -> CaseLine {
    var line = CaseLine(
      id: id, name: name, role: .benefit(word("saving").flatMap(BenefitKind.init) ?? kind),
      quantity: quantity,
      unitPence: unitPence, per: per, from: day("saves_from") ?? frame.start,
      until: day("saves_until") ?? frame.end)
    if let by = day("all_by") { line.uptake = .evenly(by: by) }
    line.shares = payers("gains")
    line.adjustment = adjustment
    line.claim.isMaximum = word("figures") == "maximum"
    line.claim.isGross = word("stated") == "gross"
    line.claim.evidenceDay = day("evidence_date")
    line.claim.statesSuccess = values["success"] != nil
    return line
  }

  /// A cost's line that the council pays.
  func cost(
    _ id: String, _ name: String, quantity: Double, unitPence: Double, per: CaseLine.Per, _ frame: CaseFrame
  ) -> CaseLine {
    var line = CaseLine(
      id: id, name: name, role: .cost(isOneOff: per == .once), quantity: quantity, unitPence: unitPence,
      per: per,
      from: day("saves_from") ?? frame.start, until: day("saves_until") ?? frame.end)
    if let by = day("all_by") { line.uptake = .evenly(by: by) }
    line.shares = [PayerShare(.council)]
    return line
  }

  var adjustment: Adjustment {
    var adjustment = Adjustment()
    adjustment.engagement = figure("engagement") ?? 1
    adjustment.success = figure("success") ?? 1
    adjustment.deadweight = figure("deadweight") ?? 0
    adjustment.attribution = figure("attribution") ?? 1
    adjustment.dropOff = figure("drop_off") ?? 0
    adjustment.grade = word("evidence").flatMap { Int($0) }.flatMap { EvidenceGrade(rawValue: $0) }
    return adjustment
  }
}
