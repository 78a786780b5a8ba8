public import Units

/// Why a business case can't be appraised.
public enum CaseFault: Error, Equatable, Sendable {
  /// There is no such kind of case; the nearest that is, if any is near.
  case unknownKind(String, nearest: String?)
  /// A question of the kind is not answered.
  case missingAnswer(key: String, question: String)
  /// What is saved begins before the first cost.
  case benefitBeforeCost(benefit: String, on: CivilDay, firstCost: CivilDay)
  /// Something ends before it begins, or when it begins.
  case endsBeforeStart(what: String, start: CivilDay, end: CivilDay)
  /// Something lies outside the days the case covers.
  case outsideCase(what: String, day: CivilDay, start: CivilDay, end: CivilDay)
  /// A share is above the whole, or below nothing.
  case shareOutside(what: String, share: Double)
  /// A part is larger than what it is a part of.
  case partAboveWhole(part: String, whole: String)
  /// Rows on different bases in one table.
  case mixedBases(incremental: [String], cumulative: [String])
  /// An amount is no amount of pounds.
  case notPounds(String)
  /// A benefit is taken from a simulated initiative, and there are no returns to simulate.
  case needsReturns(line: String)
  /// A line is larger in some year than any council's budget.
  case tooLarge(line: String)
  /// A case that spends nothing and gains nothing.
  case nothing
}

extension CaseFault: CustomStringConvertible {
  /// What is wrong, as a sentence without its full stop.
  public var problem: String {
    switch self {
    case .unknownKind(let kind, _): "“\(kind)” is no kind of case"
    case .missingAnswer(let key, _): "“\(key)” is not answered"
    case .benefitBeforeCost(let benefit, let day, let cost):
      "“\(benefit)” saves from \(day.spoken), before the first cost on \(cost.spoken)"
    case .endsBeforeStart(let what, let start, let end):
      "\(what) ends on \(end.spoken), not after its start on \(start.spoken)"
    case .outsideCase(let what, let day, let start, let end):
      "\(what) is on \(day.spoken), outside the case, which covers \(start.spoken) to \((end - 1).spoken)"
    case .shareOutside(let what, let share):
      "“\(what)” is \(Int((share * 100).rounded())) %, outside 0 to 100 %"
    case .partAboveWhole(let part, let whole): "\(part) is more than \(whole), of which it is a part"
    case .mixedBases(let incremental, let cumulative):
      "figures on two bases stand in one table: \(CaseFault.list(incremental)) new in each year (incremental), \(CaseFault.list(cumulative)) all that is saved in each year (cumulative). Added, a saving would count once in some rows and every year in others"
    case .notPounds(let text): "“\(text)” is not an amount in pounds"
    case .needsReturns(let line): "“\(line)” takes its benefit from a simulated initiative"
    case .tooLarge(let line): "“\(line)” comes to more than £10,000 million in a year"
    case .nothing: "the case has no cost and no benefit"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .unknownKind(_, let nearest):
      nearest.map { "Is “\($0)” meant?" }
        ?? "The kinds are: \(CaseKind.allCases.map(\.rawValue).joined(separator: ", "))."
    case .missingAnswer(let key, let question): "Write \(key): – \(question)"
    case .benefitBeforeCost:
      "Nothing is saved by what is not yet paid for: check both dates, or state the cost that comes before it."
    case .endsBeforeStart: "Check the two dates; the end is the first day no longer counted."
    case .outsideCase: "Check the date, or the case's own start and end."
    case .shareOutside: "Write a share of the whole, such as 80 %."
    case .partAboveWhole: "Check the two amounts."
    case .mixedBases: "State every row on one basis: write basis: cumulative, or basis: incremental, for all."
    case .notPounds: "Write it as 1250 or 1,250.00: pounds, with at most two decimals."
    case .needsReturns:
      "Add \(Means.said("--returns FOLDER", inBrowser: "the returns on the page Data")), or state an amount to be used without them."
    case .tooLarge: "Check the amount, the quantity, and whether it is for a night, a week or a year."
    case .nothing: "Write costs and benefits, or answer the kind's questions."
    }
  }

  /// What is wrong and what to do.
  public var description: String { "\(problem). \(remedy)" }

  private static func list(_ names: [String]) -> String {
    names.map { "“\($0)”" }.joined(separator: ", ")
  }
}

/// A fault at its place in a case's file.
public struct CaseProblem: Error, Equatable, Sendable {
  /// What is wrong.
  public let fault: CaseFault
  /// Where.
  public let place: Place

  /// A fault at a place.
  public init(_ fault: CaseFault, at place: Place) {
    self.fault = fault
    self.place = place
  }
}
