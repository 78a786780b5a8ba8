import Foundation
import Support
import Testing

/// `homeward plan status`, `bridge`, `risks` and `actions`, as a programme manager runs them on the example council.
struct PlanStatusCommandTests {
  private func plan(
    _ part: String, _ folder: TemporaryFolder, _ arguments: String..., yaml: String? = nil
  ) throws -> Program.Result {
    try yaml.map { try Data($0.utf8).write(to: URL(fileURLWithPath: folder.path + "/plan.yaml")) }
    return try Program.run(
      ["plan", part, folder.path + "/plan.yaml", "-q", "--on", "2026-06-15"] + arguments)
  }

  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder(["plan.yaml": ExamplePlan.yaml, "postings.csv": ExamplePlan.postings])
  }

  private func json(_ result: Program.Result) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
  }

  private func items(_ document: [String: Any], _ key: String) throws -> [String: [String: Any]] {
    let list = try #require(document[key] as? [[String: Any]])
    return Dictionary(list.map { ($0["id"] as? String ?? "", $0) }) { first, _ in first }
  }

  @Test func `status is told from returns, ledger and futures`() throws {
    let folder = try folder()
    let council = ExamplePlan.council
    let result = try plan(
      "status", folder, "--returns", council, "--fees", council + "/fees.csv", "--futures", "200", "--ledger",
      folder.path + "/postings.csv", "--store", folder.path + "/s.sqlite", "--json")
    #expect(result.code == 0, "\(result.err)")
    let document = try json(result)
    let (targets, savings) = (try items(document, "targets"), try items(document, "savings"))
    #expect(targets["children-400"]?["actual"] as? Int == 410)
    let chance = try #require(targets["children-400"]?["chance"] as? Double)
    let without = try #require(targets["children-400"]?["chanceWithout"] as? Double)
    #expect(chance >= without && (0.05...0.6).contains(chance))
    #expect(try #require(targets["agency-cost"]?["actual"] as? Double) > 500)
    #expect(savings["posts"]?["status"] as? String == "blue")
    #expect(savings["residential"]?["status"] as? String == "red")
    #expect(savings["residential"]?["confirmedPence"] as? Int == 0)
    #expect(savings["secure"]?["standsApart"] as? Bool == true)
  }

  @Test func `nothing typed in the plan or at the command line is blue without finance's postings`() throws {
    var typed = ExamplePlan.yaml
    typed = typed.replacing(
      "    progress:\n      - {on: 2026-06-02, by: Head of service, note: All agreed, stated: blue}",
      with:
        "    delivered: [{year: 2026/27, amount: \"150,000\", confirmation: {on: 2026-06-01, by: Finance partner, evidence: Journal 1}}]"
    )
    #expect(typed != ExamplePlan.yaml)
    let own = ExamplePlan.postings.replacing("Finance partner", with: "head of service")
    let folder = try TemporaryFolder(["plan.yaml": typed, "postings.csv": own])
    for arguments in [[], ["--ledger", folder.path + "/postings.csv"]] {
      let result = try Program.run(
        [
          "plan", "status", folder.path + "/plan.yaml", "-q", "--on", "2026-06-15", "--store",
          folder.path + "/s.sqlite", "--keep", "--json",
        ] + arguments)
      #expect(result.code == 0, "\(result.err)")
      let savings = try items(try json(result), "savings")
      #expect(savings.count == 4 && !savings.values.contains { $0["status"] as? String == "blue" })
    }
    let typedStatus = ExamplePlan.yaml.replacing(
      "    name: Agency posts given up", with: "    name: Agency posts given up\n    status: blue")
    let refused = try plan("status", folder, "--store", folder.path + "/s.sqlite", yaml: typedStatus)
    #expect(refused.code == 65 && refused.err.contains("status"))
  }

  @Test func `a status that was kept is shown beside the next`() throws {
    let folder = try folder()
    let store = ["--store", folder.path + "/s.sqlite"]
    let first = try plan("status", folder, store[0], store[1], "--keep")
    #expect(first.code == 0 && first.err.contains("version 1"), "\(first.err)")
    let second = try plan(
      "status", folder, store[0], store[1], "--ledger", folder.path + "/postings.csv", "--keep")
    #expect(second.err.contains("version 2"))
    let table = try #require(second.out.range(of: "Status as it was kept"))
    let rows = second.out[table.upperBound...]
    #expect(rows.contains("2026-06-15") && rows.contains("Blue"))
  }

  @Test func `the bridge's steps add to the effect, to the pound`() throws {
    let folder = try folder()
    let council = ExamplePlan.council
    let budget = """
      cost_centre,subjective,name,category,pounds,nights
      C1,4101,Agency fostering,agency_foster,6000000.00,43000
      C2,4201,Homes,external_home,9500000.00,17000
      C9,5000,Transport pool,,250000.00,

      """
    try Data(budget.utf8).write(to: URL(fileURLWithPath: folder.path + "/budget.csv"))
    let result = try plan(
      "bridge", folder, "--returns", council, "--fees", council + "/fees.csv", "--budget",
      folder.path + "/budget.csv", "--futures", "50", "--ledger", folder.path + "/postings.csv", "--json")
    #expect(result.code == 0, "\(result.err)")
    let steps = try #require(try json(result)["bridge"] as? [[String: Any]]).compactMap {
      $0["pence"] as? Int
    }
    #expect(steps.count == 7 && steps[0] == 51_000_000 && steps[1] == -36_000_000)
    #expect(steps.dropLast().reduce(0, +) == steps.last)
    #expect(steps[2..<6].contains { $0 != 0 })
  }

  @Test func `without a budget the bridge shows slippage and net at risk`() throws {
    let folder = try folder()
    let result = try plan("bridge", folder, "--ledger", folder.path + "/postings.csv")
    #expect(result.code == 0, "\(result.err)")
    let words = result.out.replacing("\n  ", with: " ")
    #expect(words.contains("approved £510,000 − achieved £150,000 + pressures £310,000 = £670,000"))
    #expect(result.out.contains("Full-year effect brought forward"))
  }

  @Test func `risks stand on their own scales before and now`() throws {
    let result = try plan("risks", try folder())
    #expect(result.code == 0, "\(result.err)")
    #expect(result.out.contains("4 × 3 = 12") && result.out.contains("B2 = 15"))
    #expect(result.out.contains("before mitigation") && result.out.contains(": now"))
    #expect(result.out.contains("Likelihood A-F by impact 1-4"))
  }

  @Test func `actions come overdue first, or by stream or owner`() throws {
    let folder = try folder()
    let due = try plan("actions", folder)
    #expect(due.code == 0 && due.out.contains("46 days"), "\(due.err)")
    let late = try #require(due.out.range(of: "A panel that")?.lowerBound)
    let done = try #require(due.out.range(of: "A family help")?.lowerBound)
    #expect(late < done)
    let owners = try plan("actions", folder, "--by", "owner")
    #expect(owners.out.contains("Owner: Head of fostering"))
  }

  @Test func `a page says status in words, and holds counts of few children back`() throws {
    let folder = try folder()
    let result = try plan(
      "status", folder, "--returns", ExamplePlan.council, "--futures", "20", "--html",
      folder.path + "/p.html", "--store", folder.path + "/s.sqlite")
    #expect(result.code == 0, "\(result.err)")
    let page = try String(contentsOfFile: folder.path + "/p.html", encoding: .utf8)
    #expect(page.contains("◆ Red: not on course"))
    // Four children came back into care in the year.
    #expect(page.contains("fewer than 6"))
  }

  private static let small = """
    name: Small
    streams:
      - {id: s, name: S}
    actions:
      - {id: a, name: A, stream: s, owner: O, due: 2025-09-01, progress: [{on: 2025-07-01, by: O, note: Only 3 children are left}]}
    targets:
      - {id: t1, name: Moves, stream: s, measure: placement_moves, unit: moves, baseline: {2025-04-01: 41}, trajectory: {2026-03-31: 2}, actuals: {2025-12-31: 33}}
      - {id: t2, name: Reentries, stream: s, measure: reentries, unit: children, baseline: {2025-04-01: 4}, trajectory: {2026-03-31: 22}, actuals: {2025-12-31: 33}}
      - {id: t3, name: New home, stream: s, measure: children in the new home, unit: children, baseline: {2025-04-01: 44}, trajectory: {2026-03-31: 22}, actuals: {2025-12-31: 3}}
    risks:
      - {id: r1, name: Carers do not come, current: 3 x 4, owner: O}
    savings:
      - {id: x, name: X, owner: Head of care, kind: cashable_recurring, basis: cumulative, years: {2025/26: "1,000"}}

    """

  @Test func `a page shows no count of one to five, whatever it counts and wherever it stands`() throws {
    let folder = try TemporaryFolder(["plan.yaml": Self.small])
    let result = try plan("status", folder, "--html", folder.path + "/p.html")
    #expect(result.code == 0 && result.out.contains("Only 3"), "\(result.err)")
    let page = try String(contentsOfFile: folder.path + "/p.html", encoding: .utf8)
    #expect(!page.contains("Only 3"))
    #expect(page.components(separatedBy: "fewer than 6").count == 4)
    for shown in ["2 by 2026-03-31", ">4<", "3 on 2025-12-31"] { #expect(!page.contains(">" + shown)) }
    #expect(page.contains("33 on 2025-12-31"))
  }

  @Test func `each part gives its own figures as CSV and JSON`() throws {
    let folder = try TemporaryFolder(["plan.yaml": Self.small])
    let risks = try json(try plan("risks", folder, "--json"))
    let first = try #require((risks["risks"] as? [[String: Any]])?.first)
    #expect((first["current"] as? [String: Any])?["rating"] as? Int == 12)
    #expect((risks["headline"] as? String)?.contains("1 scored") == true)
    let bridge = try json(try plan("bridge", folder, "--json", "--year", "2025/26"))
    #expect((bridge["mediumTerm"] as? [[String: Any]])?.first?["newSavingsPence"] as? Int == 100_000)
    let steps = try #require(bridge["bridge"] as? [[String: Any]])
    #expect(steps.count { $0["pence"] is NSNull } == 5 && steps[0]["pence"] as? Int == 100_000)
    let path = folder.path + "/f.csv"
    for (part, has, lacks) in [
      ("risks", "r1,risk,current_rating,12\n", ",bridge,"),
      ("bridge", "2025/26,medium term,new_savings,100000\n", "Price"),
      ("actions", "a,action,delivered,no\n", ",target,"), ("status", "x,saving,planned,100000\n", ",bridge,"),
    ] {
      let given = try plan(part, folder, "--csv", path)
      let csv = try String(contentsOfFile: path, encoding: .utf8)
      #expect(given.code == 0 && csv.contains(has) && !csv.contains(lacks), "\(part): \(csv)")
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test func `thresholds that make everything green are refused with their line; lax ones are said`() throws {
    let folder = try folder()
    for own in [
      "{green: 0 %, amber: 0 %, stale_after: 100}", "{green: 30 %, amber: 80 %}",
      "{green: 50 %, amber: 50 %}",
      "{stale_after: -5}",
    ] {
      let result = try plan("status", folder, yaml: "name: x\nthresholds: \(own)\n")
      #expect(result.code == 65 && result.err.contains("Line 2"), "\(own): \(result.err)")
    }
    let lax = try plan("status", folder, yaml: "name: x\nthresholds: {green: 60 %, amber: 30 %}\n")
    #expect(lax.code == 0 && lax.out.replacing("\n  ", with: " ").contains("laxer than usual"))
  }

  @Test func `postings that can't be so are refused or said`() throws {
    func postings(_ rows: String...) throws -> Program.Result {
      let file =
        "saving,financial_year,pounds,posted,journal,confirmed_by\n" + rows.joined(separator: "\n") + "\n"
      let folder = try TemporaryFolder(["plan.yaml": Self.small, "p.csv": file])
      return try plan("status", folder, "--ledger", folder.path + "/p.csv")
    }
    let good = "x,2025/26,500.00,2025-06-01,J5,Finance business partner"
    let twice = try postings(good, "x,2025/26,1.00,2025-06-01,J6,Finance", good)
    #expect(twice.code == 65 && twice.err.contains("line 4") && twice.err.contains("line 2"), "\(twice.err)")
    let wide = try postings("x,2025/26,500.00,2025-06-01,J5,Fostering, head of")
    #expect(wide.code == 65 && wide.err.contains("quotes"), "\(wide.err)")
    let odd = try postings(
      "x,2025/26,1000.00,1999-06-01,J5,Finance partner", "x,2025/26,1000.00,2025-06-01,J7,TBC",
      "x,2025/26,1000.00,2026-07-01,J8,Finance partner")
    let said = odd.out.replacing("\n  ", with: " ")
    #expect(odd.code == 0 && !said.contains("■ Blue"))
    for words in [
      "Line 2", "over a year before", "Line 3", "“TBC” is nobody", "Line 4", "after the day judged",
    ] {
      #expect(said.contains(words), "\(words)")
    }
  }

  @Test func `a plan without a start has its medium term from its first amount on`() throws {
    let folder = try TemporaryFolder(["plan.yaml": Self.small])
    let result = try Program.run(["plan", "bridge", folder.path + "/plan.yaml", "-q", "--on", "2031-06-15"])
    let row = result.out.split(separator: "\n").first { $0.contains("New savings") }
    #expect(row?.contains("£1,000") == true, "\(result.out)")
  }

  @Test func `help of converting shows how to convert, and nothing else`() throws {
    let help = try Program.run(["plan", "convert", "--help"]).out
    #expect(help.contains("plan convert plan.yaml plan.xlsx") && !help.contains("plan status"))
  }
}
