import Foundation

/// The folder where Homeward keeps what it holds for a person: `$XDG_DATA_HOME/homeward`, else
/// `~/.local/share/homeward`.
public enum DataFolder {
  /// Its path. It need not be there yet.
  public static var path: String {
    let stated = ProcessInfo.processInfo.environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (stated ?? NSHomeDirectory() + "/.local/share") + "/homeward"
  }

  /// A file in the folder `.homeward` of the checkout that the program was built in, where `./run` puts what it
  /// installs, or beside the program itself; nil where there is none.
  public static func besideProgram(_ name: String) -> String? {
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    var folder = program.deletingLastPathComponent()
    for _ in 0..<5 {
      let file = folder.appendingPathComponent(".homeward/" + name).path
      if FileManager.default.fileExists(atPath: file) { return file }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }
}
