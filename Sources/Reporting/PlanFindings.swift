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
      for finding in own {
        lines.append("  \(place(finding.line)): \(finding.what).")
        let stake = finding.stake.map { $0 > .zero ? " At stake: \(Words.pounds($0))." : "" } ?? ""
        lines.append("    \(finding.remedy)\(stake) [\(finding.rule)]")
      }
    }
    return lines.joined(separator: "\n") + "\n\nhomeward plan check --rules says why each rule is there.\n"
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
