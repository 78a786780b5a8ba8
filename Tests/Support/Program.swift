import Foundation

/// The built program, run as its user runs it.
public struct Program: Sendable {
  /// What a run gave.
  public struct Result: Sendable {
    /// Exit code.
    public let code: Int32
    /// What it printed.
    public let out: String
    /// What it said beside that.
    public let err: String
  }

  /// Path of the binary: beside the test bundle, or what `HOMEWARD_BINARY` names.
  public static let path: String = {
    if let named = ProcessInfo.processInfo.environment["HOMEWARD_BINARY"] { return named }
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = bundle.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("homeward").path
      if FileManager.default.isExecutableFile(atPath: candidate), !isFolder(candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return Project.folder + "/.build/debug/homeward"
  }()

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Runs a program to its end, with a data folder of its own. Its output goes through files, so that a long one cannot
  /// block it; `output` names another place for it.
  public static func run(
    _ arguments: [String], program: String = path, environment: [String: String] = [:], output: String? = nil
  ) throws -> Result {
    let folder = try TemporaryFolder()
    let out = folder.path + "/out"
    let err = folder.path + "/err"
    for file in [out, err] { try Data().write(to: URL(fileURLWithPath: file)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    var inherited = ProcessInfo.processInfo.environment
    // Stated to be none, so that the one which ./run installs is not taken.
    inherited["HOMEWARD_CHARTS"] = ""
    inherited["XDG_DATA_HOME"] = folder.path
    process.environment = inherited.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output ?? out))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, out: try String(contentsOfFile: out, encoding: .utf8),
      err: try String(contentsOfFile: err, encoding: .utf8))
  }
}

extension Program {
  /// Whether a program of this name is on the path.
  public static func isInstalled(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }
}
