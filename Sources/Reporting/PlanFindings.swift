public import Plans
import Units

/// What the rules find in a plan, in every form.
public struct PlanFindings: Sendable {
  /// The plan's name.
  public let name: String
  /// What was found, the gravest first.
  public let findings: [PlanFinding]

  private let place: @Sendable (Int) -> String

  /// Checks a plan; `place` says where a line stands.
  public init(_ plan: Plan, place: @escaping @Sendable (Int) -> String = { "Line \($0)" }) {
    (name, findings, self.place) = (plan.name, PlanChecker.findings(in: plan), place)
  }

  /// For people.
  public func text() -> String {
    guard !findings.isEmpty else {
      return "\(name): nothing found by \(PlanChecker.all.count) rules.\n"
    }
    var lines = ["\(name): \(Words.count(findings.count, "finding", "findings"))"]
    for severity in PlanSeverity.allCases {
      let own = findings.filter { $0.severity == severity }
      if own.isEmpty { continue }
      lines += ["", "\(PlanFindings.heading(severity)) (\(own.count))"]
      for group in PlanFindings.alike(own) { lines += text(of: group) }
    }
    return lines.joined(separator: "\n") + "\n\nhomeward plan check --rules says why each rule is there.\n"
  }

  /// Findings of one rule with one remedy together, in the order of the first of each: a plan that says little is then
  /// read in a dozen lines.
  private static func alike(_ findings: [PlanFinding]) -> [[PlanFinding]] {
    var groups: [[PlanFinding]] = []
    var places: [[String]: Int] = [:]
    for finding in findings {
      let key = [finding.rule, finding.remedy]
      if let place = places[key] {
        groups[place].append(finding)
      } else {
        places[key] = groups.count
        groups.append([finding])
      }
    }
    return groups
  }

  /// A finding is followed by its remedy; several alike follow theirs.
  private func text(of group: [PlanFinding]) -> [String] {
    guard let first = group.first else { return [] }
    func line(_ finding: PlanFinding, stake: String) -> String {
      wrapped(
        "\(place(finding.line)): \(finding.what).\(stake)", first: group.count > 1 ? "    " : "  ",
        others: "      ")
    }
    func stake(_ finding: PlanFinding) -> String {
      guard let money = finding.stake, money > .zero else { return "" }
      // Pence where the sentence has them, or where they matter; what is worked out from a share is rounded.
      let exact = Figures.pounds(money)
      let isExact = money < Money(pence: 100_000) || finding.what.contains(exact)
      return " At stake: \(isExact ? exact : Figures.roundly(money))."
    }
    if group.count == 1 {
      let remedy = "\(first.remedy)\(stake(first)) [\(first.rule)]"
      return [line(first, stake: ""), wrapped(remedy, first: "    ", others: "    ")]
    }
    let remedy = "\(group.count) alike: \(first.remedy) [\(first.rule)]"
    return [wrapped(remedy, first: "  ", others: "  ")] + group.map { line($0, stake: stake($0)) }
  }

  static func heading(_ severity: PlanSeverity) -> String {
    switch severity {
    case .contradiction: "Can't all be so"
    case .doubt: "Likely too much, or misunderstood"
    case .gap: "Not said"
    }
  }

  /// For a spreadsheet: place, severity, rule, item, finding, remedy and pounds at stake.
  public func csv() -> String {
    CSVText.line(["place", "severity", "rule", "item", "finding", "remedy", "stake_pounds"])
      + findings.map { finding in
        CSVText.line([
          place(finding.line), finding.severity.rawValue, finding.rule, finding.item, finding.what,
          finding.remedy, finding.stake?.plainPounds ?? "",
        ])
      }.joined()
  }

  /// For a program.
  public func json() throws -> String {
    try JSONText.of(
      JSONValue.object([
        "plan": .string(name),
        "findings": .array(
          findings.map { finding in
            .object([
              "place": .string(place(finding.line)), "severity": .string(finding.severity.rawValue),
              "rule": .string(finding.rule), "item": .string(finding.item), "finding": .string(finding.what),
              "remedy": .string(finding.remedy),
              "stake_pence": finding.stake.map { .number(Double($0.pence)) } ?? .null,
            ])
          }),
      ]))
  }

  /// Every rule with its reason and an example.
  public static func rules() -> String {
    PlanChecker.all.map { rule in
      "\(rule.id): \(rule.name).\n  \(rule.why)\n  For example: \(rule.example)\n"
    }.joined(separator: "\n")
  }
}
