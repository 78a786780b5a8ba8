import Files
import Foundation
import Operations
import Store
import Support
import Testing
import Web

/// Loading files, taking them back, and what the rules find.
struct DataPagesTests {
  private func names(_ council: Council) throws -> [String] {
    try council.store.reading { try $0.documents() }.map(\.name)
  }

  @Test
  func `until the council has a name its administrator is asked for it, and what names it is made anew`()
    throws
  {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let admin = try council.person("admin", [.administrator])
    try council.queue.start()
    _ = analyst.post("/data", uploads: SmallReturn.files(wrong: 0))
    try council.settle()
    #expect(!analyst.get("/").text.contains("The council has no name yet"))
    let asked = admin.get("/").text
    #expect(
      asked.contains("The council has no name yet") && asked.contains("href=\"/settings\">Give it its name"))
    #expect(analyst.get("/children").text.contains("The council: children looked after"))
    #expect(admin.post("/settings", ["council": "Wrenfield & Co"]).status == 303)
    #expect(!admin.get("/").text.contains("The council has no name yet"))
    #expect(analyst.get("/").text.contains("<p class=\"hw-council\">Wrenfield &amp; Co</p>"))
    try council.settle()
    let page = analyst.get("/children").text
    #expect(page.contains("Wrenfield &amp; Co: children looked after") && !page.contains("changed since"))
    let run = try #require(try council.store.reading { try $0.runs(.measures, most: 1) }.first)
    #expect(analyst.post("/runs/\(run.id)/again").text.contains("the same to the byte"))
    // The same name again changes nothing.
    _ = admin.post("/settings", ["council": "Wrenfield & Co"])
    #expect(try council.store.reading { try $0.runs(.measures, most: 9) }.count == 2)
  }

  @Test func `several files at once are taken, and what can't be used is named`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let answer = analyst.post(
      "/data",
      uploads: SmallReturn.files(wrong: 0) + [
        .file("notes.csv", "a,b\n1,2\n"), .file("empty.csv", ""),
        .file("fees.csv", "child,weekly_fee\n1,2\n"),
      ])
    #expect(answer.status == 200)
    #expect(answer.text.contains("Added 2 files"))
    #expect(answer.text.contains("notes.csv: its columns don&#39;t tell what it is"))
    #expect(answer.text.contains("empty.csv is empty"))
    #expect(answer.text.contains("fees.csv is a fee ledger: your roles don&#39;t let you add one"))
    #expect(try names(council).count == 2)
  }

  @Test func `what was just added is taken back at one stroke, and put back one by one`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let answer = analyst.post("/data", uploads: SmallReturn.files(wrong: 0))
    let ids = try council.store.reading { try $0.documents() }.map(\.id)
    for id in ids { #expect(answer.text.contains("name=\"id\" value=\"\(id)\"")) }
    let undone = analyst.post("/data/undo", ["id": ids[0], "id": ids[1]])
    #expect(undone.text.contains("2 files no longer count"))
    #expect(try names(council).isEmpty)
    #expect(undone.text.contains("Files taken back or replaced"))
    #expect(analyst.post("/data/restore/\(ids[0])").text.contains("counts again"))
    #expect(try names(council).count == 1)
  }

  @Test func `what a file is said to be has to fit it, and what it replaces is said and comes back with it`()
    throws
  {
    let council = try Council()
    let finance = try council.person("finance", [.finance])
    let budget = "cost_centre,subjective,name,category,pounds\n1,2,Fostering,agency_foster,100\n"
    _ = finance.post("/data", uploads: [.file("budget.csv", budget)])
    let junk = finance.post("/data", ["kind": "budget"], uploads: [.file("junk.csv", "a,b\n1,2\n")])
    #expect(junk.status == 422)
    #expect(junk.text.contains("junk.csv is no budget: its first line has no column name, category, pounds."))
    #expect(try names(council) == ["budget.csv"])
    let later = finance.post(
      "/data", uploads: [.file("budget-2.csv", budget + "1,3,Homes,external_home,5\n")])
    #expect(later.text.contains("budget.csv no longer counts: this takes its place."))
    let new = try council.document("budget-2.csv").id
    let old = try #require(later.text.firstMatch(of: /name="replaced" value="([^"]+)"/)).1
    let undone = finance.post("/data/undo", ["id": new, "replaced": String(old)])
    #expect(undone.text.contains("1 file no longer counts. 1 file that it replaced counts again."))
    #expect(try names(council) == ["budget.csv"])
    // All of it, or nothing: who may not put the one back does not take the other away.
    let programme = try council.person("programme", [.programme])
    _ = programme.post("/data", uploads: [.file("plan.yaml", "savings: []\n")])
    let plan = try council.document("plan.yaml").id
    #expect(programme.post("/data/undo", ["id": plan, "replaced": new]).status == 403)
    #expect(try names(council).contains("plan.yaml"))
    // Excel's two bytes for each letter are no reason to refuse a budget.
    let wide = try #require(budget.data(using: .utf16))
    let unicode = finance.post("/data", ["kind": "budget"], uploads: [.file("wide.csv", wide)])
    #expect(unicode.status == 200 && unicode.text.contains("Added 1 file"))
  }

  @Test func `a year's files stand together, and go together`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let page = analyst.post("/data", uploads: SmallReturn.files(wrong: 0)).text
    #expect(page.contains("2024-25: 2 files of the return"))
  }

  @Test func `nobody takes back what they may not add`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    _ = analyst.post("/data", uploads: SmallReturn.files(wrong: 0))
    let id = try council.document("2024-25/header.csv").id
    let finance = try council.person("finance", [.finance])
    #expect(finance.post("/data/undo", ["id": id]).status == 403)
    // Nor do they take back their own beside it: all, or nothing.
    _ = finance.post("/data", uploads: [.file("fees.csv", "child,weekly_fee\n1,2\n")])
    let own = try council.document("fees.csv").id
    #expect(finance.post("/data/undo", ["id": own, "id": id]).status == 403)
    #expect(try names(council).contains("fees.csv"))
    #expect(finance.post("/data/undo", ["id": own]).status == 200)
    #expect(finance.post("/data/remove/\(id)").status == 403)
    #expect(try names(council).count == 2)
  }

  @Test(arguments: [
    "../../etc/passwd.csv", "/etc/cron.d/x.csv", "..\\..\\x.csv", "a/../../x.csv", ".hidden.csv",
    "a/b/c/d/e.csv",
    "2024-25/..", "",
  ])
  func `a name that leads elsewhere is refused or made harmless`(_ name: String) throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let text = ReturnFixture.header([("KID1", "01/06/2012")])
    let archive = ZipWriter.archive([.init(name, text)])
    _ = analyst.post("/data", uploads: [.file(name, text), .file("a.zip", archive)])
    for kept in try names(council) {
      #expect(!kept.contains("..") && !kept.hasPrefix("/") && !kept.contains("\\"))
      #expect(CouncilFolder.safeName(kept) == kept)
    }
  }

  @Test func `an archive that unpacks to too much is refused whole`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let text = ReturnFixture.header([("KID1", "01/06/2012")])
    let many = ZipWriter.archive((0...Unpacking.mostFiles).map { .init("\($0)/header.csv", text) })
    let answer = analyst.post("/data", uploads: [.file("many.zip", many)])
    #expect(answer.status == 422)
    #expect(answer.text.contains("many.zip"))
    #expect(try names(council).isEmpty)
    let broken = analyst.post("/data", uploads: [.file("b.zip", "no archive")])
    #expect(broken.status == 422)
    let inner = ZipWriter.archive([
      .init("inner.zip", ZipWriter.archive([.init("header.csv", "CHILD,DOB\n")]))
    ])
    #expect(analyst.post("/data", uploads: [.file("outer.zip", inner)]).status == 422)
  }

  @Test func `a zip of a return's folders is unpacked with its paths`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let entries = SmallReturn.files(wrong: 0).map { ZipWriter.Entry($0.name, $0.content) }
    let archive = ZipWriter.archive(entries + [.init("__MACOSX/2024-25/._header.csv", "x")])
    #expect(analyst.post("/data", uploads: [.file("return.zip", archive)]).status == 200)
    #expect(try names(council) == ["2024-25/episodes.csv", "2024-25/header.csv"])
  }

  @Test
  func `findings stand in a table by rule; rows under stand-ins until somebody asks, and each look is noted`()
    throws
  {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    _ = analyst.post("/data", uploads: SmallReturn.files(wrong: 3))
    try council.queue.start()
    try council.settle()
    let findings = analyst.get("/data/findings")
    #expect(findings.status == 200)
    let rule = try #require(findings.text.firstMatch(of: /\/data\/findings\/([0-9A-Za-z]+)"/)).1
    #expect(findings.text.contains("<caption>Rules that rows fail"))
    #expect(!findings.text.contains("<pre") && !findings.text.contains("KID1"))
    let seen = analyst.get("/data/findings/\(rule)")
    #expect(seen.status == 200 && !seen.text.contains("KID1"))
    let stand = try council.store.reading { $0.pseudonym(of: "KID101") }
    #expect(try council.noted("child.read").count == 1)
    let revealed = analyst.post("/data/findings/\(rule)")
    #expect(revealed.text.contains("KID10"))
    let notes = try council.noted("child.read")
    #expect(notes.count == 2)
    #expect(notes[0].detail.contains("rule \(rule)") && notes[0].detail.hasSuffix("pseudonyms"))
    #expect(notes[1].subject.hasPrefix("run ") && notes[1].detail.hasSuffix("identifiers"))
    #expect(notes.allSatisfy { !$0.detail.contains("KID") && !$0.subject.contains("KID") })
    #expect(stand.count == 8)
    #expect(analyst.get("/data/findings/nosuch").status == 404)
  }

  @Test func `what is new and what was put right since the load before is told`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    try council.queue.start()
    _ = analyst.post("/data", uploads: SmallReturn.files(wrong: 3))
    try council.settle()
    #expect(!analyst.get("/data/findings").text.contains("Since load"))
    council.pass(60)
    _ = analyst.post("/data", uploads: SmallReturn.files(wrong: 1))
    try council.settle()
    let page = analyst.get("/data/findings").text
    #expect(page.contains("Since load 1"))
    #expect(page.contains("put right"))
    #expect(!page.contains(" 0 put right"))
    // The store tells no child's name without its key.
    for name in try FileManager.default.contentsOfDirectory(atPath: council.folder.path) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: council.folder.path + "/" + name))
      #expect(bytes.range(of: Data("KID10".utf8)) == nil)
    }
    let run = try #require(
      try council.store.reading { try $0.runs(.check, most: 1) }.first)
    #expect(analyst.post("/runs/\(run.id)/again").text.contains("the same to the byte"))
  }

  @Test func `files put back show what was found in them, not what was found later`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    try council.queue.start()
    _ = analyst.post("/data", uploads: SmallReturn.files(wrong: 3))
    try council.settle()
    let before = try council.store.reading { try $0.runs(.check, most: 1) }[0].id
    council.pass(60)
    let extra = WebRequest.Upload.file(
      "2023-24/header.csv", ReturnFixture.header([("KID900", "01/06/2011")]))
    _ = analyst.post("/data", uploads: [extra])
    try council.settle()
    #expect(!analyst.get("/data/findings").text.contains("data-run=\"\(before)\""))
    _ = analyst.post("/data/remove/\(try council.document("2023-24/header.csv").id)")
    try council.settle()
    #expect(analyst.get("/data/findings").text.contains("data-run=\"\(before)\""))
  }
}
