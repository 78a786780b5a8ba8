public import Operations
import Secrets
import Synchronization
import Units

/// The application: a council's store, what works runs out, and the pages. It knows no server.
public final class Site: Sendable {
  let store: any CouncilStore
  /// Signing in.
  public let signIn: SignIn
  let accounts: KeepAccounts
  let restrictions: KeepRestrictions
  let queue: RunQueue
  let assets: Assets
  let templates: Templates
  let now: SignIn.Clock
  /// Whether browsers come over TLS, so that the cookie is for TLS only.
  let isSecure: Bool
  private let attempts = Mutex<[String: (since: Int64, count: Int)]>([:])
  private let proving = Mutex(0)
  /// How many passwords are looked at or waited for at once, at most: half the threads stay for those who are in.
  static let mostProving = 4

  /// The cookie with the session's secret. Over TLS its name says to browsers that no other site may set it.
  var cookie: String { isSecure ? "__Host-homeward" : "homeward" }

  /// The cookie by which a browser is told in which somebody signed in before.
  var browserCookie: String { cookie + "-browser" }

  /// The application over a council's store. `assets` is the folder of the look's files.
  public init(
    store: any CouncilStore, queue: RunQueue, assets: String?, now: @escaping SignIn.Clock,
    isSecure: Bool = false,
    isQuick: Bool = false
  ) throws {
    self.store = store
    self.queue = queue
    self.now = now
    self.isSecure = isSecure
    self.assets = Assets(folder: assets)
    signIn = SignIn(store, now: now, isQuick: isQuick)
    accounts = KeepAccounts(store, now: now)
    restrictions = KeepRestrictions(store, now: now)
    templates = try Templates()
  }

  /// The secret of the first administrator's link; nil where somebody can sign in already.
  public func firstLink() throws -> String? { try signIn.firstLink() }

  /// The token of a session's forms.
  public static func csrf(_ secret: String) -> String { Token.derived(from: secret, for: "form") }

  /// The route of a request; nil where there is none.
  public func route(_ method: String, _ path: String) -> Route? {
    let plain = method == "HEAD" ? "GET" : method
    return Site.routes.first { $0.method == plain && $0.match(path) != nil }
  }

  /// Answers a request: who is it, may they, is the form theirs, then the page.
  public func answer(_ request: WebRequest) -> WebResponse {
    let response: WebResponse
    // Whatever is said from here on is read in a browser.
    response = Surface.$current.withValue(.browser) {
      do { return try answering(request) } catch { return failure(error, request) }
    }
    return guarded(response)
  }

  /// An answer with the headers that every one carries.
  func guarded(_ response: WebResponse) -> WebResponse {
    var response = response
    response.headers += Site.guards
    if isSecure { response.headers.append(("strict-transport-security", "max-age=31536000")) }
    if response.header("cache-control") == nil { response.headers.append(("cache-control", "no-store")) }
    return response
  }

  /// The most bytes of a body that are taken: few from those who may not use the route.
  func largest(_ request: WebRequest) -> Int {
    guard let route = route(request.method, request.path), route.largest > Route.usual else {
      return Route.usual
    }
    return route.access.allows((try? account(request)) ?? nil) ? route.largest : Route.usual
  }

  private func account(_ request: WebRequest) throws -> Account? {
    let secret = request.cookie(cookie) ?? ""
    return secret.isEmpty ? nil : try signIn.account(ofSession: secret)
  }

  private func answering(_ request: WebRequest) throws -> WebResponse {
    guard let route = route(request.method, request.path), let parameters = route.match(request.path) else {
      throw WebError.notFound
    }
    guard request.hasPlainHost else { throw WebError.badForm("The address it was sent to can't be.") }
    if request.method == "POST", request.isFromElsewhere {
      throw WebError.badForm("It came from another site.")
    }
    let secret = request.cookie(cookie) ?? ""
    let account = try account(request)
    guard route.access.allows(account) else {
      if account != nil { throw AccessError.forbidden }
      // A link followed before signing in is gone to afterwards, with what it asks for.
      return request.method == "GET" && !request.isPartial
        ? .see("/sign-in?then=\(Site.encoded(request.target))") : .see("/sign-in")
    }
    if request.method == "POST", account != nil || route.access != .open {
      guard Token.areEqual(request.field("csrf"), Site.csrf(secret)) else {
        throw WebError.badForm(
          "The form is of an earlier visit. Go back, load the page again and send it once more.")
      }
    }
    return try route.handler(
      Visit(
        site: self, request: request, parameters: parameters, account: account,
        secret: account == nil ? "" : secret))
  }

  /// Whether an address has tried too often: thirty times a minute.
  func isTooOften(_ address: String) -> Bool {
    let moment = now()
    return attempts.withLock { attempts in
      if attempts.count > 10_000 { attempts.removeAll() }
      var own = attempts[address] ?? (moment, 0)
      if moment - own.since >= 60 { own = (moment, 0) }
      own.count += 1
      attempts[address] = own
      return own.count > 30
    }
  }

  /// Does what takes a password's digest, which takes long: a few at once, and whoever comes then comes again.
  ///
  /// - Throws: `WebError.busy`, or what `body` throws.
  func proving<R>(_ body: () throws -> R) throws -> R {
    try proving.withLock { count in
      guard count < Site.mostProving else { throw WebError.busy }
      count += 1
    }
    defer { proving.withLock { $0 -= 1 } }
    return try body()
  }

  /// What every answer carries: nothing from elsewhere, no script or style within a page, in nobody's frame.
  static let guards = [
    (
      "content-security-policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    ("x-content-type-options", "nosniff"), ("x-frame-options", "DENY"), ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
  ]

  /// A path as it may stand in a query.
  static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        byte < 128 && (Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber)
      return isPlain || "-._~/".utf8.contains(byte)
        ? String(UnicodeScalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
