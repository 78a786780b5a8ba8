import Foundation

/// A file found in a folder or an archive, or held in memory, not yet read.
public struct FoundFile: Sendable {
  /// The path shown to the person: relative to the folder given, with an archive's name before its entry.
  public let name: String
  /// Size in bytes as stated by the folder or the archive (an archive's word is not trusted when reading).
  public let size: Int
  let place: Place

  init(name: String, size: Int, place: Place) {
    self.name = name
    self.size = size
    self.place = place
  }

  /// A file that is in memory already.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, size: bytes.count, place: .memory(bytes))
  }

  /// The archive it is an entry of; nil for a file on its own.
  public var archive: String? {
    if case .archive(let path, _) = place { path } else { nil }
  }

  enum Place: Sendable {
    case disk(String)
    case archive(path: String, entry: UInt64)
    case memory([UInt8])
  }

  /// Reads the file and hands its bytes to `body`, which must not keep them.
  ///
  /// - Throws: `FilesError` where it can't be read or is larger than `limit` bytes.
  public func withBytes<R>(limit: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) throws(FilesError) -> R {
    switch place {
    case .disk(let path):
      let mapping = try Mapping(path: path, name: name, limit: limit)
      return body(mapping.bytes)
    case .archive(let path, let entry):
      let bytes = try ZipArchive.read(entry: entry, of: path, name: name, limit: limit)
      return bytes.withUnsafeBufferPointer(body)
    case .memory(let bytes):
      guard bytes.count <= limit else { throw .tooLarge(path: name, bytes: bytes.count, limit: limit) }
      return bytes.withUnsafeBufferPointer(body)
    }
  }
}

/// A file mapped into memory for as long as this object lives.
private final class Mapping {
  let bytes: UnsafeBufferPointer<UInt8>
  private let base: UnsafeMutableRawPointer?
  private let length: Int

  init(path: String, name: String, limit: Int) throws(FilesError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .unreadable(path: name, reason: systemReason()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: name, reason: systemReason()) }
    length = Int(status.st_size)
    guard length <= limit else { throw .tooLarge(path: name, bytes: length, limit: limit) }
    guard length > 0 else {
      base = nil
      bytes = UnsafeBufferPointer(start: nil, count: 0)
      return
    }
    guard let mapped = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), mapped != MAP_FAILED else {
      throw .unreadable(path: name, reason: systemReason())
    }
    base = mapped
    bytes = UnsafeBufferPointer(start: mapped.assumingMemoryBound(to: UInt8.self), count: length)
  }

  deinit { if let base { munmap(base, length) } }
}

/// The system's reason for the last failure.
func systemReason() -> String { String(cString: strerror(errno)).lowercased() }
