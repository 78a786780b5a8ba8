import Returns
public import Rules
import Units

/// What the rules found in a return, counted: by rule, by table, with the nights and the money that hang on it.
public struct RulesReport: Sendable {
  /// The rules' findings.
  public let run: RuleRun
  /// What hangs on them.
  public let stake: StakeSummary
  /// How they differ from the last load's; nil where there is none to compare with.
  public let changes: FindingChanges?
  /// Why there is a last load and they are not compared with it; nil where that needs no saying.
  public let whyNotCompared: String?
  private let counts: FindingCounts

  /// A report.
  public init(
    run: RuleRun, stake: StakeSummary, changes: FindingChanges? = nil, whyNotCompared: String? = nil
  ) {
    self.whyNotCompared = whyNotCompared
    self.run = run
    self.stake = stake
    self.changes = changes
    counts = FindingCounts(run)
  }

  /// How many rules are listed before the rest are only counted.
  static let listed = 25

  /// One rule with its failing rows.
  struct Line {
    let rule: Rule
    let rows: Int
    let children: Int
    let new: Int
    let stake: Stake
  }

  /// The rules that rows fail, those with most at stake first, then those with most rows.
  var failing: [Line] {
    var new = [Int](repeating: 0, count: run.rules.count)
    if let changes {
      for (finding, isNew) in zip(run.findings, changes.isNew) where isNew { new[finding.rule] += 1 }
    }
    return run.rules.indices.filter { counts.byRule[$0].rows > 0 }.map { index in
      Line(
        rule: run.rules[index], rows: counts.byRule[index].rows, children: counts.byRule[index].children,
        new: new[index], stake: stake.byRule[index])
    }.sorted { ($0.stake.money, $0.rows, $1.rule.code) > ($1.stake.money, $1.rows, $0.rule.code) }
  }

  /// The rules that could not run, with the reason.
  var notRun: [(rule: Rule, reason: String)] {
    zip(run.rules, run.outcomes).compactMap { rule, outcome in
      if case .notRun(let reason) = outcome { (rule, reason) } else { nil }
    }
  }

  /// What was found, in a sentence or two.
  public var headline: String {
    let collection = run.collection
    let ran = run.outcomes.count { if case .ran = $0 { true } else { false } }
    let before =
      collection.last == nil
      ? "without a return of the year before"
      : "with the return of \(CollectionYear(startYear: collection.year.startYear - 1)) before it"
    let book = collection.rulesYear == collection.year ? "" : " by the rules of \(collection.rulesYear)"
    let start = "The return of \(collection.year)\(book), \(before): "
    guard !run.findings.isEmpty else {
      return start + "no row fails any of the \(Words.count(ran, "rule", "rules")) run."
    }
    let (rows, children) = (counts.all.rows, counts.all.children)
    let rules = counts.byRule.count { $0.rows > 0 }
    let which =
      ran == 1 ? "the one rule run" : "\(Words.number(rules)) of the \(Words.number(ran)) rules run"
    return start
      + "\(Words.count(rows, "row", "rows")) of \(Words.count(children, "child", "children")) \(rows == 1 ? "fails" : "fail") \(which)."
  }

  /// What hangs on the findings, in a sentence.
  public var atStake: String {
    let total = stake.total
    guard total.nights > 0 else { return "No nights of care hang on them." }
    let unpriced =
      total.unpricedNights == 0
      ? "" : " \(Words.number(total.unpricedNights)) of these nights have no price."
    return
      "\(Words.count(total.nights, "night", "nights")) of care in the year hang on rows that fail a rule with an effect on the forecast: \(Words.about(total.money)) at \(stake.prices).\(unpriced)"
  }

  /// The report for a terminal.
  func text() -> String {
    var parts = [headline] + [changes?.words, whyNotCompared].compactMap { $0 }
    guard !run.findings.isEmpty else { return (parts + notRunLines).joined(separator: "\n") + "\n" }
    parts += [atStake, "", ruleTable.text(), tableTable.text()] + fixedLines
    return (parts + notRunLines).joined(separator: "\n") + "\n"
  }

  private var ruleTable: ReportTable {
    let lines = failing
    let rest = lines.count - RulesReport.listed
    return ReportTable(
      title: "Rules that rows fail, most at stake first", labels: "Rule",
      columns: ["What is wrong", "Rows"] + (changes == nil ? [] : ["New"]) + [
        "Children", "Nights", "At stake",
      ],
      rows: lines.prefix(RulesReport.listed).map { line in
        ReportTable.Row(
          label: line.rule.code,
          cells: [
            RulesReport.short(line.rule.message), Words.number(line.rows),
          ] + (changes == nil ? [] : [line.new == 0 ? "" : Words.number(line.new)]) + [
            Words.number(line.children),
            line.stake.nights == 0 ? "" : Words.number(line.stake.nights),
            line.stake.nights == 0 ? "" : Words.about(line.stake.money),
          ], isTotal: false)
      },
      notes: [
        rest > 0
          ? "and \(Words.count(rest, "more rule", "more rules")): --findings FILE.csv writes every row." : "",
        "One night can hang on several rules, so these don't add up; the sentence above counts each once.",
      ].filter { !$0.isEmpty },
      columnsOfWords: 1)
  }

  private var tableTable: ReportTable {
    ReportTable(
      title: "By table", labels: "Table", columns: ["Rows that fail", "Findings"],
      rows: counts.byTable.map { table, rows, findings in
        ReportTable.Row(
          label: table.rawValue, cells: [Words.number(rows), Words.number(findings)], isTotal: false)
      }, notes: [])
  }

  private var fixedLines: [String] {
    guard let fixed = changes?.fixed, !fixed.isEmpty else { return [] }
    let rules = Dictionary(grouping: fixed, by: \.rule).mapValues(\.count)
    let words = rules.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(RulesReport.listed).map {
      "\($0.key) \(Words.number($0.value))"
    }
    return ["Put right since the last load: " + words.joined(separator: ", "), ""]
  }

  private var notRunLines: [String] {
    let groups = Dictionary(grouping: notRun, by: \.reason).sorted { $0.key < $1.key }
    guard !groups.isEmpty else { return [] }
    return [Words.count(notRun.count, "rule", "rules") + " could not run"]
      + groups.map { reason, rules in
        "  \(reason): \(rules.map(\.rule.code).joined(separator: ", "))"
      } + [""]
  }

  /// A message cut to fit a line of a terminal.
  static func short(_ text: String) -> String {
    text.count <= 46 ? text : text.prefix(45) + "…"
  }
}
