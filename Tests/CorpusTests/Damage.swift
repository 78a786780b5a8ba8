import Support
import Units
import WholePath

/// Damage as people, programs and transfers do it: by draws from a seed, so that every run does the same.
struct Damage {
  private var draws: Draws

  init(seed: Seed) { draws = Draws { seed.words($0, 5, 5, 5) } }

  private static let pieces: [[UInt8]] =
    [
      "\"", "\"\"", ",", "\n", "\r\n", ";", "\t", "\0", "\u{FEFF}", "é", "\u{A0}", "31/03/2025", "01/04/2024",
      "29/02/2023", "01/01/1900", "31/12/2099", "01/04/2031", "31/03/2032", "2024-06-01", "45000",
      "ZZ/06/2016",
      "<", ">", "</CHILD>", "<EPISODE>", "</HEADER>", "<DOB/>", "&amp;", "&x;", "<!DOCTYPE a>", "<![CDATA[",
      "-->",
    ].map { Array($0.utf8) } + [[FolderText.separator], [0xFF], [0xFF, 0xFE], [0xC2]]

  /// One of the files, or the start of one with the end of another, damaged in a few places.
  mutating func done(to files: [[UInt8]]) -> [UInt8] {
    guard var bytes = files.randomElement(using: &draws) else { return [] }
    if below(5) == 0, let other = files.randomElement(using: &draws) {
      bytes = Array(bytes.prefix(below(bytes.count)) + other.suffix(below(other.count)))
    }
    for _ in 0...below(4) where !bytes.isEmpty { damage(&bytes) }
    return bytes
  }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &draws) }

  private mutating func damage(_ bytes: inout [UInt8]) {
    let place = below(bytes.count)
    let length = below(min(80, bytes.count - place + 1))
    let range = place..<min(bytes.count, place + length)
    switch below(9) {
    case 0: bytes[place] = UInt8(below(256))
    case 1: bytes.removeSubrange(range)
    case 2: bytes.insert(contentsOf: bytes[range], at: below(bytes.count))
    case 3: bytes.removeLast(below(bytes.count))
    case 4: change(&bytes, at: place, apart: [0x0A]) { _, line in line + line }
    case 5: change(&bytes, at: place, apart: [0x0A]) { _, _ in [] }
    case 6:
      change(&bytes, at: place, apart: [0x0A, UInt8(ascii: ","), UInt8(ascii: "<"), UInt8(ascii: ">")]) {
        damage, _ in damage.piece()
      }
    default: bytes.insert(contentsOf: piece(), at: place)
    }
  }

  private mutating func piece() -> [UInt8] { Damage.pieces.randomElement(using: &draws) ?? [] }

  /// Changes the line, or the cell, that holds a place.
  private mutating func change(
    _ bytes: inout [UInt8], at place: Int, apart: [UInt8], _ made: (inout Damage, [UInt8]) -> [UInt8]
  ) {
    let start = bytes[..<place].lastIndex(where: apart.contains).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(where: apart.contains) ?? bytes.count
    guard start <= end else { return }
    bytes.replaceSubrange(start..<end, with: made(&self, Array(bytes[start..<end])))
  }
}
