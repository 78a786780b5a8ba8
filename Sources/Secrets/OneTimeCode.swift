import Crypto
public import Foundation

/// The six digits that an authenticator app shows: RFC 6238 with SHA-1, 30 seconds, 6 digits, as every app takes them.
public enum OneTimeCode {
  /// A new secret of 160 bits.
  public static func secret() -> Data { Token.bytes(20) }

  /// The step of a moment in seconds since 1970.
  public static func step(at seconds: Int64) -> Int64 { seconds / 30 }

  /// The code of a step.
  public static func code(_ secret: Data, step: Int64) -> String {
    let counter = withUnsafeBytes(of: step.bigEndian) { Data($0) }
    let mac = [UInt8](HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
    let offset = Int(mac[19] & 15)
    let number = mac[offset..<(offset + 4)].reduce(0) { ($0 << 8) | Int($1) } & 0x7fff_ffff
    let text = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - text.count) + text
  }

  /// The step at which a code is right, the one before and after included, since clocks differ; nil where it is wrong
  /// or was used before: `last` is the last step taken.
  public static func accepted(_ code: String, _ secret: Data, at seconds: Int64, last: Int64) -> Int64? {
    let digits = code.filter { !$0.isWhitespace }
    let now = step(at: seconds)
    return [now, now - 1, now + 1].first {
      $0 > last && Token.areEqual(OneTimeCode.code(secret, step: $0), digits)
    }
  }

  /// A secret as apps take it by hand: Base32, RFC 4648, in groups of four.
  public static func base32(_ secret: Data) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var bits = 0, held = 0
    var text = ""
    for byte in secret {
      held = (held << 8) | Int(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(letters[(held >> bits) & 31])
      }
      held &= (1 << bits) - 1
    }
    if bits > 0 { text.append(letters[(held << (5 - bits)) & 31]) }
    return text
  }
}
