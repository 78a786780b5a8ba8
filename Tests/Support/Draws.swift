/// Random draws for property tests, the same in every run: made from the words a counter gives, as
/// `Draws { Seed(7).words($0, 0, 0, 0) }`.
public struct Draws: RandomNumberGenerator {
  private let words: (UInt32) -> SIMD4<UInt32>
  private var counter: UInt32 = 0

  /// Draws from a function of a counter.
  public init(_ words: @escaping (UInt32) -> SIMD4<UInt32>) { self.words = words }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    let four = words(counter)
    counter += 1
    return UInt64(four[0]) << 32 | UInt64(four[1])
  }
}
