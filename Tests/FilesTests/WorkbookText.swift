import Foundation
import Support

/// Workbooks written part by part, as spreadsheets write them and as they do not.
struct WorkbookText {
  var sheets: [(name: String, state: String, rows: String, after: String)] = []
  var strings = ""
  var formats = ""
  var styles = ""
  var properties = ""

  init(_ rows: String, after: String = "") { sheets = [("Fees", "", rows, after)] }

  func write(to folder: TemporaryFolder, extra: [ZipWriter.Entry] = []) throws -> String {
    let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let tabs = sheets.enumerated().map { number, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\" \(sheet.state) r:id=\"rId\(number + 1)\"/>"
    }
    let relations = sheets.indices.map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"t\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    var entries: [ZipWriter.Entry] = [
      .init("[Content_Types].xml", "<Types/>"),
      .init(
        "xl/workbook.xml",
        "<workbook \(space) xmlns:r=\"r\"><workbookPr \(properties)/><sheets>\(tabs.joined())</sheets></workbook>"
      ),
      .init("xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())</Relationships>"),
      .init(
        "xl/styles.xml",
        "<styleSheet \(space)><numFmts>\(formats)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
          + "<cellXfs><xf numFmtId=\"0\"/>\(styles)</cellXfs></styleSheet>"),
      .init("xl/sharedStrings.xml", "<sst \(space)>\(strings)</sst>"),
    ]
    for (number, sheet) in sheets.enumerated() {
      entries.append(
        .init(
          "xl/worksheets/sheet\(number + 1).xml",
          "<worksheet \(space)><sheetData>\(sheet.rows)</sheetData>\(sheet.after)</worksheet>"))
    }
    return try folder.write("fees.xlsx", ZipWriter.archive(entries + extra))
  }
}
