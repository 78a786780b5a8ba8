import Foundation
import Support
import Testing

/// The page of a business case in a browser.
struct CasePageTests {
  private static let charts = Project.folder + "/.homeward/charts/bin/python"

  @Test(.enabled(if: Browser.isThere, "needs chromium"))
  func `the page of a case shows three charts, each with its table, without scripts`() throws {
    let folder = try TemporaryFolder()
    let page = folder.path + "/p.html"
    let made = try Program.run([
      "appraise", Project.folder + "/Examples/cases/own-childrens-home.yaml", "--html", page,
      "--chart-renderer",
      Self.charts,
    ])
    #expect(made.code == 0, "\(made.err)")
    let shown = try Program.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile", "--dump-dom",
        "file://\(page)",
      ], program: Browser.path
    ).out
    func count(_ text: String) -> Int { shown.components(separatedBy: text).count - 1 }
    #expect(count("<svg") == 3 && count("<table>") == 6 && count("<script") == 0)
    #expect(count("The figures behind the chart") == 2)
    for place in ["economic", "figures"] { #expect(shown.contains("id=\"\(place)\"")) }
  }
}
