import Crypto
import Files
public import Foundation

/// What went wrong with a key or with what it seals.
public enum SecretsError: Error, Equatable {
  /// The key file can't be read or made.
  case key(path: String, reason: String)
  /// What is sealed was changed, or sealed with another key.
  case notOurs
}

/// The key with which a council's store seals what names a child. It stands in a file of its own, outside the store: a
/// copy of the store alone tells no name.
public struct CouncilKey: Sendable {
  private let key: SymmetricKey

  /// A key of 32 bytes.
  public init(_ bytes: Data) { key = SymmetricKey(data: bytes) }

  /// Reads the key's file; makes one, for its owner's eyes only, where there is none.
  ///
  /// - Throws: `SecretsError.key`.
  public static func file(at path: String) throws(SecretsError) -> CouncilKey {
    if FileManager.default.fileExists(atPath: path) { return try read(path) }
    let bytes = Token.bytes(32)
    do throws(FilesError) {
      try OutputFile.write(Data((bytes.base64EncodedString() + "\n").utf8), to: path, isPrivate: true)
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
    let mac = HMAC<SHA256>.authenticationCode(for: Data(("pseudonym\u{0}" + name).utf8), using: key)
    let letters = Array("ABCDEFGHJKMNPQRSTUVWXYZ23456789")
    return String(mac.prefix(8).map { letters[Int($0) % letters.count] })
  }
}
