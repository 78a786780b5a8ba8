public import Files
import Foundation

/// Where the postcode directory's file is kept: where `HOMEWARD_POSTCODES` says, else in the user's data folder, else
/// in the folder `.homeward` of the checkout that the program was built in, as `./run` puts it there.
public enum DirectoryFile {
  /// The file's name.
  static let name = "postcodes.bin"

  /// Where a new directory is written.
  public static var own: String { DataFolder.path + "/" + name }

  /// The directory's file, if there is one.
  public static var path: String? {
    let environment = ProcessInfo.processInfo.environment
    if let stated = environment["HOMEWARD_POSTCODES"] { return stated.isEmpty ? nil : stated }
    return FileManager.default.fileExists(atPath: own) ? own : DataFolder.besideProgram(name)
  }

  /// The directory, if there is one.
  ///
  /// - Throws: `FilesError` where its file can't be read.
  public static func open() throws(FilesError) -> PostcodeDirectory? {
    guard let path else { return nil }
    return try PostcodeDirectory(at: path)
  }
}
