/// A number that tells one content from another's: words mixed by multiplying, length included. It guards against
/// taking a file twice, not against forgery.
public enum Fingerprint {
  /// The fingerprint of some bytes.
  public static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(raw.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      index += 8
    }
    while index < raw.count {
      hash = (hash ^ UInt64(raw[index])) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      index += 1
    }
    return hash
  }

  /// The fingerprint of several contents together, in whatever order they come.
  public static func of(all fingerprints: [UInt64]) -> UInt64 {
    fingerprints.sorted().withUnsafeBytes { of($0.bindMemory(to: UInt8.self)) }
  }

  /// A fingerprint as 16 hexadecimal digits.
  public static func text(_ fingerprint: UInt64) -> String {
    let digits = String(fingerprint, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
