import Support
import Testing
import Units

struct Holder {
  let id: ChildID
  let others: [ChildID?]
}

@Suite struct ChildIDTests {
  @Test(arguments: ["1", "0001", "1", "ABC/123-x", "123456789012345", "!~", "12345678", "123456789"])
  func `an identifier is kept as it is, leading zeros too`(text: String) throws {
    #expect(try #require(ChildID(text)).revealed == text)
  }

  @Test(arguments: [
    "", "1234567890123456", " ", " 1", "1 ", "1 2", "1\t2", "1\n", "é", "1é", "٣", "a\u{7F}", "a\u{0}",
    "\u{1F}",
  ])
  func `nothing, sixteen characters, spaces and characters other than ASCII are refused`(text: String) {
    #expect(ChildID(text) == nil)
  }

  @Test func `every visible character is kept in every place`() throws {
    for length in 1...15 {
      for byte in UInt8(0x21)...0x7E {
        let text = String(decoding: repeatElement(byte, count: length), as: UTF8.self)
        if ChildID(text)?.revealed != text { Issue.record("\(length) of \(byte)") }
      }
    }
  }

  @Test func `nothing that prints, dumps or reflects shows an identifier`() throws {
    let texts = ["8675309", "ABCDEFGHIJKLMNO"]
    for text in texts {
      let id = try #require(ChildID(text))
      let holder = Holder(id: id, others: [id, nil])
      var shown = [
        "\(id)", String(describing: id), String(reflecting: id), id.description, id.debugDescription,
        "\([id])", "\(String(describing: Optional(id)))", "\([id: id])", "\((id, 1))", "\(holder)",
        String(reflecting: [id]), String(reflecting: holder), "\(Mirror(reflecting: id))",
        "\(Result<ChildID, Never>.success(id))",
      ]
      for value in [id, [id], Optional(id) as Any, holder] as [Any] {
        var printed = ""
        print(value, to: &printed)
        debugPrint(value, to: &printed)
        dump(value, to: &printed)
        shown.append(printed)
      }
      for line in shown {
        #expect(line.contains("••••") || line.hasPrefix("Mirror"))
        #expect(!line.contains(text))
        // Nor may the words it is packed in be seen, which have far more digits.
        #expect(line.split { !$0.isNumber }.allSatisfy { $0.count < 7 }, "\(line)")
      }
      #expect(Mirror(reflecting: id).children.isEmpty)
      #expect("\(id)" == "child ••••")
    }
  }

  @Test func `identifiers are equal only where every character is`() throws {
    let texts = ["1", "01", "10", "a", "A", "12345678", "123456780", "123456789", "1234567890", "12345679"]
    #expect(Set(try texts.map { try #require(ChildID($0)) }).count == texts.count)
    #expect(ChildID("0012") == ChildID("0012"))
  }

  static let sequential: [UInt64] = (0..<100_000).compactMap { n in
    ChildID("\(1_000_000 + n)")?.mixed
  }

  @Test func `no two sequential identifiers are mixed to the same word`() {
    #expect(Set(Self.sequential).count == 100_000)
  }

  /// 100 000 balls thrown into 131 072 boxes fill 69 950 of them, give or take 120.
  @Test func `sequential identifiers fill a hash table as chance would`() {
    let mask: UInt64 = 1 << 17 - 1
    let filled = Set(Self.sequential.map { $0 & mask }).count
    #expect((69_000...100_000).contains(filled), "\(filled)")
  }

  @Test func `long identifiers that differ only at their end are spread too`() {
    let mask: UInt64 = 1 << 17 - 1
    let words = (0..<100_000).compactMap { ChildID("COUNCIL-\(1_000_000 + $0)")?.mixed }
    #expect(Set(words).count == 100_000)
    let filled = Set(words.map { $0 & mask }).count
    #expect((69_000...100_000).contains(filled), "\(filled)")
  }
}
