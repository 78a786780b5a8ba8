import Files
import Support
import Testing
import Units

/// Everything a reader says of a text.
struct ReadText: Equatable {
  var rows: [[String]] = []
  var lines: [Int] = []
  var openQuotes: [Int] = []
  var nulLines: [Int] = []

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = CSVReader(buffer)
      var fields: [CSVField] = []
      while reader.next(&fields) {
        rows.append(fields.map(reader.string))
        lines.append(reader.line)
        if reader.hasOpenQuote { openQuotes.append(reader.line) }
        if reader.hasNUL { nulLines.append(reader.line) }
      }
    }
  }
}

@Suite struct CSVReaderTests {
  @Test(arguments: [",", "\t", ";"], ["\n", "\r\n", "\r"])
  func `each separator is read with each line end`(separator: String, end: String) {
    let rows = [["CHILD", "DOB", "NAME"], ["1", "", "x y"], ["", "01/02/2010", ""]]
    let lines = rows.map { $0.joined(separator: separator) }
    for text in [lines.joined(separator: end), lines.map { $0 + end }.joined()] {
      let read = ReadText(text)
      #expect(read.rows == rows)
      #expect(read.lines == [1, 2, 3])
      #expect(read.openQuotes.isEmpty && read.nulLines.isEmpty)
    }
  }

  @Test func `the separator is the one that stands most often on the first line that holds anything`() {
    #expect(ReadText("\n\na;b;c,d\n1,2;3").rows == [["a", "b", "c,d"], ["1,2", "3"]])
    #expect(ReadText("a\tb,c\td\n1\t2,3").rows == [["a", "b,c", "d"], ["1", "2,3"]])
    #expect(ReadText("a,b;c\n1;2,3").rows == [["a", "b;c"], ["1;2", "3"]])
    #expect(ReadText("only\na;b\tc").rows == [["only"], ["a;b\tc"]])
    // Later lines have no say.
    #expect(ReadText("a;b\n,,,,1").rows == [["a", "b"], [",,,,1"]])
  }

  @Test func `quoted values hold separators, quotes and line breaks`() {
    let read = ReadText("a,b\n\"x,y\",\"he said \"\"no\"\"\"\n\"one\ntwo\r\nthree\rfour\",\"\"\"\"\nz,\"\"\n")
    #expect(
      read.rows == [
        ["a", "b"], ["x,y", "he said \"no\""], ["one\ntwo\r\nthree\rfour", "\""], ["z", ""],
      ])
    #expect(read.lines == [1, 2, 3, 7])
  }

  @Test func `a quote inside a value that is not quoted is part of it`() {
    #expect(
      ReadText("a,b\n5\" nails,x\n 'y',\"z\"").rows == [["a", "b"], ["5\" nails", "x"], [" 'y'", "z"]])
  }

  @Test func `a line with more after a closing quote is handed out as it stands, marked`() {
    let read = ReadText("a,b\n\"x\" y,z\n1,2\n\"x\" ,z")
    #expect(read.rows == [["a", "b"], ["\"x\" y", "z"], ["1", "2"], ["x", "z"]])
    #expect(read.openQuotes == [2])
  }

  @Test func `empty lines and lines of separators are passed over and lines still counted`() {
    let read = ReadText("\n\r\na,b\n\n , \n,\n\"\",\"\"\n1,2\r\r3,4\n\n")
    #expect(read.rows == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(read.lines == [3, 8, 10])
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", ",,,", ",\n , \n", "\"\"", "   "])
  func `text with nothing in it has no records`(text: String) {
    #expect(ReadText(text).rows.isEmpty)
  }

  @Test func `an empty last value is kept`() {
    #expect(ReadText("a,b,\n1,,").rows == [["a", "b", ""], ["1", "", ""]])
  }

  @Test func `a quote never closed does not swallow the file`() {
    let read = ReadText("a,b\n1,\"open\n3,4\r\n5,6")
    #expect(read.rows == [["a", "b"], ["1", "\"open"], ["3", "4"], ["5", "6"]])
    #expect(read.lines == [1, 2, 3, 4])
    #expect(read.openQuotes == [2])
  }

  @Test func `a quote never closed on the last line and a lone quote end the file`() {
    for tail in ["\"", "\"x", "\"x,y", "\"x\"\""] {
      let read = ReadText("a,b\n1,2\n\(tail)")
      #expect(read.rows.count == 3)
      #expect(read.rows.last?.joined(separator: ",") == tail)
      #expect(read.openQuotes == [3])
    }
  }

  @Test func `a quote closed only far down counts as never closed`() {
    let filler = (3...20_000).map { "\($0),y" }
    let text = (["a,b", "1,\"x"] + filler + ["20001,\"z\""]).joined(separator: "\n")
    let read = ReadText(text)
    #expect(read.rows.count == 20_001)
    #expect(read.rows[1] == ["1", "\"x"])
    #expect(read.lines == Array(1...20_001))
    #expect(read.openQuotes == [2])
    #expect(read.rows.last == ["20001", "z"])
  }

  @Test func `a byte of nothing is marked on its own record`() {
    let read = ReadText(Array("a,b\n1\u{0},2\n3,4\n\"5\u{0}\",6\n7,\"\u{0}".utf8))
    #expect(read.nulLines == [2, 4, 5])
    #expect(read.openQuotes == [5])
  }

  @Test func `random tables written with quotes read back`() {
    var draws = Draws { Seed(11).words($0, 0, 0, 0) }
    let letters: [Unicode.Scalar] = ["a", "0", " ", "\"", "\"", ",", ";", "\t", "\n", "\r", "é", "漢", "'"]
    for _ in 0..<1500 {
      guard let separator = ["\t", ",", ";"].randomElement(using: &draws),
        let end = ["\n", "\r\n", "\r"].randomElement(using: &draws)
      else { return }
      let width = Int.random(in: 2...5, using: &draws)
      var rows = [(0..<width).map { "column\($0)" }]
      for _ in 0..<Int.random(in: 1...8, using: &draws) {
        // The first value is never blank, so that no record is passed over.
        rows.append(
          ["x"]
            + (1..<width).map { _ in
              let count = Int.random(in: 0...6, using: &draws)
              var value = String.UnicodeScalarView()
              for _ in 0..<count { value.append(letters[Int.random(in: 0..<letters.count, using: &draws)]) }
              return String(value)
            })
      }
      var text = ""
      var lines: [Int] = []
      for row in rows {
        lines.append(1 + lineBreaks(text))
        let cells = row.map { value in
          let special = value.unicodeScalars.contains { "\",;\t\n\r".unicodeScalars.contains($0) }
          guard special || Bool.random(using: &draws) else { return value }
          return "\"" + doubled(value) + "\""
        }
        text += cells.joined(separator: separator) + end
      }
      if Bool.random(using: &draws) { text.unicodeScalars.removeLast(end.unicodeScalars.count) }
      let read = ReadText(text)
      #expect(read.rows == rows, "\(text.debugDescription)")
      #expect(read.lines == lines, "\(text.debugDescription)")
      #expect(read.openQuotes.isEmpty)
    }
  }

  /// Quotes doubled scalar by scalar: a quote with an accent on it is one character to Swift.
  private func doubled(_ value: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      scalars.append(scalar)
      if scalar == "\"" { scalars.append(scalar) }
    }
    return String(scalars)
  }

  private func lineBreaks(_ text: String) -> Int {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.count { index in
      scalars[index] == "\n" || (scalars[index] == "\r" && scalars.dropFirst(index + 1).first != "\n")
    }
  }

  @Test func `a doubled quote before a combining accent is one quote`() {
    let value = "\"\u{301}\""
    #expect(ReadText("a,b\n1,\"\(doubled(value))\"").rows == [["a", "b"], ["1", value]])
  }
}
