import Files
import Foundation
import Secrets

/// The council's files in a folder, as every operation takes them: made from the store for its owner's eyes only, in
/// memory where the system has a place for that, and taken away at the end.
public struct CouncilFolder: Sendable {
  /// The folder.
  public let path: String
  /// SHA-256 of the files by kind, name and digest.
  public let inputs: String
  /// The files.
  public let documents: [CouncilDocument]

  /// Where such folders are made: in memory, or else among temporary files. Each process has its own.
  public static let place: String = {
    let name = "homeward-\(getuid())-\(getpid())"
    let folders = ["/dev/shm", NSTemporaryDirectory()]
    let folder = folders.first { FileManager.default.isWritableFile(atPath: $0) } ?? NSTemporaryDirectory()
    return URL(fileURLWithPath: folder).appendingPathComponent(name).path
  }()

  /// The digest of a council's files.
  public static func inputs(_ documents: [CouncilDocument]) -> String {
    let lines = documents.map { "\($0.kind.rawValue)\t\($0.name)\t\($0.digest)\n" }.sorted()
    return Token.sha256(Data(lines.joined().utf8))
  }

  /// The folder of the files that count now; made once for the same files.
  ///
  /// - Throws: `StoreError`, `OperationError.files`.
  public static func make(_ store: some CouncilStore, at place: String = place) throws -> CouncilFolder {
    try store.reading { reading in
      let documents = try reading.documents()
      let inputs = inputs(documents)
      let path = place + "/" + inputs.prefix(24)
      if !FileManager.default.fileExists(atPath: path) {
        let draft = path + ".part"
        try? FileManager.default.removeItem(atPath: draft)
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
        try? FileManager.default.moveItem(atPath: draft, toPath: path)
      }
      return CouncilFolder(path: path, inputs: inputs, documents: documents)
    }
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

  /// A sentence without the places where files lie while something is worked out.
  static func places(in words: String, at place: String = place) -> String {
    words.replacing(place, with: "").replacing(/\/[0-9a-f]{24}\//, with: "")
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
    let parts = given.replacing("\\", with: "/").split(separator: "/")
    guard !parts.isEmpty, parts.count <= 4 else { return nil }
    var safe: [String] = []
    for part in parts {
      let kept = part.precomposedStringWithCanonicalMapping.map { character in
        character.isLetter || character.isNumber || "._-() ".contains(character) ? character : "_"
      }
      let name = String(kept).trimmingCharacters(in: .whitespaces)
      guard !name.isEmpty, !name.hasPrefix("."), name.utf8.count <= 150 else { return nil }
      safe.append(name)
    }
    return safe.joined(separator: "/")
  }
}
