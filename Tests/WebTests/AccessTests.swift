import Foundation
import Operations
import Secrets
import Store
import Testing

@testable import Web

/// Signing in, and how it ends.
struct AccessTests {
  private func signIn(
    _ council: Council, _ name: String, _ password: String = Council.password, code: String = ""
  ) -> WebResponse {
    Browser(council).post("/sign-in", ["name": name, "password": password, "code": code])
  }

  private func number(_ council: Council, _ name: String) throws -> Int64 {
    try #require(try council.store.reading { try $0.account(named: name) }).id
  }

  @Test func `a visit ends after half an hour without use, and after twelve hours in use`() throws {
    let council = try Council()
    let idle = try council.person("idle", [.viewer])
    council.pass(Session.idle - 61)
    #expect(idle.get("/").status == 200)
    council.pass(Session.idle - 1)
    #expect(idle.get("/").status == 200)
    council.pass(Session.idle)
    #expect(idle.get("/").status == 303)
    let busy = try council.person("busy", [.viewer])
    for _ in 0..<(Session.longest / 600 - 1) {
      council.pass(600)
      #expect(busy.get("/").status == 200)
    }
    council.pass(600)
    #expect(busy.get("/").status == 303)
  }

  @Test func `the fifth wrong attempt locks, each further one for twice as long, an hour at most`() throws {
    let council = try Council()
    _ = try council.person("somebody", [.viewer])
    for _ in 0..<5 { #expect(signIn(council, "somebody", "wrong").status == 401) }
    var wanted: Int64 = 30
    for _ in 0..<9 {
      #expect(signIn(council, "somebody").text.contains("too many wrong attempts"))
      council.pass(wanted - 1)
      #expect(signIn(council, "somebody").text.contains("Try again in 1 seconds"))
      council.pass(1)
      #expect(signIn(council, "somebody", "wrong").text.contains("is wrong"))
      wanted = min(wanted * 2, 3_600)
    }
    council.pass(3_600)
    #expect(signIn(council, "somebody").status == 303)
    #expect(signIn(council, "somebody", "wrong").text.contains("is wrong"))
    #expect(signIn(council, "somebody").status == 303)
  }

  @Test func `a name that nobody has answers as one that somebody has`() throws {
    let council = try Council()
    _ = try council.person("somebody", [.viewer])
    for attempt in 0..<12 {
      let known = signIn(council, "somebody", "wrong"), unknown = signIn(council, "nobody!!", "wrong")
      #expect(known.status == unknown.status)
      #expect(
        known.text.replacing("somebody", with: "nobody!!") == unknown.text, "attempt \(attempt)")
      council.pass(21)
    }
  }

  @Test func `of many attempts at once no more are tried than one after another`() throws {
    let council = try Council()
    _ = try council.person("somebody", [.viewer])
    let answers = Answers()
    DispatchQueue.concurrentPerform(iterations: 16) { _ in
      do {
        _ = try council.site.signIn.signIn("somebody", password: "wrong", code: "")
      } catch {
        answers.add(error as? AccessError == .wrong)
      }
    }
    #expect(answers.count(true) == 5 && answers.count(false) == 11)
  }

  @Test(arguments: [
    ("/forecast?futures=2000&until=2028-03-31", "/forecast?futures=2000&until=2028-03-31"),
    ("/plan?file=near%er.yaml", "/plan?file=near%25er.yaml"), ("/plan?file=a b&c", "/plan?c=&file=a%20b%26c"),
    ("/people", "/people"), ("/forecast?until=//evil.example", "/forecast?until=//evil.example"),
    ("/forecast?x=" + String(repeating: "y", count: 3_000), "/forecast"),
  ])
  func `a link followed before signing in is gone to afterwards, with its query`(
    _ asked: String, _ wanted: String
  ) throws {
    let council = try Council()
    _ = try council.person("somebody", Set(AccessRole.allCases))
    let stranger = Browser(council)
    var request = stranger.asked("GET", String(asked.prefix { $0 != "?" }))
    if wanted.contains("%26") {
      request.query = ["file": "a b&c", "c": ""]
    } else {
      for pair in asked.drop(while: { $0 != "?" }).dropFirst().split(separator: "&") {
        let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
        request.query[sides[0]] = sides[1]
      }
    }
    let to = try #require(council.site.answer(request).header("location"))
    var back = stranger.asked("GET", "/sign-in")
    back.query["then"] = to.dropFirst("/sign-in?then=".count).removingPercentEncoding
    let form = council.site.answer(back)
    let then = try #require(form.text.firstMatch(of: /name="then" value="([^"]*)"/)).1
    let answer = stranger.post(
      "/sign-in",
      ["name": "somebody", "password": Council.password, "then": String(then).replacing("&amp;", with: "&")])
    #expect(answer.header("location") == wanted)
  }

  @Test func `thirty attempts a minute are taken from one address`() throws {
    let council = try Council()
    for number in 0..<30 { #expect(signIn(council, "nobody \(number)", "wrong").status == 401) }
    #expect(signIn(council, "another", "wrong").status == 429)
    council.pass(60)
    #expect(signIn(council, "another", "wrong").status == 401)
  }

  @Test func `each sign-in is a new visit, the one before of that browser ends`() throws {
    let council = try Council()
    let browser = try council.person("somebody", [.viewer])
    let first = browser.cookie
    let answer = browser.post("/sign-in", ["name": "somebody", "password": Council.password])
    #expect(answer.status == 303 && browser.cookie != first && browser.get("/").status == 200)
    browser.cookie = first
    #expect(browser.get("/").status == 303)
    // A secret that a browser was given from elsewhere is never taken on.
    let fixed = Browser(council)
    fixed.cookie = String(repeating: "a", count: 43)
    _ = fixed.post("/sign-in", ["name": "somebody", "password": Council.password])
    #expect(fixed.cookie != String(repeating: "a", count: 43) && fixed.get("/").status == 200)
  }

  @Test func `a link sets one password, once, within a day, and ends all visits`() throws {
    let council = try Council()
    let admin = try council.person("admin", [.administrator])
    let browser = try council.person("somebody", [.viewer])
    let page = admin.post("/people/\(try number(council, "somebody"))/link").text
    let link = try #require(page.firstMatch(of: /\/link\/[A-Za-z0-9_-]{43}/)).output
    let other = Browser(council)
    #expect(other.get(String(link)).text.contains("somebody"))
    #expect(other.post(String(link), ["password": "short", "again": "short"]).status == 400)
    let new: KeyValuePairs = ["password": "other words now", "again": "other words now"]
    #expect(other.post(String(link), new).status == 303)
    #expect(other.post(String(link), new).status == 400)
    #expect(other.get(String(link)).status == 400)
    #expect(browser.get("/").status == 303)
    #expect(signIn(council, "somebody").status == 401)
    #expect(signIn(council, "somebody", "other words now").status == 303)
    let late = admin.post("/people/\(try number(council, "somebody"))/link").text
    let second = try #require(late.firstMatch(of: /\/link\/[A-Za-z0-9_-]{43}/)).output
    council.pass(SignIn.linkGoodFor)
    #expect(other.get(String(second)).status == 400)
  }

  @Test func `who may sign in no more is out at once, and their links with them`() throws {
    let council = try Council()
    let admin = try council.person("admin", [.administrator])
    let browser = try council.person("somebody", [.analyst])
    let id = try number(council, "somebody")
    let link = try council.site.signIn.link(for: id, by: try #require(admin.account))
    #expect(admin.post("/people/\(id)/disable").status == 200)
    #expect(browser.get("/").status == 303)
    #expect(signIn(council, "somebody").status == 401)
    #expect(Browser(council).get("/link/\(link)").status == 400)
    #expect(admin.post("/people/\(id)/enable").status == 200)
    #expect(browser.get("/").status == 303 && signIn(council, "somebody").status == 303)
  }

  @Test func `the last administrator stays one`() throws {
    let council = try Council()
    let admin = try council.person("admin", [.administrator])
    let id = try number(council, "admin")
    #expect(admin.post("/people/\(id)/disable").status == 400)
    #expect(admin.post("/people/\(id)/roles", ["role": "viewer"]).status == 400)
    #expect(admin.post("/people/999/disable").status == 400)
    #expect(admin.get("/people").status == 200)
    _ = try council.person("second", [.administrator])
    #expect(admin.post("/people/\(id)/roles", ["role": "viewer"]).status != 400)
    #expect(admin.get("/people").status == 403)
  }

  @Test func `who can read the store and its key makes a link for a forgotten password, which is noted`()
    throws
  {
    let council = try Council()
    let admin = try council.person("alone", [.administrator])
    let secret = try council.site.signIn.link(fromCommandLineFor: " Alone ")
    let fields: KeyValuePairs = ["password": "another three words", "again": "another three words"]
    #expect(Browser(council).post("/link/\(secret)", fields).status == 303)
    #expect(admin.get("/").status == 303)
    #expect(signIn(council, "alone").status == 401)
    #expect(signIn(council, "alone", "another three words").status == 303)
    let made = try council.store.reading { try $0.auditEntries(after: 0, most: 100) }
    #expect(made.contains { $0.note.actor == "command line" && $0.note.action == "link.make" })
    #expect(throws: AccessError.name("Nobody signs in with nobody.")) {
      try council.site.signIn.link(fromCommandLineFor: "nobody")
    }
  }
}

extension Browser {
  /// Who is signed in.
  var account: Account? { (try? council.site.signIn.account(ofSession: cookie)) ?? nil }
}

/// What came back to several threads.
final class Answers: @unchecked Sendable {
  private let lock = NSLock()
  private var all: [Bool] = []

  func add(_ one: Bool) { lock.withLock { all.append(one) } }
  func count(_ one: Bool) -> Int { lock.withLock { all.count { $0 == one } } }
}
