/// Why a folder, file or archive could not be opened at all. Each case names the path and can say what to do.
public enum FilesError: Error, Equatable {
  /// There is nothing at the path.
  case notFound(path: String)
  /// It is there and may not be read; the reason is the system's own.
  case unreadable(path: String, reason: String)
  /// A file is larger than Homeward reads.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// An archive that is damaged, encrypted or not an archive.
  case badArchive(path: String, reason: String)
  /// An archive that unpacks to more than Homeward reads.
  case archiveTooLarge(path: String, limit: Int)
  /// A result could not be written.
  case unwritable(path: String, reason: String)
}

extension FilesError: CustomStringConvertible {
  /// A sentence for the person: what, where, and what to do.
  public var description: String {
    switch self {
    case .notFound(let path): "There is no file or folder called \(path). Check the path."
    case .unreadable(let path, _), .tooLarge(let path, _, _), .badArchive(let path, _),
      .archiveTooLarge(let path, _), .unwritable(let path, _):
      "\(path) \(reason)."
    }
  }

  /// The same without the path, to stand behind it in a list.
  public var reason: String {
    switch self {
    case .notFound: "is not there"
    case .unreadable(_, let why): "can't be read: \(why)"
    case .tooLarge(_, let bytes, let limit):
      "is \(megabytes(bytes)); the largest file read is \(megabytes(limit)). A return is far smaller: check that this is one"
    case .badArchive(_, let why): "can't be opened as a zip archive: \(why). Unpack it and give the folder"
    case .archiveTooLarge(_, let limit):
      "unpacks to more than \(megabytes(limit)) and was left. Unpack it and give the folder of returns"
    case .unwritable(_, let why): "can't be written: \(why)"
    }
  }
}

/// A size in megabytes for a person to read.
func megabytes(_ bytes: Int) -> String {
  bytes < 10_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000) MB"
}
