public import Foundation

/// Takes the files out of a zip archive that was sent.
public enum Unpacking {
  /// The most files, and bytes in all, that are taken out.
  public static let mostFiles = 1_000, mostBytes = 256 << 20

  /// Every file of an archive with its path in it. The archive is put into `folder` for as long as it is read.
  ///
  /// - Throws: `FilesError` where it is no archive, is damaged or holds too much.
  public static func files(
    of archive: Data, named name: String, in folder: String
  ) throws(FilesError) -> [(path: String, content: Data)] {
    let path = folder + "/.upload-" + UUID().uuidString
    try OutputFile.write(archive, to: path, isPrivate: true)
    defer { unlink(path) }
    let entries = try ZipArchive.entries(of: path, name: name).filter { !$0.name.hasSuffix("/") }
    guard entries.count <= mostFiles else { throw .archiveTooLarge(path: name, limit: mostBytes) }
    var left = mostBytes
    var files: [(path: String, content: Data)] = []
    for entry in entries {
      let bytes = try ZipArchive.read(entry: entry.index, of: path, name: name, limit: left)
      left -= bytes.count
      files.append((entry.name, Data(bytes)))
    }
    return files
  }
}
