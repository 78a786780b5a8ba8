import Files
public import Published

/// What adding published statistics did.
public struct AddedReference: Sendable {
  /// What became of the files that could be used.
  public let addition: ReferenceAddition
  /// The folder as read.
  public let folder: PublishedFolder
}

/// Reads a folder of published statistics and keeps them in the store.
public enum AddReference {
  /// Reads and keeps, all or nothing. `reading` is told of files, `keeping` of figures.
  ///
  /// - Throws: `OperationError` where the folder can't be opened or holds no statistics, or the store can't be used.
  public static func run(
    _ path: String, moment: String, into repository: some ReferenceRepository,
    reading: (Int, Int) -> Void = { _, _ in }, keeping: (Int, Int) -> Void = { _, _ in }
  ) throws(OperationError) -> AddedReference {
    let folder = try read(path, reading)
    guard !folder.files.isEmpty else {
      let reasons = folder.unused.prefix(3).map { " \($0.name): \($0.reason)." }.joined()
      throw .setting(
        "\(path) holds no published statistics that are used here.\(reasons) Give a folder of CSV files from Explore education statistics."
      )
    }
    let addition = try OperationError.storing { () throws(StoreError) in
      try repository.add(folder, moment: moment, progress: keeping)
    }
    return AddedReference(addition: addition, folder: folder)
  }

  private static func read(_ path: String, _ progress: (Int, Int) -> Void) throws(OperationError)
    -> PublishedFolder
  {
    do throws(FilesError) { return try PublishedReader.read(at: path, progress: progress) } catch {
      throw .files(error)
    }
  }
}
