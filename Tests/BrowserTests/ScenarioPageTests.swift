import Foundation
import Support
import Testing

/// The pages of a comparison and of a forecast in a browser.
struct ScenarioPageTests {
  private static let charts = Project.folder + "/.homeward/charts/bin/python"
  private static let council = Project.folder + "/Examples/council"

  private func shown(_ arguments: [String]) throws -> String {
    let folder = try TemporaryFolder()
    let page = folder.path + "/p.html"
    let made = try Program.run(
      arguments + ["-q", "--futures", "40", "--html", page, "--chart-renderer", Self.charts])
    #expect(made.code == 0, "\(made.err)")
    return try Program.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile", "--dump-dom",
        "file://\(page)",
      ], program: Browser.path
    ).out
  }

  private func count(_ text: String, in page: String) -> Int { page.components(separatedBy: text).count - 1 }

  @Test(.enabled(if: Browser.isThere, "needs chromium"))
  func `the page of a comparison shows two charts, three tables and every initiative, without scripts`()
    throws
  {
    let page = try shown([
      "compare", Self.council, "--scenario",
      Project.folder + "/Examples/scenarios/early-help-and-step-down.yaml",
    ])
    #expect(count("<svg", in: page) == 2 && count("<table>", in: page) == 3)
    #expect(count("<h3>", in: page) == 2 && count("<script", in: page) == 0)
  }

  @Test(.enabled(if: Browser.isThere, "needs chromium"))
  func `the page of a forecast says how such forecasts did in the past`() throws {
    let page = try shown(["forecast", Self.council])
    #expect(page.contains("<h2>How such forecasts did in the past</h2>"))
    #expect(page.contains("Children in care: off by</caption>"))
  }
}
