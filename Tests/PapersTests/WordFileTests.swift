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
}
