/// A child's identifier in the council's returns: 1 to 15 ASCII characters, usually ten at the most, leading zeros kept.
///
/// It never shows itself: printing, interpolating or dumping it gives "child ••••", so that no log or error message
/// can carry it by accident. Only named exports read `revealed`.
public struct ChildID: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  private let low: UInt64
  private let high: UInt64

  /// The identifier with these bytes; nil where there are none, more than 15, or any that is not visible ASCII.
  public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard (1...15).contains(bytes.count) else { return nil }
    var low: UInt64 = 0
    var high = UInt64(bytes.count) << 56
    var shift: UInt64 = 0
    for byte in bytes {
      guard byte > 0x20, byte < 0x7F else { return nil }
      if shift < 64 { low |= UInt64(byte) << shift } else { high |= UInt64(byte) << (shift - 64) }
      shift += 8
    }
    self.low = low
    self.high = high
  }

  /// The identifier written as text.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let id = bytes.withUnsafeBufferPointer(ChildID.init) else { return nil }
    self = id
  }

  /// The identifier's bits mixed into one well-spread word, for hash tables; nothing can be read back from a part
  /// of it.
  public var mixed: UInt64 {
    var word = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
    word ^= word >> 32
    return (word &* 0xC4CE_B9FE_1A85_EC53) >> 17
  }

  /// The identifier itself, for a named export that is allowed to hold it.
  public var revealed: String {
    var bytes: [UInt8] = []
    for index in 0..<(high >> 56) {
      let word = index < 8 ? low : high
      bytes.append(UInt8(truncatingIfNeeded: word >> (8 * (index % 8))))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Always "child ••••".
  public var description: String { "child ••••" }
  /// Always "child ••••".
  public var debugDescription: String { description }
  /// Shows nothing of the identifier.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
