import Returns
import Rules
import Units

extension RulesReport {
  /// The report as JSON: it holds values of children.
  struct Document: Encodable {
    struct RuleLine: Encodable {
      let rule: String, severity: String, message: String, action: String, effect: String
      let rows: Int, children: Int, nights: Int, atStakePence: Int
    }
    struct NotRun: Encodable {
      let rule: String, reason: String
    }
    struct PutRight: Encodable {
      let rule: String, table: String, child: String?, key: String
    }
    struct Row: Encodable {
      let rule: String, table: String, file: String, line: Int, child: String, columns: [String]
      let values: [String], status: String?
    }
    let year: String, rulesOf: String, rulesRun: Int
    let nightsAtStake: Int, atStakePence: Int
    let byRule: [RuleLine]
    let notRun: [NotRun]
    let findings: [Row]
    let putRight: [PutRight]?
  }

  var document: Document {
    Document(
      year: run.collection.year.description, rulesOf: run.collection.rulesYear.description,
      rulesRun: run.outcomes.count { if case .ran = $0 { true } else { false } },
      nightsAtStake: stake.total.nights, atStakePence: stake.total.money.pence,
      byRule: failing.map {
        .init(
          rule: $0.rule.code, severity: $0.rule.severity.rawValue, message: $0.rule.message,
          action: $0.rule.action, effect: $0.rule.effect.rawValue, rows: $0.rows, children: $0.children,
          nights: $0.stake.nights, atStakePence: $0.stake.money.pence)
      },
      notRun: notRun.map { .init(rule: $0.rule.code, reason: $0.reason) },
      findings: run.rows.enumerated().map { index, row in
        .init(
          rule: row.rule.code, table: row.table.code, file: row.file, line: row.line,
          child: row.child.revealed, columns: row.columns, values: row.values,
          status: changes.map { $0.isNew[index] ? "new" : "still there" })
      },
      putRight: changes?.fixed.map {
        .init(rule: $0.rule, table: $0.table.code, child: $0.child?.revealed, key: $0.key)
      })
  }
}
