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

  /// The first character's ASCII value, 0 if empty.
  @inlinable
  public var first: UInt8 { UInt8(truncatingIfNeeded: bits) }
}

extension Code: ExpressibleByStringLiteral, CustomStringConvertible, Comparable {
  /// A code written in the source.
  public init(stringLiteral value: String) { self.init(value) }

  /// The code's characters.
  public var description: String {
    String(decoding: (0..<count).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) }, as: UTF8.self)
  }

  /// Alphabetical order.
  public static func < (a: Code, b: Code) -> Bool { a.description < b.description }
}
