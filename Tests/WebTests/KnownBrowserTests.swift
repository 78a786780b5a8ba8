import Foundation
import Operations
import Store
import Testing

@testable import Web

/// Who guesses a password elsewhere locks nobody out of their own browser.
struct KnownBrowserTests {
  private func signIn(_ browser: Browser, _ password: String = Council.password, as name: String = "somebody")
    -> Int
  {
    browser.post("/sign-in", ["name": name, "password": password]).status
  }

  /// Somebody whose account strangers have locked for an hour.
  private func locked() throws -> (Council, Browser) {
    let council = try Council()
    let own = try council.person("somebody", [.viewer])
    _ = own.post("/sign-out")
    for _ in 0..<14 {
      #expect(signIn(Browser(council), "wrong") == 401)
      council.pass(1_000)
    }
    #expect(signIn(Browser(council)) == 401)
    return (council, own)
  }

  @Test func `in a browser in which they signed in before they sign in while strangers are locked out`()
    throws
  {
    let (council, own) = try locked()
    #expect(signIn(own) == 303 && own.get("/").status == 200)
    // That frees nobody else.
    #expect(signIn(Browser(council)) == 401)
    #expect(signIn(own) == 303)
  }

  @Test func `wrong passwords lock the known browser too`() throws {
    let (council, own) = try locked()
    for _ in 0..<5 { #expect(signIn(own, "wrong") == 401) }
    #expect(
      own.post("/sign-in", ["name": "somebody", "password": Council.password]).text.contains("too many"))
    council.pass(30)
    #expect(signIn(own) == 303)
  }

  @Test func `a mark is one person's, made by us, and ends with the password`() throws {
    let (council, own) = try locked()
    let mark = own.mark
    let other = try council.person("another", [.viewer])
    for made in [
      "", ".", "x.y", String(mark.dropLast()), mark + ".x", other.mark, String(mark.reversed()),
      mark.split(separator: ".").reversed().joined(separator: "."),
    ] {
      let browser = Browser(council)
      browser.mark = made
      #expect(signIn(browser) == 401, "\(made)")
    }
    let link = try council.site.signIn.link(fromCommandLineFor: "somebody")
    let new: KeyValuePairs = ["password": "other words now", "again": "other words now"]
    #expect(Browser(council).post("/link/\(link)", new).status == 303)
    for _ in 0..<6 { _ = signIn(Browser(council), "wrong") }
    let browser = Browser(council)
    browser.mark = mark
    #expect(signIn(browser, "other words now") == 401)
  }
}
