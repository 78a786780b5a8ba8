import Files
import Forecasting
import Units

extension ScenarioReader {
  /// One initiative of the list; nil where something in it can't be used.
  mutating func initiative(_ node: YAMLNode, number: Int) -> Initiative? {
    guard var fields = problems.fields(node, "initiative \(number)") else { return nil }
    let stated = fields.text(likeliest: "kind").flatMap { InitiativeWord(rawValue: InitiativeWord.plain($0)) }
    if let id = fields.text(likeliest: "id"), !id.isEmpty { fields.subject = "initiative “\(id.prefix(60))”" }
    problems.allow(
      ScenarioKeys.initiative + (stated.map(ScenarioKeys.own) ?? ScenarioKeys.ownOfAll), in: &fields)
    problems.require(["id", "kind", "start"], in: fields)
    let id = id(in: fields)
    let word = problems.scalar("kind", in: fields, ScenarioReader.word)
    // Whom it acts on is looked at even where it is not known what it does.
    if word == nil { _ = who(in: fields) }
    let kind = word.flatMap { self.kind($0, in: fields) }
    let spread = word.flatMap { self.spread($0, claim: kind?.claim, in: fields) }
    let (start, end, ramp) = life(in: fields)
    let grade = grade(in: fields)
    let perMonth = problems.scalar(
      "per_month", in: fields, ScenarioValues.whole(1...10_000, of: "children a month"))
    let cost = cost(in: fields)
    let name = problems.scalar("name", in: fields) { $0 }
    guard let id, let kind, let start else { return nil }
    return Initiative(
      id: id, name: name ?? id, kind: kind, start: start, rampMonths: ramp, end: end, perMonth: perMonth,
      grade: grade, spread: spread ?? Initiative.usualSpread, cost: cost)
  }

  /// The id, which no other initiative may have.
  private mutating func id(in fields: ScenarioFields) -> String? {
    guard let id = problems.scalar("id", in: fields, ScenarioReader.id), let entry = fields["id"] else {
      return nil
    }
    if let first = ids[id] {
      problems.refuse(
        entry.value.line, "two initiatives have the id “\(id)”, the first on line \(first)",
        "Give each its own.")
    }
    ids[id] = ids[id] ?? entry.value.line
    return id
  }

  private static func id(_ text: String) throws(Flaws) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
        || byte == 95
    }
    guard isPlain, text.count <= 60 else {
      throw Flaws(
        "“\(text.prefix(60))” can't be an id",
        "Use up to 60 letters, figures and hyphens, such as early-help.")
    }
    return text
  }

  private static func word(_ text: String) throws(Flaws) -> InitiativeWord {
    if let word = InitiativeWord(rawValue: InitiativeWord.plain(text)) { return word }
    let all = InitiativeWord.allCases.map(\.rawValue)
    throw Flaws(
      "“\(text)” is not a kind of initiative",
      ScenarioKeys.nearest(to: text, among: all).map { "Is “\($0)” meant?" }
        ?? "Write one of: \(all.joined(separator: ", ")).")
  }

  /// First day, day after the last, and months of ramp.
  private mutating func life(in fields: ScenarioFields) -> (CivilDay?, CivilDay?, Int) {
    let start = problems.scalar("start", in: fields, ScenarioValues.day)
    let end = problems.scalar("end", in: fields, ScenarioValues.day)
    let ramp = problems.scalar("ramp_months", in: fields, ScenarioValues.whole(0...120, of: "months")) ?? 0
    if let start, let end, end <= start {
      problems.refuse(
        fields["end"]?.line ?? fields.line, "\(fields.subject) ends on \(end.spoken), not after its start",
        "Write an end after \(start.spoken), or none.")
    } else if let start, let end, start.adding(months: ramp) > end {
      problems.warn(
        fields["ramp_months"]?.line ?? fields.line,
        "\(fields.subject) ends before it works in full: its ramp is longer than its life",
        "Shorten the ramp, or end it later.")
    }
    if let start, let asOf, start <= asOf {
      problems.warn(
        fields["start"]?.line ?? fields.line,
        "\(fields.subject) starts on \(start.spoken), not after the as-of date, \(asOf.spoken)",
        "What it has done until then is in the returns already; state only what it will add.")
    }
    return (start, end, ramp)
  }

  private mutating func grade(in fields: ScenarioFields) -> EvidenceGrade {
    guard fields["evidence"] != nil else {
      problems.warn(
        fields.line,
        "\(fields.subject) has no “evidence”: grade 6 is taken, under which it has no effect at all in 40 futures of 100",
        "Write evidence: 1 (a trial, or the council's own results) to 6 (expert judgement alone).")
      return .usual
    }
    let read = problems.scalar("evidence", in: fields) { text throws(Flaws) in
      guard let number = Int(text), let grade = EvidenceGrade(rawValue: number) else {
        throw Flaws(
          "“\(text)” is not a grade of evidence", "Write 1 (a trial) to 6 (expert judgement alone).")
      }
      return grade
    }
    return read ?? .usual
  }

  private mutating func cost(in fields: ScenarioFields) -> DeliveryCost {
    guard let entry = fields["cost"] else {
      problems.warn(
        fields.line, "\(fields.subject) has no “cost”: it is taken to cost nothing",
        "Write what it costs under cost: per_year, per_case, once; 0 if it costs nothing more.")
      return DeliveryCost()
    }
    guard var cost = problems.fields(entry.value, "“cost” of \(fields.subject)") else {
      return DeliveryCost()
    }
    problems.allow(ScenarioKeys.cost, in: &cost)
    func pounds(_ key: String) -> Money {
      problems.scalar(key, in: cost, ScenarioValues.money) ?? .zero
    }
    return DeliveryCost(perYear: pounds("per_year"), perCase: pounds("per_case"), once: pounds("once"))
  }

  /// The stated interval as multiples of the claim; nil where there is none, or no claim to compare it with.
  private mutating func spread(
    _ word: InitiativeWord, claim: Double?, in fields: ScenarioFields
  ) -> Initiative.Spread? {
    let unit = ScenarioReader.unit(word)
    let ends = problems.value("interval", in: fields) { node throws(Flaws) in
      let remedy = "Write the two ends, such as interval: 10 % to 30 %."
      if node.values != nil {
        let ends = try ScenarioProblems.each(node, unit)
        guard ends.count == 2 else { throw Flaws("an interval has two ends", remedy) }
        return ends
      }
      let parts = try ScenarioValues.text(node).split(separator: " to ")
      guard parts.count == 2 else { throw Flaws("an interval has two ends", remedy) }
      return [try unit(String(parts[0])), try unit(String(parts[1]))]
    }
    guard let ends, let claim, let line = fields["interval"]?.value.line else { return nil }
    let factors = ends.map { $0 / claim }.sorted()
    guard factors[0] > 0 else {
      problems.refuse(
        line, "“interval” of \(fields.subject) holds nought or what is worse",
        "State how large the effect may be if there is one; that there may be none is said by “evidence”.")
      return nil
    }
    guard factors[0] < 1, factors[1] > 1 else {
      problems.refuse(
        line, "“interval” of \(fields.subject) does not hold the claim itself",
        "Write one end below the claim and one above it.")
      return nil
    }
    return .interval(low: factors[0], high: factors[1])
  }

  /// How an end of the interval is read: in the unit of the kind's claim.
  private static func unit(_ word: InitiativeWord) -> (String) throws(Flaws) -> Double {
    switch word {
    case .preventEntry, .keepStable, .returnHome, .stepDown, .bringInHouse, .earnIncome: ScenarioValues.share
    case .changePrice: ScenarioValues.signedShare
    case .addCapacity, .changeStaffing:
      ScenarioValues.number(0...100_000, "Write a number, such as 6 to 12.")
    }
  }
}
