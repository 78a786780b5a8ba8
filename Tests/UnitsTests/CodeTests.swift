import Testing
import Units

@Suite struct CodeTests {
  @Test func `a code is its characters, the first lowest, and their count`() {
    let code: Code = "U4"
    #expect(code.bits == 0x0200_0000_0000_3455)
    #expect(code.count == 2)
    #expect(code.first == UInt8(ascii: "U"))
    #expect(Code(bits: code.bits) == code)
  }

  @Test(arguments: ["U", "U4", "PR1", "E4A", "CUSTOD", "SC01234", "a b"])
  func `a code reads back as written`(text: String) {
    #expect(Code(text).description == text)
    #expect(Code(text).count == text.count)
    #expect(!Code(text).isEmpty)
  }

  @Test func `an empty field is no code`() {
    #expect(Code("") == .empty)
    #expect(Code.empty.isEmpty && Code.empty.count == 0 && Code.empty.first == 0)
    #expect(Code.empty.description.isEmpty)
    #expect(!Code("0").isEmpty)
  }

  @Test func `characters past the seventh are dropped`() {
    #expect(Code("ABCDEFGH") == Code("ABCDEFG"))
    #expect(Code("ABCDEFGH").count == 7)
    #expect(Code("ABCDEFG") != Code("ABCDEF"))
  }

  @Test func `codes differ by every character, case and length`() {
    let texts = ["", "0", "00", "U4", "u4", "U40", "4U", "PR1", "PR10", "PR01"]
    #expect(Set(texts.map { Code($0) }).count == texts.count)
  }

  @Test func `codes are in alphabetical order`() {
    let sorted = ["", "H5", "K1", "K2", "P1", "PR0", "PR1", "T0", "U4", "U40", "U5", "Z1"]
    #expect(sorted.reversed().map { Code($0) }.sorted().map(\.description) == sorted)
  }

  @Test(arguments: [("U4", "U4" as Code), ("", ""), ("CUSTOD", "CUSTOD"), ("SC01234", "SC01234")])
  func `a code in the source is the one read`(text: String, code: Code) {
    #expect(code == Code(text))
  }

  @Test func `characters by position, and the first of them`() {
    let code: Code = "SW1A1AA"
    #expect((0..<7).map { code[$0] } == Array("SW1A1AA".utf8) && code[7] == 0)
    #expect(
      code.prefix(2) == "SW" && code.prefix(7) == code && code.prefix(9) == code && code.prefix(0).isEmpty)
    #expect(Code.empty.prefix(3).isEmpty && Code.empty[0] == 0)
  }
}
