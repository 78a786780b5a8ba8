import Files
import Foundation
import Papers
import Plans
import Support
import Testing
import Units

/// Papers as Word files.
struct WordFileTests {
  private func paragraph(_ text: String, inList: Bool = false) -> String {
    "<w:p>\(inList ? "<w:pPr><w:numPr/></w:pPr>" : "")<w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  private func row(_ cells: [String]) -> String {
    "<w:tr>" + cells.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
  }

  @Test func `a table of a Word file is read as rows, a list as points`() throws {
    let body =
      paragraph("Plan of 3 June 2026") + paragraph("One", inList: true) + "<w:tbl>"
      + row(["Area", "Target saving 2026/27 £k"]) + row(["Staffing", "95"]) + row(["Placements", "1,234"])
      + row(["Total", "1,329"]) + "</w:tbl>"
    let document =
      "<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\"><w:body>\(body)</w:body></w:document>"
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "plan.docx", ZipWriter.archive([ZipWriter.Entry("word/document.xml", document)]))
    #expect(WordFile.isWord(path))
    let text = try WordFile.text(of: path)
    #expect(text.contains("- One\n") && text.contains("Staffing\t95\n"))
    let plan = PaperReading.of(Paper(text)).plan
    #expect(plan.savings.map { $0.years.first?.amount.pence } == [9_500_000, 123_400_000])
    #expect(plan.claims.map(\.stated) == [1_329_000])
  }

  @Test func `a damaged Word file is refused`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "plan.docx", ZipWriter.archive([ZipWriter.Entry("word/document.xml", "<w:p><w:t>5")]))
    #expect(throws: FilesError.self) { try WordFile.text(of: path) }
  }

  private func text(_ body: String) throws -> String {
    let document =
      "<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\" xmlns:mc=\"urn:m\"><w:body>\(body)</w:body></w:document>"
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "plan.docx", ZipWriter.archive([ZipWriter.Entry("word/document.xml", document)]))
    return try WordFile.text(of: path)
  }

  @Test func `a cell over three columns leaves two empty, so that its heading stands over them`() throws {
    let wide = "<w:tc><w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>\(paragraph("Savings £000"))</w:tc>"
    let text = try text(
      "<w:tbl><w:tr><w:tc>\(paragraph("Proposal"))</w:tc>\(wide)</w:tr>"
        + row(["", "2026/27", "2027/28", "2028/29"]) + row(["Agency", "100", "200", "300"]) + "</w:tbl>")
    #expect(text.contains("Proposal\tSavings £000\t\t\n"))
    let saving = PaperReading.of(Paper(text)).plan.savings.first
    #expect(saving?.years.map { $0.amount.pence / 100 } == [100_000, 200_000, 300_000])
  }

  @Test func `a text box and moved words stand once, and a hyphen that doesn't break is one`() throws {
    let box = "<w:txbxContent>\(paragraph("In a box"))</w:txbxContent>"
    let text = try text(
      "<w:p><w:r><w:t>Before</w:t><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback>"
        + "</mc:AlternateContent></w:r><w:r><w:t>, after</w:t></w:r></w:p>"
        + "<w:p><w:moveFrom><w:r><w:t>Moved</w:t></w:r></w:moveFrom></w:p>"
        + "<w:p><w:moveTo><w:r><w:t>Moved</w:t></w:r></w:moveTo></w:p>"
        + "<w:p><w:r><w:t>2026</w:t><w:noBreakHyphen/><w:t>27</w:t></w:r></w:p>")
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines == ["In a box", "Before, after", "Moved", "2026-27"])
  }
}
