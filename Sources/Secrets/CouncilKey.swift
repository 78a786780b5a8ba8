import Crypto
import Files
public import Foundation

/// What went wrong with a key or with what it seals.
public enum SecretsError: Error, Equatable {
  /// The key file can't be read or made.
  case key(path: String, reason: String)
  /// What is sealed was changed, or sealed with another key.
  case notOurs
  /// A file is no backup of Homeward's.
  case notABackup
  /// The pass phrase is not the backup's, or its first bytes were changed.
  case wrongPhrase
  /// The backup was changed or cut.
  case damaged
}

/// The key with which a council's store seals what names a child. It stands in a file of its own, outside the store: a
/// copy of the store alone tells no name.
public struct CouncilKey: Sendable {
  private let key: SymmetricKey

  /// A key of 32 bytes.
  public init(_ bytes: Data) { key = SymmetricKey(data: bytes) }

  /// Its 32 bytes, for a backup and for its file.
  public var bytes: Data { key.withUnsafeBytes { Data($0) } }

  /// What a store keeps of its key, so that another is told apart: it tells nothing of the key.
  public var mark: String { Token.text(of: code(for: "mark")) }

  /// A code that only who has the key can make of a text, in hexadecimal: HMAC-SHA-256.
  public func code(of text: String) -> String { Token.text(of: code(for: "code\u{0}" + text)) }

  private func code(for text: String) -> HMAC<SHA256>.MAC {
    HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
  }

  /// The key of a file that is there; nil where there is none.
  ///
  /// - Throws: `SecretsError.key`.
  public static func existing(at path: String) throws(SecretsError) -> CouncilKey? {
    FileManager.default.fileExists(atPath: path) ? try read(path) : nil
  }

  /// The text of the key's file.
  public var text: String { bytes.base64EncodedString() + "\n" }

  /// Reads the key's file; makes one, for its owner's eyes only, where there is none.
  ///
  /// - Throws: `SecretsError.key`.
  public static func file(at path: String) throws(SecretsError) -> CouncilKey {
    if FileManager.default.fileExists(atPath: path) { return try read(path) }
    let bytes = Token.bytes(32)
    do throws(FilesError) {
      try OutputFile.write(CouncilKey(bytes).text, to: path, isPrivate: true)
    } catch {
      throw .key(path: path, reason: "it can't be written")
    }
    return CouncilKey(bytes)
  }

  private static func read(_ path: String) throws(SecretsError) -> CouncilKey {
    guard let data = FileManager.default.contents(atPath: path),
      let bytes = Data(base64Encoded: String(decoding: data, as: UTF8.self).filter { !$0.isWhitespace }),
      bytes.count == 32
    else { throw .key(path: path, reason: "it holds no key") }
    return CouncilKey(bytes)
  }

  /// Seals bytes with AES-GCM; `place` says where they stand, so that they can't be moved elsewhere.
  public func sealed(_ bytes: Data, at place: String) throws(SecretsError) -> Data {
    guard let box = try? AES.GCM.seal(bytes, using: key, authenticating: Data(place.utf8)),
      let sealed = box.combined
    else { throw .notOurs }
    return sealed
  }

  /// Opens what was sealed.
  ///
  /// - Throws: `SecretsError.notOurs` where it was changed, moved or sealed with another key.
  public func opened(_ sealed: Data, at place: String) throws(SecretsError) -> Data {
    guard let box = try? AES.GCM.SealedBox(combined: sealed),
      let bytes = try? AES.GCM.open(box, using: key, authenticating: Data(place.utf8))
    else { throw .notOurs }
    return bytes
  }

  /// A stand-in for a name that can't be turned back without the key: eight characters, the same for the same name.
  public func pseudonym(of name: String) -> String {
    let mac = code(for: "pseudonym\u{0}" + name)
    let letters = Array("ABCDEFGHJKMNPQRSTUVWXYZ23456789")
    return String(mac.prefix(8).map { letters[Int($0) % letters.count] })
  }
}
