import Foundation
import Support
import Testing
import Units

@testable import Returns

/// The return's XML, damaged in every way.
struct XMLDamageTests {
  private static let pieces = [
    "<", ">", "&", "\"", "/", "<CHILD>", "</CHILD>", "<HEADER>", "</HEADER>", "<EPISODE>", "</EPISODE>",
    "<DOB/>",
    "<![CDATA[", "]]>", "<!--", "-->", "<?x ?>", "&#0;", "&#xFFFFF;", "&lt;", "<!DOCTYPE a>", "\0",
    "\u{FEFF}", "é",
    "<a:b>", "<EXPSSDA903>", "</EXPSSDA903>",
  ].map { Array($0.utf8) }

  @Test(arguments: 1...4)
  func `damage gives tables or a reason, never a trap or a value in the reason`(_ seed: UInt64) {
    var draws = Draws { Seed(seed).words($0, 1, 2, 3) }
    let whole = Array(XMLReturnTests.full.utf8)
    var read = 0
    var refused = 0
    for _ in 0..<1000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &draws) { damage(&bytes, &draws) }
      let (csv, _, error) = XMLReturnTests.tables(bytes)
      #expect(csv.isEmpty == (error != nil))
      for (name, text) in csv {
        let rows = text.utf8.count { $0 == 0x0A }
        #expect(rows > 1 && text.hasPrefix("CHILD"), "\(name.rawValue)")
      }
      if let error {
        refused += 1
        #expect(!error.reason.contains("0012") && error.reason.count < 300)
      } else {
        read += 1
      }
    }
    #expect(read > 20 && refused > 150)
  }

  private func damage(_ bytes: inout [UInt8], _ draws: inout Draws) {
    guard bytes.count > 20 else { return }
    let place = Int.random(in: 0..<bytes.count, using: &draws)
    let length = Int.random(in: 0...min(60, bytes.count - place), using: &draws)
    switch Int.random(in: 0...12, using: &draws) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &draws)
    case 1: bytes.removeSubrange(place..<(place + length))
    case 2: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
    case 3: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &draws))
    case 4:
      let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &draws)]
      bytes.insert(contentsOf: piece, at: place)
    default:
      // Within a value or between elements, so that the file stays well-formed.
      let before = bytes[..<place].last { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
      guard before == UInt8(ascii: ">") else { return }
      let inserted = [
        "1", "/", "<X/>", "<DOB/>", "<OC2><X>1</X></OC2>", " & ", "\n", "\u{A0}", "<EPISODE/>", "<HEADER/>",
      ]
      bytes.insert(
        contentsOf: Array(inserted[Int.random(in: 0..<inserted.count, using: &draws)].utf8), at: place)
    }
  }
}
