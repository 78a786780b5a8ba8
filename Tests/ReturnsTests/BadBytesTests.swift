import Foundation
import Testing
import Units

@testable import Files
@testable import Returns

/// Files made to trap, hang or take all memory: each is refused, or read, in the time its size asks for.
struct BadBytesTests {
  private func read(_ text: String, _ name: String = "episodes.csv") -> ReturnSet {
    ReturnsReader.read([(name, Array(text.utf8))])
  }

  private func reason(_ set: ReturnSet) -> String {
    guard case .unusable(let reason)? = set.files.first?.status else { return "" }
    return reason
  }

  private static let header = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n"

  @Test func `the order files are given in memory does not matter`() {
    let files = [
      ("b.csv", Array(Self.header.utf8)), ("a.csv", Array("CHILD,SEX,DOB,ETHNIC\n1,1,01/01/2010,X\n".utf8)),
    ]
    #expect(ReturnsReader.read(files).files.map(\.name) == ["a.csv", "b.csv"])
    #expect(ReturnsReader.read(files.reversed()).rowsRead == 1)
  }

  @Test func `a file in memory is held to the same limit`() {
    let file = FoundFile(name: "a", bytes: [1, 2, 3])
    #expect(throws: FilesError.tooLarge(path: "a", bytes: 3, limit: 2)) {
      try file.withBytes(limit: 2) { _ in }
    }
  }

  @Test func `a quote in a date is shown once, however often the table is written and read`() {
    let set = read(Self.header + "1,\"01/\"\"05/2024\",S,C2,N1,U6,PR1,,\n")
    #expect(set.setAside.map(\.value) == ["01/\"05/2024"])
    #expect(set.unusedTables.first?.shown(0, 0) == "01/\"05/2024")
  }

  @Test func `what is shown of a long value ends with a whole character`() {
    let long = String(repeating: "é", count: 60) + " end"
    let set = read(Self.header + "1,x\(long),S,C2,N1,U6,PR1,,\n\(long),01/05/2024,S,C2,N1,U6,PR1,,\n")
    #expect(
      set.setAside.map(\.value) == [
        "x" + String(repeating: "é", count: 39), String(repeating: "é", count: 40),
      ])
    #expect(set.unusedTables.first?.shown(0, 0) == "x" + String(repeating: "é", count: 39))
  }

  @Test func `a chain of quotes, each closed on the next line, is read once and not from every line again`() {
    let set = read(Self.header + String(repeating: "b\",\"c\n", count: 300_000))
    #expect(set.rowsRead == 300_000 && set.rowsSetAside == 300_000)
  }

  @Test func `a line of millions of values is one row set aside`() {
    let wide = read(Self.header + "1,01/05/2024" + String(repeating: ",", count: 5_000_000) + "x\n")
    #expect(wide.count(.raggedRow) == 1 && wide.rowsRead == 1)
    #expect(reason(read("CHILD" + String(repeating: ",a b c", count: 1_000_000))).contains("CHILD"))
    #expect(reason(read(String(repeating: "a b ", count: 1_000_000))).contains("CHILD"))
  }

  @Test func `blank lines above the rows do not make room for rows that are not there`() {
    let text = Self.header + String(repeating: "\n", count: 65_536) + String(repeating: "x", count: 2_000_000)
    let set = read(text)
    #expect(set.rowsRead == 1 && set.rowsSetAside == 1)
    #expect(set.tables.first.map { $0.child.capacity < 500_000 } == true)
  }

  @Test func `a table of more rows than any return has is not used`() {
    let rows = TableReader.mostRows + 1
    let text = "CHILD,DUC\n" + String(repeating: "1\n", count: rows)
    let set = read(text, "uasc.csv")
    #expect(reason(set).contains("10 million rows") && set.rowsRead == 0 && set.tables.isEmpty)
  }

  @Test func `every row bad is every row set aside`() {
    let set = read(Self.header + String(repeating: "1,no,S,C2,N1,U6,PR1,,\n", count: 200_000))
    #expect(set.rowsRead == 200_000 && set.rowsSetAside == 200_000 && set.rowsUsed == 0)
  }

  @Test func `years to come are read as they are`() {
    let files = [
      ("header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,M,01/06/2020,WBRI,,,\n"),
      ("episodes.csv", Self.header + "1,01/05/2031,S,C2,N1,Z9,PR1,31/03/2032,X1\n"),
    ]
    let set = ReturnsReader.read(files.map { ($0.0, Array($0.1.utf8)) })
    #expect(set.years == [CollectionYear(startYear: 2031)] && set.rowsUsed == 2)
  }

  @Test func `XML cut short at any byte is refused whole, whatever its encoding`() throws {
    let text = XMLReturnTests.file(XMLReturnTests.child("1", XMLReturnTests.episode("01/05/2023")))
    for encoding in [String.Encoding.utf8, .utf16] {
      let whole = [UInt8](try #require(text.data(using: encoding)))
      #expect(ReturnsReader.read([("r.xml", whole)]).tables.count == 2)
      // The line end after the last element may go.
      let last = try #require(whole.lastIndex(of: UInt8(ascii: ">")))
      for count in 0..<last {
        let set = ReturnsReader.read([("r.xml", Array(whole.prefix(count)))])
        #expect(set.tables.isEmpty && set.rowsRead == 0, "\(encoding) \(count)")
      }
    }
  }

  @Test(arguments: ["utf-16", "us-ascii", "klingon"])
  func `XML that states another encoding than its own is refused or read as it is`(_ name: String) {
    let text = XMLReturnTests.full.replacingOccurrences(of: "\"1.0\"?", with: "\"1.0\" encoding=\"\(name)\"?")
      .replacingOccurrences(of: "WBRI", with: "WBRÎ")
    let set = read(text, "r.xml")
    #expect(set.rowsRead == 14 || (set.tables.isEmpty && reason(set).contains("encoding")), "\(reason(set))")
  }

  @Test func `entities within entities are refused before any is made`() {
    let bomb = (1...9).reduce("<!ENTITY e0 'lol'>") { text, n in
      text + "<!ENTITY e\(n) '" + String(repeating: "&e\(n - 1);", count: 10) + "'>"
    }
    let set = read(
      "<?xml version=\"1.0\"?><!DOCTYPE EXPSSDA903 [\(bomb)]><EXPSSDA903>&e9;</EXPSSDA903>", "r.xml")
    #expect(reason(set).contains("DOCTYPE"))
  }

  @Test(arguments: ["<A>", "<CHILD>", "<A b='1'>", "<CHILD><HEADER>"])
  func `elements without end in one another are refused at the thirteenth`(_ tag: String) {
    let text = "<EXPSSDA903>" + String(repeating: tag, count: 50_000_000 / tag.utf8.count)
    #expect(reason(read(text, "r.xml")).contains("12 deep"))
  }
}
