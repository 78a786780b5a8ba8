import Foundation
import Support
import Testing

/// `homeward outturn` and `homeward unit-costs`, as a finance partner runs them on the example council.
struct OutturnCommandTests {
  private static let council = Project.folder + "/Examples/council"

  private func outturn(_ folder: TemporaryFolder, _ arguments: String...) throws -> Program.Result {
    try Program.run(
      [
        "outturn", Self.council, "--fees", Self.council + "/fees.csv", "--prices",
        Self.council + "/prices.csv",
        "-q", "--store", folder.path + "/s.sqlite", "--council", "Wrenfield",
      ] + arguments)
  }

  private func json(_ result: Program.Result) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
  }

  private static let budget = """
    cost_centre,subjective,name,category,pounds,nights
    C1,4101,Agency fostering,agency_foster,7000000.00,45000
    C2,4201,Homes,external_home,19500000.00,18000
    C9,5000,Transport pool,,250000.00,
    """

  @Test func `the lines add to the outturn, and the outturn stands between its range's ends`() throws {
    let folder = try TemporaryFolder(["budget.csv": Self.budget])
    let result = try outturn(
      folder, "--as-of", "2025-09-30", "--budget", folder.path + "/budget.csv", "--json")
    #expect(result.code == 0 && result.err.isEmpty, "\(result.err)")
    let document = try json(result)
    let lines = try #require(document["lines"] as? [[String: Any]])
    let total = try #require(document["outturnPence"] as? Int)
    #expect(lines.reduce(0) { $0 + ($1["outturn"] as? Int ?? 0) } == total)
    for line in lines {
      let parts = ["to_date", "committed", "leavers_and_moves", "new_starts", "adjustments"]
      #expect(parts.reduce(0) { $0 + (line[$1] as? Int ?? 0) } == line["outturn"] as? Int)
    }
    let range = try #require(document["quantilesPence"] as? [String: Int])
    #expect(try #require(range["p10"]) < total && total < (try #require(range["p90"])))
    #expect(document["budgetPence"] as? Int == 2_675_000_000)
    let homes = try #require(lines.first { $0["name"] as? String == "Homes" })
    #expect(homes["costCentre"] as? String == "C2" && (homes["over"] as? Int ?? 0) > 0)
    let pool = try #require(lines.first { $0["name"] as? String == "Transport pool" })
    #expect(pool["outturn"] as? Int == 25_000_000)
  }

  @Test func `the same seed gives the same outturn on one thread and on two`() throws {
    let folder = try TemporaryFolder()
    let one = try outturn(folder, "--as-of", "2025-12-31", "--futures", "100", "--json", "--threads", "1")
    let two = try outturn(folder, "--as-of", "2025-12-31", "--futures", "100", "--json", "--threads", "2")
    #expect(one.out == two.out && one.code == 0)
  }

  @Test func `a closed month is locked, opened only with a reason, and next month's movement starts from it`()
    throws
  {
    let folder = try TemporaryFolder()
    let august = ["--as-of", "2025-08-31", "--futures", "100"]
    func run(_ arguments: [String]) throws -> Program.Result {
      try Program.run(
        [
          "outturn", Self.council, "--fees", Self.council + "/fees.csv", "-q", "--store",
          folder.path + "/s.sqlite", "--council", "Wrenfield",
        ] + arguments)
    }
    #expect(try run(august + ["--close", "Finance partner"]).code == 0)
    let again = try run(august + ["--close", "Finance partner"])
    #expect(again.code == 64 && again.err.contains("closed already, and locked"))
    let next = try run(["--as-of", "2025-09-30", "--futures", "100", "--json"])
    let movement = try #require(try json(next)["movement"] as? [String: Int])
    let before = try #require(try json(try run(august + ["--json"]))["outturnPence"] as? Int)
    let after = try #require(try json(next)["outturnPence"] as? Int)
    #expect(movement.values.reduce(0, +) == after - before)
    #expect(try run(august + ["--reopen", "Finance partner"]).code == 64)
    #expect(try run(august + ["--reopen", "Finance partner", "--why", "Late invoices"]).code == 0)
    #expect(try run(august + ["--close", "Finance partner"]).code == 0)
    let words = try run(["--as-of", "2025-09-30", "--futures", "100"]).out.split(
      whereSeparator: \.isWhitespace
    )
    .joined(separator: " ")
    #expect(words.contains("September 2025 was then expected to cost"))
    #expect(words.contains("opened again by Finance partner at") && words.contains(": Late invoices."))
  }

  @Test func `a forecast from every month's end is held against the year`() throws {
    let folder = try TemporaryFolder()
    let result = try outturn(folder, "--year", "2025/26", "--scores", "--futures", "200")
    #expect(result.code == 0)
    let rows = result.out.components(separatedBy: "How forecasts made earlier did")[1]
      .components(separatedBy: "How it was made")[0].split(separator: "\n").filter {
        $0.contains("£") && $0.contains("%")
      }
    #expect(rows.count == 11)
    let early = try outturn(folder, "--as-of", "2025-09-30", "--scores")
    #expect(early.code == 64 && early.err.contains("whole year"))
  }

  @Test func `the page tells of no few children and no child, the spreadsheet is the owner's`() throws {
    let folder = try TemporaryFolder()
    let (page, book) = (folder.path + "/o.html", folder.path + "/o.xlsx")
    let result = try outturn(
      folder, "--year", "2025/26", "--since", "2026-02-28", "--posted", Self.council + "/actuals.csv",
      "--html",
      page, "--xlsx", book)
    #expect(result.code == 0 && result.out.contains("Secure children's home"))
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("Outturn 2025/26") && html.contains("Lines of few children, together"))
    // Neither by name nor by code, in no table.
    #expect(html.contains("Accruals at 31 March 2026") && result.out.contains("Secure children's home"))
    #expect(!html.contains("Secure"))
    let ledger = try String(contentsOfFile: Self.council + "/fees.csv", encoding: .utf8)
    let ids = Set(ledger.split(separator: "\n").dropFirst().prefix(200).map { $0.split(separator: ",")[1] })
    #expect(ids.allSatisfy { !html.contains($0) && !result.out.contains($0) })
    let mode = try FileManager.default.attributesOfItem(atPath: book)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test(arguments: [
    (["--year", "2019/20"], "can't be told"),
    (["--since", "2026-01-01", "--as-of", "2025-09-30"], "--since"),
    (["--budget", "nowhere.csv"], "nowhere.csv"),
  ])
  func `what can't be is said, with what to write`(arguments: [String], words: String) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      [
        "outturn", Self.council, "--fees", Self.council + "/fees.csv", "-q", "--store",
        folder.path + "/s.sqlite",
      ] + arguments)
    #expect(result.code != 0 && result.err.contains(words), "\(result.err)")
  }

  @Test func `unit costs add to the ledger's pounds and stand beside published ones`() throws {
    let result = try Program.run([
      "unit-costs", Self.council, "--fees", Self.council + "/fees.csv", "-q", "--json",
    ])
    #expect(result.code == 0)
    let document = try json(result)
    let kinds = try #require(document["categories"] as? [[String: Any]])
    let providers = try #require(document["providers"] as? [[String: Any]])
    let all = try #require(document["all"] as? [String: Any])
    for key in ["grossPence", "nights"] {
      #expect(kinds.reduce(0) { $0 + ($1[key] as? Int ?? 0) } == all[key] as? Int)
      #expect(providers.reduce(0) { $0 + ($1[key] as? Int ?? 0) } == all[key] as? Int)
    }
  }

  @Test(.needsReference) func `published unit costs of an authority stand beside`() throws {
    let folder = try TemporaryFolder()
    let store = folder.path + "/s.sqlite"
    let england = try Reference.path("data/england")
    #expect(try Program.run(["reference", "add", england, "--store", store, "-q"]).code == 0)
    let result = try Program.run([
      "unit-costs", Self.council, "--fees", Self.council + "/fees.csv", "-q", "--store", store, "--beside",
      "Blackpool",
    ])
    #expect(result.code == 0 && result.out.contains("£6,390") && result.out.contains("£7,385"))
  }

  @Test func `the example's budget, ledger and contracts tie with its fees`() throws {
    let folder = try TemporaryFolder()
    let result = try outturn(
      folder, "--as-of", "2025-12-31", "--budget", Self.council + "/budget.csv", "--posted",
      Self.council + "/actuals.csv", "--contracts", Self.council + "/contracts.csv", "--csv",
      folder.path + "/o.csv")
    #expect(result.code == 0 && result.err.contains("Wrote"), "\(result.err)")
    for words in ["Accruals at 31 December 2025", "Joint funding billed", "Contracts", "HOM-B1"] {
      #expect(result.out.contains(words), "\(words)")
    }
    let csv = try String(contentsOfFile: folder.path + "/o.csv", encoding: .utf8).split(separator: "\n")
    let accrued = csv.filter { $0.hasPrefix("accruals,") }.compactMap {
      Int($0.split(separator: ",").last ?? "")
    }
    let toDate = csv.filter { $0.contains(",to_date,") }.compactMap {
      Int($0.split(separator: ",").last ?? "")
    }
    // What is left to accrue is a small part of what was slept.
    #expect(accrued.count == 13 && abs(accrued.reduce(0, +)) * 50 < toDate.reduce(0, +))
  }
}
