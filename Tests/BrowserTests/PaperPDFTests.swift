import Foundation
import Support
import Testing

/// A paper as councils publish it: printed to PDF, read by `homeward plan read`.
struct PaperPDFTests {
  private static let paper = """
    <html><head><meta charset="utf-8"><title>Savings</title></head><body>
    <h1>Fewer children in homes: a savings plan</h1><p>Written 12 January 2027 for the cabinet.</p>
    <h2>Savings</h2>
    <table border="1"><tr><th>Proposal</th><th>2027/28 £</th><th>2028/29 £</th><th>2029/30 £</th></tr>
    <tr><td>Step down from residential homes</td><td>210,000</td><td>430,000</td><td>615,000</td></tr>
    <tr><td>Foster carers of our own</td><td>95,000</td><td>180,000</td><td>240,000</td></tr>
    <tr><td>Total</td><td>305,000</td><td>610,000</td><td>850,000</td></tr></table>
    <h2>Risks</h2>
    <table border="1"><tr><th>Risk</th><th>Likelihood</th><th>Impact</th><th>Mitigation</th><th>Owner</th></tr>
    <tr><td>Too few carers come forward</td><td>4</td><td>3</td><td>A campaign with two neighbours</td>
    <td>Fostering manager</td></tr></table></body></html>
    """

  @Test(.enabled(if: Browser.isThere && Program.isInstalled("pdftotext"), "needs chromium and pdftotext"))
  func `a paper printed to PDF gives its savings by year and its risks, each with its quote`() throws {
    let folder = try TemporaryFolder(["paper.html": Self.paper])
    let printed = try Program.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile",
        "--no-pdf-header-footer", "--print-to-pdf=\(folder.path)/paper.pdf",
        "file://\(folder.path)/paper.html",
      ], program: Browser.path)
    #expect(printed.code == 0)
    let plan = folder.path + "/plan.yaml"
    let read = try Program.run(["plan", "read", folder.path + "/paper.pdf", "--output", plan])
    #expect(read.code == 0 || read.code == 1, "\(read.err)")
    let yaml = try String(contentsOfFile: plan, encoding: .utf8)
    for words in [
      "Step down from residential homes", "Foster carers of our own", "Too few carers come forward",
      "2027/28: 210,000", "430,000", "615,000", "95,000", "180,000", "2029/30: 240,000", "inherent: 4 x 3",
    ] {
      #expect(yaml.contains(words), "no \(words) in\n\(yaml)")
    }
    // The paper's total of 2029/30 is short by 5,000.
    #expect(read.out.contains("“Total 2029/30” is stated as £850,000, and its parts come to £855,000"))
  }
}
