import Foundation
import Operations
import Secrets
import Store
import Support
import Synchronization
import Testing
import Web

/// A council with an application over it, its clock in the test's hands, driven without a server.
final class Council: @unchecked Sendable {
  let folder: TemporaryFolder
  let store: CouncilFile
  let queue: RunQueue
  let site: Site
  private let clock = TestClock()

  init() throws {
    folder = try TemporaryFolder()
    let key = try CouncilKey.file(at: folder.path + "/council.key")
    store = CouncilFile(try StoreFile(at: folder.path + "/council.sqlite"), key: key)
    let now: SignIn.Clock = { [clock] in clock.now }
    queue = RunQueue(store, now: now)
    site = try Site(store: store, queue: queue, assets: nil, now: now, isQuick: true)
  }

  var now: Int64 { clock.now }
  func pass(_ seconds: Int64) { clock.pass(seconds) }

  /// Somebody with roles, and a password; gives their cookie once they signed in.
  func person(_ name: String, _ roles: Set<AccessRole>) throws -> Browser {
    let note = AuditNote(at: now, actor: "test", action: "account.add")
    let secret = Token.make()
    try store.changing(note) { changes in
      let id = try changes.addAccount(signInName: name, name: name, roles: roles)
      try changes.addInvitation(Token.digest(secret), for: id, until: now + 1_000)
    }
    try site.signIn.accept(secret, password: Council.password)
    let browser = Browser(self)
    let answer = browser.post("/sign-in", ["name": name, "password": Council.password])
    try #require(answer.status == 303, "\(name): \(answer.text)")
    return browser
  }

  static let password = "three words apart"
}

/// A clock that stands until it is moved.
final class TestClock: Sendable {
  private let seconds = Mutex<Int64>(1_800_000_000)

  var now: Int64 { seconds.withLock { $0 } }
  func pass(_ more: Int64) { seconds.withLock { $0 += more } }
}

/// A browser: it keeps its cookie and takes the forms' token from it.
final class Browser {
  let council: Council
  var cookie = ""
  /// The mark of a browser in which somebody signed in before.
  var mark = ""

  init(_ council: Council) { self.council = council }

  func get(_ path: String, partial: Bool = false) -> WebResponse {
    var request = request("GET", path)
    if partial { request.headers["hx-request"] = "true" }
    return council.site.answer(request)
  }

  func post(
    _ path: String, _ fields: KeyValuePairs<String, String> = [:], uploads: [WebRequest.Upload] = [],
    csrf: String? = nil
  ) -> WebResponse {
    var request = request("POST", path)
    request.fields = fields.map { (name: $0.key, value: $0.value) }
    request.fields.append(("csrf", csrf ?? Site.csrf(cookie)))
    request.uploads = uploads
    let answer = council.site.answer(request)
    for (name, value) in answer.headers where name == "set-cookie" {
      let pair = value.split(separator: ";")[0].split(separator: "=", maxSplits: 1).map(String.init)
      let given = pair.count > 1 ? pair[1] : ""
      if pair[0] == "homeward" { cookie = given } else { mark = given }
    }
    return answer
  }

  /// Sends a form's fields as a list; `partial` as a script does that wants a part of the page.
  func post(_ path: String, _ fields: [(String, String)], partial: Bool = false) -> WebResponse {
    var request = request("POST", path)
    request.fields = fields.map { (name: $0.0, value: $0.1) } + [("csrf", Site.csrf(cookie))]
    if partial { request.headers["hx-request"] = "true" }
    return council.site.answer(request)
  }

  private func request(_ method: String, _ path: String) -> WebRequest {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    var request = WebRequest(method: method, path: parts[0])
    for pair in parts.dropFirst().first?.split(separator: "&") ?? [] {
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      request.query[sides[0]] = sides.count > 1 ? sides[1] : ""
    }
    request.headers["host"] = "127.0.0.1"
    request.address = "127.0.0.1"
    let cookies = [("homeward", cookie), ("homeward-browser", mark)].filter { !$0.1.isEmpty }
    request.headers["cookie"] = "other=1" + cookies.map { "; \($0.0)=\($0.1)" }.joined()
    return request
  }
}
