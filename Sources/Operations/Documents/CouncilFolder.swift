import Files
import Foundation
import Secrets
import Synchronization

/// The council's files in a folder, as every operation takes them: made from the store for its owner's eyes only, in
/// memory where the system has a place for that, and taken away at the end.
public struct CouncilFolder: Sendable {
  /// The folder.
  public let path: String
  /// The files.
  public let documents: [CouncilDocument]
  /// The council's name, which stands in what is worked out; nil where it is not set.
  let council: String?

  /// Where such folders are made: in memory, or else among temporary files. Each process has its own, which no other
  /// user can have made before it; what processes left that were killed goes.
  public static let place: String = {
    for folder in ["/dev/shm", NSTemporaryDirectory()] {
      if let made = try? DraftFolder.make(in: folder, named: "homeward") { return made }
    }
    return NSTemporaryDirectory() + "/homeward-" + UUID().uuidString
  }()

  /// Makes the place at once, and takes away what processes left that were killed.
  public static func prepare() { _ = place }

  /// SHA-256 of what a kind of run is made from: files by kind, name and digest, and the council's name. A scenario that
  /// is compared stands among its run's options, and so does a paper that is read; only plans and cases look into the
  /// files of scenarios, plans and cases. So keeping one makes no forecast older.
  public static func inputs(_ documents: [CouncilDocument], council: String?, for kind: RunKind) -> String {
    switch kind {
    case .planStatus, .planCheck, .appraisal: return digest(documents.filter { $0.kind != .paper }, council)
    case .paper: return digest([], council)
    default:
      return digest(
        documents.filter { ![.scenario, .plan, .businessCase, .paper].contains($0.kind) }, council)
    }
  }

  /// SHA-256 of what a kind of run is made from.
  func inputs(for kind: RunKind) -> String { CouncilFolder.inputs(documents, council: council, for: kind) }

  private static func digest(_ documents: [CouncilDocument], _ council: String? = nil) -> String {
    let lines = documents.map { "\($0.kind.rawValue)\t\($0.name)\t\($0.digest)\n" }.sorted()
    let name = council.map { "council\t\($0)\n" } ?? ""
    return Token.sha256(Data((lines.joined() + name).utf8))
  }

  /// The folder of the files that count now; made once for the same files.
  ///
  /// - Throws: `StoreError`, `OperationError.files`.
  public static func make(_ store: some CouncilStore, at place: String = place) throws -> CouncilFolder {
    try store.reading { reading in
      let documents = try reading.documents()
      let path = place + "/" + digest(documents).prefix(24)
      if !FileManager.default.fileExists(atPath: path) {
        // A draft of its own: two that make the same folder at once must not take each other's files away.
        let draft = path + "." + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: draft) }
        try FileManager.default.createDirectory(
          atPath: draft, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for document in documents {
          let content = try reading.content(of: document)
          do throws(FilesError) {
            for place in [relative(document)] + besides(document, documents) {
              try OutputFile.write(content, to: draft + "/" + place, isPrivate: true)
            }
          } catch {
            throw OperationError.files(error)
          }
        }
        // Who comes second leaves the first one's.
        guard rename(draft, path) == 0 || FileManager.default.fileExists(atPath: path) else {
          throw OperationError.files(.unwritable(path: path, reason: "the folder can't be made"))
        }
      }
      return CouncilFolder(
        path: path, documents: documents, council: try reading.setting("council"))
    }
  }

  /// Folders in use, with how often each is.
  private static let used = Mutex<[String: Int]>([:])

  /// Does something in the folder of the files that count now, which stays for as long; those of other files that nobody
  /// uses go.
  ///
  /// - Throws: `StoreError`, `OperationError.files`, or what `body` throws.
  static func lent<R>(of store: some CouncilStore, _ body: (CouncilFolder) throws -> R) throws -> R {
    let folder = try used.withLock { used throws -> CouncilFolder in
      let folder = try make(store)
      used[folder.path, default: 0] += 1
      let kept = Set(used.keys.map { URL(fileURLWithPath: $0).lastPathComponent })
      for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      where !kept.contains(name) && name.count == 24 {
        try? FileManager.default.removeItem(atPath: place + "/" + name)
      }
      return folder
    }
    defer {
      used.withLock { used in
        let left = (used[folder.path] ?? 1) - 1
        used[folder.path] = left > 0 ? left : nil
      }
    }
    return try body(folder)
  }

  /// Words about files, without the folders that only the machine knows.
  public static func withoutPlaces(_ words: String) -> String {
    words.replacing(/\S*\/homeward-[^\/\s]+\/[0-9a-f]{24}[^\/\s]*\//, with: "")
  }

  /// Takes all folders of this process away.
  public static func removeAll(at place: String = place) {
    try? FileManager.default.removeItem(atPath: place)
  }

  /// The path of the only file of a kind; nil where there is none.
  public func file(_ kind: DocumentKind) -> String? {
    documents.first { $0.kind == kind }.map { path + "/" + CouncilFolder.relative($0) }
  }

  /// The path of a file by its name; nil where there is none.
  public func file(_ kind: DocumentKind, named name: String) -> String? {
    documents.first { $0.kind == kind && $0.name == name }.map { path + "/" + CouncilFolder.relative($0) }
  }

  /// The folder of the returns.
  public var returns: String { path + "/returns" }

  /// Where a file stands too: plans and cases name their scenarios by what they were called when they were loaded.
  private static func besides(_ document: CouncilDocument, _ all: [CouncilDocument]) -> [String] {
    guard document.kind == .scenario else { return [] }
    let taken = Set(all.map(relative))
    return ["plans/" + document.name, "cases/" + document.name].filter { !taken.contains($0) }
  }

  private static func relative(_ document: CouncilDocument) -> String {
    switch document.kind {
    case .returns: "returns/" + document.name
    case .plan: "plans/" + document.name
    case .scenario: "scenarios/" + document.name
    case .businessCase: "cases/" + document.name
    default: document.kind.rawValue + "/" + document.name
    }
  }

  /// A file's name as it may stand in a folder: letters, digits, `. _ - ( )` and spaces, at most four folders deep;
  /// nil where nothing is left, or it leads elsewhere.
  public static func safeName(_ given: String) -> String? {
    // Sign by sign as the system reads them: a slash with a mark on it is a slash.
    let parts = given.precomposedStringWithCanonicalMapping.unicodeScalars.split {
      "/\\".unicodeScalars.contains($0)
    }
    guard !parts.isEmpty, parts.count <= 4 else { return nil }
    var safe: [String] = []
    for part in parts {
      var kept = String.UnicodeScalarView()
      kept.append(contentsOf: part.map { isPlain($0) ? $0 : "_" })
      let name = String(kept).trimmingCharacters(in: .whitespaces)
      guard !name.isEmpty, name.utf8.first != UInt8(ascii: "."), name.utf8.count <= 150 else { return nil }
      safe.append(name)
    }
    return safe.joined(separator: "/")
  }

  private static func isPlain(_ sign: Unicode.Scalar) -> Bool {
    switch sign.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: "._-() ".unicodeScalars.contains(sign)
    }
  }
}

extension CouncilReading {
  /// SHA-256 of what a kind of run would be made from now.
  public func inputs(for kind: RunKind) throws -> String {
    CouncilFolder.inputs(try documents(), council: try setting("council"), for: kind)
  }
}
