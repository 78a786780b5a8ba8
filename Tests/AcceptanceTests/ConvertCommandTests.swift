import Foundation
import Support
import Testing

/// `homeward convert`, as its user runs it.
struct ConvertCommandTests {
  private static let xml = """
    <?xml version="1.0" encoding="utf-8"?>
    <EXPSSDA903>
     <CHILD>
      <HEADER><CHILDID>0012</CHILDID><SEX>F</SEX><DOB>01/06/2012</DOB><ETHNIC>WBRI</ETHNIC><UASC>0</UASC>
       <AREVIEW><REVIEW>05/06/2024</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW></HEADER>
      <EPISODE><DECOM>01/05/2024</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL><DEC/><REC/></EPISODE>
      <EPISODE><DECOM>31/06/2024</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL><DEC/><REC/></EPISODE>
     </CHILD>
    </EXPSSDA903>
    """

  @Test func `XML becomes a CSV file for each table, for the owner's eyes`() throws {
    let folder = try TemporaryFolder(["r.xml": Self.xml])
    let result = try Program.run(["convert", folder.path + "/r.xml", folder.path + "/out", "-q"])
    #expect(result.code == 0 && result.err.isEmpty)
    #expect(result.out.contains("Wrote 4 rows in 3 files") && result.out.contains("No row was left out"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted()
    #expect(names == ["episodes.csv", "header.csv", "reviews.csv"])
    for name in names {
      let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/out/" + name)[
        .posixPermissions]
      #expect(mode as? Int == 0o600)
    }
    let header = try String(contentsOfFile: folder.path + "/out/header.csv", encoding: .utf8)
    #expect(header == "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n0012,F,01/06/2012,WBRI,,,\n")
    let check = try Program.run(["check", folder.path + "/out", "-q"])
    #expect(check.code == 0 && check.out.contains("4 rows read = 3 used + 1 set aside"))
    #expect(check.out.contains("31/06/2024"))
  }

  @Test func `several years are written apart, and give the forecast of the originals`() throws {
    let council = Project.folder + "/Examples/council"
    let folder = try TemporaryFolder()
    let result = try Program.run(["convert", council, folder.path + "/out", "-q"])
    #expect(result.code == 0)
    let years = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted()
    #expect(years.count == 6 && years.last == "2025-26")
    let before = try Program.run(["forecast", council, "-q", "--json", "--council", "x"])
    let after = try Program.run(["forecast", folder.path + "/out", "-q", "--json", "--council", "x"])
    #expect(before.code == 0 && before.out == after.out)
    let again = try Program.run(["convert", folder.path + "/out", folder.path + "/twice", "-q"])
    #expect(again.code == 0)
    for year in years {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out/" + year) {
        let path = "/\(year)/\(name)"
        #expect(
          FileManager.default.contentsEqual(
            atPath: folder.path + "/out" + path, andPath: folder.path + "/twice" + path))
      }
    }
  }

  @Test func `what can't be converted is said, with the documented code`() throws {
    let folder = try TemporaryFolder(["r.xml": String(Self.xml.dropLast(30)), "used/a": "b"])
    let broken = try Program.run(["convert", folder.path + "/r.xml", folder.path + "/out", "-q"])
    #expect(broken.code == 65 && broken.err.contains("breaks off (line"), "\(broken.err)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
    #expect(try Program.run(["convert", folder.path + "/r.xml", folder.path + "/used", "-q"]).code == 73)
    #expect(try Program.run(["convert", "/no/such.xml", folder.path + "/out", "-q"]).code == 66)
    #expect(try Program.run(["convert", folder.path + "/r.xml"]).code == 64)
  }
}
