import Operations
import Store
import Testing
import Web

/// Who may use what, taken from the route table itself: a new route is in here without being named.
struct RouteAccessTests {
  /// What stands for a pattern's names.
  private func path(_ pattern: String) -> String {
    pattern.split(separator: "/", omittingEmptySubsequences: false).map { $0.first == ":" ? "1" : $0 }.joined(
      separator: "/")
  }

  @Test func `each route refuses every role that its rule doesn't let in, and nobody signed in`() throws {
    let council = try Council()
    for role in AccessRole.allCases {
      let browser = try council.person(role.rawValue.lowercased(), [role])
      for route in Site.routes where route.access != .open && !route.pattern.hasPrefix("/sign-out") {
        let answer =
          route.method == "GET" ? browser.get(path(route.pattern)) : browser.post(path(route.pattern))
        let may =
          switch route.access {
          case .open, .signedIn: true
          case .needs(let permission): role.permissions.contains(permission)
          case .needsOne(let permissions): !role.permissions.isDisjoint(with: permissions)
          }
        if may {
          #expect(answer.status < 500, "\(role) \(route.method) \(route.pattern): \(answer.status)")
        } else {
          #expect(answer.status == 403, "\(role) \(route.method) \(route.pattern): \(answer.status)")
        }
      }
    }
    let nobody = Browser(council)
    for route in Site.routes where route.access != .open {
      let answer = route.method == "GET" ? nobody.get(path(route.pattern)) : nobody.post(path(route.pattern))
      let to = answer.header("location") ?? ""
      #expect(answer.status == 303 && to.hasPrefix("/sign-in"), "\(route.pattern)")
    }
  }

  @Test func `a form without its token, or from another site, changes nothing`() throws {
    let council = try Council()
    let browser = try council.person("everything", Set(AccessRole.allCases))
    let before = try council.store.reading { try $0.auditCount() }
    for route in Site.routes where route.method == "POST" && route.access != .open {
      #expect(browser.post(path(route.pattern), csrf: "").status == 400)
      #expect(browser.post(path(route.pattern), csrf: Site.csrf("another")).status == 400)
    }
    #expect(try council.store.reading { try $0.auditCount() } == before)
  }

  @Test func `only these can be reached without signing in`() {
    let open = Set(Site.routes.filter { $0.access == .open }.map { "\($0.method) \($0.pattern)" })
    #expect(
      open == [
        "GET /assets/:mark/:name", "GET /sign-in", "POST /sign-in", "GET /link/:secret", "POST /link/:secret",
      ])
  }
}
