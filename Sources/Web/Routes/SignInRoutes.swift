import Foundation
import Operations
import Secrets

/// Signing in, out, and setting a password by a link.
enum SignInRoutes {
  static let all = [
    Route("GET", "/assets/:mark/:name", .open, asset),
    Route("GET", "/sign-in", .open) { try form($0) },
    Route("POST", "/sign-in", .open, enter),
    Route("POST", "/sign-out", .signedIn, leave),
    Route("GET", "/link/:secret", .open) { try link($0) },
    Route("POST", "/link/:secret", .open, accept),
    Route("GET", "/account", .signedIn) { try account($0) },
    Route("POST", "/account/second-factor", .signedIn, secondFactor),
  ]

  private struct Form {
    let error: String?, name: String, then: String, csrf: String
  }

  private struct LinkForm {
    let error: String?, secret: String, signInName: String, csrf: String
  }

  private struct AccountPage {
    let error: String?, name: String, signInName: String, roles: [String], hasSecondFactor: Bool
    let secret: String, sealed: String, csrf: String
  }

  private static func asset(_ visit: Visit) throws -> WebResponse {
    guard let asset = visit.site.assets.file(visit.parameters["mark"] ?? "", visit.parameters["name"] ?? "")
    else {
      throw WebError.notFound
    }
    return WebResponse(
      headers: [
        ("content-type", asset.type + "; charset=utf-8"),
        ("cache-control", "public, max-age=31536000, immutable"),
      ], body: asset.content)
  }

  private static func form(_ visit: Visit, error: String? = nil, name: String = "", status: Int = 200) throws
    -> WebResponse
  {
    let then = visit.request.query["then"] ?? visit.request.field("then")
    return try visit.page(
      "Sign in", nil, template: "sign-in",
      Form(error: error, name: name, then: inside(then), csrf: visit.csrf), status: status)
  }

  /// A path of this application; else the first page.
  static func inside(_ path: String) -> String {
    // Browsers read a backslash as a slash, and leave out tabs and line ends.
    let isPlain = path.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
    return path.utf8.first == UInt8(ascii: "/") && path.utf8.dropFirst().first != UInt8(ascii: "/") && isPlain
      ? path : "/"
  }

  private static func enter(_ visit: Visit) throws -> WebResponse {
    let request = visit.request
    let name = request.field("name")
    guard !visit.site.isTooOften(request.address) else {
      return try form(
        visit, error: "Too many attempts came from here. Wait a minute.", name: name, status: 429)
    }
    do {
      let secret = try visit.site.proving {
        try visit.site.signIn.signIn(
          name, password: request.field("password"), code: request.field("code"),
          browser: request.cookie(visit.site.browserCookie) ?? "")
      }
      // Who was signed in with this browser is so no more.
      if let before = visit.account { try visit.site.signIn.signOut(visit.secret, before) }
      var response = WebResponse.see(inside(request.field("then")))
      response.headers.append(("set-cookie", visit.site.cookie(secret)))
      if let account = try visit.site.signIn.account(ofSession: secret) {
        let mark = try visit.site.signIn.mark(ofBrowserFor: account)
        response.headers.append(
          ("set-cookie", visit.site.cookie(mark, named: visit.site.browserCookie, seconds: 90 * 86_400)))
      }
      return response
    } catch let error as AccessError {
      return try form(visit, error: error.words, name: name, status: 401)
    }
  }

  private static func leave(_ visit: Visit) throws -> WebResponse {
    try visit.site.signIn.signOut(visit.secret, visit.signedIn())
    var response = WebResponse.see("/sign-in")
    response.headers.append(("set-cookie", visit.site.cookie("", seconds: 0)))
    // What the browser keeps of pages goes too.
    response.headers.append(("clear-site-data", "\"cache\""))
    return response
  }

  private static func link(_ visit: Visit, error: String? = nil, status: Int = 200) throws -> WebResponse {
    let secret = visit.parameters["secret"] ?? ""
    guard let account = try visit.site.signIn.account(ofLink: secret) else { throw AccessError.linkNotGood }
    return try visit.page(
      "Set your password", nil, template: "link",
      LinkForm(error: error, secret: secret, signInName: account.signInName, csrf: visit.csrf), status: status
    )
  }

  private static func accept(_ visit: Visit) throws -> WebResponse {
    let request = visit.request
    guard !visit.site.isTooOften(request.address) else { throw AccessError.locked(seconds: 60) }
    do {
      guard request.field("password") == request.field("again") else {
        throw AccessError.weakPassword("The two passwords differ. Type the same twice.")
      }
      try visit.site.proving {
        try visit.site.signIn.accept(visit.parameters["secret"] ?? "", password: request.field("password"))
      }
    } catch AccessError.weakPassword(let why) {
      return try link(visit, error: why, status: 400)
    }
    return .see("/sign-in")
  }

  private static func account(_ visit: Visit, error: String? = nil, secret: Data? = nil) throws -> WebResponse
  {
    let account = try visit.signedIn()
    let secret = secret ?? OneTimeCode.secret()
    let page = AccountPage(
      error: error, name: account.name, signInName: account.signInName,
      roles: AccessRole.allCases.filter(account.roles.contains).map { "\($0.label): \($0.words)" },
      hasSecondFactor: account.hasSecondFactor, secret: OneTimeCode.base32(secret),
      sealed: secret.base64EncodedString(), csrf: visit.csrf)
    return try visit.page("Your account", nil, template: "account", page, status: error == nil ? 200 : 400)
  }

  private static func secondFactor(_ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    if visit.request.field("turn") == "off" {
      let isRight = try visit.site.proving {
        try visit.site.signIn.isPassword(visit.request.field("password"), of: account)
      }
      guard isRight else {
        return try self.account(visit, error: "The password is wrong.")
      }
      try visit.site.signIn.setSecondFactor(nil, code: "", of: account)
      return .see("/account")
    }
    guard let secret = Data(base64Encoded: visit.request.field("secret")), secret.count == 20 else {
      throw WebError.badForm("Load the page again.")
    }
    do {
      try visit.site.signIn.setSecondFactor(secret, code: visit.request.field("code"), of: account)
    } catch AccessError.wrong {
      return try self.account(
        visit, error: "That code is not the app's. Check the clock of your phone, and type the next one.",
        secret: secret)
    }
    return .see("/account")
  }
}

extension Site {
  /// The cookie that holds a session's secret.
  func cookie(_ secret: String, named name: String? = nil, seconds: Int64 = Session.longest) -> String {
    "\(name ?? cookie)=\(secret); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax"
      + (isSecure ? "; Secure" : "")
  }

  /// Every route. A page that is not in here does not exist.
  public static let routes: [Route] =
    SignInRoutes.all + TodayRoutes.all + DataRoutes.all + FindingRoutes.all + ForecastRoutes.all
    + ReportRoutes.all + MoneyRoutes.all + PlanRoutes.all + CaseRoutes.all + RunRoutes.all + PeopleRoutes.all
    + CountedRoutes.all + RestrictedRoutes.all
}
