import Foundation
import Support
import Testing
import Units

@testable import Returns

/// Tables written back as the return's CSV.
struct ReturnCSVTests {
  private func written(_ files: [String: String]) throws -> [String] {
    let set = try read(files)
    return set.tables.map { String(decoding: ReturnCSV.text($0, children: set.children), as: UTF8.self) }
  }

  @Test func `a file already in the national layout comes out byte for byte`() throws {
    let file = """
      CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
      0012,01/05/2024,S,C2,N1,U6,PR1,01/07/2024,E4A,,QW1 1AA,"QW2, ""2B""B",9900001
      77,02/06/2024,S,C2,N1,U6,PR1,,,CUSTOD,,,

      """
    #expect(try written(["e.csv": file]) == [file])
  }

  @Test func `any other layout comes out in the national one`() throws {
    let file = "Rec;child;DEC;DECOM;PLACE;LS;RNE\r\n x1 ;A1;2024-07-01;01.05.2024;u6;c2;s\r\n"
    #expect(
      try written(["e.csv": file]) == [
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\nA1,01/05/2024,S,C2,,U6,,01/07/2024,X1,,,,\n"
      ])
  }

  @Test(arguments: 1...200)
  func `reading what was written and writing it again gives the same bytes`(_ seed: UInt64) throws {
    var draws = Draws { Seed(seed).words($0, 0, 0, 0) }
    let shape = TableShape.all[Int.random(in: 0..<TableShape.all.count, using: &draws)]
    let pieces = [
      "a", "Z9", " ", "\"", ",", ";", "\t", "'", "é", "漢", "\u{A0}", "=1", "\n", "\r", "0", "\u{301}",
      String(repeating: "xyz, ", count: 820),
    ]
    func value() -> String {
      (0..<Int.random(in: 0...4, using: &draws)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &draws)]
      }.joined()
    }
    let days = ["01/05/2024", "2024-05-01", "", "soon", "1.5.2024"]
    var text = "CHILD," + shape.columns.map(\.name).joined(separator: ",") + "\n"
    for row in 0..<Int.random(in: 1...6, using: &draws) {
      let cells = shape.columns.map { column in
        let cell = column.isDay ? days[Int.random(in: 0..<days.count, using: &draws)] : value()
        return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"", options: .literal) + "\""
      }
      text += "C\(row)," + cells.joined(separator: ",") + "\n"
    }
    let once = try written(["t.csv": text])
    let twice = try written(["t.csv": once.first ?? ""])
    #expect(once == twice)
    let set = try read(["t.csv": once.first ?? ""])
    #expect(set.rowsSetAside == 0)
  }

  @Test(.needsReference, arguments: ["2024", "2025"])
  func `the synthetic council's files come out byte for byte`(_ year: String) throws {
    let folder = try Reference.path("data/synth/" + year)
    let set = try ReturnsReader.read(at: folder)
    #expect(set.tables.count == 10)
    for table in set.tables {
      let file = FileManager.default.contents(atPath: folder + "/" + set.files[table.file].name)
      #expect(Data(ReturnCSV.text(table, children: set.children)) == file)
    }
  }
}
