import Foundation
import GRDB
public import Operations

/// A council's store: one SQLite file, for its owner's eyes only. The one place where it is opened.
public struct StoreFile: Sendable {
  /// Marks the file as Homeward's: the letters HMWD.
  static let applicationID = 0x484D_5744

  /// The file.
  public let path: String
  let database: DatabasePool

  /// Opens a store, making it, and the folder it stands in, where there is none. Its tables are brought up to date.
  ///
  /// - Throws: `StoreError` where the file is not a store, is a newer Homeward's, or can't be opened or made.
  public init(at path: String) throws(StoreError) { try self.init(at: path, steps: Migration.all) }

  /// Opens a store that is there; nil where there is none.
  ///
  /// - Throws: `StoreError` as `init(at:)`.
  public static func existing(at path: String) throws(StoreError) -> StoreFile? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try StoreFile(at: path)
  }

  init(at path: String, steps: [Migration]) throws(StoreError) {
    self.path = path
    try StoreFile.makeFile(path)
    try StoreFile.makePrivate(path, if: try StoreFile.check(path, steps))
    database = try StoreFile.guarded(path) {
      try DatabasePool(path: path, configuration: StoreFile.configuration)
    }
    try migrate(steps)
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.label = "store"
    configuration.prepareDatabase { database in
      guard !database.configuration.readonly else { return }
      // What is deleted or changed is overwritten, not only marked as free.
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  /// Published statistics.
  public var reference: some ReferenceRepository { ReferenceStore(file: self) }
  /// How finance tables are read.
  public var mappings: some MappingRepository { MappingStore(file: self) }

  /// Makes an empty file that only its owner may read, so that at no time anyone else can.
  private static func makeFile(_ path: String) throws(StoreError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue { throw .unusable(path: path, reason: "it is a folder") }
      return
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .unusable(path: path, reason: "its folder can't be made")
    }
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR, 0o600)
    guard descriptor >= 0 || errno == EEXIST else {
      throw .unusable(path: path, reason: String(cString: strerror(errno)).lowercased())
    }
    if descriptor >= 0 { close(descriptor) }
  }

  /// Refuses a file of another program's, or of a newer Homeward's, before anything is changed: it is opened for
  /// reading only. Gives whether nothing was ever kept in it.
  private static func check(_ path: String, _ steps: [Migration]) throws(StoreError) -> Bool {
    let (mark, tables, applied) = try guarded(path) {
      var configuration = configuration
      configuration.readonly = true
      return try DatabaseQueue(path: path, configuration: configuration).read { database in
        let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
        let applied =
          tables.contains("grdb_migrations")
          ? try String.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
          : []
        return (mark, tables, applied)
      }
    }
    guard mark == StoreFile.applicationID || (mark == 0 && tables.isEmpty) else {
      throw .notAStore(path: path)
    }
    let unknown = applied.filter { name in !steps.contains { $0.name == name } }
    guard unknown.isEmpty else { throw .newer(path: path, unknown: unknown) }
    return tables.isEmpty
  }

  /// Closes an empty file that was there already to all but its owner. One that holds something keeps the mode that its
  /// owner may have given it since.
  private static func makePrivate(_ path: String, if isEmpty: Bool) throws(StoreError) {
    guard isEmpty, chmod(path, 0o600) != 0 else { return }
    throw .unusable(path: path, reason: String(cString: strerror(errno)).lowercased())
  }

  private func migrate(_ steps: [Migration]) throws(StoreError) {
    var migrator = DatabaseMigrator()
    for step in steps {
      migrator.registerMigration(step.name) { database in
        try database.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
        try database.execute(sql: step.sql)
      }
    }
    try StoreFile.guarded(path) { [migrator] in try migrator.migrate(database) }
  }
}
