import Files
import Foundation
import Testing

/// What bytes are decoded to.
private struct Decoded: Equatable {
  let text: String
  let encoding: TextEncoding
}

private func decoded(_ bytes: [UInt8]) throws(NotText) -> Decoded {
  let result = bytes.withUnsafeBufferPointer { buffer -> Result<Decoded, NotText> in
    do throws(NotText) {
      return .success(
        try TextDecoding.withText(buffer) {
          Decoded(text: String(decoding: $0, as: UTF8.self), encoding: $1)
        })
    } catch { return .failure(error) }
  }
  return try result.get()
}

@Suite struct TextDecodingTests {
  static let text = "CHILD,NAME\r\n1,Zoë €5 漢 🙂\r\n"

  @Test func `plain ASCII and UTF-8 are read as they are`() throws {
    #expect(try decoded(Array("a,b\n".utf8)) == Decoded(text: "a,b\n", encoding: .utf8))
    #expect(try decoded(Array(Self.text.utf8)) == Decoded(text: Self.text, encoding: .utf8))
    // Long enough that bytes outside ASCII may stand anywhere in a word of eight.
    for place in 0..<24 {
      let long = String(repeating: "a", count: place) + "é" + String(repeating: "b", count: 23 - place)
      #expect(try decoded(Array(long.utf8)) == Decoded(text: long, encoding: .utf8))
    }
  }

  @Test func `a byte-order mark is not part of the text`() throws {
    #expect(try decoded([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)).text == Self.text)
    #expect(try decoded([0xEF, 0xBB, 0xBF]) == Decoded(text: "", encoding: .utf8))
    // Compared by bytes: a mark left in front would show nowhere.
    #expect(Array(try decoded([0xEF, 0xBB, 0xBF, 0x61]).text.utf8) == [0x61])
  }

  @Test func `UTF-16 with a byte-order mark is read in either order`() throws {
    let units = Array(Self.text.utf16)
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in units {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for bytes in [little, big] {
      let read = try decoded(bytes)
      #expect(Array(read.text.utf8) == Array(Self.text.utf8))
      #expect(read.encoding == .utf16)
    }
  }

  @Test func `bytes that are no UTF-8 are read as Windows-1252`() throws {
    let bytes: [UInt8] = [0x5A, 0x6F, 0xEB, 0x2C, 0x80, 0x35, 0xA0, 0x93, 0x94, 0x99, 0xFF]
    #expect(
      try decoded(bytes) == Decoded(text: "Zoë,€5\u{A0}\u{201C}\u{201D}™ÿ", encoding: .windows1252))
    #expect(TextEncoding.windows1252.rawValue.contains("Windows-1252"))
  }

  @Test func `every byte of Windows-1252 becomes its character`() throws {
    for byte in UInt8(0x80)...0xFF {
      let read = try decoded([0x61, byte])
      let expected =
        [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte)
        ? "a\u{FFFD}" : String(data: Data([0x61, byte]), encoding: .windowsCP1252)
      #expect(read.text == expected, "\(byte)")
      #expect(read.encoding == .windows1252)
    }
  }

  @Test(
    arguments: [
      [0xC3], [0xC3, 0x28], [0xE2, 0x82], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
    ] as [[UInt8]])
  func `broken UTF-8 is taken for Windows-1252`(bytes: [UInt8]) throws {
    let read = try decoded(Array("a,b,c,d,e,f\n".utf8) + bytes)
    #expect(read.encoding == .windows1252)
    #expect(read.text.unicodeScalars.count == 12 + bytes.count)
  }

  @Test func `an empty file is no text`() {
    #expect(throws: NotText.empty) { try decoded([]) }
  }

  @Test(
    arguments: [
      ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"), ([0x89, 0x50, 0x4E, 0x47, 0x0D], "PNG"),
      ([0x47, 0x49, 0x46, 0x38, 0x39], "GIF"), (Array("%PDF-1.7".utf8), "PDF"), ([0x50, 0x4B, 3, 4], "zip"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "Office"), ([0x1F, 0x8B, 0x08], "gzip"),
      (Array("SQLite format 3".utf8), "database"),
    ] as [([UInt8], String)])
  func `a file of another kind is named`(bytes: [UInt8], word: String) throws {
    let error = #expect(throws: NotText.self) { try decoded(bytes + Array(",a,b\n".utf8)) }
    guard case .known(let kind) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(kind.contains(word))
  }

  @Test(
    arguments: [
      [0], [0x61, 0, 0x62, 0], [0x61, 0x07], Array(repeating: 0x20, count: 511) + [0x02], [0x7F, 0x45, 0x0E],
      [0xEF, 0xBB, 0xBF, 0x61, 0x1A],
    ] as [[UInt8]])
  func `a control character on the first line is no text`(bytes: [UInt8]) {
    #expect(throws: NotText.binary) { try decoded(bytes) }
  }

  @Test func `more than one control character in twenty bytes is no text`() throws {
    let line = Array("a,b,c,d,e,f,g,h,i\r\n".utf8)
    #expect(line.count == 19)
    #expect(try decoded(line + [0x1A]).encoding == .utf8)
    #expect(throws: NotText.binary) { try decoded(line.dropFirst() + [0x1A]) }
    #expect(throws: NotText.binary) { try decoded(line + [0x00, 0x00]) }
  }

  @Test func `a stray byte of nothing is left for the reader of lines`() throws {
    let bytes = Array("CHILD,SEX,DOB\n1,\u{0},01/02/2010\n2,1,01/02/2010\n".utf8)
    #expect(try decoded(bytes) == Decoded(text: String(decoding: bytes, as: UTF8.self), encoding: .utf8))
  }

  @Test func `tabs, line ends, form feeds and escapes are text`() throws {
    #expect(try decoded([0x61, 9, 11, 12, 0x1B, 10, 13]).encoding == .utf8)
  }
}
