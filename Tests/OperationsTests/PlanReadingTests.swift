import Operations
import Plans
import Testing
import Units

/// Plans as read from their files.
struct PlanReadingTests {
  private func problems(_ text: String) -> [String] {
    ReadPlan.read(Array(text.utf8)).problems.map(\.description)
  }

  @Test func `the template is a plan with every kind of item`() throws {
    let reading = ReadPlan.read(Array(ReadPlan.template.utf8))
    #expect(reading.problems.isEmpty, "\(reading.text)")
    let plan = try #require(reading.plan)
    let counts: [Int] = [
      plan.streams.count, plan.initiatives.count, plan.actions.count, plan.targets.count, plan.savings.count,
      plan.costs.count, plan.milestones.count, plan.scales.count, plan.risks.count, plan.dependencies.count,
      plan.indicators.count, plan.principles.count, plan.claims.count, plan.pressures.count,
      plan.assumptions.count, plan.signOffs.count,
    ]
    #expect(!counts.contains(0), "\(counts)")
    #expect(plan.savings.first?.amount(in: FinancialYear(startYear: 2028)) == Money(pence: 84_240_000))
    #expect(plan.risks.first?.current == RiskScore(likelihood: "C", impact: "3"))
  }

  @Test func `a plan written down and read again is the same plan`() throws {
    let plan = try #require(ReadPlan.read(Array(ReadPlan.template.utf8)).plan)
    let text = ReadPlan.yaml(plan)
    let again = ReadPlan.read(Array(text.utf8))
    #expect(again.problems.isEmpty, "\(again.text)")
    #expect(again.plan.map(ReadPlan.yaml) == text)
  }

  @Test func `an item's line and those of its keys are known`() throws {
    let text = "name: x\nsavings:\n  - id: a\n    name: b\n    evidence:\n      grade: 2\n"
    let saving = try #require(ReadPlan.read(Array(text.utf8)).plan?.savings.first)
    #expect(saving.place.line == 3)
    #expect(saving.place.line(of: "name") == 4 && saving.place.line(of: "evidence.grade") == 6)
  }

  @Test func `all that is wrong is told at once, each with its line and what to do`() {
    let found = problems(
      """
      name: x
      writen: 2027-02-30
      savings:
        - id: a
          name: one
          kind: cashable
          years: {2027: 400k}
          stream: nowhere
        - id: a
          years:
            2027/28: four
      claims:
        - id: c
          name: total
          stated: 1
          sum_of: [a, bb]
      """)
    #expect(
      found == [
        "Line 2: “writen” is not a key of the plan. Is “written” meant?",
        "Line 2: “written” of the plan: “2027-02-30” is not a day. Write it as 2027-04-01 or 01/04/2027.",
        "Line 6: “kind” of saving “a”: “cashable” is none of the words it may be. Is “cashable_recurring” meant?",
        "Line 7: “years” of saving “a”: “2027” is not a financial year. Write it as 2026/27. Between braces, put quotes round an amount with commas.",
        "Line 8: “stream” of saving “a” names “nowhere”, and nothing has that id. Write it into “streams”.",
        "Line 9: saving “a” has no “name”. Write it: What readers call it.",
        "Line 9: the id “a” is given twice, first on line 4. Give each item an id of its own.",
        "Line 11: “years” of saving “a”: “four” is not an amount in pounds. Write it as 400,000, 1250.50, 400k or 1.3m.",
        "Line 16: “sum_of” of claim “c” names “bb”, and nothing has that id. The ids are: a, c.",
      ])
  }

  @Test func `a day that nobody knows yet is kept in words`() throws {
    let text = "name: x\nactions:\n  - {id: a, name: b, due: TBA}\n  - {id: c, name: d, due: 31/03/2027}\n"
    let actions = try #require(ReadPlan.read(Array(text.utf8)).plan?.actions)
    #expect(actions[0].due == nil && actions[0].dueWords == "TBA")
    #expect(actions[1].due == CivilDay("2027-03-31") && actions[1].dueWords.isEmpty)
  }

  @Test(arguments: [
    ("400,000", 40_000_000), ("400k", 40_000_000), ("£1.3m", 130_000_000), ("-25k", -2_500_000), ("0.5", 50),
  ])
  func `pounds are read as people write them`(_ text: String, _ pence: Int) throws {
    let file = "name: x\npressures:\n  - {id: a, name: b, years: {2027/28: \"\(text)\"}}\n"
    #expect(ReadPlan.read(Array(file.utf8)).plan?.pressures.first?.years.first?.amount.pence == pence)
  }

  @Test(arguments: [
    ("savings", "part_year_months: 14"), ("savings", "part_year_months: -3"),
    ("savings", "part_year_months: 0"),
    ("savings", "derivation: {volume: -4}"), ("savings", "derivation: {price: -900}"),
    ("savings", "derivation: {times: -2}"), ("savings", "derivation: {peak: -2}"),
    ("savings", "derivation: {cheapest: -2}"), ("savings", "evidence: {grade: 7}"),
    ("savings", "evidence: {grade: 0}"), ("savings", "evidence: {amount: -1}"), ("costs", "fte: -1"),
    ("costs", "months: 13"), ("costs", "held: -5"), ("risks", "stated_rating: -4"),
    ("claims", "stated: 1, tolerance: -1"),
  ])
  func `a value out of its range is refused with its line`(_ section: String, _ value: String) {
    let found = problems(
      "name: x\n\(section):\n  - id: a\n    name: b\n    \(value.replacing(", ", with: "\n    "))\n")
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix("Line \(value.contains(",") ? 6 : 5): ") == true, "\(found)")
  }

  @Test func `whatever stands for a value, the plan is read and checked, or refused with a line`() throws {
    let lines = ReadPlan.template.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in lines.enumerated() where !line.hasPrefix("#") {
      guard let colon = line.firstRange(of: ": ") else { continue }
      for value in ["", "\"?\"", "-99999999999", "1/0", "{a: 1}", "[~]"] {
        var changed = lines
        changed[index] = line[..<colon.upperBound] + value
        let reading = ReadPlan.read(Array(changed.joined(separator: "\n").utf8))
        if let plan = reading.plan {
          for found in PlanChecker.findings(in: plan) { #expect(found.line <= lines.count, "\(found)") }
        } else {
          #expect(
            !reading.problems.isEmpty && reading.problems.allSatisfy { $0.line >= 1 && !$0.remedy.isEmpty })
        }
      }
    }
  }

  @Test func `a key that must be there and is empty is missed`() {
    #expect(
      problems("name:\n").map { String($0.prefix(30)) } == ["Line 1: the plan has no “name”"])
    let done = "name: x\nactions:\n  - id: a\n    name: b\n    done:\n      on:\n      by: Lead\n"
    #expect(problems(done).first?.contains("a confirmation has no “on”") == true)
  }
}
