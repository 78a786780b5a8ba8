import Foundation

/// How a text file's bytes were read.
public enum TextEncoding: String, Sendable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"
  /// UTF-16 with a byte-order mark, as Excel's "Unicode text".
  case utf16 = "UTF-16"
  /// Windows-1252, the Latin-1 of Windows programs.
  case windows1252 = "Windows-1252 (Latin-1)"
}

/// Why bytes are not a text file.
public enum NotText: Error, Equatable {
  /// Nothing in the file.
  case empty
  /// Begins as another known kind of file does.
  case known(String)
  /// Holds bytes that no text file has.
  case binary
}

/// Turns a file's bytes into UTF-8 without a byte-order mark.
public enum TextDecoding {
  /// Hands `body` the text as UTF-8 bytes, in place where they are that already.
  ///
  /// - Throws: `NotText` for an empty or binary file.
  public static func withText<R>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, TextEncoding) -> R
  ) throws(NotText) -> R {
    guard !bytes.isEmpty else { throw .empty }
    if let kind = knownKind(bytes) { throw .known(kind) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      guard let text = String(data: Data(buffer: bytes), encoding: .utf16) else { throw .binary }
      return Array(text.utf8).withUnsafeBufferPointer { body($0, .utf16) }
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = UnsafeBufferPointer(rebasing: bytes[start...])
    if looksBinary(text) { throw .binary }
    if isASCII(text) || isValidUTF8(text) { return body(text, .utf8) }
    return fromWindows1252(text).withUnsafeBufferPointer { body($0, .windows1252) }
  }

  private static func knownKind(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let kinds: [([UInt8], String)] = [
      ([0xFF, 0xD8, 0xFF], "a JPEG picture"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
      ([0x47, 0x49, 0x46, 0x38], "a GIF picture"), ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
      ([0x50, 0x4B, 0x03, 0x04], "a zip archive inside an archive: unpack it first"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document: save its sheets as CSV"),
      ([0x1F, 0x8B], "a gzip archive: unpack it first"),
      ([0x53, 0x51, 0x4C, 0x69, 0x74, 0x65], "a database"),
    ]
    return kinds.first { bytes.starts(with: $0.0) }?.1
  }

  /// Whether the first line holds a control character, or one byte in twenty of the start is one. A stray NUL further
  /// on costs its own row only.
  private static func looksBinary(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = text.prefix(4096)
    let isControl = { (byte: UInt8) in byte < 9 || (14..<27).contains(byte) }
    let firstLine = start.prefix { $0 != 0x0A && $0 != 0x0D }
    return firstLine.contains(where: isControl) || start.count(where: isControl) * 20 > start.count
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    var seen: UInt64 = 0
    while index + 8 <= raw.count {
      seen |= raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      index += 8
    }
    while index < raw.count {
      seen |= UInt64(raw[index])
      index += 1
    }
    return seen & 0x8080_8080_8080_8080 == 0
  }

  private static func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private static func fromWindows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 64)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let scalar = byte < 0xA0 ? upper1252[Int(byte - 0x80)] : UInt32(byte)
        text.append(contentsOf: String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
      }
    }
    return text
  }

  /// Windows-1252, 0x80 to 0x9F, as Unicode scalars; the five holes become the replacement character.
  private static let upper1252: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
