import Foundation
import Operations
import Store
import Support
import Testing

@testable import Web

/// What strangers and insiders may send.
struct HostileTests {
  /// Markup that would stand in a page if it were not escaped: plain, after a sign that joins the mark into one
  /// character, and a quote that a mark joins.
  private static let payloads = [
    "\"><x-evil a=1>", "\u{600}<x-evil a=1>", "x\"\u{301} x-evil=\"", "{{csrf}}</textarea><x-evil>",
    "'><x-evil>",
  ]

  /// Where a payload stands as it was written.
  private func isEvil(_ answer: WebResponse) -> Bool {
    guard answer.header("content-type")?.hasPrefix("text/html") == true else { return false }
    return ["<x-evil", "x\"\u{301} x-evil", "'><x-evil"].contains {
      answer.body.range(of: Data($0.utf8)) != nil
    }
  }

  private struct Form {
    let action: String
    let fields: [(name: String, value: String, isText: Bool)]
  }

  /// The forms of a page, as a browser finds them.
  private func forms(_ page: String) -> [Form] {
    page.matches(of: /(?s)<form method="post" action="([^"]+)"[^>]*>(.*?)<\/form>/).map { form in
      let inputs = form.output.2.matches(of: /<(?:input|textarea|select)[^>]*>/).compactMap { tag in
        let text = String(tag.output)
        return attribute("name", text).map { name in
          let type = attribute("type", text) ?? "text"
          return (
            name: name, value: attribute("value", text) ?? "",
            isText: !["hidden", "checkbox", "radio", "file", "submit"].contains(type)
          )
        }
      }
      return Form(action: String(form.output.1), fields: inputs)
    }
  }

  private func attribute(_ name: String, _ tag: String) -> String? {
    (try? Regex(" \(name)=\"([^\"]*)\"").firstMatch(in: tag))?.output[1].substring.map(String.init)
  }

  private var pages: [String] {
    Site.routes.filter { $0.method == "GET" && !$0.pattern.contains(":") }.map(\.pattern)
  }

  @Test func `markup in every text field of every form comes back as text`() throws {
    let council = try Council()
    let browser = try council.person("everything", Set(AccessRole.allCases))
    var sent = 0
    for payload in Self.payloads {
      for page in pages {
        for form in forms(browser.get(page).text) where form.action != "/sign-out" {
          for field in form.fields.indices where form.fields[field].isText {
            var request = browser.asked("POST", form.action)
            request.fields = form.fields.enumerated().map {
              ($1.name, $0 == field ? payload : $1.isText && $1.value.isEmpty ? "something" : $1.value)
            }
            let answer = council.site.answer(request)
            #expect(!isEvil(answer) && answer.status < 500, "\(form.action) \(form.fields[field].name)")
            sent += 1
          }
        }
      }
      for page in pages { #expect(!isEvil(browser.get(page)), "\(page) after \(payload)") }
    }
    // The forms were found.
    #expect(sent >= 30)
    #expect(browser.get("/settings").text.contains("x-evil"))
  }

  @Test func `markup and SQL in queries and paths come back as text, or as nothing`() throws {
    let council = try Council()
    let browser = try council.person("everything", Set(AccessRole.allCases))
    let all = Self.payloads + ["' OR 1=1 --", "1; DROP TABLE account", "%00", "../../../../etc/passwd"]
    for payload in all {
      for page in pages {
        var request = browser.asked("GET", page)
        for name in ["then", "until", "uplift", "futures", "q", "run", "file", "shown", "kind", "page"] {
          request.query[name] = payload
        }
        let answer = council.site.answer(request)
        #expect(answer.status < 500 && !isEvil(answer), "\(page)?\(payload)")
      }
      for route in Site.routes where route.pattern.contains(":") {
        let path = route.pattern.split(separator: "/").map { $0.first == ":" ? payload : String($0) }
        let answer = council.site.answer(browser.asked(route.method, "/" + path.joined(separator: "/")))
        #expect(answer.status < 500 && !isEvil(answer), "\(route.pattern) \(payload)")
      }
    }
    #expect(try council.store.reading { try $0.accounts().count } == 1)
    // Somebody who isn't signed in is shown the path they asked for.
    for payload in Self.payloads {
      #expect(!isEvil(council.site.answer(Browser(council).asked("GET", "/data/" + payload))))
    }
  }

  @Test(arguments: [
    "//evil.example", "/\\evil.example", "/\t/evil.example", "\\\\evil.example", "https://evil.example",
    "/\n/evil.example", "/x\r\nset-cookie: a=b", "javascript:alert(1)", "/\\\u{301}evil.example",
  ])
  func `after signing in nobody is led elsewhere`(_ then: String) throws {
    let council = try Council()
    _ = try council.person("somebody", [.viewer])
    let answer = Browser(council).post(
      "/sign-in", ["name": "somebody", "password": Council.password, "then": then])
    #expect(answer.status == 303 && answer.header("location") == "/")
  }

  @Test func `cookies and tokens made up are nobody's`() throws {
    let council = try Council()
    let browser = try council.person("somebody", Set(AccessRole.allCases))
    let real = browser.cookie
    for cookie in ["", "x", real.uppercased(), String(real.dropLast()), real + "A", "' OR 1=1 --", "\u{0}"] {
      let forged = Browser(council)
      forged.cookie = cookie
      #expect(forged.get("/people").status == 303, "\(cookie)")
    }
    for token in ["", "x", Site.csrf(""), Site.csrf("x"), real, String(Site.csrf(real).dropLast())] {
      #expect(browser.post("/settings", ["council": "x"], csrf: token).status == 400)
    }
    #expect(browser.post("/settings", ["council": "x"]).status == 303)
  }

  @Test(arguments: [
    (["origin": "http://evil.example"], 400), (["origin": "null"], 400),
    (["sec-fetch-site": "cross-site"], 400),
    (["sec-fetch-site": "same-site"], 400), (["origin": "http://127.0.0.1:99"], 400),
    (["origin": "http://127.0.0.1"], 303), (["sec-fetch-site": "same-origin"], 303),
    (["host": "[::1]:8080", "origin": "http://[::1]:8080"], 303), (["host": "a b"], 400), (["host": ""], 400),
    (["host": "x\"><x-evil>"], 400), (["host": "evil.example/x?"], 400),
  ])
  func `a form is taken from our own pages only, at a plain address`(
    _ headers: [String: String], _ status: Int
  )
    throws
  {
    let council = try Council()
    let browser = try council.person("somebody", [.administrator])
    var request = browser.asked("POST", "/settings")
    request.fields.append(("council", "x"))
    request.headers.merge(headers) { $1 }
    let answer = council.site.answer(request)
    #expect(answer.status == status && !isEvil(answer))
  }

  @Test func `every answer carries its guards, errors too`() throws {
    let council = try Council()
    let browser = try council.person("somebody", [.viewer])
    let wanted = Set(Site.guards.map(\.0) + ["cache-control"])
    for (method, path) in [
      ("GET", "/"), ("GET", "/people"), ("GET", "/none"), ("POST", "/settings"), ("PUT", "/"),
      ("GET", "/runs/x"),
      ("HEAD", "/"), ("GET", "/sign-in"), ("GET", "/assets/x/homeward.css"),
    ] {
      let answer = council.site.answer(browser.asked(method, path))
      #expect(Set(answer.headers.map(\.0)).isSuperset(of: wanted), "\(method) \(path)")
    }
    for error in [WebError.tooLarge, .tooSlow, .badForm("x")] {
      let answer = council.site.failed(error, browser.asked("POST", "/data"))
      #expect(Set(answer.headers.map(\.0)).isSuperset(of: wanted) && answer.status >= 400)
    }
  }

  @Test func `over TLS the cookie is for TLS and this address only`() throws {
    let council = try Council()
    _ = try council.person("somebody", [.viewer])
    let site = try Site(
      store: council.store, queue: council.queue, assets: nil, now: { [council] in council.now },
      isSecure: true,
      isQuick: true)
    var request = Browser(council).asked("POST", "/sign-in")
    request.fields = [("name", "somebody"), ("password", Council.password)]
    let answer = site.answer(request)
    let cookie = try #require(answer.header("set-cookie"))
    #expect(
      cookie.hasPrefix("__Host-homeward=") && cookie.contains("; Path=/;") && cookie.hasSuffix("; Secure"))
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=") && !cookie.contains("Domain"))
    #expect(answer.header("strict-transport-security") != nil)
    var back = Browser(council).asked("GET", "/")
    back.headers["cookie"] = String(cookie.split(separator: ";")[0])
    #expect(site.answer(back).status == 200)
    // One that a neighbour's site could have set is not looked at.
    back.headers["cookie"] = String(cookie.split(separator: ";")[0].dropFirst("__Host-".count))
    #expect(site.answer(back).status == 303)
  }

  @Test func `large bodies are taken only from those who may send them`() throws {
    let council = try Council()
    let browser = try council.person("somebody", [.analyst])
    #expect(council.site.largest(browser.asked("POST", "/data")) == 64 << 20)
    #expect(council.site.largest(Browser(council).asked("POST", "/data")) == Route.usual)
    #expect(council.site.largest(browser.asked("POST", "/settings")) == Route.usual)
    #expect(council.site.largest(browser.asked("POST", "/none")) == Route.usual)
    for role in [AccessRole.viewer, .casework, .administrator] {
      let other = try council.person(role.rawValue, [role])
      #expect(council.site.largest(other.asked("POST", "/data")) == Route.usual)
      #expect(other.post("/data", uploads: [.file("x.csv", "a")]).status == 403)
    }
  }
}

extension Browser {
  /// A request with this browser's cookie and forms' token, for a test to change.
  func asked(_ method: String, _ path: String) -> WebRequest {
    var request = WebRequest(method: method, path: path)
    request.headers = ["host": "127.0.0.1", "cookie": "homeward=\(cookie)"]
    request.address = "127.0.0.1"
    request.fields = [("csrf", Site.csrf(cookie))]
    return request
  }
}
