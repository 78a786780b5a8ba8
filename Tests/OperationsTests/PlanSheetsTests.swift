import Foundation
import Operations
import Plans
import Support
import Testing
import Units

/// Plans as spreadsheets, and the schema of their files.
struct PlanSheetsTests {
  /// The plan as a file has it, and as it comes back through a spreadsheet.
  private func throughSheet(_ text: String) throws -> (before: Plan, after: Plan, problems: String) {
    let plan = try #require(ReadPlan.read(Array(text.utf8)).plan)
    let folder = try TemporaryFolder([:])
    try ReadPlan.write(plan, to: folder.path + "/plan.xlsx")
    let reading = try ReadPlan.run(folder.path + "/plan.xlsx")
    let read = try #require(reading.plan, "\(reading.text)")
    // Read once more from the same kind of text, so that lines are the same as well.
    func again(_ plan: Plan) throws -> Plan {
      try #require(ReadPlan.read(Array(ReadPlan.yaml(plan).utf8)).plan)
    }
    return (try again(plan), try again(read), reading.text)
  }

  @Test(arguments: PlanMutationTests.clean)
  func `a plan comes back from a spreadsheet as the same plan`(_ name: String) throws {
    let (before, after, _) = try throughSheet(try PlanMutationTests.text(name))
    #expect(before == after)
  }

  @Test func `the template comes back from a spreadsheet as the same plan`() throws {
    let (before, after, _) = try throughSheet(ReadPlan.template)
    #expect(before == after)
  }

  @Test func `a plan with every key comes back, pence, fractions, quotes and all`() throws {
    let text = """
      name: "A: \\"quoted\\" # plan"
      savings:
        - id: a
          name: "- odd: yes"
          years: {2027/28: "1,234.56", 2028/29: -0.5}
          posts: {2027/28: 2.25}
          ends_anyway: yes
          is_volatile: yes
          is_per_annum: yes
          is_gross: no
          derivation: {volume: 0.1, price: 71.43, per: night, times: 500/7, is_maximum: yes}
          delivered:
            - {year: 2027/28, amount: "90,000.01", confirmation: {on: 2027-10-05, by: Finance, evidence: "Journal 1, 2"}}
            - {year: 2028/29, amount: 5}
          progress:
            - {on: 2027-05-01, by: Lead, note: "two\\nlines", stated: red}
      claims:
        - {id: b, name: c, stated: 1, unit: nights, sum_of: [a, -a], year: 2027/28, tolerance: 0.5}
        - {id: d, name: e, stated: 1, worded: [f, "g; h"]}
        - {id: i, name: j, stated: 1, derived: {price: 3, peak: 4}}
        - {id: k, name: l, stated: 1, also_stated: [2, 3.5], on: 2027-05-01}
        - {id: m, name: n, stated: 1, product: [2, 1/3]}
      """
    let (before, after, _) = try throughSheet(text)
    #expect(before == after)
    #expect(before.savings.first?.years.map(\.amount.pence) == [123_456, -50])
  }

  @Test func `what is wrong in a spreadsheet is told by sheet and row`() throws {
    let plan = try #require(
      ReadPlan.read(
        Array("name: x\nactions:\n  - {id: a, name: b, stream: s}\nstreams:\n  - {id: s, name: t}\n".utf8)
      ).plan)
    var broken = plan
    broken.actions[0].stream = "nowhere"
    let folder = try TemporaryFolder([:])
    try ReadPlan.write(broken, to: folder.path + "/plan.xlsx")
    let reading = try ReadPlan.run(folder.path + "/plan.xlsx")
    #expect(reading.plan == nil)
    #expect(
      reading.problems.map(\.description) == [
        "Sheet “actions”, row 2: “stream” of action “a” names “nowhere”, and nothing has that id. The ids are: s."
      ])
  }

  @Test func `the schema has every key that the template and the examples use, and says what each is`() throws
  {
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(ReadPlan.schema.utf8)) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(schema["required"] as? [String] == ["name"])
    var texts = [ReadPlan.template]
    for name in PlanMutationTests.clean { texts.append(try PlanMutationTests.text(name)) }
    for text in texts {
      for line in text.split(separator: "\n") {
        guard let key = line.firstMatch(of: /^([a-z_]+):/)?.1 else { continue }
        let own = try #require(properties[String(key)] as? [String: Any], "\(key)")
        #expect((own["description"] as? String)?.isEmpty == false, "\(key)")
      }
    }
    let savings = try #require((properties["savings"] as? [String: Any])?["items"] as? [String: Any])
    let keys = try #require(savings["properties"] as? [String: Any])
    #expect(
      (keys["kind"] as? [String: Any])?["enum"] as? [String?] ?? [] == SavingKind.allCases.map(\.rawValue)
        || keys["kind"] != nil)
    #expect(
      savings["required"] as? [String] == ["id", "name"] && savings["additionalProperties"] as? Bool == false)
  }

  @Test func `every property of an item has a key in the file`() {
    func properties(_ item: Any) -> [String] { Mirror(reflecting: item).children.compactMap(\.label) }
    func snake(_ name: String) -> String {
      name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
    let items: [(Any, Set<String>)] = [
      (SavingLine(id: "", name: ""), []), (Target(id: "", name: ""), []), (Risk(id: "", name: ""), []),
      (Action(id: "", name: ""), ["due_words"]), (CostLine(id: "", name: ""), []),
      (Milestone(id: "", name: ""), ["due_words"]), (Initiative(id: "", name: ""), []),
      (Claim(id: "", name: "", stated: 0, making: .total([])), ["making"]), (Plan(name: ""), []),
      (SavingLine.Derivation(), []), (SavingLine.Evidence(), []),
    ]
    for (item, without) in items {
      for name in properties(item).map(snake) where name != "place" && !without.contains(name) {
        #expect(ReadPlan.schema.contains("\"\(name)\" : {"), "\(type(of: item)).\(name)")
      }
    }
  }

  @Test func `a line break within an entry of a list comes back`() throws {
    let (before, after, _) = try throughSheet(
      "name: x\noptions: [\"two\\nlines\", one]\nrisks:\n  - {id: r, name: s, mitigation: [\"a\\nb\", c]}\n")
    #expect(before == after && after.options.count == 2)
  }

  @Test func `a text that no cell keeps whole is refused, with where it stands`() throws {
    let long = String(repeating: "x", count: 40_000)
    let plan = try #require(
      ReadPlan.read(Array("name: x\nprinciples:\n  - {name: a, how: \(long)}\n".utf8)).plan)
    let folder = try TemporaryFolder([:])
    let error = #expect(throws: OperationError.self) {
      try ReadPlan.write(plan, to: folder.path + "/plan.xlsx")
    }
    #expect(error.map { "\($0)" }?.contains("“how” of row 2 of the sheet “principles” has 40000") == true)
  }

  @Test(arguments: [
    ("savings:\n  - {id: a, name: b, years: {2027/28: 5, 2027-28: 6}}", "2027/28 is given twice"),
    (
      "targets:\n  - {id: a, name: b, trajectory: {2027-03-31: 5, 31/03/2027: 6}}",
      "2027-03-31 is given twice"
    ),
    ("claims:\n  - {id: a, name: b, stated: 1, total: [1], product: [2]}", "made in several ways"),
    ("claims:\n  - {id: a, name: b, stated: 1, total: [1], year: 2027/28}", "there is no “sum_of”"),
    ("risks:\n  - {id: a, name: b, inherent: very high}", "is not a score"),
    ("savings:\n  - {id: a, name: b, derivation: {per: fortnight}}", "none of the times"),
  ])
  func `what would be lost or misread is refused`(text: String, words: String) {
    let reading = ReadPlan.read(Array("name: x\n\(text)\n".utf8))
    #expect(reading.plan == nil && reading.text.contains(words), "\(reading.text)")
  }

  @Test(arguments: ["Extreme x High", "4 x 3", "4x3", "B3", "4 3"])
  func `a score of figures, letters or words is read`(score: String) {
    let reading = ReadPlan.read(Array("name: x\nrisks:\n  - {id: a, name: b, inherent: \(score)}\n".utf8))
    #expect(reading.plan?.risks.first?.inherent?.impact.count == (score == "Extreme x High" ? 4 : 1))
  }

  @Test(arguments: [
    ("savings", "kind", "Cashable recurring", true), ("savings", "kind", "lots", false),
    ("savings", "is_gross", "Yes", true), ("savings", "start", "someday", false),
    ("savings", "start", "2027-04-01", true), ("costs", "held", "lots", false),
    ("costs", "held", "£1.3m", true),
    ("costs", "id", "a b", false), ("risks", "inherent", "very high", false),
    ("risks", "inherent", "4 x 3", true),
    ("claims", "year", "2027/29", false), ("claims", "year", "2027/28", true),
  ])
  func `the schema takes what the reader takes`(section: String, key: String, value: String, isTaken: Bool)
    throws
  {
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(ReadPlan.schema.utf8)) as? [String: Any])
    let items = (schema["properties"] as? [String: Any])?[section] as? [String: Any]
    let keys = (items?["items"] as? [String: Any])?["properties"] as? [String: Any]
    var own = try #require(keys?[key] as? [String: Any])
    if own["$ref"] != nil {
      own = try #require((schema["$defs"] as? [String: Any])?["year"] as? [String: Any])
    }
    let forms = own["anyOf"] as? [[String: Any]] ?? [own]
    let isMatched = try forms.contains { form in
      guard let pattern = form["pattern"] as? String else {
        return (form["enum"] as? [Any])?.contains { $0 as? String == value } == true
      }
      return try value.firstMatch(of: Regex(pattern)) != nil
    }
    #expect(isMatched == isTaken)
    let required = key == "id" ? "" : "id: a, "
    let stated = section == "claims" ? "stated: 1, sum_of: [a], " : ""
    let reading = ReadPlan.read(
      Array("name: x\n\(section):\n  - {\(required)name: b, \(stated)\(key): \(value)}\n".utf8))
    #expect((reading.plan != nil) == isTaken, "\(reading.text)")
  }
}
