import Foundation
import Support
import Testing

/// The page of an outlook in a browser.
@Suite(.needsReference) struct OutlookPageTests {
  private static let charts = Project.folder + "/.homeward/charts/bin/python"

  @Test(.enabled(if: Browser.isThere, "needs chromium"))
  func `the page shows the fan and every table, without scripts`() throws {
    let folder = try TemporaryFolder()
    let made = try Program.run([
      "outlook", "Blackpool", "-q", "--reference", try Reference.path("data/england"), "--html",
      folder.path + "/o.html", "--chart-renderer", Self.charts,
    ])
    #expect(made.code == 0)
    let shown = try Program.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile", "--dump-dom",
        "file://\(folder.path)/o.html",
      ], program: Browser.path)
    #expect(shown.out.components(separatedBy: "<svg").count - 1 == 1)
    #expect(shown.out.components(separatedBy: "<table>").count - 1 == 5)
    let hasScript = shown.out.contains("<script")
    #expect(!hasScript)
  }
}
