import Foundation
import Operations
import Plans
import Published
import Store
import Support
import Testing
@testable import Web

/// Pages that need no council's returns to be worked out, or few: papers, targets and the choice of councils.
struct NewPagesTests {
  private static let paper = """
    Recovery plan, 3 June 2026

    Target (PI) and timescale\tTarget saving 2026/27 £k\tActions
    Objective 1: Fewer agency staff
    5 agency workers by March 2027\t95\t• Advertise each month • Pay on time each week
    \t(1,106)\t• Review the <b>contract</b>
    Total\t1,201\t

    Our “targets”: # children in care: a target of 345 by the end of 2026/27.
    """

  @Test func `options and commands are found in a page's text, and not in its marks or code`() {
    #expect(CommandLineWords.found(in: "<p>give it with --fees.</p>") == ["--fees"])
    #expect(CommandLineWords.found(in: "<p>run homeward backtest</p>") == ["homeward backtest"])
    #expect(CommandLineWords.found(in: "<p class=\"a--b\">A – b. Homeward says</p><code>--x</code>").isEmpty)
  }

  @Test func `a paper is read, its plan shown with quotes, taken away and kept`() throws {
    let council = try Council()
    let programme = try council.person("programme", [.programme])
    #expect(programme.get("/plan/read").text.contains("No paper was read yet"))
    let sent = programme.post("/plan/read", uploads: [.file("recovery.txt", Self.paper)])
    #expect(sent.header("location") == "/plan/read?file=recovery.txt")
    try council.queue.start()
    try council.settle()
    let page = programme.get("/plan/read?file=recovery.txt").text
    for part in [
      "“95” under “£k”", "Plainly said", "For a person to settle", "The row has no name",
      "The plan as proposed, checked", "Keep it as a plan",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(!page.contains("<b>contract") && CommandLineWords.found(in: page).isEmpty)
    let text = programme.get("/plan/read/plan.yaml?file=recovery.txt")
    #expect(ReadPlan.read(Array(text.body)).plan?.savings.count == 2)
    #expect(text.text.contains("# ask: The row has no name"))
    let kept = programme.post("/plan/read/keep", ["file": "recovery.txt"])
    #expect(kept.text.contains("It is kept as the plan recovery.yaml"))
    #expect(try council.document("recovery.yaml").kind == .plan)
    #expect(programme.get("/plan/read?file=nosuch.txt").status == 404)
    #expect(programme.post("/plan/read/keep", ["file": "nosuch.txt"]).status == 404)
    // A paper may name people: it is for those who keep plans.
    let viewer = try council.person("viewer", [.viewer])
    let run = try #require(try council.store.reading { try $0.runs(.paper, most: 1) }.first)
    #expect(viewer.get("/plan/read").status == 403 && viewer.get("/runs/\(run.id)").status == 404)
    #expect(programme.post("/runs/\(run.id)/again").text.contains("the same to the byte"))
    // Reading a paper makes no plan or forecast older.
    let before = try council.store.reading { try $0.documents() }
    let without = before.filter { $0.kind != .paper }
    for kind in RunKind.allCases {
      #expect(
        CouncilFolder.inputs(before, council: nil, for: kind)
          == CouncilFolder.inputs(without, council: nil, for: kind))
    }
  }

  @Test(arguments: [
    ("cut.docx", Data([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]), "cut short"),
    ("locked.docx", Data([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]), "locked with a password"),
    ("scan.pdf", Data("%PDF-1.4 no more".utf8), "pdf"),
    (
      "bomb.docx",
      Data(
        ZipWriter.archive([
          ZipWriter.Entry(
            "word/document.xml",
            "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&c;&c;</w:t></w:r></w:p></w:body></w:document>"
          )
        ])), "read"
    ),
  ])
  func `a hostile or broken paper is refused in words`(name: String, content: Data, words: String) throws {
    let council = try Council()
    let programme = try council.person("programme", [.programme])
    #expect(programme.post("/plan/read", uploads: [.file(name, content)]).status == 303)
    try council.queue.start()
    try council.settle(within: 60)
    let run = try #require(try council.store.reading { try $0.runs(.paper, most: 1) }.first)
    #expect(run.state == .failed && run.failure.lowercased().contains(words), "\(run.state) \(run.failure)")
    #expect(!run.failure.contains("/homeward-"))
    #expect(programme.get("/plan/read").text.contains("It could not be worked out"))
  }

  @Test func `what is no paper is refused before it is read`() throws {
    let council = try Council()
    let programme = try council.person("programme", [.programme])
    #expect(programme.post("/plan/read").status == 422)
    #expect(programme.post("/plan/read", uploads: [.file("old.doc", "text")]).status == 422)
    #expect(programme.post("/plan/read", uploads: [.file("empty.txt", "")]).status == 422)
    #expect(try council.store.reading { try $0.documents() }.isEmpty)
  }

  @Test func `a target is asked in plain fields, and what is wrong with it is said`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let viewer = try council.person("viewer", [.viewer])
    #expect(analyst.get("/forecast/targets").text.contains("No returns are loaded yet"))
    let fields = [("measure", "children"), ("most", "1,000"), ("by", "2027-03-31"), ("change", "each")]
    let asked = analyst.post("/forecast/targets", fields)
    #expect(
      asked.header("location") == "/forecast/targets?measure=children&most=1000&by=2027-03-31&change=each")
    #expect(viewer.post("/forecast/targets", fields).status == 403)
    for (name, value, words) in [
      ("by", "soon", "by when"), ("most", "few", "whole number"), ("change", "hope", "from the list"),
      ("chance", "100", "from 1 to 99"), ("change", "step-downs", "From which kind"),
    ] {
      let wrong = analyst.post("/forecast/targets", fields + [(name, value)])
      #expect(wrong.status == 422, "\(name)")
      #expect(wrong.text.localizedCaseInsensitiveContains(words), "\(name): \(words)")
    }
    #expect(
      analyst.post("/forecast/targets", [("measure", "cost"), ("most", "£x"), ("by", "2027-03-31")]).status
        == 422)
  }

  static let published: [String: String] = [
    "a.csv": "year,level,la_code3,la_code,name,region,measure,value,flag,source\n"
      + [
        "2025,N,,E92000001,England,,cla_rate_per_10k,67,",
        "2025,R,,E12000002,North West,North West,cla_rate_per_10k,90,",
        "2025,L,890,E06000009,Blackpool,North West,cla_rate_per_10k,184,",
        "2025,L,301,E06000101,Nearby,North West,cla_rate_per_10k,100,",
        "2025,L,303,E06000103,Nearest <i>,North West,cla_rate_per_10k,50,",
      ].map { $0 + ",R\n" }.joined(),
    "n.csv": "old_la_code,la_name,SN_1,SN_2\n890,Blackpool,303,301\n",
  ]

  @Test func `the measures stand beside a council's neighbours once somebody chose it`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let viewer = try council.person("viewer", [.viewer])
    _ = analyst.post("/data", uploads: SmallReturn.files(wrong: 0))
    #expect(viewer.get("/children").text.contains("not in this store yet"))
    let folder = try TemporaryFolder(Self.published)
    _ = try council.store.reference.add(
      try PublishedReader.read(at: folder.path), moment: "2026-06-01T09:30:00Z", progress: { _, _ in })
    #expect(analyst.get("/children").text.contains("<option value=\"890\">Blackpool</option>"))
    #expect(viewer.post("/children", ["council": "890"]).status == 403)
    #expect(analyst.post("/children", ["council": "Atlantis"]).status == 422)
    #expect(
      analyst.post("/children", ["council": "890", "others": "Blackpoool"]).text.contains("Did you mean"))
    #expect(analyst.post("/children", ["population": "many"]).status == 422)
    #expect(analyst.post("/children", ["council": "890", "population": "1,000"]).status == 303)
    #expect(try council.noted("measures.beside").map(\.subject) == ["890"])
    try council.queue.start()
    try council.settle()
    let page = viewer.get("/children").text
    for part in [
      "Statistical neighbours, one by one", "Nearest &lt;i&gt;", "75.0 (2)", "2024/25",
      "Department for Education", "Open Government Licence", "its statistical neighbours",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(!page.contains("Nearest <i>"))
    let tables = HTMLText.tables(page)
    let place = try #require(tables.firstIndex { $0.caption.hasSuffix("one by one") })
    let run = try #require(try council.store.reading { try $0.runs(.measures, most: 1) }.first)
    let csv = analyst.get("/runs/\(run.id)/tables/\(place)").text
    #expect(csv.contains("Nearby,100.0") && csv.contains("England,67.0"))
    #expect(analyst.post("/runs/\(run.id)/again").text.contains("the same to the byte"))
    // Others in place of the neighbours.
    #expect(analyst.post("/children", ["council": "890", "others": "Nearby"]).status == 303)
    try council.settle()
    let chosen = viewer.get("/children").text
    #expect(chosen.contains("Councils chosen, one by one") && chosen.contains("100.0 (1)"))
    // The choice stays when files change.
    _ = analyst.post("/data", uploads: SmallReturn.files(wrong: 1))
    try council.settle()
    #expect(viewer.get("/children").text.contains("Councils chosen, one by one"))
  }
}
