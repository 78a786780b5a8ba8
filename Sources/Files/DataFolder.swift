import Foundation

/// The folder where Homeward keeps what it holds for a person: `$XDG_DATA_HOME/homeward`, else
/// `~/.local/share/homeward`.
public enum DataFolder {
  /// Its path. It need not be there yet.
  public static var path: String {
    let stated = ProcessInfo.processInfo.environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (stated ?? NSHomeDirectory() + "/.local/share") + "/homeward"
  }
}
