import Foundation
import Support
import Testing

@Suite struct FeesCommandTests {
  private static let council = Project.folder + "/Examples/council"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func fees(_ ledger: String, _ more: [String] = []) throws -> Program.Result {
    try Program.run(
      [
        "fees", ledger, "--returns", FeesCommandTests.council, "-q", "--prices",
        FeesCommandTests.council + "/prices.csv",
      ] + more)
  }

  /// The example's ledger with some lines changed.
  private func changed(_ change: (inout [String]) -> Void) throws -> String {
    var lines = try String(contentsOfFile: FeesCommandTests.council + "/fees.csv", encoding: .utf8)
      .split(separator: "\n").map(String.init)
    change(&lines)
    return try folder.write("fees.csv", Data(lines.joined(separator: "\n").utf8))
  }

  @Test func `the example's ledger ties to its returns`() throws {
    let result = try fees(FeesCommandTests.council + "/fees.csv", ["--json"])
    #expect(result.code == 0)
    let document = try #require(JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    let rows = try #require(document["rows"] as? [String: Int])
    #expect(rows["read"] == rows["used"] && rows["setAside"] == 0)
    let matched = try #require(document["matched"] as? [String: Int])
    #expect(document["fees"] as? [String: Int] == matched)
    let differences = try #require(document["differences"] as? [String: [String: Int]])
    for (kind, figures) in differences where kind != "nights without a fee" {
      #expect(figures["findings"] == 0, "\(kind)")
    }
  }

  @Test func `planted faults are found with pounds, and no child is named but in the findings`() throws {
    var child = ""
    let path = try changed { lines in
      var cells = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      child = cells[1]
      cells[12] = "£\(cells[12]) per month"
      cells[2] = "Placement"
      cells[1] = "999999"
      lines.append(cells.joined(separator: ","))
      cells[12] = "-5"
      lines.append(cells.joined(separator: ","))
      lines.append(lines[1])
    }
    let findings = folder.path + "/findings.csv"
    let page = folder.path + "/fees.html"
    let result = try fees(path, ["--findings", findings, "--html", page])
    #expect(result.code == 0)
    #expect(
      result.out.contains("Fee for a child not in the returns") && result.out.contains("Overlapping fees"))
    #expect(result.out.contains("Negative fee") && result.out.contains("M48"))
    #expect(result.out.contains("per month"))
    #expect(!result.out.contains(child) && !result.out.contains("999999"))
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("few") && !html.contains("999999"))
    let rows = try String(contentsOfFile: findings, encoding: .utf8)
    #expect(rows.contains("999999") && rows.contains("overlapping fees"))
  }

  @Test func `a workbook of findings, a mapping and a forecast with fees are made`() throws {
    let ledger = FeesCommandTests.council + "/fees.csv"
    let book = folder.path + "/findings.xlsx"
    #expect(try fees(ledger, ["--findings", book]).code == 0)
    #expect(FileManager.default.fileExists(atPath: book))
    let map = try Program.run(["fees", "map", ledger])
    #expect(map.code == 0 && map.out.contains("fee: \"WEEKLY_FEE\""))
    let mapping = try folder.write("map.yaml", Data(map.out.utf8))
    #expect(try fees(ledger, ["--mapping", mapping]).out == fees(ledger).out)
    let forecast = try Program.run([
      "forecast", FeesCommandTests.council, "--fees", ledger, "-q", "--json", "--futures", "20",
      "--no-backtest",
    ])
    let document = try #require(JSONSerialization.jsonObject(with: Data(forecast.out.utf8)) as? [String: Any])
    let byDefault = try #require(document["pricedByDefault"] as? [String: Int])
    #expect(byDefault["of"] == 410 && (0..<20).contains(byDefault["children"] ?? -1))
  }

  @Test func `a mapping kept in the store is used until another is given`() throws {
    let ledger = try folder.write(
      "odd.csv", Data("Who,Since,Sum\n123456,01/04/2025,3650.00\n".utf8))
    let store = folder.path + "/council.sqlite"
    let mapping = try folder.write(
      "map.yaml", Data("per: month\ncolumns: {child: Who, from: Since, fee: Sum}\n".utf8))
    #expect(try fees(ledger, ["--store", store]).code == 65)
    #expect(
      try Program.run(["fees", "map", ledger, "--mapping", mapping, "--save", "--store", store]).code == 0)
    let kept = try fees(ledger, ["--store", store])
    #expect(kept.code == 0 && kept.out.contains("mapping kept in the store"))
    #expect(kept.out.contains("1 fees are per month"))
  }

  @Test func `the example's budget and general ledger stand beside an outturn`() throws {
    let council = FeesCommandTests.council
    let result = try Program.run([
      "outturn", council, "--fees", council + "/fees.csv", "--prices", council + "/prices.csv", "--budget",
      council + "/budget.csv", "--posted", council + "/actuals.csv", "--year", "2025/26", "--futures", "5",
      "-q",
    ])
    #expect(result.code == 0, "\(result.err)")
  }

  @Test func `what can't be read says what to do`() throws {
    let bad = try folder.write("bad.csv", Data("a,b\n1,2\n".utf8))
    let noHeadings = try fees(bad)
    #expect(noHeadings.code == 65 && noHeadings.err.contains("homeward fees map"))
    let missing = try fees(folder.path + "/none.xlsx")
    #expect(missing.code == 66 && missing.err.contains("none.xlsx"))
    let mapping = try folder.write("map.yaml", Data("columns:\n  fie: x\n".utf8))
    let wrong = try fees(bad, ["--mapping", mapping])
    #expect(wrong.code == 65 && wrong.err.contains("line 2"))
    let flow = try Program.run([
      "forecast", FeesCommandTests.council, "--fees", bad, "--method", "stock-flow", "-q",
    ])
    #expect(flow.code == 64)
  }
}
