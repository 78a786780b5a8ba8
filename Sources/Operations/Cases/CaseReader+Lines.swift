import BusinessCases
import Files
import Units

extension CaseReader {
  /// The answers of a mapping to questions; where it is the whole, unanswered ones that must be answered are told.
  mutating func section(
    _ key: String, of subject: String, in fields: ScenarioFields, _ questions: [Question], isWhole: Bool
  ) -> Answers {
    guard let entry = fields[key] else {
      if isWhole { missing(questions, in: Answers(), line: fields.line, column: 1) }
      return Answers()
    }
    guard var own = problems.fields(entry.value, subject) else { return Answers() }
    problems.allow(questions.map(\.key), in: &own)
    let answers = answers(in: own, questions)
    if isWhole {
      missing(questions.filter { own[$0.key] == nil }, in: answers, line: entry.line, column: entry.column)
    }
    return answers
  }

  private mutating func missing(_ questions: [Question], in answers: Answers, line: Int, column: Int) {
    for question in questions where question.isRequired && answers[question.key] == nil {
      let fault = CaseFault.missingAnswer(key: question.key, question: question.words)
      problems.refuse(line, fault.problem, fault.remedy, column: column)
    }
  }

  private mutating func answers(in fields: ScenarioFields, _ questions: [Question]) -> Answers {
    var answers = Answers()
    for question in questions {
      answers[question.key] = problems.value(question.key, in: fields) { node throws(Flaws) in
        try CaseValues.answer(question, node)
      }
    }
    return answers
  }

  /// The costs and benefits of a mapping.
  mutating func lines(in fields: ScenarioFields, _ frame: CaseFrame) -> [CaseLine] {
    items("costs", in: fields).enumerated().compactMap { line($1, number: $0 + 1, isCost: true, frame) }
      + items("benefits", in: fields).enumerated().compactMap {
        line($1, number: $0 + 1, isCost: false, frame)
      }
  }

  private mutating func items(_ key: String, in fields: ScenarioFields) -> [YAMLNode] {
    problems.value(key, in: fields) { node throws(Flaws) in
      if node.content == .empty { return [] }
      guard let values = node.values else {
        throw Flaws("there is no list", "Begin each of the \(key) with a hyphen and a space.")
      }
      return values
    } ?? []
  }

  private mutating func line(_ node: YAMLNode, number: Int, isCost: Bool, _ frame: CaseFrame) -> CaseLine? {
    guard var fields = problems.fields(node, "\(isCost ? "cost" : "benefit") \(number)") else { return nil }
    if let name = fields.text(likeliest: "name") {
      fields.subject = "\(isCost ? "cost" : "benefit") “\(name.prefix(60))”"
    }
    let questions = isCost ? CaseLine.costQuestions : CaseLine.benefitQuestions
    problems.allow(
      CaseKeys.line + questions.map(\.key) + (isCost ? [] : CaseKeys.benefit), in: &fields)
    guard let name = problems.scalar("name", in: fields, { $0 }) else {
      problems.refuse(
        node.line, "\(fields.subject) has no “name”", "Write name: Staffing.", column: node.column)
      return nil
    }
    let id = id(problems.scalar("id", in: fields) { $0 } ?? CaseReader.id(of: name), node)
    let answers = answers(in: fields, questions)
    let hasAmount = ["amount", "by_year", "from"].contains { fields[$0] != nil }
    if !hasAmount {
      problems.refuse(
        node.line, "\(fields.subject) has no amount", "Write amount: 25,000.", column: node.column)
    }
    for (key, answer) in answers.values { ranges["\(id).\(key)"] = answer.range }
    var line = isCost ? CaseLine.cost(id, name, answers, frame) : CaseLine.benefit(id, name, answers, frame)
    line.priceYear = problems.scalar("prices", in: fields, CaseValues.year)
    if let by = answers["all_by"], let day = answers.day("all_by"), day < line.from {
      let fault = CaseFault.endsBeforeStart(what: "the build-up of “\(name)”", start: line.from, end: day)
      problems.refuse(by.place.line, fault.problem, fault.remedy, column: by.place.column)
    }
    line.yearly = yearly(name, line.basis, in: fields)
    line.model = nil
    sources[id] = source(in: fields)
    return line
  }

  /// A line's id, which no other may have; another with the same gets a number.
  private mutating func id(_ wanted: String, _ node: YAMLNode) -> String {
    var id = wanted
    var number = 2
    while places[id] != nil {
      id = "\(wanted)-\(number)"
      number += 1
    }
    places[id] = Place(line: node.line, column: node.column)
    return id
  }

  /// A name as an id: "Set-up costs" is `set-up-costs`.
  static func id(of name: String) -> String {
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }
    return words.joined(separator: "-")
  }

  private mutating func yearly(_ name: String, _ basis: SavingsBasis, in fields: ScenarioFields)
    -> YearlySavings?
  {
    problems.value("by_year", in: fields) { node throws(Flaws) in
      let remedy = "Write a year and pounds on each line under it: 2026/27: 400,000."
      guard let entries = node.entries, !entries.isEmpty else { throw Flaws("there are no years", remedy) }
      var amounts: [FinancialYear: Money] = [:]
      for entry in entries {
        amounts[try CaseValues.year(entry.key)] = try CaseValues.pounds(try ScenarioValues.text(entry.value))
      }
      let years = amounts.keys.sorted()
      guard let first = years.first, let last = years.last,
        last.startYear - first.startYear == years.count - 1
      else { throw Flaws("a year between the first and the last is missing", "Write 0 for a year without.") }
      return YearlySavings(
        name: name, basis: basis, first: first, amounts: years.map { amounts[$0] ?? .zero })
    }
  }

  private mutating func source(in fields: ScenarioFields) -> ModelBenefit.Source? {
    problems.value("from", in: fields) { node throws(Flaws) in
      let entries = node.entries ?? []
      var texts: [String: String] = [:]
      for entry in entries { texts[entry.key] = try ScenarioValues.text(entry.value) }
      guard let scenario = texts["scenario"], let initiative = texts["initiative"], texts.count == 2 else {
        throw Flaws(
          "it names no scenario and initiative", "Write from: {scenario: plan.yaml, initiative: early-help}.")
      }
      return ModelBenefit.Source(scenario: scenario, initiative: initiative)
    }
  }

  /// The options; none where the case is the only one.
  mutating func options(
    in fields: ScenarioFields, _ questions: [Question], _ frame: CaseFrame
  ) -> [BusinessCase.Option] {
    items("options", in: fields).enumerated().compactMap { number, node in
      guard var own = problems.fields(node, "option \(number + 1)") else { return nil }
      problems.allow(CaseKeys.option, in: &own)
      guard let name = problems.scalar("name", in: own, { $0 }) else {
        problems.refuse(
          node.line, "option \(number + 1) has no “name”", "Write name: A smaller team.", column: node.column)
        return nil
      }
      return BusinessCase.Option(
        name: name,
        answers: section("answers", of: "the answers of “\(name)”", in: own, questions, isWhole: false),
        lines: lines(in: own, frame))
    }
  }
}
