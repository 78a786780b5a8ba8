import Foundation
import Support
import Testing

/// Ctrl-C while futures are simulated.
struct InterruptTests {
  private static let council = Project.folder + "/Examples/council"

  @Test(arguments: ["forecast", "compare"])
  func `Ctrl-C while simulating ends with 130, says that nothing was written, and nothing is`(
    _ command: String
  )
    throws
  {
    let folder = try TemporaryFolder(["out/kept.txt": "kept", "err": ""])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments =
      [
        command, Self.council, "--futures", "30000", "--html", folder.path + "/out/r.html", "--csv",
        folder.path + "/out/f.csv",
      ]
      + (command == "compare"
        ? ["--scenario", Project.folder + "/Examples/scenarios/more-carers-and-price.yaml"] : [])
    let err = folder.path + "/err"
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
    try process.run()
    defer { if process.isRunning { process.terminate() } }
    let end = Date().addingTimeInterval(60)
    while try !String(contentsOfFile: err, encoding: .utf8).contains("Simulat"), Date() < end {
      Thread.sleep(forTimeInterval: 0.05)
    }
    // Heeded from the first report of progress on.
    Thread.sleep(forTimeInterval: 0.5)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130 && process.terminationReason == .exit)
    #expect(try String(contentsOfFile: err, encoding: .utf8).contains("Stopped: nothing was written."))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out") == ["kept.txt"])
  }
}
