import Foundation
import Returns
import Support
import Testing

struct SecondFormTests {
  private let xml = """
    <EXPSSDA903><CHILD><HEADER><CHILDID>7</CHILDID><SEX>F</SEX><DOB>01/06/2012</DOB><ETHNIC>WBRI</ETHNIC></HEADER>
    <EPISODE><DECOM>02/05/2024</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL><DEC/><REC/></EPISODE>
    </CHILD></EXPSSDA903>
    """

  private func read(_ files: [String: String], combine: Bool = false) throws -> ReturnSet {
    let folder = try TemporaryFolder(files)
    return try ReturnsReader.read(at: folder.path, combine: combine)
  }

  @Test func `a return there as CSV and as XML is read once, and it is said`() throws {
    let files = [
      "episodes.csv": ReturnFixture.episodes([EpisodeLine("1", "01/05/2024")]),
      "header.csv": ReturnFixture.header([("1", "01/06/2012")]), "return.xml": xml,
    ]
    let set = try read(files)
    #expect(set.tables.count == 2 && set.rowsRead == 2 && set.problems.isEmpty)
    guard case .unusable(let reason)? = set.files.first(where: { $0.name == "return.xml" })?.status else {
      Issue.record("the XML was read too")
      return
    }
    #expect(reason.contains("2024/25") && reason.contains("episodes.csv"))
    #expect(try read(files, combine: true).rowsRead == 4)
  }

  @Test func `XML of another year, or in another folder, is read`() throws {
    let other = [
      "2023/episodes.csv": ReturnFixture.episodes([EpisodeLine("1", "01/05/2024")]), "2024/r.xml": xml,
    ]
    #expect(try read(other).rowsRead == 3)
    let year = ["episodes.csv": ReturnFixture.episodes([EpisodeLine("1", "01/05/2022")]), "r.xml": xml]
    #expect(try read(year).rowsRead == 3)
  }
}
