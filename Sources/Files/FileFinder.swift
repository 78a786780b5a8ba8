import Foundation

/// A file that was passed over, with the reason for the person.
public struct PassedOver: Sendable, Equatable {
  /// The path shown to the person.
  public let name: String
  /// Why, as a sentence.
  public let reason: String

  /// A file and why it was passed over.
  public init(name: String, reason: String) {
    self.name = name
    self.reason = reason
  }
}

/// Finds every file below a folder, in any nesting, and inside the zip archives there; or in one zip archive; or
/// one file by itself. In order of name, so that results never depend on the order of a directory.
public enum FileFinder {
  /// The most files looked at below one folder.
  public static let mostFiles = 10_000
  /// The most that one archive may unpack to, in bytes, counted while unpacking.
  public static let archiveLimit = 2_000_000_000

  /// The files at a path, and those that were passed over with the reason.
  ///
  /// - Throws: `FilesError` where the path is not there or can't be opened.
  public static func find(at path: String) throws(FilesError) -> (
    files: [FoundFile], passedOver: [PassedOver]
  ) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .notFound(path: path)
    }
    var finder = Search()
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let name = (path as NSString).lastPathComponent
    if isFolder.boolValue {
      guard FileManager.default.isReadableFile(atPath: path) else {
        throw .unreadable(path: path, reason: "permission denied")
      }
      finder.look(inFolder: path, shownAs: "", depth: 0)
    } else if (try? FileManager.default.attributesOfItem(atPath: resolved))?[.type] as? FileAttributeType
      != .typeRegular
    {
      throw .unreadable(path: path, reason: "it is not an ordinary file")
    } else if ZipArchive.isArchive(path) {
      try finder.look(inArchive: path, shownAs: name)
    } else {
      finder.add(file: path, shownAs: name)
    }
    finder.files.sort { $0.name < $1.name }
    finder.passedOver.sort { $0.name < $1.name }
    return (finder.files, finder.passedOver)
  }

  private struct Search {
    var files: [FoundFile] = []
    var passedOver: [PassedOver] = []

    mutating func look(inFolder path: String, shownAs shown: String, depth: Int) {
      guard depth < 32 else {
        return pass(shown, "folders are nested more than 32 deep here")
      }
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        return pass(shown, "the folder can't be opened: \(systemReason())")
      }
      for name in names.sorted() where !isHidden(name) {
        guard files.count < mostFiles else {
          return pass(
            shown.isEmpty ? path : shown, "more than \(mostFiles) files: the rest were not looked at")
        }
        let full = path + "/" + name
        let label = shown.isEmpty ? name : shown + "/" + name
        let type = (try? FileManager.default.attributesOfItem(atPath: full))?[.type] as? FileAttributeType
        switch type {
        case .typeDirectory?: look(inFolder: full, shownAs: label, depth: depth + 1)
        case .typeRegular?:
          if ZipArchive.isArchive(full) {
            do throws(FilesError) { try look(inArchive: full, shownAs: label) } catch {
              pass(label, error.reason)
            }
          } else {
            add(file: full, shownAs: label)
          }
        case .typeSymbolicLink?:
          pass(label, "a link, which is not followed: put the file or folder itself here")
        default: pass(label, "not an ordinary file")
        }
      }
    }

    mutating func look(inArchive path: String, shownAs shown: String) throws(FilesError) {
      let entries = try ZipArchive.entries(of: path, name: shown)
      if entries.contains(where: { $0.name == "[Content_Types].xml" }) {
        return pass(shown, "an Office document, not a return: save its sheets as CSV")
      }
      guard entries.count <= mostFiles else {
        return pass(shown, "more than \(mostFiles) files in the archive")
      }
      let stated = entries.reduce(0) { $0 + min($1.size, archiveLimit + 1) }
      guard stated <= archiveLimit else { throw .archiveTooLarge(path: shown, limit: archiveLimit) }
      for entry in entries where !entry.name.hasSuffix("/") && !isHidden(entry.name) {
        files.append(
          FoundFile(
            name: shown + "/" + entry.name, size: entry.size,
            place: .archive(path: path, entry: entry.index)))
      }
    }

    /// Whether a path has a part that is hidden, or that an archiver adds for itself.
    private func isHidden(_ path: String) -> Bool {
      path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    }

    mutating func add(file path: String, shownAs shown: String) {
      let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
      files.append(FoundFile(name: shown, size: size ?? 0, place: .disk(path)))
    }

    mutating func pass(_ name: String, _ reason: String) {
      passedOver.append(PassedOver(name: name, reason: reason))
    }
  }
}
