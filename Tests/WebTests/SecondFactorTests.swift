import Foundation
import Operations
import Secrets
import Store
import Testing

@testable import Web

/// The second factor: set up, asked for, and turned off.
struct SecondFactorTests {
  private func code(_ council: Council, _ secret: Data) -> String {
    OneTimeCode.code(secret, step: OneTimeCode.step(at: council.now))
  }

  private func signIn(_ council: Council, _ code: String) -> Int {
    Browser(council).post("/sign-in", ["name": "somebody", "password": Council.password, "code": code]).status
  }

  /// Somebody with a second factor.
  private func person(_ council: Council) throws -> (Browser, Data) {
    let browser = try council.person("somebody", [.viewer])
    let page = browser.get("/account").text
    let sealed = try #require(page.firstMatch(of: /name="secret" value="([^"]+)"/)).output.1
    let secret = try #require(Data(base64Encoded: String(sealed)))
    let on = browser.post(
      "/account/second-factor", ["secret": String(sealed), "code": code(council, secret)])
    try #require(on.status == 303)
    return (browser, secret)
  }

  @Test func `it is asked for, each code is taken once, also by two at once`() throws {
    let council = try Council()
    let (_, secret) = try person(council)
    // The code that proved the app can't sign in.
    #expect(signIn(council, code(council, secret)) == 401)
    council.pass(30)
    #expect(signIn(council, "") == 401)
    let now = code(council, secret)
    let answers = Answers()
    DispatchQueue.concurrentPerform(iterations: 3) { _ in
      let result = try? council.site.signIn.signIn("somebody", password: Council.password, code: now)
      answers.add(result != nil)
    }
    #expect(answers.count(true) == 1)
    council.pass(30)
    #expect(signIn(council, code(council, secret)) == 303)
  }

  @Test func `one that is on is not exchanged for another, and only the password turns it off`() throws {
    let council = try Council()
    let (browser, secret) = try person(council)
    let other = OneTimeCode.secret()
    let exchange = browser.post(
      "/account/second-factor", ["secret": other.base64EncodedString(), "code": code(council, other)])
    #expect(exchange.status == 403)
    for _ in 0..<5 {
      #expect(browser.post("/account/second-factor", ["turn": "off", "password": "wrong"]).status == 400)
    }
    // A found browser is no place to guess a password at.
    let locked = browser.post("/account/second-factor", ["turn": "off", "password": Council.password])
    #expect(locked.status == 400 && locked.text.contains("too many"))
    council.pass(60)
    #expect(signIn(council, code(council, secret)) == 303)
    let off = browser.post("/account/second-factor", ["turn": "off", "password": Council.password])
    #expect(off.status == 303)
    #expect(signIn(council, "") == 303)
  }

  @Test func `an administrator turns it off for who lost the phone`() throws {
    let council = try Council()
    let (browser, _) = try person(council)
    let admin = try council.person("admin", [.administrator])
    #expect(signIn(council, "") == 401)
    let id = try #require(browser.account).id
    #expect(admin.get("/people").text.contains("/people/\(id)/second-factor"))
    #expect(admin.post("/people/\(id)/second-factor").status == 200)
    #expect(browser.get("/").status == 303 && signIn(council, "") == 303)
  }
}
