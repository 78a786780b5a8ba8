import CLibzip
import Foundation

/// Reading zip archives with libzip. Bytes are counted as they are inflated: an archive's own sizes are claims.
enum ZipArchive {
  struct Entry {
    let index: UInt64
    let name: String
    let size: Int
  }

  /// Whether a file begins as a zip archive does.
  static func isArchive(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    let start = (try? file.read(upToCount: 4)) ?? Data()
    return start == Data([0x50, 0x4B, 0x03, 0x04]) || start == Data([0x50, 0x4B, 0x05, 0x06])
  }

  /// The files of an archive.
  static func entries(of path: String, name: String) throws(FilesError) -> [Entry] {
    let archive = try open(path, name: name)
    defer { zip_discard(archive) }
    var found: [Entry] = []
    for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
      var status = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &status) == 0, let entry = status.name else { continue }
      found.append(Entry(index: index, name: String(cString: entry), size: Int(clamping: status.size)))
    }
    return found
  }

  /// The bytes of one entry, refused as soon as they pass `limit`.
  static func read(entry: UInt64, of path: String, name: String, limit: Int) throws(FilesError) -> [UInt8] {
    let archive = try open(path, name: name)
    defer { zip_discard(archive) }
    guard let file = zip_fopen_index(archive, entry, 0) else {
      throw .badArchive(path: name, reason: String(cString: zip_strerror(archive)).lowercased())
    }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = zip_fread(file, &chunk, UInt64(chunk.count))
      guard count >= 0 else { throw .badArchive(path: name, reason: "the entry is damaged") }
      if count == 0 { return bytes }
      guard bytes.count + Int(count) <= limit else { throw .archiveTooLarge(path: name, limit: limit) }
      bytes.append(contentsOf: chunk[0..<Int(count)])
    }
  }

  private static func open(_ path: String, name: String) throws(FilesError) -> OpaquePointer {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
      var problem = zip_error_t()
      zip_error_init_with_code(&problem, code)
      defer { zip_error_fini(&problem) }
      throw .badArchive(path: name, reason: String(cString: zip_error_strerror(&problem)).lowercased())
    }
    return archive
  }
}
