import Foundation
import Support
import Testing

/// The page of an explained forecast in a browser.
struct ExplainPageTests {
  private static let charts = Project.folder + "/.homeward/charts/bin/python"
  private static let areThere =
    Browser.isThere && FileManager.default.isExecutableFile(atPath: charts)

  @Test(.enabled(if: areThere, "needs chromium and the charts' Python"))
  func `the page shows three charts and their tables, without scripts`() throws {
    let folder = try TemporaryFolder()
    let council = Project.folder + "/Examples/council"
    let made = try Program.run([
      "explain", council, "-q", "--futures", "50", "--html", folder.path + "/e.html", "--chart-renderer",
      Self.charts,
    ])
    #expect(made.code == 0)
    let shown = try Program.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile", "--dump-dom",
        "file://\(folder.path)/e.html",
      ], program: Browser.path)
    #expect(shown.out.components(separatedBy: "<svg").count - 1 == 3)
    #expect(shown.out.components(separatedBy: "<table>").count - 1 == 3)
    let hasScript = shown.out.contains("<script")
    #expect(!hasScript)
  }
}
