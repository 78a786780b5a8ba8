/// A key from which every random draw is computed: a draw is a pure function of the seed and of what it is for,
/// so the same seed gives the same result in any order and on any number of threads.
///
/// Philox 4x32 with 10 rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011).
public struct Seed: Hashable, Sendable {
  /// The key.
  public let key: UInt64

  /// A seed with this key.
  public init(_ key: UInt64) { self.key = key }

  /// Four 32-bit words for a counter of four words.
  public func words(_ c0: UInt32, _ c1: UInt32, _ c2: UInt32, _ c3: UInt32) -> SIMD4<UInt32> {
    var (x0, x1, x2, x3) = (c0, c1, c2, c3)
    var (k0, k1) = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
    for _ in 0..<10 {
      let p0 = UInt64(x0) * 0xD251_1F53
      let p1 = UInt64(x2) * 0xCD9E_8D57
      (x0, x1, x2, x3) = (
        UInt32(truncatingIfNeeded: p1 >> 32) ^ x1 ^ k0, UInt32(truncatingIfNeeded: p1),
        UInt32(truncatingIfNeeded: p0 >> 32) ^ x3 ^ k1, UInt32(truncatingIfNeeded: p0)
      )
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return SIMD4(x0, x1, x2, x3)
  }

  /// A number at least 0 and below 1, of 53 bits, for a stream, a person and a position in that person's draws.
  public func uniform(stream: UInt32, person: UInt32, draw: UInt32) -> Double {
    let w = words(draw, person, stream, 0)
    let bits = UInt64(w[0]) << 32 | UInt64(w[1])
    return Double(bits >> 11) * 0x1p-53
  }
}
