import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt's digest with its salt and cost, never the password.
///
/// The kept form is `scrypt$LOG2N$R$P$SALT$DIGEST`, salt and digest in Base64, so that a later Homeward can raise the
/// cost and still check what an earlier one kept.
public struct PasswordDigest: Sendable, Equatable {
  /// What it costs to try one password.
  struct Cost: Equatable {
    let log2N: Int, blockSize: Int, parallelism: Int
    /// Half a second and 128 MiB on the machines of 2026: RFC 7914's parameters, N = 2^17.
    static let usual = Cost(log2N: 17, blockSize: 8, parallelism: 1)
  }

  /// As it is kept.
  public let text: String

  /// Digests a new password; `isQuick` is for tests, which make hundreds.
  public init(of password: String, isQuick: Bool = false) throws {
    let cost = isQuick ? Cost(log2N: 10, blockSize: 8, parallelism: 1) : .usual
    let salt = Token.bytes(16)
    let digest = try PasswordDigest.derive(password, salt, cost)
    let parts = [cost.log2N, cost.blockSize, cost.parallelism].map(String.init)
    text =
      "scrypt$" + parts.joined(separator: "$")
      + "$\(salt.base64EncodedString())$\(digest.base64EncodedString())"
  }

  /// What was kept.
  public init(kept text: String) { self.text = text }

  /// Nobody's: no password is known to match, and to try one takes as long as for somebody's.
  public static func nobodys(isQuick: Bool = false) -> PasswordDigest {
    let log2N = isQuick ? 10 : Cost.usual.log2N
    return PasswordDigest(
      kept:
        "scrypt$\(log2N)$8$1$\(Token.bytes(16).base64EncodedString())$\(Token.bytes(32).base64EncodedString())"
    )
  }

  /// Whether a password is the one. Takes as long for a wrong one.
  public func matches(_ password: String) -> Bool {
    let parts = text.split(separator: "$").map(String.init)
    guard parts.count == 6, parts[0] == "scrypt", let log2N = Int(parts[1]), (8...20).contains(log2N),
      let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
      let salt = Data(base64Encoded: parts[4]),
      let kept = Data(base64Encoded: parts[5]),
      let digest = try? PasswordDigest.derive(
        password, salt, Cost(log2N: log2N, blockSize: blockSize, parallelism: parallelism))
    else { return false }
    return Token.areEqual(digest, kept)
  }

  /// Each digest takes 128 MiB: however many ask at once, two are worked out at a time.
  private static let places = DispatchSemaphore(value: 2)

  private static func derive(_ password: String, _ salt: Data, _ cost: Cost) throws -> Data {
    // The same letters typed on another keyboard may be composed otherwise.
    let bytes = Data(password.precomposedStringWithCompatibilityMapping.utf8)
    places.wait()
    defer { places.signal() }
    let key = try KDF.Scrypt.deriveKey(
      from: bytes, salt: salt, outputByteCount: 32, rounds: 1 << cost.log2N, blockSize: cost.blockSize,
      parallelism: cost.parallelism)
    return key.withUnsafeBytes { Data($0) }
  }
}
