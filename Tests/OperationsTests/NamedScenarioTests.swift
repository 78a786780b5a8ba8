import Foundation
import Support
import Testing

@testable import Operations

/// The scenarios that plans and cases name: from the command line anywhere, in the application among the council's.
struct NamedScenarioTests {
  @Test func `a named scenario doesn't lead out of the council's files`() throws {
    let folder = try TemporaryFolder(["plans/plan.yaml": "", "scenarios/a.yaml": "", "secret.yaml": ""])
    let inner = folder.path + "/plans"
    #expect(
      try ReadScenario.path("../scenarios/a.yaml", from: inner, within: folder.path)
        == inner + "/../scenarios/a.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/scenarios/link.yaml", withDestinationPath: "/etc/hostname")
    for name in [
      "/etc/hostname", "../../etc/hostname", "../..", "../../../../../../etc/hostname",
      folder.path + "/scenarios/a.yaml", "../scenarios/link.yaml",
    ] {
      #expect(throws: OperationError.self, "\(name)") {
        try ReadScenario.path(name, from: inner, within: folder.path)
      }
    }
    #expect(throws: OperationError.self) {
      try ReadScenario.path("../../secret.yaml", from: inner, within: inner + "/../scenarios")
    }
    #expect(try ReadScenario.path("/anywhere.yaml", from: inner, within: nil) == "/anywhere.yaml")
  }
}
