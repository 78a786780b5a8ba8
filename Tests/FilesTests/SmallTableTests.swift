import Files
import Testing

@Suite struct SmallTableTests {
  private func read(_ text: String, _ columns: [String] = ["a", "b"]) throws(SmallTableError)
    -> [SmallTable.Row]
  {
    try SmallTable.read(Array(text.utf8), columns: columns)
  }

  @Test func `columns are found in any order and case among others`() throws {
    let rows = try read("Note, B ,A\nx,2,1\n")
    #expect(rows.count == 1)
    #expect(rows.first?["a"] == "1")
    #expect(rows.first?["b"] == "2")
    #expect(rows.first?["note"] == "x")
    #expect(rows.first?["other"] == nil)
  }

  @Test func `a missing column is named with those needed and the header's line`() {
    #expect(
      throws: SmallTableError(
        line: 2, problem: "the column “b” is missing; the columns needed are a, b, c")
    ) { try read("\na,c\n1,2", ["a", "b", "c"]) }
  }

  @Test func `spaces around a value are dropped and an empty one is none`() throws {
    let rows = try read("a,b\n  x y \t,\"  \"\n\u{A0}z,1")
    #expect(rows.map { $0["a"] } == ["x y", "z"])
    #expect(rows.map { $0["b"] } == [nil, "1"])
  }

  @Test func `of two columns of one name the first that is filled counts`() throws {
    let rows = try read("a,b,A\n1,2,3\n,2,3")
    #expect(rows.map { $0["a"] } == ["1", "3"])
  }

  @Test func `rows know their lines, and short and long ones are read`() throws {
    let rows = try read("a,b\n\n1\n\"x\ny\",2,3\n,\n5,6")
    #expect(rows.map(\.line) == [3, 4, 7])
    #expect(rows.map { $0["a"] } == ["1", "x\ny", "5"])
    #expect(rows.map { $0["b"] } == [nil, "2", "6"])
  }

  @Test func `a header alone is a table without rows`() throws {
    #expect(try read("a,b").isEmpty)
  }

  @Test(arguments: ["\n\n", ",,\n,,"])
  func `a text of nothing is an empty file`(text: String) {
    #expect(throws: SmallTableError(line: 1, problem: "the file is empty")) { try read(text) }
  }

  @Test func `an empty file or picture is not text`() {
    for bytes: [UInt8] in [[], [0xFF, 0xD8, 0xFF], [0, 1, 2]] {
      let error = #expect(throws: SmallTableError.self) {
        try SmallTable.read(bytes, columns: ["a"])
      }
      #expect(error?.line == 1)
      #expect(error?.problem.contains("not text") == true)
    }
  }

  @Test func `a table saved by a spreadsheet in other encodings is read`() throws {
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in "a;b\r\n1;£2\r\n".utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try SmallTable.read(utf16, columns: ["a", "b"]).first?["b"] == "£2")
    let latin = Array("a,b\n1,".utf8) + [0xA3, 0x32]
    #expect(try SmallTable.read(latin, columns: ["a", "b"]).first?["b"] == "£2")
    let marked = [0xEF, 0xBB, 0xBF] + Array("a,b\n1,2".utf8)
    #expect(try SmallTable.read(marked, columns: ["a", "b"]).first?["a"] == "1")
  }
}
