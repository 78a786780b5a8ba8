import Foundation
import Operations
import Store
import Support
import Testing

@testable import Web

/// Records that only named people may see: on pages, in files, and in what was worked out before.
struct RestrictedTests {
  /// A council whose return has three rows that fail a rule, with an analyst who is named for a record, one who isn't, and
  /// an administrator.
  private struct Loaded {
    let council: Council, named: Browser, other: Browser, admin: Browser, rule: String
  }

  private func loaded() throws -> Loaded {
    let council = try Council()
    let named = try council.person("named", [.analyst])
    let other = try council.person("other", [.analyst])
    let admin = try council.person("admin", [.administrator])
    // A row whose number lacks the noughts that the header has, and one whose number is another's by that.
    var files = SmallReturn.files(wrong: 3)
    files[1] = .file(
      "2024-25/header.csv",
      ReturnFixture.header((1...12).map { ("KID\(100 + $0)", "01/06/2012") } + [("0077712", "01/06/2012")]))
    files.append(.file("2023-24/episodes.csv", ReturnFixture.episodes([EpisodeLine("77712", "01/05/2023")])))
    _ = named.post("/data", uploads: files)
    try council.queue.start()
    try council.settle()
    let page = named.get("/data/findings").text
    // The rule that each of the first three fails by its own row.
    let rules = page.matches(of: /\/data\/findings\/([0-9A-Za-z]+)"/).map { String($0.1) }
    let rule = try #require(
      rules.first { rule in
        let text = named.post("/data/findings/\(rule)").text
        return ["KID101", "KID102", "KID103"].allSatisfy(text.contains)
      })
    return Loaded(council: council, named: named, other: other, admin: admin, rule: rule)
  }

  private func id(_ council: Council, _ name: String) throws -> String {
    try council.store.reading { "\(try #require(try $0.account(named: name)).id)" }
  }

  private func restrict(_ loaded: Loaded, _ child: String) throws -> WebResponse {
    loaded.admin.post(
      "/restricted",
      ["child": child, "reason": "an employee's child", "named": try id(loaded.council, "named")])
  }

  @Test func `rows of a restricted record are left out for whoever is not named, and it is said`() throws {
    let loaded = try loaded()
    let (council, rule) = (loaded.council, loaded.rule)
    let run = try #require(try council.store.reading { try $0.runs(.check, most: 1) }.first)
    #expect(try restrict(loaded, "KID101").status == 200)
    let letters = try council.store.reading { $0.pseudonym(of: "KID101") }
    // Nothing was worked out again: it holds for what was there.
    #expect(try council.store.reading { try $0.runs(nil, most: 99).allSatisfy(\.state.isOver) })
    let seen = loaded.other.get("/data/findings/\(rule)").text
    #expect(!seen.contains(letters) && seen.contains("1 row is left out here"))
    #expect(seen.contains("2 rows fail it"))
    let revealed = loaded.other.post("/data/findings/\(rule)").text
    #expect(!revealed.contains("KID101") && revealed.contains("KID102") && revealed.contains("left out"))
    #expect(
      try council.noted("child.read").last?.detail.contains("1 rows of restricted records left out") == true)
    let own = loaded.named.post("/data/findings/\(rule)").text
    #expect(own.contains("KID101") && !own.contains("left out"))
    // Counts stay.
    #expect(
      loaded.other.get("/data/findings").text.contains("<caption>Rules that rows fail")
        && loaded.other.get("/data/findings").text.firstMatch(of: /rows? (is|are) left out here/) != nil)
    for name in ["findings.csv", "set-aside.csv"] {
      let whole = loaded.named.get("/runs/\(run.id)/files/\(name)").text
      let less = loaded.other.get("/runs/\(run.id)/files/\(name)").text
      #expect(!less.contains("KID101"), "\(name)")
      let lines = whole.split(separator: "\n").filter { !$0.contains("KID101") }
      #expect(less == lines.map { $0 + "\n" }.joined(), "\(name)")
    }
    #expect(loaded.named.get("/runs/\(run.id)/files/findings.csv").text.contains("KID101"))
    let exports = try council.noted("export").map(\.detail)
    #expect(exports.contains { $0.hasPrefix("findings.csv, ") && $0.hasSuffix("left out") })
  }

  @Test func `a number written with or without noughts, or told as the one that was meant, is the same`()
    throws
  {
    let loaded = try loaded()
    let run = try #require(try loaded.council.store.reading { try $0.runs(.check, most: 1) }.first)
    let path = "/runs/\(run.id)/files/set-aside.csv"
    #expect(loaded.other.get(path).text.contains("Is 0077712 meant?"))
    #expect(try restrict(loaded, "0077712").status == 200)
    #expect(!loaded.other.get(path).text.contains("77712"))
    #expect(loaded.named.get(path).text.contains("77712"))
    #expect(try restrict(loaded, "77712").status == 400)
  }

  @Test func `who is named is changed and the restriction lifted and put back, each with its line`() throws {
    let loaded = try loaded()
    let council = loaded.council
    let path = "/data/findings/\(loaded.rule)"
    #expect(try restrict(loaded, "KID102").text.contains("The record is restricted"))
    let page = loaded.admin.get("/restricted").text
    let letters = try council.store.reading { $0.pseudonym(of: "KID102") }
    #expect(page.contains(letters) && !page.contains("KID102") && page.contains("an employee&#39;s child"))
    let one = try #require(page.firstMatch(of: /\/restricted\/(\d+)\/named/)).1
    #expect(loaded.admin.post("/restricted/\(one)/named", ["named": try id(council, "other")]).status == 200)
    #expect(loaded.other.post(path).text.contains("KID102"))
    #expect(!loaded.named.post(path).text.contains("KID102"))
    #expect(loaded.admin.post("/restricted/\(one)/named", ["named": "999"]).status == 400)
    #expect(loaded.admin.post("/restricted/\(one)/named").status == 200)
    #expect(!loaded.other.post(path).text.contains("KID102"))
    #expect(loaded.admin.post("/restricted/\(one)/lift").text.contains("/restricted/\(one)/restore"))
    #expect(loaded.other.post(path).text.contains("KID102"))
    #expect(loaded.admin.post("/restricted/\(one)/lift").status == 404)
    #expect(loaded.admin.post("/restricted/\(one)/restore").status == 200)
    #expect(!loaded.other.post(path).text.contains("KID102"))
    #expect(loaded.admin.post("/restricted/numbers").text.contains("KID102"))
    let notes = try council.store.reading { try $0.auditEntries(after: 0, most: 999) }.map(\.note).filter {
      $0.action.hasPrefix("restricted.")
    }
    #expect(
      notes.map(\.action) == [
        "restricted.add", "restricted.named", "restricted.named", "restricted.lift", "restricted.restore",
        "restricted.read",
      ])
    #expect(notes.prefix(5).allSatisfy { $0.subject == "record \(letters)" })
    #expect(notes[1].detail == "named: other" && notes[2].detail == "named: nobody")
    let audit = try AuditCSV.text(council.store)
    #expect(!audit.contains("KID10") && !audit.contains("employee"))
  }

  @Test func `a copy of the store alone holds neither the number nor why`() throws {
    let loaded = try loaded()
    #expect(try restrict(loaded, "KID103").status == 200)
    for end in ["", "-wal", "-shm"] {
      let path = loaded.council.folder.path + "/council.sqlite" + end
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      for name in ["KID103", "employee"] { #expect(bytes.range(of: Data(name.utf8)) == nil, "\(end)") }
    }
  }

  @Test func `what can't be a number, or has no reason, is not restricted, and what was typed stands there`()
    throws
  {
    let council = try Council()
    let admin = try council.person("admin", [.administrator])
    for (child, reason) in [("", "why it is"), ("1234567890123456", "why it is"), ("KID1", ""), ("'", "why")]
    {
      let answer = admin.post("/restricted", ["child": child, "reason": reason])
      #expect(answer.status == 400 && answer.text.contains("value=\"\(reason)\""), "\(child)")
    }
    #expect(try council.store.reading { try $0.restrictions() }.isEmpty)
    #expect(admin.post("/restricted/7/named").status == 404)
    #expect(admin.post("/restricted/7/restore").status == 404)
  }

  @Test func `a row is told by its cell whatever stands around it, and by a long number anywhere`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    try council.store.changing(AuditNote(at: 1, actor: "test", action: "try")) { changes in
      for child in ["0012345", "77", "=x/1", "kid9"] {
        _ = try changes.addRestriction(child, reason: "why", named: [], by: "test", at: 1)
      }
    }
    let account = try #require(analyst.account)
    let rows = try council.store.reading { try ChildRows(for: account, in: $0) }
    let kept = [
      "a,\"1\n2,77\",ok\n", "\"77\",123456,ok\n", "a,b,77x\n", "\"say \"\"77\"\"\",770,no\n", "a,,\n",
      "\n", "a,\"\",\"\"\n", "é,KID99,12 345",
    ]
    let withheld = [
      "a,12345,ok\n", "a,\"012345\",ok\n", "Is 0012345 meant?,8,x\n", "\"two\nlines, 12345\",8,x\n",
      "a,77,x\n",
      "a, 0077,x\n", "a,'=x/1,y\n", "a,\"=X/1\",y\n", "a,Kid9,\n",
    ]
    for mixed in [withheld + kept, Array(zip(withheld, kept).flatMap { [$0, $1] }) + [kept[7]], kept] {
      let text = "what,child,value\n" + mixed.joined()
      let file = RunResult.File(name: "f.csv", type: "text/csv", content: text, isSensitive: true)
      let wanted = "what,child,value\n" + mixed.filter { !withheld.contains($0) }.joined()
      let given = rows.text(of: file)
      #expect(given.text == wanted && given.withheld == mixed.count { withheld.contains($0) })
    }
    // Sums stay, and files of other kinds.
    for (type, text) in [("text/csv", "age,count\n12345,77\n"), ("application/json", "{\"child\": 77}")] {
      let file = RunResult.File(name: "f", type: type, content: text, isSensitive: true)
      #expect(rows.text(of: file).text == text)
    }
  }

  @Test func `a number that no return has is restricted, and it is said`() throws {
    let loaded = try loaded()
    let words = "stands in none of the returns"
    #expect(try restrict(loaded, "KID999").text.contains(words))
    #expect(try !restrict(loaded, " kid104 ").text.contains(words))
    let empty = try Council()
    let admin = try empty.person("admin", [.administrator])
    let answer = admin.post("/restricted", ["child": "KID1", "reason": "protected address"])
    #expect(answer.status == 200 && !answer.text.contains(words))
  }

  @Test func `what was lifted a month ago is forgotten with the next restriction`() throws {
    let council = try Council()
    let admin = try council.person("admin", [.administrator])
    _ = admin.post("/restricted", ["child": "KID1", "reason": "protected address"])
    #expect(admin.post("/restricted/1/lift").status == 200)
    council.pass(KeepRestrictions.kept + 1)
    let again = try council.person("again", [.administrator])
    _ = again.post("/restricted", ["child": "KID2", "reason": "protected address"])
    #expect(again.post("/restricted/1/restore").status == 404)
  }
}
