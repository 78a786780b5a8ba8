import Foundation
import Care
import Support
import Testing
import Units

@testable import Returns

/// Files as they come out of case systems, spreadsheets and e-mails.
struct ReadingTests {
  private let plain = council([
    "2024": [
      EpisodeLine("0012", "01/05/2024", "01/07/2024", rec: "E4A"), EpisodeLine("77", "02/06/2024"),
    ]
  ])

  /// What matters of a reading, to compare two.
  private func essence(_ set: ReturnSet) throws -> [String] {
    let built = try HistoryBuilder.build(set, book: .standard())
    return built.histories.episodes.map { episode in
      "\(built.histories.children[Int(episode.child)].id.revealed) \(episode.start) \(episode.end?.description ?? "") \(episode.place) \(episode.provider) \(episode.legalStatus) \(episode.reasonCeased)"
    }
  }

  @Test func `a byte-order mark, CRLF, quotes, tabs and blank lines change nothing`() throws {
    let expected = try essence(read(plain))
    #expect(expected.count == 2)
    let text = plain["2024/a.csv"] ?? ""
    let header = Data((plain["2024/b.csv"] ?? "").utf8)
    let variants: [Data] = [
      Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8),
      Data(text.replacingOccurrences(of: "\n", with: "\r\n").utf8),
      Data(text.replacingOccurrences(of: "\n", with: "\r").utf8),
      Data(text.replacingOccurrences(of: "\n", with: "\n\n,,,,,,,,,,,,\n").utf8),
      Data(
        text.replacingOccurrences(of: ",", with: "\",\"").replacingOccurrences(of: "\n", with: "\"\n\"")
          .dropLast().utf8.reduce(into: [0x22]) { $0.append($1) }),
      Data(text.replacingOccurrences(of: ",", with: "\t").utf8),
      Data(text.replacingOccurrences(of: ",", with: ";").utf8),
      (text.data(using: .utf16) ?? Data()),
      Data(
        text.replacingOccurrences(of: "U6", with: " u6 ").replacingOccurrences(of: "PR1", with: "pr1 ").utf8),
    ]
    for (number, variant) in variants.enumerated() {
      let set = try read(["x/e.csv": variant, "x/h.csv": header])
      #expect(try essence(set) == expected, "variant \(number)")
      #expect(set.rowsSetAside == 0)
    }
  }

  @Test func `columns are found by name in any order, and extra ones are named`() throws {
    var files = plain
    files["2024/a.csv"] = """
      place_provider,Notes,DEC,PLACE,LS,RNE,DECOM,CHILD,REC
      PR1,hello,01/07/2024,U6,C2,S,01/05/2024,0012,E4A
      PR1,,,U6,C2,S,2024-06-02,77,
      """
    let set = try read(files)
    #expect(try essence(set) == essence(read(plain)))
    #expect(set.notes(.extraColumns).first?.message.contains("NOTES") == true)
    #expect(set.notes(.missingColumns).first?.message.contains("HOME_POST") == true)
    #expect(set.notes(.isoDays).first.map { [$0.line ?? 0, $0.count] } == [3, 1])
  }

  @Test func `Windows-1252 is read and said, its no-break space made a space`() throws {
    var bytes = Data((plain["2024/a.csv"] ?? "").utf8)
    let place = try #require(bytes.range(of: Data("QW2 2BB".utf8)))
    bytes[place.lowerBound + 3] = 0xA0
    let set = try read(["e.csv": bytes, "h.csv": Data((plain["2024/b.csv"] ?? "").utf8)])
    #expect(set.notes(.encoding).first?.message.contains("1252") == true)
    let table = try #require(set.tables.first { $0.shape.name == .episodes })
    let column = try #require(table.shape.position(of: "PL_POST"))
    #expect(table.text(0, column) == "QW2 2BB")
    #expect(set.rowsSetAside == 0)
  }

  @Test func `a row that can't be used is set aside with file, line, column, value and what to do`() throws {
    var files = plain
    files["2024/a.csv"] = ReturnFixture.episodes([
      EpisodeLine("77", "02/06/2024"), EpisodeLine("78", "31/06/2024"), EpisodeLine("", "02/06/2024"),
      EpisodeLine("79", ""), EpisodeLine("80", "02/06/2024", "soon"),
    ])
    let set = try read(files)
    #expect(set.setAside.map(\.line) == [3, 4, 5, 6])
    #expect(set.setAside.map(\.column) == ["DECOM", "CHILD", "DECOM", "DEC"])
    #expect(set.setAside.map(\.value) == ["31/06/2024", "", "", "soon"])
    #expect(set.setAside.map(\.reason) == [.unreadableDay, .badChild, .missingDay, .unreadableDay])
    #expect(set.setAside.allSatisfy { !$0.action.isEmpty && set.files[$0.file].name == "2024/a.csv" })
    #expect(set.rowsRead == 7)
  }

  @Test func `a ragged row, a stray quote and a NUL cost their own row only`() throws {
    var files = plain
    let good = "77,02/06/2024,S,C2,N1,U6,PR1,,,,,,\n"
    files["2024/a.csv"] =
      ReturnFixture.episodes([]) + "78,02/06/2024,S,C2,N1,U6,PR1,,,,,,,extra\n" + good
      + "79,\"02/06/2024,S,C2,N1,U6,PR1,,,,,,\n" + "80,03/06/2024,S,C\0,N1,U6,PR1,,,,,,\n"
      + "81,04/06/2024,S,C2,N1,U6,PR1,,,,,,,,\n"
    let set = try read(files)
    #expect(set.setAside.map(\.reason) == [.raggedRow, .openQuote, .nul])
    #expect(set.setAside.map(\.line) == [2, 4, 5])
    #expect(set.tables.first { $0.shape.name == .episodes }?.rows == 2)
  }

  @Test func `stray quotes swallow no row`() throws {
    var lines = ReturnFixture.episodes((10..<40).map { EpisodeLine("\($0)", "01/05/2024") }).split(
      separator: "\n")
    lines[5] = Substring(lines[5].replacingOccurrences(of: ",U6", with: ",\"U6"))
    lines[20] = Substring(lines[20].replacingOccurrences(of: ",U6", with: ",\"U6"))
    let set = try read(["e.csv": lines.joined(separator: "\n")])
    #expect(set.rowsRead == 30 && set.tables[0].rows == 28)
    #expect(set.setAside.map(\.line) == [6, 21] && set.count(.openQuote) == 2)
    let quoted = ReturnFixture.episodes([EpisodeLine("1", "01/05/2024"), EpisodeLine("2", "01/05/2024")])
      .replacingOccurrences(of: ",", with: "\",\"").replacingOccurrences(of: "\n", with: "\"\n\"")
    let broken = try read(["e.csv": "\"" + quoted.dropLast().replacingOccurrences(of: "U6\"", with: "U6")])
    #expect(broken.tables[0].rows == 0 && broken.count(.openQuote) == 2)
  }

  @Test func `a row that breaks off at or before its end date is not an open episode`() throws {
    let start = ",01/05/2024,S,C2,N1,U6,PR1"
    let set = try read([
      "e.csv": ReturnFixture.episodes([]) + "1\(start)\n2\(start),\n3\(start),,\n4\(start),,,,,,"
    ])
    #expect(set.setAside.map(\.line) == [2, 3] && set.count(.shortRow) == 2)
    #expect(set.tables[0].rows == 2)
  }

  @Test func `titles above the header are passed over, and said`() throws {
    let set = try read([
      "e.csv": "Wrenfield\nchildren looked after\n" + ReturnFixture.episodes([EpisodeLine("1", "01/05/2024")])
    ])
    #expect(set.tables.first?.rows == 1 && set.tables.first?.lines == [4])
    #expect(set.notes(.titles).first?.count == 2)
  }

  @Test func `files that can't be used are named with the reason`() throws {
    let set = try read([
      "photo.jpg": Data([0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 7, count: 900)), "empty.csv": Data(),
      "blank.csv": Data("\n\n,,\n".utf8), "notes.txt": Data("dear all\n".utf8),
      "nul.csv": Data("CHILD\0,DOB\n1,2\n".utf8), "return.xml": Data("<?xml version=\"1.0\"?><a/>".utf8),
      "half.csv": Data("CHILD,DECOM,RNE\n1,01/01/2024,S\n".utf8),
      "ok.csv": Data(ReturnFixture.episodes([EpisodeLine("1", "01/05/2024")]).utf8),
    ])
    func reason(_ name: String) -> String {
      guard case .unusable(let why)? = set.files.first(where: { $0.name == name })?.status else { return "" }
      return why
    }
    #expect(reason("photo.jpg").contains("JPEG"))
    #expect(reason("empty.csv").contains("empty"))
    #expect(reason("blank.csv").contains("blank"))
    #expect(reason("notes.txt").contains("CHILD"))
    #expect(reason("nul.csv").contains("text"))
    #expect(reason("return.xml").contains("XML"))
    #expect(reason("half.csv").contains("Episodes") && reason("half.csv").contains("DEC"))
    #expect(set.problems == [.noHeaders])
  }

  @Test func `every table of the return is told by its columns`() throws {
    let headers: [TableName: String] = [
      .header: "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", .uasc: "CHILD,SEX,DOB,DUC",
      .missing: "CHILD,DOB,MISSING,MIS_START,MIS_END", .reviews: "CHILD,DOB,REVIEW,REVIEW_CODE",
      .previousPermanence: "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM",
      .oc2: "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK", .oc3: "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM",
      .ad1: "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
      .placedForAdoption: "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED",
      .socialWorker: "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON",
      .deprivationOfLiberty: "CHILD,DOB,DOLO_START,DOLO_END",
      .episodes: "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC",
    ]
    #expect(Set(headers.keys) == Set(TableName.allCases))
    for (table, header) in headers {
      let set = try read(["whatever.txt": header + "\n"])
      #expect(set.files.first?.status == .table(table))
      #expect(set.notes(.noRows).count == 1)
    }
  }

  @Test func `the same file twice is read once and its rows are set aside`() throws {
    var files = plain
    files["copy/again.csv"] = plain["2024/a.csv"]
    let set = try read(files)
    #expect(set.count(.sameFileTwice) == 2)
    #expect(set.rowsRead == 6)
    #expect(try essence(set) == essence(read(plain)))
  }
}
