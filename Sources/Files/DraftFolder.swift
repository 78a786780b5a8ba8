import Foundation

/// A folder for what is being made, for its owner's eyes only. It says which process made it, so that what one left that
/// was killed can be taken away.
public enum DraftFolder {
  /// Makes a new one in a folder, hidden there, and takes away those of processes that have gone.
  ///
  /// - Throws: `FilesError.unwritable`.
  public static func make(in folder: String, named name: String) throws(FilesError) -> String {
    removeStale(in: folder, named: name)
    var path = Array("\(folder)/\(name)-\(getuid())-\(getpid())-XXXXXX".utf8CString)
    guard mkdtemp(&path) != nil else { throw .unwritable(path: folder, reason: systemReason()) }
    return String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Takes away those that processes of this user left which are there no more. Another user's, and a link, are left.
  public static func removeStale(in folder: String, named name: String) {
    let start = "\(name)-\(getuid())-"
    for found in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard found.hasPrefix(start), let process = found.dropFirst(start.count).split(separator: "-").first,
        let number = Int32(process), number > 0, kill(number, 0) != 0, errno == ESRCH
      else { continue }
      let path = folder + "/" + found
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == getuid() else {
        continue
      }
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
