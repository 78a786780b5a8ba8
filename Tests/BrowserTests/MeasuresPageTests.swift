import Foundation
import Support
import Testing

/// The page of measures in a browser.
struct MeasuresPageTests {
  private static let charts = Project.folder + "/.homeward/charts/bin/python"

  @Test(.enabled(if: Browser.isThere, "needs chromium"))
  func `the page shows both charts and every table, without scripts`() throws {
    let folder = try TemporaryFolder()
    let made = try Program.run([
      "measures", Project.folder + "/Examples/council", "-q", "--html", folder.path + "/m.html",
      "--chart-renderer",
      Self.charts,
    ])
    #expect(made.code == 0)
    let shown = try Program.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile", "--dump-dom",
        "file://\(folder.path)/m.html",
      ], program: Browser.path)
    #expect(shown.out.components(separatedBy: "<svg").count - 1 == 2)
    #expect(shown.out.components(separatedBy: "<table>").count - 1 == 16)
    let hasScript = shown.out.contains("<script")
    #expect(!hasScript)
  }
}
