/// A child's record whose rows only named people may see: an employee's child, a protected address, a case in the news.
public struct Restriction: Sendable, Equatable {
  /// Names it for ever.
  public let id: Int64
  /// The child's number as the return has it.
  public let child: String
  /// Why.
  public let reason: String
  /// Numbers of the accounts that are named for it.
  public let named: Set<Int64>
  /// Who restricted it.
  public let addedBy: String
  /// When, in seconds since 1970.
  public let addedAt: Int64

  /// A restriction.
  public init(
    id: Int64, child: String, reason: String, named: Set<Int64>, addedBy: String, addedAt: Int64
  ) {
    self.id = id
    self.child = child
    self.reason = reason
    self.named = named
    self.addedBy = addedBy
    self.addedAt = addedAt
  }

  /// A child's number without what spreadsheets and people change: spaces, quotes, small letters, leading noughts and the
  /// apostrophe that keeps a formula from being one. Two that are the same in this form are one child's.
  public static func plain(_ number: String) -> String {
    var bytes = number.utf8.filter { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }[...]
    if bytes.first == UInt8(ascii: "'") { bytes = bytes.dropFirst() }
    let rest = bytes.drop { $0 == UInt8(ascii: "0") }
    return String(decoding: rest.isEmpty ? bytes : rest, as: UTF8.self).uppercased()
  }
}
