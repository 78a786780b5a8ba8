import Files
import Testing

@Suite struct YAMLReaderTests {
  private func read(_ text: String) throws(YAMLError) -> YAMLNode { try YAMLReader.read(Array(text.utf8)) }

  private func error(_ text: String) -> YAMLError? {
    do throws(YAMLError) {
      _ = try read(text)
      return nil
    } catch {
      return error
    }
  }

  @Test func `keys keep their order, every value its line and column, and nothing but text is made of them`()
    throws
  {
    let root = try read("# a comment\nb: 2027-04-01\na:\n  - no\n  - 1.10 # ten\n  - {x: '5', y: }\nc: ~\n")
    let entries = try #require(root.entries)
    #expect(entries.map(\.key) == ["b", "a", "c"] && entries.map(\.line) == [2, 3, 7])
    #expect(entries[0].value.text == "2027-04-01" && entries[0].value.column == 4)
    let list = try #require(entries[1].value.values)
    #expect(list.map(\.line) == [4, 5, 6] && list.map(\.column) == [5, 5, 5])
    #expect(list[0].text == "no" && list[1].text == "1.10")
    #expect(list[2].entries?.map(\.value.content) == [.scalar("5"), .empty])
    #expect(entries[2].value.content == .empty)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines are counted whatever ends them`(_ end: String) throws {
    let root = try read(["a: 1", "", "b: 2", "c:", "  d: x"].joined(separator: end))
    #expect(root.entries?.map(\.line) == [1, 3, 4])
    #expect(root.entries?[2].value.line == 5)
    #expect(
      error(["a: 1", "b: 2", "", "a: 3"].joined(separator: end)) == .duplicateKey("a", line: 4, first: 1))
  }

  @Test func `files of Windows programs are read`() throws {
    #expect(try YAMLReader.read([0xEF, 0xBB, 0xBF] + Array("a: £".utf8)).entries?[0].value.text == "£")
    #expect(try YAMLReader.read(Array("a: ".utf8) + [0xA3]).entries?[0].value.text == "£")
    #expect(try YAMLReader.read([0xFF, 0xFE, 0x61, 0, 0x3A, 0, 0x20, 0, 0xA3, 0]).entries?[0].key == "a")
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3", "a", 3, 1), ("x:\n  k: 1\n  l: 2\n  k: 3", "k", 4, 2),
    ("\"a\": 1\n'a': 2", "a", 2, 1),
    ("- {a: 1, b: 2, a: 3}", "a", 1, 1), ("- a: 1\n  b:\n    c: 1\n    c: 2", "c", 4, 3),
    ("é: 1\nk: 2\né: 3", "é", 3, 1), ("a: 1\na: 2\na: 3", "a", 2, 1),
    ("a:\n  b: 1\n  b: 2\nc: 3\nc: 4", "b", 3, 2),
  ])
  func `a key that stands twice is refused with both lines`(
    _ text: String, _ key: String, _ line: Int, _ first: Int
  ) {
    #expect(error(text) == .duplicateKey(key, line: line, first: first))
  }

  @Test func `one key in two mappings is no duplicate`() throws {
    #expect(try read("- a: 1\n- a: 2\n").values?.count == 2)
    #expect(try read("a:\n  a: 1\n").entries?.count == 1)
  }

  @Test func `names for values are refused, and so is a bomb made of them, at once`() {
    #expect(error("a: &x 1\nb: *x") == .alias(line: 2))
    #expect(error("b: 1\na: &x 1") == .alias(line: 2))
    #expect(error("a: 1\n&x b: 2") == .alias(line: 2))
    #expect(error("a: *x")?.line == 1)
    var bomb = "n0: &n0 [x, x]\n"
    for level in 1...40 { bomb += "n\(level): &n\(level) [*n\(level - 1), *n\(level - 1)]\n" }
    #expect(error(bomb + "? *n40\n: 1\n? *n39\n: 2\n") == .alias(line: 2))
    #expect(error("a: fish & chips * 2\nb: R&D") == nil)
  }

  @Test func `stars and ampersands in a text are text`() throws {
    let text =
      "a: \"see &x and *x, \\\"quoted\\\"\"\nb: 'R&D *D'\nc: |\n  &y *y\nd: fish&z *z\n\"*q &q\": 1\n"
    let entries = try #require(try read(text).entries)
    #expect(
      entries.map { $0.value.text } == [
        "see &x and *x, \"quoted\"", "R&D *D", "&y *y\n", "fish&z *z", "1",
      ])
    #expect(entries.last?.key == "*q &q")
  }

  @Test func `types, second documents, keys that are lists, depth and size are refused with their line`() {
    #expect(error("a: 1\nb: !thing 2") == .tag(line: 2))
    #expect(error("a: 1\n---\nb: 2") == .secondDocument(line: 2))
    #expect(error("---\na: 1\n") == nil)
    #expect(error("a: 1\n? [1, 2]\n: 3") == .keyNotText(line: 2))
    let deep = String(repeating: "[", count: 13) + String(repeating: "]", count: 13)
    #expect(error("a: 1\nb: \(deep.dropFirst().dropLast(1))") == .tooDeep(line: 2, limit: 12))
    #expect(error(String(repeating: "[", count: 200_000)) != nil)
    let long = "a: " + String(repeating: "x", count: YAMLReader.limit)
    #expect(error(long) == .tooLarge(bytes: long.utf8.count, limit: YAMLReader.limit))
  }

  @Test func `nothing, comments alone and what is no text are refused`() {
    for text in ["", "\n\n", "# only this\n", "~"] { #expect(error(text) == .empty) }
    #expect(throws: YAMLError.notText) { try YAMLReader.read([0x89, 0x50, 0x4E, 0x47, 0, 1, 2]) }
  }

  @Test(arguments: [
    ("a: 1\nb: c: d\n", 2), ("a: 1\nb: [1, 2\nc: 3\n", 3), ("a: 1\nb: \"open\n", 2), ("a: 1\n\tb: 2\n", 2),
    ("a: 1\nb: 2\n c: 3\n", 3), ("a: 1\nb: @x\n", 2), ("a:\n  - 1\n b: 2\n", 3),
    ("name: forty letters, to be taken for text\nb: \u{1}\n", 2),
  ])
  func `what breaks the grammar is refused on its line, with advice`(_ text: String, _ line: Int) throws {
    let error = try #require(self.error(text))
    #expect(error.line == line, "\(error)")
    guard case .grammar = error else {
      Issue.record("\(error)")
      return
    }
    #expect(error.remedy.hasSuffix(".") && error.description.hasPrefix("line \(line): "))
  }
}
