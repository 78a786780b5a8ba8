/// Why the council's file can't be opened, read or written. No case holds a value of a child.
public enum StoreError: Error, Equatable {
  /// The file was written by a newer Homeward; the names of the steps this one does not know.
  case newer(path: String, unknown: [String])
  /// It is not a file of Homeward's.
  case notAStore(path: String)
  /// Another program is writing to it.
  case busy(path: String)
  /// It holds something that can't be: the reason in the database's words.
  case damaged(path: String, reason: String)
  /// It can't be opened or written: the reason in the system's or the database's words.
  case unusable(path: String, reason: String)
}

extension StoreError: CustomStringConvertible {
  /// What is wrong and what to do, in a sentence or two.
  public var description: String {
    switch self {
    case .newer(let path, let unknown):
      "The store \(path) was written by a newer Homeward (it knows \(unknown.joined(separator: ", "))). Use that version, or name another file with --store. Nothing was changed."
    case .notAStore(let path):
      "\(path) is not a store of Homeward's. Name another file with --store."
    case .busy(let path):
      "The store \(path) is in use by another program. Wait until it is done, and try again."
    case .damaged(let path, let reason):
      "The store \(path) is damaged: \(reason). Put a backup in its place, or name a new file with --store and load the returns again."
    case .unusable(let path, let reason):
      "The store \(path) can't be used: \(reason)."
    }
  }
}
