import Care
import Foundation
import Support
import Testing
import Units

@testable import Returns

/// The return's XML, read into the same tables as its CSV.
struct XMLReturnTests {
  /// The tables of a text, as the CSV of each; or why there are none.
  static func tables(_ text: String) -> (
    csv: [TableName: String], leftOut: XMLLeftOut, error: XMLReturnError?
  ) {
    tables(Array(text.utf8))
  }

  static func tables(
    _ bytes: [UInt8]
  ) -> (csv: [TableName: String], leftOut: XMLLeftOut, error: XMLReturnError?) {
    bytes.withUnsafeBufferPointer { bytes in
      do throws(XMLReturnError) {
        let xml = try XMLReturn(bytes)
        var csv: [TableName: String] = [:]
        for table in xml.tables { csv[table.shape.name] = String(decoding: table.csv, as: UTF8.self) }
        return (csv, xml.leftOut, nil)
      } catch {
        return ([:], XMLLeftOut(), error)
      }
    }
  }

  static func file(_ children: String...) -> String {
    "<?xml version=\"1.0\"?>\n<EXPSSDA903>\n" + children.joined(separator: "\n") + "\n</EXPSSDA903>\n"
  }

  static func child(_ id: String, header: String = "", _ rest: String = "") -> String {
    "<CHILD><HEADER><CHILDID>\(id)</CHILDID><SEX>1</SEX><DOB>01/06/2012</DOB><ETHNIC>WBRI</ETHNIC>\(header)</HEADER>\(rest)</CHILD>"
  }

  static func episode(_ decom: String, _ dec: String = "<DEC/><REC/>", place: String = "U6") -> String {
    "<EPISODE><DECOM>\(decom)</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>\(place)</PL>\(dec)</EPISODE>"
  }

  static let full = file(
    child(
      "0012",
      header: """
        <UPN>A1</UPN><UASC>1</UASC><DUC>01/06/2030</DUC><DATE_INT>01/02/2024</DATE_INT><DATE_MATCH/><FOSTER_CARE>0</FOSTER_CARE>
        <NB_ADOPTR/><SEX_ADOPTR/><LS_ADOPTR/><IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>B1</ACCOM>
        <AMISSING><MISSING>M</MISSING><MIS_START>01/02/2024</MIS_START><MIS_END/></AMISSING>
        <AMISSING><MISSING>A</MISSING><MIS_START>01/03/2024</MIS_START><MIS_END>02/03/2024</MIS_END></AMISSING>
        <AREVIEW><REVIEW>05/02/2024</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW><MOTHER>0</MOTHER><MC_DOB/>
        <PERMANENCE><PREV_PERM>P1</PREV_PERM><LA_PERM>999</LA_PERM><DATE_PERM>ZZ/06/2016</DATE_PERM></PERMANENCE>
        <OC2><SDQ_SCORE>7</SDQ_SCORE><SDQ_REASON/></OC2>
        <AD_PLACED><DATE_PLACED>03/03/2024</DATE_PLACED><DATE_PLACED_CEASED/><REASON_PLACED_CEASED/></AD_PLACED>
        """,
      episode("01/05/2023", "<DEC>01/07/2023</DEC><REC>X1</REC>") + episode("01/07/2023")),
    child("77", header: "<UASC>0</UASC><OC2><SDQ_SCORE/></OC2><PERMANENCE/>", episode("02/06/2023")))

  @Test func `every table of the return comes out as its CSV would be`() {
    let (csv, leftOut, error) = Self.tables(Self.full)
    #expect(error == nil && leftOut.count == 0 && leftOut.emptyRows == 0)
    #expect(
      csv == [
        .header:
          "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,UASC\n0012,1,01/06/2012,WBRI,A1,0,,1\n77,1,01/06/2012,WBRI,,,,0\n",
        .episodes:
          "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\n0012,01/05/2023,S,C2,N1,U6,01/07/2023,X1\n0012,01/07/2023,S,C2,N1,U6,,\n77,02/06/2023,S,C2,N1,U6,,\n",
        .uasc: "CHILD,SEX,DOB,DUC\n0012,1,01/06/2012,01/06/2030\n",
        .missing:
          "CHILD,DOB,MISSING,MIS_START,MIS_END\n0012,01/06/2012,M,01/02/2024,\n0012,01/06/2012,A,01/03/2024,02/03/2024\n",
        .reviews: "CHILD,DOB,REVIEW,REVIEW_CODE\n0012,01/06/2012,05/02/2024,PN1\n",
        .previousPermanence: "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n0012,01/06/2012,P1,999,ZZ/06/2016\n",
        .oc2: "CHILD,DOB,SDQ_SCORE,SDQ_REASON\n0012,01/06/2012,7,\n",
        .oc3: "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n0012,01/06/2012,YES,F1,B1\n",
        .ad1:
          "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n0012,01/06/2012,01/02/2024,,0,,,\n",
        .placedForAdoption:
          "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n0012,01/06/2012,03/03/2024,,\n",
      ])
  }

  @Test func `an absent element is empty, and a column nowhere in the file stays out`() {
    let sparse = Self.file(
      Self.child("1", header: "<UPN>A1</UPN>", Self.episode("01/05/2023", "")),
      Self.child("2", header: "<UASC>1</UASC>", Self.episode("01/05/2023", "<REC>X1</REC>")))
    let csv = Self.tables(sparse).csv
    #expect(
      csv == [
        .header: "CHILD,SEX,DOB,ETHNIC,UPN,UASC\n1,1,01/06/2012,WBRI,A1,\n2,1,01/06/2012,WBRI,,1\n",
        .episodes:
          "CHILD,DECOM,RNE,LS,CIN,PLACE,REC\n1,01/05/2023,S,C2,N1,U6,\n2,01/05/2023,S,C2,N1,U6,X1\n",
        .uasc: "CHILD,SEX,DOB\n2,1,01/06/2012\n",
      ])
  }

  @Test func `values are quoted where they must be, and lose the layout's white space`() {
    let csv = Self.tables(
      Self.file(Self.child(" \n 1\n", header: "<UPN>a,\"b\" <![CDATA[&]]>\n\tc</UPN>"))
    ).csv
    #expect(csv[.header] == "CHILD,SEX,DOB,ETHNIC,UPN\n1,1,01/06/2012,WBRI,\"a,\"\"b\"\" &  c\"\n")
  }

  @Test func `elements not of the return are named and counted`() {
    let (csv, leftOut, _) = Self.tables(
      Self.file(
        "<VERSION>3</VERSION>", Self.child("1", header: "<SHOE>9</SHOE><DOB>02/02/2002</DOB>odd"),
        Self.child(
          "2", header: "<SHOE/><EXTRA><A/><B>1</B></EXTRA>", Self.episode("01/05/2023", "<MISSING/>"))))
    #expect(leftOut.count == 8)
    #expect(
      leftOut.words
        == "EPISODE/MISSING, EXPSSDA903/VERSION, EXTRA/A, EXTRA/B, HEADER/SHOE (2 times), a second DOB in HEADER, text in HEADER"
    )
    #expect(csv[.header]?.contains("\n1,1,01/06/2012,") == true)
  }

  @Test func `a group that the schema does not name is told by its values`() {
    let worker =
      "<SWS><SW><SW_ID>SW1</SW_ID><SW_DECOM>01/05/2023</SW_DECOM><SW_REASON>PCHNGE</SW_REASON></SW></SWS>"
    for text in [Self.child("1", header: worker), Self.child("1", worker)] {
      let (csv, leftOut, _) = Self.tables(Self.file(text))
      #expect(
        csv[.socialWorker] == "CHILD,DOB,SW_ID,SW_DECOM,SW_REASON\n1,01/06/2012,SW1,01/05/2023,PCHNGE\n")
      #expect(leftOut.count == 0)
    }
  }

  @Test func `rows without a child are set aside and counted`() throws {
    let set = try read([
      "r.xml": Self.file(
        "<CHILD>\(Self.episode("01/05/2023"))<HEADER><CHILDID>1</CHILDID><DOB>01/06/2012</DOB></HEADER></CHILD>",
        "<CHILD><HEADER><SEX>1</SEX></HEADER>\(Self.episode("01/06/2023"))<EPISODE/></CHILD>",
        Self.child("2", Self.episode("") + "<EPISODE/>"))
    ])
    #expect(set.rowsRead == 7 && set.rowsRead == set.rowsUsed + set.rowsSetAside)
    #expect(set.count(.badChild) == 3 && set.count(.missingDay) == 2)
    #expect(set.notes(.unreadElements).map(\.count) == [1])
  }

  @Test func `two children's histories are those of the same CSV`() throws {
    let xml = try build(["r.xml": Self.full])
    let csv = try build(
      ["a": "header", "b": "episodes", "c": "uasc"].mapValues { name in
        Self.tables(Self.full).csv[TableName.allCases.first { $0.rawValue.lowercased() == name } ?? .header]
          ?? ""
      })
    #expect(xml.spells("0012") == csv.spells("0012") && xml.spells("0012").count == 2)
    #expect(xml.spells("77") == csv.spells("77") && xml.spells("77").count == 1)
    #expect(xml.histories.children.map(\.isUASC).filter { $0 }.count == 1)
  }

  @Test func `an XML file is an entry for each table, and the same one twice counts once`() throws {
    let set = try read(["a.xml": Self.full, "b/again.xml": Self.full])
    #expect(
      set.files.map(\.name) == Array(repeating: "a.xml", count: 10)
        + Array(repeating: "b/again.xml", count: 10))
    #expect(Set(set.files.compactMap(\.table)).count == 10)
    #expect(set.tables.count == 10 && set.rowsRead == 28 && set.count(.sameFileTwice) == 14)
    #expect(set.files.allSatisfy { $0.year == CollectionYear(startYear: 2023) })
  }

  @Test func `a file that can't be used is left whole, with line and what to do`() throws {
    let bad: [(String, String)] = [
      (String(Self.full.dropLast(200)), "breaks off"), ("<a/>", "its first element is a"),
      ("<EXPSSDA903/>", "no child"), ("<!DOCTYPE x><EXPSSDA903/>", "DOCTYPE"),
      (Self.file((0..<3000).map { "<A\($0)/>" }.joined()), "elements that no return has"),
      (Self.full.replacingOccurrences(of: "</DOB>", with: "</DO>"), "end tag"),
      (Self.full.replacingOccurrences(of: "WBRI", with: String(repeating: "W", count: 5000)), "4096 bytes"),
      (Self.full.replacingOccurrences(of: "WBRI", with: String(repeating: "<A>", count: 300)), "12 deep"),
    ]
    for (text, words) in bad {
      let set = try read(["r.xml": text])
      guard case .unusable(let reason)? = set.files.first?.status else {
        Issue.record("read: \(words)")
        continue
      }
      #expect(reason.contains(words), "\(reason)")
      #expect(set.files.count == 1 && set.tables.isEmpty && set.rowsRead == 0)
    }
  }

  @Test(.needsReference, arguments: ["2024", "2025"], ["full", "sparse"])
  func `the synthetic council's XML gives the histories of its CSV`(_ year: String, _ kind: String) throws {
    let csv = try ReturnsReader.read(at: Reference.path("data/synth/" + year))
    let xml = try ReturnsReader.read(at: Reference.path("data/synth-xml/\(year)_\(kind).xml"))
    #expect(xml.rowsRead == csv.rowsRead && xml.rowsSetAside == 0 && xml.notes(.unreadElements).isEmpty)
    for name in TableName.allCases { #expect(Self.texts(xml, name) == Self.texts(csv, name)) }
    let a = try HistoryBuilder.build(csv, book: .standard())
    let b = try HistoryBuilder.build(xml, book: .standard())
    #expect(Self.essence(a.histories) == Self.essence(b.histories))
    #expect(a.histories.episodes.count > 800 && a.histories.stays.count == b.histories.stays.count)
    #expect(a.histories.children.count == b.histories.children.count)
    #expect(a.findings.count == b.findings.count)
  }

  static func texts(_ set: ReturnSet, _ name: TableName) -> [String] {
    set.tables.filter { $0.shape.name == name }.map {
      String(decoding: ReturnCSV.text($0, children: set.children), as: UTF8.self)
    }
  }

  static func essence(_ histories: CareHistories) -> [String] {
    histories.episodes.map { episode in
      let child = histories.children[Int(episode.child)]
      return
        "\(child.id.revealed) \(child.birth) \(child.isUASC) \(episode.start) \(episode.end?.description ?? "") \(episode.place) \(episode.legalStatus) \(episode.reasonCeased) \(episode.category.index)"
    }.sorted()
  }
}
