import Foundation
import Support
import Testing

/// The whole application in a real browser, as somebody without a mouse uses it.
struct ApplicationTourTests {
  private static let python = Project.folder + "/.homeward/browser/bin/python"
  private static let assets = Project.folder + "/.homeward/assets"

  private static var canRun: Bool {
    Browser.isThere && FileManager.default.isExecutableFile(atPath: python)
      && FileManager.default.fileExists(atPath: assets + "/vega.js")
  }

  @Test(.enabled(if: canRun, "needs chromium, playwright and the application's assets"))
  func `the keyboard alone goes from the first sign-in to signing out, and axe finds nothing on any page`()
    throws
  {
    let folder = try TemporaryFolder()
    let tour = try Program.run(
      [
        Project.folder + "/Tests/BrowserTests/Tour/tour.py", Program.path,
        Project.folder + "/Examples/council",
        Self.assets, folder.path,
      ], program: Self.python)
    #expect(tour.code == 0, "\(tour.out)\(tour.err)")
    #expect(tour.out.contains(" 0 things wrong"))
  }
}
