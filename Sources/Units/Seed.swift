/// A key from which every random draw is computed: a draw is a pure function of the seed and of what it is for,
/// so the same seed gives the same result in any order and on any number of threads.
///
/// Philox 4x32 with 10 rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011).
public struct Seed: Hashable, Sendable {
  /// The key.
  public let key: UInt64

  /// A seed with this key.
  @inlinable
  public init(_ key: UInt64) { self.key = key }

  /// Two words of 64 bits for a counter of four words: the four of `words`, the first in the higher half.
  @inlinable @inline(__always)
  public func pair(_ c0: UInt32, _ c1: UInt32, _ c2: UInt32, _ c3: UInt32) -> (UInt64, UInt64) {
    let w = rounds(c0, c1, c2, c3)
    return (UInt64(w.0) << 32 | UInt64(w.1), UInt64(w.2) << 32 | UInt64(w.3))
  }

  /// Four 32-bit words for a counter of four words.
  @inlinable
  public func words(_ c0: UInt32, _ c1: UInt32, _ c2: UInt32, _ c3: UInt32) -> SIMD4<UInt32> {
    let w = rounds(c0, c1, c2, c3)
    return SIMD4(w.0, w.1, w.2, w.3)
  }

  @inlinable @inline(__always)
  func rounds(_ c0: UInt32, _ c1: UInt32, _ c2: UInt32, _ c3: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
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
    return (x0, x1, x2, x3)
  }

  /// A number at least 0 and below 1, of 53 bits, for a stream, a person and a position in that person's draws.
  public func uniform(stream: UInt32, person: UInt32, draw: UInt32) -> Double {
    Double(pair(draw, person, stream, 0).0 >> 11) * 0x1p-53
  }
}
