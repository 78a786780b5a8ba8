import Files
import Foundation
import Support
import Testing
import Units

/// Everything a reader says of a file.
private struct ReadXML: Equatable {
  var steps: [String] = []
  var lines: [Int] = []
  /// The text of all steps, however it was cut.
  var text = ""
  var error: XMLError?

  init(_ text: String, deepest: Int = 12) { self.init(Data(text.utf8), deepest: deepest) }

  init(_ data: Data, deepest: Int = 12) {
    [UInt8](data).withUnsafeBufferPointer { bytes in
      do throws(XMLError) {
        let reader = try XMLReader(bytes, deepest: deepest)
        while let event = try reader.next() {
          switch event {
          case .start(let name):
            steps.append("<" + name)
            lines.append(reader.line)
          case .text(let part):
            steps.append(part)
            text += part
          case .end: steps.append(">")
          }
        }
      } catch {
        self.error = error
      }
    }
  }
}

struct XMLReaderTests {
  @Test func `elements, text and ends come in order, with their lines`() {
    let read = ReadXML(
      "<?xml version=\"1.0\"?>\n<a>\n <b>one</b>\n <!-- no --><c/><?no no?>\n <d x='1'></d>\n</a>\n")
    #expect(read.steps == ["<a", "<b", "one", ">", "<c", ">", "<d", ">", ">"])
    #expect(read.lines == [2, 3, 4, 5])
    #expect(read.error == nil)
  }

  @Test func `XML's own entities, character references and CDATA are text`() {
    let read = ReadXML("<a>R&amp;B &lt;&#233;&#x6F22;&gt; <![CDATA[<x> & ]]>&quot;&apos;</a>")
    #expect(read.text == "R&B <é漢> <x> & \"'")
    #expect(read.error == nil)
  }

  @Test func `prefixes of names are dropped`() {
    #expect(ReadXML("<r:a xmlns:r='u'><r:b>1</r:b></r:a>").steps == ["<a", "<b", "1", ">", ">"])
    #expect(ReadXML("<a xmlns='u'/>").steps == ["<a", ">"])
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>", "<?xml version='1.0'?>\n<!-- <b> --> <!DOCTYPE a [<!ENTITY x 'y'>]>\n<a>&x;</a>",
    "\u{FEFF}\n <!DOCTYPE html>", "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
  ])
  func `a DOCTYPE is refused`(_ text: String) throws {
    for data in [Data(text.utf8), try #require(text.data(using: .utf16))] {
      let read = ReadXML(data)
      guard case .docType = read.error else {
        Issue.record("\(String(describing: read.error))")
        return
      }
      #expect(read.steps.isEmpty)
    }
  }

  @Test func `a DOCTYPE behind a long comment is refused too`() {
    let bomb = (1...9).reduce("<!ENTITY e0 'x'>") { text, n in
      text + "<!ENTITY e\(n) '\(String(repeating: "&e\(n - 1);", count: 10))'>"
    }
    let comment = "<!--" + String(repeating: " no", count: 30_000) + "-->"
    let read = ReadXML(comment + "<!DOCTYPE a [\(bomb)]><a>&e9;</a>")
    #expect(read.error != nil && read.text.utf8.count < 100)
  }

  @Test func `an unknown entity and a bare ampersand are told apart from other faults`() {
    #expect(ReadXML("<a>\n&nbsp;</a>").error == .entity(line: 2))
    #expect(ReadXML("<a>\n\nR & B</a>").error == .entity(line: 3))
    #expect(ReadXML("<a>R&B</a>").error == .entity(line: 1))
  }

  @Test func `elements too deep in one another are refused where they begin`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>\n", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(ReadXML(nested(12)).error == nil)
    #expect(ReadXML(nested(13)).error == .tooDeep(line: 13, limit: 12))
    #expect(
      ReadXML(String(repeating: "<a>", count: 300_000), deepest: 5).error == .tooDeep(line: 1, limit: 5))
  }

  @Test func `a file cut short anywhere is never taken for whole`() {
    let whole = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>\n<b>é &amp; <![CDATA[x]]></b><c k='v'/></a>"
    #expect(ReadXML(whole).error == nil)
    let bytes = Data(whole.utf8)
    for count in 1..<bytes.count { #expect(ReadXML(bytes.prefix(count)).error != nil, "\(count)") }
    #expect(ReadXML("<a>\n<b>x</b>").error == .cutShort(line: 2))
    #expect(ReadXML("<a>\n<b>x").error == .cutShort(line: 2))
    #expect(ReadXML("<a>\n<b").error == .cutShort(line: 2))
  }

  @Test func `tags that do not match, and more after the end, are refused`() {
    #expect(ReadXML("<a>\n<b></c></a>").error == .tags(line: 2))
    #expect(ReadXML("<a/><b/>").error == .malformed(line: 1, code: 5))
    for text in ["<a/>x>", "<a><</a>", "<a b></a>", "x<a/>", "<>"] {
      #expect(ReadXML(text).error != nil, "\(text)")
    }
  }

  @Test(arguments: ["", "\n", " \r\n\t"]) func `nothing is said to be nothing`(_ text: String) {
    #expect(ReadXML(text).error == .empty)
  }

  @Test func `blank lines above the declaration are counted`() {
    #expect(ReadXML("\n\n<?xml version='1.0'?>\n<a><b/></a>").lines == [4, 4])
    #expect(ReadXML("\n\n<?xml version='1.0'?>\n<a><b></a>").error == .tags(line: 4))
  }

  @Test func `the encoding a file states is read`() throws {
    func file(_ name: String) -> String { "<?xml version=\"1.0\" encoding=\"\(name)\"?><a>é£</a>" }
    #expect(ReadXML(file("utf-8")).text == "é£")
    #expect(ReadXML(Data([0xEF, 0xBB, 0xBF]) + Data(file("utf-8").utf8)).text == "é£")
    #expect(ReadXML(try #require(file("iso-8859-1").data(using: .isoLatin1))).text == "é£")
    #expect(ReadXML(try #require(file("windows-1252").data(using: .windowsCP1252))).text == "é£")
    #expect(ReadXML(try #require(file("utf-16").data(using: .utf16))).text == "é£")
  }

  @Test func `bytes in another encoding than stated are refused`() throws {
    let latin = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>é</a>\n"
    let mislabelled = ReadXML(try #require(latin.data(using: .isoLatin1)))
    #expect(mislabelled.error == .encoding(line: 2))
    #expect(ReadXML("<a>\n\u{1}</a>").error == .encoding(line: 2))
    let unknown = "<?xml version=\"1.0\" encoding=\"klingon\"?><a/>"
    #expect(ReadXML(unknown).error == .encoding(line: 1))
    let ascii = "<?xml version='1.0' encoding='us-ascii'?>\n<a>é\n\n\n\n</a>"
    #expect(ReadXML(ascii).error == .encoding(line: 2))
  }

  @Test func `XML is known by its first character in any encoding`() throws {
    func looks(_ data: Data) -> Bool { [UInt8](data).withUnsafeBufferPointer(XMLReader.looksLikeXML) }
    for text in ["<a/>", "\u{FEFF}<a/>", "\n \t<a/>"] {
      #expect(looks(Data(text.utf8)))
      #expect(looks(try #require(text.data(using: .utf16))))
      #expect(looks(try #require(text.data(using: .utf16BigEndian))))
    }
    for text in ["", " ", "CHILD,<a>", "\"<a>\""] { #expect(!looks(Data(text.utf8))) }
  }

  @Test func `every error says where and what to do, and quotes nothing`() {
    let files = [
      "<!DOCTYPE a>", "<a>", "<a>&secret;</a>", "<a><secret></a>", "<a>\u{1}secret</a>", "<a><<secret",
    ]
    for file in files {
      let words = ReadXML(file).error?.description ?? ""
      #expect(words.contains("line 1") && !words.contains("secret"), "\(words)")
    }
  }
}
