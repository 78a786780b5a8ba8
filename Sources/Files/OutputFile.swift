public import Foundation

/// Writing results: a file is written whole under another name and then renamed, so that there is never half of one.
public enum OutputFile {
  /// Writes a file, making its folder if need be; a private one is for its owner's eyes only.
  ///
  /// - Throws: `FilesError.unwritable`.
  public static func write(_ data: Data, to path: String, isPrivate: Bool = false) throws(FilesError) {
    let url = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      if !isPrivate { return try data.write(to: url, options: .atomic) }
    } catch {
      throw .unwritable(path: path, reason: systemReason())
    }
    try writePrivately(data, to: url, path)
  }

  /// Writes a file part by part, so that it is never in memory as a whole; it appears when it is complete.
  ///
  /// - Throws: `FilesError.unwritable`, or what `body` throws.
  public static func stream(
    to path: String, _ body: (_ write: ([UInt8]) throws(FilesError) -> Void) throws(FilesError) -> Void
  ) throws(FilesError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path: path, reason: systemReason())
    }
    let draft = folder.path + "/.homeward-" + UUID().uuidString
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: systemReason()) }
    do {
      defer { close(descriptor) }
      try body { part throws(FilesError) in
        guard append(Data(part), to: descriptor) else {
          throw FilesError.unwritable(path: path, reason: systemReason())
        }
      }
    } catch {
      unlink(draft)
      throw error
    }
    guard rename(draft, path) == 0 else {
      let reason = systemReason()
      unlink(draft)
      throw .unwritable(path: path, reason: reason)
    }
  }

  static func append(_ data: Data, to descriptor: Int32) -> Bool {
    data.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = Foundation.write(
          descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  /// Writes a file that at no time anyone but its owner may read: its draft is made so before it holds a byte.
  private static func writePrivately(_ data: Data, to url: URL, _ path: String) throws(FilesError) {
    // A name of its own, since the file's with more behind it could be too long; hidden, so that no reading takes it.
    var draft = Array((url.deletingLastPathComponent().path + "/.homeward-XXXXXX").utf8CString)
    let descriptor = mkstemp(&draft)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: systemReason()) }
    let isWritten = fill(descriptor, with: data)
    // The first failure is the reason: closing and removing may set another.
    let failure = errno
    close(descriptor)
    if isWritten, rename(draft, path) == 0 { return }
    let reason = isWritten ? systemReason() : String(cString: strerror(failure)).lowercased()
    unlink(draft)
    throw .unwritable(path: path, reason: reason)
  }

  private static func fill(_ descriptor: Int32, with data: Data) -> Bool {
    data.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = pwrite(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done, off_t(done))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  /// Writes text as UTF-8.
  ///
  /// - Throws: `FilesError.unwritable`.
  public static func write(_ text: String, to path: String, isPrivate: Bool = false) throws(FilesError) {
    try write(Data(text.utf8), to: path, isPrivate: isPrivate)
  }

  /// Writes bytes.
  ///
  /// - Throws: `FilesError.unwritable`.
  public static func write(_ bytes: [UInt8], to path: String, isPrivate: Bool = false) throws(FilesError) {
    try write(Data(bytes), to: path, isPrivate: isPrivate)
  }
}
