/// A short code of the returns (`U4`, `PR1`, `E4A`, `CUSTOD`): up to seven ASCII characters, held in one word so
/// that comparing and copying cost nothing.
public struct Code: Hashable, Sendable {
  /// The characters, the first in the lowest byte; the count in the highest.
  public let bits: UInt64

  /// A code from its packed form.
  @inlinable
  public init(bits: UInt64) { self.bits = bits }

  /// The code with these characters; characters past the seventh are dropped. Longer values are not codes and
  /// are kept as text where they are read.
  public init(_ text: String) {
    var bits: UInt64 = 0
    var count: UInt64 = 0
    for byte in text.utf8.prefix(7) {
      bits |= UInt64(byte) << (8 * count)
      count += 1
    }
    self.bits = bits | count << 56
  }

  /// No code: an empty field.
  public static let empty = Code(bits: 0)

  /// Whether the field was empty.
  @inlinable
  public var isEmpty: Bool { bits == 0 }

  /// Number of characters.
  @inlinable
  public var count: Int { Int(bits >> 56) }

  /// The ASCII value of the character at a position below seven, 0 past the last.
  @inlinable
  public subscript(position: Int) -> UInt8 {
    position < count ? UInt8(truncatingIfNeeded: bits >> (8 * UInt64(position))) : 0
  }

  /// The code of the first characters: `length` of them, or all where there are no more.
  @inlinable
  public func prefix(_ length: Int) -> Code {
    let kept = UInt64(min(length, count, 7))
    return kept == 0 ? .empty : Code(bits: bits & (1 << (8 * kept) - 1) | kept << 56)
  }

  /// The first character's ASCII value, 0 if empty.
  @inlinable
  public var first: UInt8 { UInt8(truncatingIfNeeded: bits) }
}

extension Code: ExpressibleByStringLiteral, CustomStringConvertible, Comparable {
  /// A code written in the source: at most seven characters. The compiler packs it, so comparing with one is comparing
  /// two words.
  @inlinable @inline(__always)
  public init(stringLiteral value: StaticString) {
    var bits: UInt64 = 0
    let count = min(value.utf8CodeUnitCount, 7)
    for index in 0..<count { bits |= UInt64(value.utf8Start[index]) << (8 * UInt64(index)) }
    self.init(bits: bits | UInt64(count) << 56)
  }

  /// The code's characters.
  public var description: String {
    String(decoding: (0..<count).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) }, as: UTF8.self)
  }

  /// Alphabetical order.
  public static func < (a: Code, b: Code) -> Bool { a.description < b.description }
}
