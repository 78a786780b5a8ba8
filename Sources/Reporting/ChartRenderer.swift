import Foundation

/// Draws charts as SVG through one run of the committed script `render_charts.py`, in an interpreter of its own.
public struct ChartRenderer: Sendable {
  /// Why there are no pictures.
  public enum Failure: Error, Equatable, CustomStringConvertible {
    /// No interpreter was named.
    case notSet
    /// The interpreter could not be started.
    case notStarted(String)
    /// It took longer than allowed and was stopped.
    case tooSlow(seconds: Int)
    /// It ended without drawing every chart.
    case failed(String)

    /// A sentence for the report: why, and what to do.
    public var description: String {
      switch self {
      case .notSet:
        "The charts were not drawn: no chart renderer is set. ./run installs one; or name a Python that has vl-convert-python with --chart-renderer or HOMEWARD_CHARTS. The tables hold every figure."
      case .notStarted(let interpreter):
        "The charts were not drawn: \(interpreter) could not be started. The tables hold every figure."
      case .tooSlow(let seconds):
        "The charts were not drawn: the chart renderer took longer than \(seconds) seconds and was stopped. The tables hold every figure."
      case .failed(let reason):
        "The charts were not drawn: the chart renderer failed (\(reason)). The tables hold every figure."
      }
    }
  }

  /// Path of the interpreter; nil where none is set.
  public let interpreter: String?
  /// How long it may take.
  public let seconds: Int

  /// A renderer run by an interpreter, allowed some seconds.
  public init(interpreter: String?, seconds: Int = 30) {
    self.interpreter = interpreter
    self.seconds = seconds
  }

  /// The charts as SVG, by chart name.
  public func draw(_ charts: [Chart]) -> Result<[String: String], Failure> {
    guard let interpreter, !interpreter.isEmpty else { return .failure(.notSet) }
    do {
      return try run(interpreter, charts)
    } catch {
      return .failure(.notStarted(interpreter))
    }
  }

  private struct Request: Encodable {
    let id: String
    let spec: JSONValue
  }

  private struct Answer: Decodable {
    let id: String
    let svg: String?
    let error: String?
  }

  /// Specifications and pictures go through files, so that neither side ever waits for the other's pipe.
  private func run(_ interpreter: String, _ charts: [Chart]) throws -> Result<[String: String], Failure> {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "homeward-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("specs")
    let output = folder.appendingPathComponent("pictures")
    let lines = try charts.map { try JSONEncoder().encode(Request(id: $0.id, spec: $0.spec)) }
    try Data(lines.joined(separator: [0x0A])).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ChartRenderer.found(interpreter))
    process.arguments = ["-I", "-c", String(decoding: PackageResources.render_charts_py, as: UTF8.self)]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    let end = Date().addingTimeInterval(TimeInterval(seconds))
    while process.isRunning, Date() < end { usleep(20_000) }
    guard !process.isRunning else {
      process.terminate()
      kill(process.processIdentifier, SIGKILL)
      return .failure(.tooSlow(seconds: seconds))
    }
    return try pictures(charts, Data(contentsOf: output), process.terminationStatus)
  }

  /// An interpreter named without a folder is looked for where commands are.
  private static func found(_ interpreter: String) -> String {
    guard !interpreter.contains("/") else { return interpreter }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let places = folders.map { "\($0)/\(interpreter)" }
    return places.first(where: FileManager.default.isExecutableFile(atPath:)) ?? interpreter
  }

  private func pictures(_ charts: [Chart], _ output: Data, _ status: Int32) throws -> Result<
    [String: String], Failure
  > {
    var drawn: [String: String] = [:]
    for line in output.split(separator: 0x0A) {
      guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(line)) else { continue }
      if let error = answer.error { return .failure(.failed(error)) }
      drawn[answer.id] = answer.svg
    }
    guard charts.allSatisfy({ drawn[$0.id] != nil }) else {
      return .failure(.failed("it ended with status \(status) before drawing them all"))
    }
    return .success(drawn)
  }
}
