import Care
import Forecasting
import Operations
import Testing
import Units

struct ScenarioDraftTests {
  private let today = CivilDay("2026-11-21") ?? .distantPast

  private func draft(_ values: [String: String], name: String = "A try") -> ScenarioDraft {
    var draft = ScenarioDraft.usual(today: today)
    draft.name = name
    draft.values.merge(values) { $1 }
    return draft
  }

  private func read(_ draft: ScenarioDraft) throws -> Scenario {
    let reading = ReadScenario.read(Array(draft.text.utf8), book: try .standard())
    return try #require(reading.scenario, "\(reading.problems.map(\.description))")
  }

  @Test func `what the form begins with changes nothing and has no problem`() throws {
    let usual = ScenarioDraft.usual(today: today)
    #expect(usual.changesNothing && usual.problems.isEmpty)
    #expect(usual.answer("prevent-start") == "2026-12-01")
  }

  @Test func `every lever becomes what the scenario's reader understands of it`() throws {
    let scenario = try read(
      draft([
        "prevent-share": "15", "prevent-from": "10", "prevent-to": "15", "prevent-most": "3",
        "prevent-year": "250,000", "prevent-evidence": "2", "step-down-most": "2", "places-number": "12",
        "places-ramp": "18", "price-change": "-3.5", "price-category": "external_home",
        "entries-change": "10", "entries-ages": "10-15", "uplift-mean": "4.5",
      ]))
    #expect(scenario.initiatives.map(\.id) == ["prevent", "step-down", "places", "price"])
    let prevent = scenario.initiatives[0]
    #expect(prevent.perMonth == 3 && prevent.grade == .comparison)
    #expect(prevent.cost.perYear == Money(pence: 250_000_00))
    #expect(prevent.start == CivilDay("2026-12-01"))
    guard case .preventEntry(let who, let share) = prevent.kind else { throw Unexpected() }
    #expect(who.minAge == 10 && who.maxAge == 15 && share == 0.15)
    guard case .stepDown(_, _, let chance, let breakdown) = scenario.initiatives[1].kind else {
      throw Unexpected()
    }
    #expect(scenario.initiatives[1].perMonth == 2 && chance == 0.5 && breakdown == 0.25)
    guard case .addCapacity(let places, _, _) = scenario.initiatives[2].kind else { throw Unexpected() }
    #expect(places == 12 && scenario.initiatives[2].rampMonths == 18)
    guard case .changePrice(_, let points, _) = scenario.initiatives[3].kind else { throw Unexpected() }
    #expect(points == -350)
    #expect(scenario.uplift?.mean == 0.045)
    #expect(scenario.rateChanges.first?.operation == .multiply(1.1))
  }

  private struct Unexpected: Error {}

  @Test(arguments: [
    "x\ninitiatives: []", "a: b", "\"", "\\", "\\\"\n- ", "# no", "{[&*!|>'%@`", "x\u{2028}rates:\u{85}y",
    "<script>alert(1)</script>", "\u{0}\u{7}", "---", "!!binary x", "yes", "~", "🙂 ja",
    "a \"b\": &x *x", "*all", "&c",
  ])
  func `a name stays a name whatever is typed into it`(name: String) throws {
    let draft = draft(["prevent-share": "10"], name: name)
    let line = ScenarioDraft.oneLine(name)
    let reading = ReadScenario.read(Array(draft.text.utf8), book: try .standard())
    if line.isEmpty {
      #expect(reading.scenario == nil)
    } else {
      let scenario = try #require(reading.scenario, "\(reading.problems.map(\.description))")
      #expect(scenario.name == line)
      #expect(scenario.initiatives.map(\.id) == ["prevent"] && scenario.rateChanges.isEmpty)
    }
  }

  @Test(arguments: [
    ("prevent-share", "1e308"), ("prevent-share", "999999999999999999999"), ("prevent-share", "-5"),
    ("prevent-share", "ten"), ("prevent-share", "61"), ("prevent-share", "10\nkind: x"),
    ("prevent-share", "2.5"), ("prevent-year", "-1"), ("prevent-year", "99999999999999999999"),
    ("prevent-start", "tomorrow"), ("prevent-start", ""), ("prevent-from", "18"), ("prevent-evidence", "7"),
    ("prevent-evidence", "1\n  x: y"), ("prevent-most", "0"), ("prevent-ramp", "NaN"),
  ])
  func `an answer that can't be used is a problem of its field`(field: String, answer: String) {
    var values = ["prevent-share": "10"]
    values[field] = answer
    let problems = draft(values).problems
    #expect(problems.map(\.field) == [field])
    #expect(problems.allSatisfy { !$0.words.contains(answer) || answer.isEmpty || answer.count < 2 })
  }

  @Test func `the youngest age may not be above the oldest`() {
    let values = ["prevent-share": "10", "prevent-from": "15", "prevent-to": "10"]
    #expect(draft(values).problems.map(\.field) == ["prevent-from"])
  }

  @Test func `a lever at nought is no part of the scenario, whatever else stands in it`() {
    let text = draft(["prevent-share": "10", "places-ramp": "nonsense", "places-number": "0"]).text
    #expect(!text.contains("places") && text.contains("prevent_entry"))
  }

  @Test func `a kept scenario comes back into the form as it was`() throws {
    let before = draft([
      "prevent-share": "15", "prevent-most": "3", "price-change": "-3.5", "price-category": "all",
      "uplift-mean": "0", "entries-change": "-10", "step-down-most": "2", "step-down-child": "1200.5",
    ])
    let after = try #require(ScenarioDraft(text: before.text, today: CivilDay("2030-01-01") ?? today))
    #expect(after.text == before.text)
    #expect(after.answer("entries-change") == "-10" && after.answer("uplift-mean") == "0")
    #expect(after.answer("step-down-child") == "1200.5")
  }

  @Test func `a scenario that says more than the form can is not taken into it`() {
    let text = draft(["prevent-share": "15"]).text
    #expect(ScenarioDraft(text: text, today: today) != nil)
    #expect(ScenarioDraft(text: text + "correlation: 0.9\n", today: today) == nil)
    #expect(ScenarioDraft(text: ReadScenario.template, today: today) == nil)
    #expect(ScenarioDraft(text: "name: [", today: today) == nil)
    #expect(ScenarioDraft(text: "", today: today) == nil)
  }

  @Test func `a scenario's name is read out of its text`() {
    #expect(ReadScenario.name(of: "name: Early help\nrates: []") == "Early help")
    #expect(ReadScenario.name(of: "rates: []") == nil)
  }
}
