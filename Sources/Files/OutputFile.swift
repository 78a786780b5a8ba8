public import Foundation

/// Writing results: a file is written whole under another name and then renamed, so that there is never half of one.
public enum OutputFile {
  /// Writes a file, making its folder if need be; a private one is for its owner's eyes only.
  ///
  /// - Throws: `FilesError.unwritable`.
  public static func write(_ data: Data, to path: String, isPrivate: Bool = false) throws(FilesError) {
    try replace(path, isPrivate: isPrivate) { try data.write(to: $0, options: .atomic) }
  }

  /// Writes bytes, without a copy of them.
  ///
  /// - Throws: `FilesError.unwritable`.
  public static func write(_ bytes: [UInt8], to path: String, isPrivate: Bool = false) throws(FilesError) {
    try replace(path, isPrivate: isPrivate) { url in
      try bytes.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return try Data().write(to: url, options: .atomic) }
        let data = Data(
          bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: bytes.count, deallocator: .none)
        try data.write(to: url, options: .atomic)
      }
    }
  }

  /// Writes text as UTF-8.
  ///
  /// - Throws: `FilesError.unwritable`.
  public static func write(_ text: String, to path: String, isPrivate: Bool = false) throws(FilesError) {
    try write(Data(text.utf8), to: path, isPrivate: isPrivate)
  }

  private static func replace(
    _ path: String, isPrivate: Bool, _ write: (URL) throws -> Void
  ) throws(FilesError) {
    do {
      let url = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try write(url)
      if isPrivate {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      }
    } catch {
      throw .unwritable(path: path, reason: systemReason())
    }
  }
}
