import Units

/// Costs and benefits stated line by line.
extension CaseLine {
  /// The questions of a cost.
  public static let costQuestions =
    [
      Question("amount", "how many pounds?", .money),
      Question(
        "per", "once, or for each night, week or year?", .choice(CaseLine.Per.allCases.map(\.rawValue)),
        required: false), quantity, start, end, allBy,
      Question("paid_by", "who pays, and how much of it?", .payers, required: false),
      Question("one_off", "does it come once only?", .choice(["yes", "no"]), required: false),
    ] + Questions.ofBenefits.filter { $0.key == "evidence" }

  /// The questions of a benefit.
  public static let benefitQuestions =
    [
      Question("amount", "how many pounds is one worth?", .money, required: false),
      Question(
        "per", "once, or for each night, week or year?", .choice(CaseLine.Per.allCases.map(\.rawValue)),
        required: false), quantity, start, end, allBy,
      Question("leaves", "how many begin to count on which days?", .dated, required: false),
      Question(
        "basis", "are amounts by year new in each (incremental), or all of each (cumulative)?",
        .choice(SavingsBasis.allCases.map(\.rawValue)), required: false),
    ] + Questions.ofBenefits

  private static let quantity = Question("quantity", "how many of them? Usually 1.", .number, required: false)
  private static let start = Question(
    "start", "from which day? Usually the case's start.", .day, required: false)
  private static let end = Question(
    "end", "from which day no more? Usually the case's end.", .day, required: false)
  private static let allBy = Question(
    "all_by", "by which day do all count, if they come evenly one after another?", .day, required: false)

  /// A cost as answered.
  public static func cost(_ id: String, _ name: String, _ answers: Answers, _ frame: CaseFrame) -> CaseLine {
    let per = answers.word("per").flatMap(CaseLine.Per.init) ?? .once
    var line = CaseLine(
      id: id, name: name,
      role: .cost(isOneOff: answers.word("one_off").map { $0 == "yes" } ?? (per == .once)),
      quantity: answers.figure("quantity") ?? 1, unitPence: answers.figure("amount") ?? 0, per: per,
      from: answers.day("start") ?? frame.start, until: answers.day("end") ?? frame.end)
    if let by = answers.day("all_by") { line.uptake = .evenly(by: by) }
    line.shares = answers.payers("paid_by")
    line.adjustment.grade = answers.adjustment.grade
    return line
  }

  /// A benefit as answered.
  public static func benefit(_ id: String, _ name: String, _ answers: Answers, _ frame: CaseFrame) -> CaseLine
  {
    var own = answers
    own["saves_from"] = answers["start"]
    own["saves_until"] = answers["end"]
    let per = answers.word("per").flatMap(CaseLine.Per.init) ?? .year
    var line = own.benefit(
      id, name, quantity: answers.figure("quantity") ?? 1, unitPence: answers.figure("amount") ?? 0, per: per,
      kind: per == .once ? .cashableOneOff : .cashableRecurring, frame)
    if let steps = answers.dated("leaves") { line.uptake = .dated(steps) }
    line.basis = answers.word("basis").flatMap(SavingsBasis.init) ?? .cumulative
    return line
  }
}
