public import Foundation

extension OutputFile {
  /// Writes a file part by part for its owner's eyes only. It appears once it is whole, on the disk and `check` found its
  /// draft right; it never takes another file's place.
  ///
  /// - Throws: `FilesError.unwritable`, or what `body` and `check` throw.
  public static func streamNew(
    to path: String, _ body: (_ write: (Data) throws -> Void) throws -> Void,
    check: (_ draft: String) throws -> Void
  ) throws {
    guard !isThere(path) else { throw taken(path) }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw FilesError.unwritable(path: path, reason: "its folder can't be made")
    }
    var name = Array((folder.path + "/.homeward-XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw FilesError.unwritable(path: path, reason: systemReason()) }
    let draft = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(draft) }
    do {
      defer { close(descriptor) }
      try body { part in
        guard append(part, to: descriptor) else {
          throw FilesError.unwritable(path: path, reason: systemReason())
        }
      }
      guard fsync(descriptor) == 0 else {
        throw FilesError.unwritable(path: path, reason: systemReason())
      }
    }
    try check(draft)
    try place(draft, at: path)
  }

  /// Gives a draft its name, unless a file of that name is there.
  ///
  /// - Throws: `FilesError.unwritable`.
  public static func place(_ draft: String, at path: String) throws(FilesError) {
    if link(draft, path) == 0 {
      unlink(draft)
      return
    }
    guard errno != EEXIST, !isThere(path) else { throw taken(path) }
    // Where the disk knows no second name for a file, as on a memory stick.
    guard rename(draft, path) == 0 else { throw .unwritable(path: path, reason: systemReason()) }
  }

  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func taken(_ path: String) -> FilesError {
    .unwritable(path: path, reason: "a file of that name is there already; name another")
  }
}
