import BusinessCases
import Files
import Units

/// Reads a business case from the value of its file, and gathers all that is wrong with it.
struct CaseReader {
  var problems = ScenarioProblems()
  /// The place of each line's id so far.
  var places: [String: Place] = [:]
  /// Ranges stated for figures of lines.
  var ranges: [String: ClosedRange<Double>] = [:]
  /// Where lines take their benefit from a simulated initiative.
  var sources: [String: ModelBenefit.Source] = [:]

  init() { problems.tellsColumns = true }

  /// The case, or nil where something is wrong.
  mutating func read(_ root: YAMLNode) -> BusinessCase? {
    guard var fields = problems.fields(root, "the case") else { return nil }
    problems.allow(CaseKeys.file, in: &fields)
    for (key, example) in [
      ("kind", "kind: general"), ("name", "name: A team for families"), ("start", "start: 2026-04-01"),
      ("end", "end: 2029-04-01"),
    ]
    where fields[key] == nil {
      problems.refuse(fields.line, "the case has no “\(key)”", "Write \(example).", column: 1)
    }
    let kind = problems.scalar("kind", in: fields, CaseReader.kind)
    let frame = frame(in: fields)
    guard let kind, let frame else { return nil }
    let questions = kind.template.allQuestions
    let answers = section("answers", of: "the answers", in: fields, questions, isWhole: true)
    let lines = lines(in: fields, frame)
    let options = options(in: fields, questions, frame)
    var read = BusinessCase(
      name: problems.scalar("name", in: fields) { $0 } ?? "",
      note: problems.scalar("note", in: fields) { $0 } ?? "",
      kind: kind, frame: frame, answers: answers, lines: lines, options: options,
      baseline: baseline(in: fields), ranges: ranges)
    read.target = problems.scalar("target", in: fields, CaseValues.pounds).map { Double($0.pence) }
    read.driver = problems.scalar("driver", in: fields) { $0 }
    if !problems.isRefused { check(read, fields) }
    return problems.isRefused ? nil : read
  }

  private static func kind(_ text: String) throws(Flaws) -> CaseKind {
    if let kind = CaseKind(rawValue: InitiativeWord.plain(text)) { return kind }
    throw Flaws(
      .unknownKind(text, nearest: ScenarioKeys.nearest(to: text, among: CaseKind.allCases.map(\.rawValue))))
  }

  // MARK: The frame

  private mutating func frame(in fields: ScenarioFields) -> CaseFrame? {
    let start = problems.scalar("start", in: fields, ScenarioValues.day)
    let end = problems.scalar("end", in: fields, ScenarioValues.day)
    let priceYear = problems.scalar("prices", in: fields, CaseValues.year)
    let rises = inflation(in: fields)
    let stated = rates(in: fields)
    guard let start, let end else { return nil }
    guard start < end else {
      refuse(.endsBeforeStart(what: "the case", start: start, end: end), at: fields["end"])
      return nil
    }
    guard start.nights(to: end) <= 366 * 126 else {
      problems.refuse(
        fields["end"]?.line ?? 1, "the case covers more than 125 years", "Check its start and its end.")
      return nil
    }
    guard let rates = stated ?? (try? DiscountRates.greenBook(on: start)) else { return nil }
    return CaseFrame(
      start: start, end: end,
      prices: PriceIndex(
        priceYear: priceYear ?? FinancialYear(containing: start), rises: rises.years, usualRise: rises.usual),
      rates: rates)
  }

  /// One rise for all years, or a rise for each named year and `usual` for the others.
  private mutating func inflation(in fields: ScenarioFields) -> (years: [FinancialYear: Int], usual: Int) {
    let points = CaseValues.basisPoints(-0.5...1)
    return problems.value("inflation", in: fields) { node throws(Flaws) in
      guard let entries = node.entries else { return ([:], try points(try ScenarioValues.text(node))) }
      var years: [FinancialYear: Int] = [:]
      var usual = 0
      for entry in entries {
        let rise = try points(try ScenarioValues.text(entry.value))
        if entry.key == "usual" { usual = rise } else { years[try CaseValues.year(entry.key)] = rise }
      }
      return (years, usual)
    } ?? ([:], 0)
  }

  /// One rate for all years, or rates by years such as 0-30.
  private mutating func rates(in fields: ScenarioFields) -> DiscountRates? {
    let points = CaseValues.basisPoints(0...0.5)
    return problems.value("discount", in: fields) { node throws(Flaws) in
      guard let entries = node.entries else {
        return DiscountRates(basisPoints: try points(try ScenarioValues.text(node)))
      }
      var bands: [DiscountRates.Band] = []
      for entry in entries {
        let ends = entry.key.split(separator: "-").compactMap { Int($0) }
        guard ends.count == 2, (0...ends[1]).contains(ends[0]) else {
          throw Flaws("“\(entry.key)” are no years", "Write 0-30: 3.5 %, the first year being 0.")
        }
        bands.append(
          DiscountRates.Band(
            years: ends[0]...ends[1], basisPoints: try points(try ScenarioValues.text(entry.value))))
      }
      return DiscountRates(bands: bands, source: "as the case states")
    }
  }

  private mutating func baseline(in fields: ScenarioFields) -> CaseBaseline? {
    guard let entry = fields["baseline"], var own = problems.fields(entry.value, "the baseline") else {
      return nil
    }
    problems.allow(CaseKeys.baseline, in: &own)
    var baseline = CaseBaseline()
    baseline.day = problems.scalar("day", in: own, ScenarioValues.day)
    baseline.spend = problems.scalar("spend", in: own, CaseValues.pounds)
    baseline.weekly = problems.scalar("weekly", in: own, CaseValues.pounds)
    baseline.peak = problems.scalar("peak", in: own) { text throws(Flaws) in
      try CaseValues.figure(.number, text)
    }
    return baseline
  }

  // MARK: Problems

  mutating func refuse(_ fault: CaseFault, at entry: YAMLEntry?) {
    problems.refuse(entry?.value.line ?? 1, fault.problem, fault.remedy, column: entry?.value.column ?? 1)
  }

  /// What can't stand together, found when everything is read.
  private mutating func check(_ read: BusinessCase, _ fields: ScenarioFields) {
    for option in read.options {
      let answers = read.answers(of: option)
      for (key, fault) in read.kind.template.faults(answers) {
        let place = answers[key]?.place ?? Place()
        problems.refuse(place.line, fault.problem, fault.remedy, column: place.column)
      }
      for (id, fault) in read.faults(of: option) {
        let place = id.flatMap { places[$0] }
        let answered = fields["answers"]
        problems.refuse(
          place?.line ?? answered?.line ?? 1, fault.problem, fault.remedy,
          column: place?.column ?? answered?.column ?? 1)
      }
    }
    if let driver = read.driver, let entry = fields["driver"] {
      let keys = read.options.flatMap { read.variables(of: $0) }.map(\.key)
      if !keys.contains(driver) {
        problems.refuse(
          entry.value.line, "there is no figure “\(driver)” to be the case's driver",
          ScenarioKeys.nearest(to: driver, among: keys).map { "Is “\($0)” meant?" }
            ?? "The figures are: \(keys.joined(separator: ", ")).", column: entry.value.column)
      }
    }
  }
}
