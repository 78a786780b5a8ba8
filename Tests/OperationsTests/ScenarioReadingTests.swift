import Care
import Files
import Forecasting
import Foundation
import Operations
import Support
import Testing
import Units

struct ScenarioReadingTests {
  private func category(_ id: String) throws -> Int {
    try #require(CategoryBook.standard().category(id: id)).index
  }

  private func initiative(_ lines: String, asOf: CivilDay? = nil) throws -> ScenarioReading {
    let indented = lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    let text = "name: x\ninitiatives:\n  - id: a\n    start: 01/04/2027\n\(indented)\n"
    return ReadScenario.read(Array(text.utf8), book: try .standard(), asOf: asOf)
  }

  @Test func `the template is read without a word against it, as what it says`() throws {
    let reading = try ScenarioTemplate.read(ReadScenario.template)
    #expect(reading.problems.isEmpty)
    let scenario = try #require(reading.scenario)
    #expect(scenario.note.hasSuffix("where the figures come from."))
    #expect(scenario.correlation == 0.3 && scenario.uplift == Scenario.Uplift(mean: 0.03, deviation: 0.015))
    let foster = try category("agency_foster")
    let home = try category("external_home")
    let start = try #require(CivilDay("2027-04-01"))
    let end: CivilDay = start.adding(months: 48)
    #expect(
      scenario.rateChanges == [
        RateChange(.entries, .multiply(0.9), ages: [3, 4], isUASC: false),
        RateChange(
          .entries, .add(perYear: 6), categories: [try category("supported_accommodation")], isUASC: true),
        RateChange(.specialGuardianship, .replace(perYear: 0.12), ages: [0, 1]),
        RateChange(
          .moves, .multiply(1.1), categories: [home], destinations: [try category("in_house_foster"), foster]),
      ])
    #expect(
      scenario.initiatives.first
        == Initiative(
          id: "early-help", name: "Family help before care",
          kind: .preventEntry(
            eligible: Eligible(minAge: 10, maxAge: 17, categories: [foster, home], isUASC: false), share: 0.2),
          start: start, rampMonths: 6,
          end: end,
          perMonth: 3, grade: .beforeAndAfter, spread: .interval(low: 0.5, high: 0.3 / 0.2),
          cost: DeliveryCost(
            perYear: Money(pence: 24_000_000), perCase: Money(pence: 150_000), once: Money(pence: 3_000_000)))
    )
    #expect(
      scenario.initiatives[1].kind
        == .returnHome(
          eligible: Eligible(minAge: 5, maxAge: 15, minNightsInCare: 182), chancePerYear: 0.15,
          reentryShare: 0.2,
          support: HomeSupport(perWeek: WeeklyRate(pencePerWeek: 18_000), weeks: 26)))
    #expect(
      scenario.initiatives[2].kind
        == .stepDown(
          eligible: Eligible(minAge: 8, maxAge: 15, categories: [home], minNightsInStay: 90), to: foster,
          chancePerYear: 0.12, breakdownShare: 0.25))
    #expect(
      scenario.initiatives[6].kind
        == .changePrice(categories: [foster], basisPoints: -300, aboveNights: 2400))
    #expect(
      scenario.initiatives[7].kind
        == .changeStaffing(posts: 7.5, premiumPerYear: Money(pence: 2_100_000)))
    #expect(
      scenario.initiatives[8].kind
        == .earnIncome(
          beds: 2, pricePerWeek: WeeklyRate(pencePerWeek: 520_000),
          costPerWeek: WeeklyRate(pencePerWeek: 460_000), occupancy: 0.8))
    // A fall of 4 % is the larger effect.
    guard case .interval(let low, let high) = scenario.initiatives[6].spread else {
      Issue.record("no interval")
      return
    }
    #expect(abs(low - 2.0 / 3) < 1e-12 && abs(high - 4.0 / 3) < 1e-12)
  }

  @Test func `step down and bring in-house are one kind, and spellings don't matter`() throws {
    let rest =
      "who: {ages: 0-9}\nto: In-house foster care\nchance_per_year: 0.05\nbreakdown_share: 0\nevidence: 3"
    let words = ["step_down", "Step down", "bring-in-house", "bring in-house"]
    let read = try words.map { try initiative("kind: \($0)\n" + rest).scenario }
    #expect(read.allSatisfy { $0 != nil && $0 == read[0] })
  }

  @Test(arguments: [
    ("5-9", 5, 9), ("under 1", 0, 0), ("16 to 17", 16, 17), ("16+", 16, 17), ("10 and over", 10, 17),
    ("12", 12, 12),
    ("all", 0, 17), ("[under 1, 1-4]", 0, 4), ("5 – 9 years", 5, 9),
  ])
  func `ages are read as people write them`(_ text: String, _ youngest: Int, _ oldest: Int) throws {
    let scenario = try initiative("kind: keep_stable\nshare: 10 %\nwho:\n  ages: \(text)").scenario
    let eligible = try #require(scenario?.initiatives.first?.kind.eligible)
    #expect(eligible.minAge == youngest && eligible.maxAge == oldest)
  }

  @Test func `what is not stated is taken and, where it matters, said`() throws {
    let reading = try initiative("kind: keep_stable\nshare: 10 %\nwho: everyone")
    let initiative = try #require(reading.scenario?.initiatives.first)
    #expect(initiative.grade == .judgement && initiative.spread == .variation(0.3) && initiative.name == "a")
    #expect(initiative.rampMonths == 0 && initiative.end == nil && initiative.perMonth == nil)
    #expect(reading.warnings.map(\.line) == [3, 3])
    #expect(
      reading.warnings[0].what.contains("evidence") && reading.warnings[1].what.contains("cost nothing"))
    #expect(reading.scenario?.correlation == 0.3 && reading.scenario?.uplift == nil)
  }

  @Test func `a start by the as-of date and a ramp longer than the life are warned of`() throws {
    let text =
      "kind: keep_stable\nshare: 10 %\nwho: everyone\nevidence: 1\ncost: {once: 0}\nramp_months: 12\nend: 2027-10-01"
    let day = try #require(CivilDay("2027-04-01"))
    let reading = try initiative(text, asOf: day)
    #expect(reading.scenario != nil)
    #expect(reading.warnings.map(\.line) == [4, 10])
    #expect(reading.warnings[0].what.contains("not after the as-of date"))
    #expect(reading.warnings[1].what.contains("ramp is longer than its life"))
    #expect(try initiative(text.replacing("12", with: "6"), asOf: day - 1).problems.isEmpty)
    #expect(try ScenarioTemplate.read("name: x").warnings.map(\.what) == ["the scenario changes nothing"])
  }

  @Test func `a council's own categories are the ones that count`() throws {
    let book = try CategoryBook(csv: Array("category,label,place,provider\nfoster,Foster care,U4,*\n".utf8))
    let text = "name: x\nrates:\n  - event: moves\n    categories: Foster care\n    multiply: 1.1\n"
    #expect(ReadScenario.read(Array(text.utf8), book: book).scenario?.rateChanges[0].categories == [0])
    let refused = ReadScenario.read(Array(ReadScenario.template.utf8), book: book).problems
    #expect(refused.contains { $0.remedy.contains("The categories are: foster, unknown") })
  }

  @Test(arguments: ["early-help-and-step-down.yaml", "more-carers-and-price.yaml"])
  func `the examples are read without a word against them`(_ name: String) throws {
    let path = Project.folder + "/Examples/scenarios/" + name
    let (scenario, warnings) = try ReadScenario.scenario(path, book: .standard())
    #expect(warnings.isEmpty && scenario.initiatives.count >= 2 && !scenario.note.isEmpty)
  }

  @Test func `a file that is not there, and one that can't be used, are errors for a forecast`() throws {
    #expect(throws: OperationError.self) { try ReadScenario.scenario("/no/such.yaml", book: .standard()) }
    let folder = try TemporaryFolder(["s.yaml": "name: x\nrates:\n  - event: moves\n"])
    let book = try CategoryBook.standard()
    do throws(OperationError) {
      _ = try ReadScenario.scenario(folder.path + "/s.yaml", book: book)
      Issue.record("not refused")
    } catch {
      #expect(error.description.contains("can't be used") && error.description.contains("Line 3: "))
    }
  }
}

/// The schema that editors use and the reader must know the same words.
struct ScenarioSchemaTests {
  private typealias Object = [String: Any]

  private func schema() throws -> Object {
    try #require(JSONSerialization.jsonObject(with: Data(ReadScenario.schema.utf8)) as? Object)
  }

  private func properties(_ schema: Any?) -> Set<String> {
    Set(((schema as? Object)?["properties"] as? Object ?? [:]).keys)
  }

  /// The keys the reader names where it meets one it does not know.
  private func keys(_ text: String) throws -> Set<String> {
    let problem = try #require(
      ScenarioTemplate.read(text).problems.first { $0.remedy.contains("Its keys are: ") })
    let list = problem.remedy.dropFirst("Its keys are: ".count).dropLast()
    return Set(list.split(separator: ", ").map(String.init))
  }

  private func initiative(_ lines: String) -> String { "initiatives:\n  - id: a\n    \(lines)\n" }

  @Test(arguments: [
    "prevent_entry", "return_home", "step_down", "bring_in_house", "keep_stable", "add_capacity",
    "change_price",
    "change_staffing", "earn_income",
  ])
  func `the schema has the keys of every kind, and no other`(_ kind: String) throws {
    let definitions = try #require(schema()["$defs"] as? Object)
    let own = try #require(definitions[kind] as? Object)
    #expect(properties(own) == (try keys(initiative("kind: \(kind)\n    qqqqqq: 1"))))
    let required = try Set(#require(own["required"] as? [String]))
    let missing = try ScenarioTemplate.read(initiative("kind: \(kind)").replacing("id: a", with: "name: a"))
      .problems
    let named = missing.compactMap { $0.what.firstMatch(of: /has no “(.*)”$/).map { String($0.1) } }
    #expect(required == Set(named).subtracting(["name", "evidence", "cost"]).union(["kind"]))
  }

  @Test func `the schema has the keys of every other part, and no other`() throws {
    let schema = try schema()
    let definitions = try #require(schema["$defs"] as? Object)
    let top = try #require(schema["properties"] as? Object)
    #expect(properties(schema) == (try keys("qqqqqq: 1")))
    #expect(properties(top["uplift"]) == (try keys("uplift: {qqqqqq: 1}")))
    let rates = try #require(top["rates"] as? Object)
    #expect(properties(rates["items"]) == (try keys("rates: [{qqqqqq: 1}]")))
    let events = try #require(((rates["items"] as? Object)?["properties"] as? Object)?["event"] as? Object)
    #expect(events["enum"] as? [String] == RateChange.Event.allCases.map(\.rawValue))
    let who = try #require((definitions["who"] as? Object)?["anyOf"] as? [Any])
    #expect(properties(who.last) == (try keys(initiative("kind: keep_stable\n    who: {qqqqqq: 1}"))))
    #expect(properties(definitions["cost"]) == (try keys(initiative("cost: {qqqqqq: 1}"))))
    let home = try #require((definitions["return_home"] as? Object)?["properties"] as? Object)
    #expect(
      properties(home["support"]) == (try keys(initiative("kind: return_home\n    support: {qqqqqq: 1}"))))
  }

  @Test func `the template uses every kind and every key`() throws {
    let definitions = try #require(schema()["$defs"] as? Object)
    let scenario = try #require(ScenarioTemplate.read(ReadScenario.template).scenario)
    #expect(scenario.initiatives.count == 9)
    for (name, definition) in definitions {
      for key in properties(definition) {
        #expect(ReadScenario.template.contains(" \(key):"), "\(name) has \(key)")
      }
    }
    for key in ["name", "note", "correlation", "uplift", "rates", "initiatives"] {
      #expect(ReadScenario.template.contains("\n\(key):"))
    }
  }
}
