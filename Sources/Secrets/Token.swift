import Crypto
public import Foundation

/// Random secrets, and what is derived from them.
public enum Token {
  /// Random bytes of the system's generator.
  public static func bytes(_ count: Int) -> Data {
    SymmetricKey(size: SymmetricKeySize(bitCount: count * 8)).withUnsafeBytes { Data($0) }
  }

  /// A random secret of 256 bits, 43 characters that may stand in a URL or cookie.
  public static func make() -> String { urlText(bytes(32)) }

  /// What is kept of a secret: its SHA-256 in hexadecimal. Who reads the store can't use it.
  public static func digest(_ secret: String) -> String { sha256(Data(secret.utf8)) }

  /// The SHA-256 of bytes in hexadecimal, FIPS 180-4.
  public static func sha256(_ bytes: some DataProtocol) -> String {
    text(of: SHA256.hash(data: bytes))
  }

  /// Bytes in hexadecimal.
  static func text(of bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }

  /// A token that only who holds `secret` can make for `purpose`: HMAC-SHA-256, 43 characters.
  public static func derived(from secret: String, for purpose: String) -> String {
    let key = SymmetricKey(data: Data(secret.utf8))
    return urlText(Data(HMAC<SHA256>.authenticationCode(for: Data(purpose.utf8), using: key)))
  }

  /// Whether two texts are equal, in a time that doesn't tell where they differ.
  public static func areEqual(_ a: String, _ b: String) -> Bool { areEqual(Data(a.utf8), Data(b.utf8)) }

  static func areEqual(_ a: Data, _ b: Data) -> Bool {
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func urlText(_ bytes: Data) -> String {
    bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
