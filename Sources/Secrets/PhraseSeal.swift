import Crypto
import CryptoExtras
public import Foundation

/// Seals a stream of bytes with a pass phrase, and opens it again: for backups, which leave the machine.
///
/// A file begins with `homeward backup 1`, a new line, scrypt's cost (log2 N, r, p: one byte each) and 16 bytes of salt.
/// Then follow chunks of AES-256-GCM: each holds one MiB, the last what is left, at most as much, each with its tag of 16
/// bytes. The nonce is the chunk's number, the head stands under every tag, and the last chunk says that it is the last:
/// so no chunk can be changed, moved, left out or cut off unseen. The key is the file's own, since its salt is.
public struct PhraseSeal {
  /// The most bytes in a chunk.
  static let chunk = 1 << 20
  /// The fewest characters of a pass phrase.
  public static let fewest = 12
  private static let mark = Data("homeward backup 1\n".utf8)
  private static let tag = 16
  private static let headSize = mark.count + 3 + 16

  private let key: SymmetricKey
  private let head: Data

  private init(_ phrase: String, head: Data) throws(SecretsError) {
    let cost = Array(head.dropFirst(PhraseSeal.mark.count).prefix(3))
    // What a file says it costs is a claim: no more than a GiB is spent on it.
    guard (8...20).contains(cost[0]), (1...8).contains(cost[1]), (1...4).contains(cost[2]) else {
      throw .damaged
    }
    let bytes = Data(phrase.precomposedStringWithCompatibilityMapping.utf8)
    guard
      let key = try? KDF.Scrypt.deriveKey(
        from: bytes, salt: head.suffix(16), outputByteCount: 32, rounds: 1 << Int(cost[0]),
        blockSize: Int(cost[1]), parallelism: Int(cost[2]))
    else { throw .damaged }
    self.key = key
    self.head = head
  }

  /// Seals what `next` gives, part by part until nil, and hands the sealed parts to `write`. `isQuick` is for tests.
  ///
  /// - Throws: what `next` and `write` throw.
  public static func seal(
    _ phrase: String, isQuick: Bool = false, next: (_ most: Int) throws -> Data?,
    write: (Data) throws -> Void
  ) throws {
    let cost: [UInt8] = isQuick ? [10, 8, 1] : [17, 8, 1]
    let seal = try PhraseSeal(phrase, head: mark + Data(cost) + Token.bytes(16))
    try write(seal.head)
    var held = Data()
    var number: UInt64 = 0
    var isMore = true
    while isMore {
      // One byte more than a chunk tells whether it is the last.
      while held.count <= chunk, isMore {
        if let part = try next(chunk) { held.append(part) } else { isMore = false }
      }
      repeat {
        let isLast = !isMore && held.count <= chunk
        try write(seal.sealed(held.prefix(chunk), number, isLast))
        held = Data(held.dropFirst(chunk))
        number += 1
      } while !isMore && !held.isEmpty
    }
  }

  /// Opens what `next` gives, part by part until nil, and hands the opened parts to `write`, each only once its tag was
  /// found right.
  ///
  /// - Throws: `SecretsError.notABackup`, `.wrongPhrase`, `.damaged`; what `next` and `write` throw.
  public static func open(
    _ phrase: String, next: (_ most: Int) throws -> Data?, write: (Data) throws -> Void
  ) throws {
    var held = Data()
    var isMore = true
    func fill(_ count: Int) throws {
      while held.count < count, isMore {
        if let part = try next(chunk) { held.append(part) } else { isMore = false }
      }
    }
    try fill(headSize)
    guard held.count >= headSize, held.starts(with: mark) else { throw SecretsError.notABackup }
    let seal = try PhraseSeal(phrase, head: Data(held.prefix(headSize)))
    held = Data(held.dropFirst(headSize))
    var number: UInt64 = 0
    var isLast = false
    while !isLast {
      try fill(chunk + tag + 1)
      isLast = held.count <= chunk + tag
      let sealed = held.prefix(chunk + tag)
      guard let opened = seal.opened(sealed, number, isLast) else {
        throw number == 0 ? SecretsError.wrongPhrase : SecretsError.damaged
      }
      try write(opened)
      held = Data(held.dropFirst(chunk + tag))
      number += 1
    }
  }

  private func nonce(_ number: UInt64) -> AES.GCM.Nonce? {
    try? AES.GCM.Nonce(data: Data(count: 4) + withUnsafeBytes(of: number.bigEndian) { Data($0) })
  }

  private func sealed(_ bytes: Data, _ number: UInt64, _ isLast: Bool) throws(SecretsError) -> Data {
    guard let nonce = nonce(number),
      let box = try? AES.GCM.seal(
        bytes, using: key, nonce: nonce, authenticating: head + Data([isLast ? 1 : 0]))
    else { throw .notOurs }
    return box.ciphertext + box.tag
  }

  private func opened(_ sealed: Data, _ number: UInt64, _ isLast: Bool) -> Data? {
    guard sealed.count >= PhraseSeal.tag, let nonce = nonce(number),
      let box = try? AES.GCM.SealedBox(
        nonce: nonce, ciphertext: sealed.dropLast(PhraseSeal.tag), tag: sealed.suffix(PhraseSeal.tag))
    else { return nil }
    return try? AES.GCM.open(box, using: key, authenticating: head + Data([isLast ? 1 : 0]))
  }
}
