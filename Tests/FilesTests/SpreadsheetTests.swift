import Foundation
import Support
import Testing
import Units

@testable import Files

@Suite struct SpreadsheetTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func grid(_ book: WorkbookText) throws -> Grid {
    try #require(try GridFile.read(at: book.write(to: folder)).grids.first)
  }

  @Test func `texts, numbers, booleans and faults are told apart and keep their addresses`() throws {
    var book = WorkbookText(
      """
      <row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3"><v>3233.76</v></c><c t="b"><v>1</v></c>\
      <c r="F3" t="e"><v>#REF!</v></c><c r="G3" t="inlineStr"><is><r><t>K</t></r><r><t>2</t></r></is></c>\
      <c r="H3" t="str"><f>A1</f><v> made </v></c><c r="I3"><f>B1*2</f></c></row><row><c><v>7</v></c></row>
      """)
    book.strings = "<si><r><t>Fee &amp; </t></r><r><t>part</t></r><rPh><t>x</t></rPh></si>"
    let grid = try grid(book)
    #expect(
      grid.rows[0].values == [
        .empty, .text("Fee & part"), .empty, .number("3233.76"), .boolean(true), .fault("#REF!"), .text("K2"),
        .text("made"), .fault("a formula whose value was not saved"),
      ])
    #expect(grid.rows.map(\.number) == [3, 4])
    #expect(grid.address(row: 3, column: 3) == "Fees!D3" && Grid.letters(702) == "AAA")
  }

  @Test func `a cell styled as a date is that day, whichever the format and the year counted from`() throws {
    let rows = """
      <row r="1"><c s="1"><v>45383</v></c><c s="2"><v>45383.5</v></c><c s="3"><v>45383</v></c>\
      <c s="4"><v>45383</v></c><c s="5"><v>45383</v></c><c><v>45383</v></c><c s="1"><v>59</v></c>\
      <c s="1"><v>60</v></c><c s="1"><v>61</v></c></row>
      """
    var book = WorkbookText(rows)
    book.formats = """
      <numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="mmm"/>\
      <numFmt numFmtId="166" formatCode="[Red]&quot;days&quot;0.00;\\d0"/><numFmt numFmtId="167" formatCode="mm:ss"/>
      """
    book.styles = [14, 164, 165, 166, 167].map { "<xf numFmtId=\"\($0)\"/>" }.joined()
    let april = try #require(CivilDay(year: 2024, month: 4, day: 1))
    let values = try grid(book).rows[0].values
    #expect(values[0...2].allSatisfy { $0 == .day(april) })
    #expect(values[3...5].allSatisfy { $0 == .number("45383") })
    #expect(values[6] == .day(CivilDay(year: 1900, month: 2, day: 28)!))
    #expect(values[7] == .number("60"))
    #expect(values[8] == .day(CivilDay(year: 1900, month: 3, day: 1)!))
    book.properties = "date1904=\"1\""
    #expect(try grid(book).rows[0].values[0] == .day(april + 1462))
  }

  @Test func `numbers are exact decimal text to fifteen figures`() {
    let cases = [
      ("3233.76", "3233.76"), ("1234.5599999999999", "1234.56"), ("0.30000000000000004", "0.3"),
      ("1.5E3", "1500"), ("1E-2", "0.01"), ("-12.50", "-12.5"), ("999999999999999.9", "1000000000000000"),
      ("0", "0"), ("-0.0", "0"), ("007", "7"), ("9007199254740993", "9007199254740990"), ("1e", nil),
      ("1,5", nil), ("", nil), ("1.2.3", nil), ("NaN", nil),
    ]
    for (text, plain) in cases { #expect(SheetNumber.plain(text) == plain, "\(text)") }
  }

  @Test func `a number that a binary fraction holds comes back as it was typed`() {
    for pence in stride(from: 1, through: 2_000_000, by: 997) {
      let typed = Money(pence: pence)
      let read = SheetNumber.plain("\(Double(pence) / 100)").flatMap { Money(pounds: $0) }
      #expect(read == typed)
    }
  }

  @Test func `hidden sheets are left out and said, hidden rows and columns read and said`() throws {
    var book = WorkbookText("<row hidden=\"1\"><c><v>1</v></c></row>", after: "")
    book.sheets.append(("Old", "state=\"veryHidden\"", "<row><c><v>2</v></c></row>", ""))
    let (grids, passedOver) = try GridFile.read(at: book.write(to: folder))
    #expect(grids.map(\.sheet) == ["Fees"] && grids[0].rows[0].isHidden)
    #expect(grids[0].notes.first?.contains("1 hidden or filtered rows") == true)
    #expect(passedOver.first?.contains("“Old”") == true)
  }

  @Test func `merged cells are known`() throws {
    let book = WorkbookText(
      "<row><c><v>1</v></c></row>", after: "<mergeCells><mergeCell ref=\"A2:A4\"/></mergeCells>")
    let grid = try grid(book)
    #expect(grid.merge(row: 3, column: 0)?.rows == 2...4)
    #expect(grid.merge(row: 5, column: 0) == nil)
  }

  @Test func `a DOCTYPE, a part cut short and other files are refused with what to do`() throws {
    func problem(_ path: String) -> String {
      do throws(GridError) {
        _ = try GridFile.read(at: path)
        return "read"
      } catch {
        return error.problem
      }
    }
    let sound = WorkbookText("<row><c><v>1</v></c></row>")
    #expect(problem(try sound.write(to: folder)) == "read")
    #expect(
      problem(try WorkbookText("<row><c><v>1</v>").write(to: folder)).contains("save it again as .xlsx"))
    let bad = ZipWriter.archive([
      .init("[Content_Types].xml", "<Types/>"),
      .init("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><workbook/>"),
    ])
    #expect(problem(try folder.write("bad.xlsx", bad)).contains("can't be read"))
    let csvs = ZipWriter.archive([.init("a.csv", "1")])
    #expect(problem(try folder.write("a.zip", csvs)).contains("not an .xlsx workbook"))
    let old = try folder.write("old.xls", Data([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4]))
    #expect(problem(old).contains("Save it as .xlsx"))
    #expect(problem(folder.path + "/none.csv").contains("no such file"))
  }

  @Test func `CSV gives the same table, with the lines that can't be trusted marked`() throws {
    let path = try folder.write(
      "fees.csv", Data("Fees 2024\n\nCHILD, FEE \n\" a\"\"b \",\u{A0}1\nc,d\"e\nx,\"y\n".utf8))
    let grid = try #require(try GridFile.read(at: path).grids.first)
    #expect(grid.rows.map(\.number) == [1, 3, 4, 5, 6])
    #expect(grid.rows[1].values == [.text("CHILD"), .text("FEE")])
    #expect(grid.rows[2].values == [.text("a\"b"), .text("1")])
    #expect(grid.rows[4].problem != nil && grid.rows[3].problem == nil)
    #expect(grid.header(least: 2) { ["CHILD", "FEE"].contains($0) } == 1)
    #expect(grid.address(row: 4, column: 1) == "B4")
  }
}
