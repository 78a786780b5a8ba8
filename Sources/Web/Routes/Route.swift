public import Operations

/// Who may use a route.
public enum RouteAccess: Sendable, Equatable {
  /// Anybody: signing in, files of the look.
  case open
  /// Whoever is signed in.
  case signedIn
  /// Whoever may do this.
  case needs(Permission)
  /// Whoever may do one of these.
  case needsOne([Permission])

  /// Whether somebody may use it; nil is nobody signed in.
  public func allows(_ account: Account?) -> Bool {
    switch self {
    case .open: true
    case .signedIn: account != nil
    case .needs(let permission): account?.may(permission) ?? false
    case .needsOne(let permissions): permissions.contains { account?.may($0) ?? false }
    }
  }
}

/// One way into the application: there is none that doesn't say who may use it.
public struct Route: Sendable {
  /// What answers.
  typealias Handler = @Sendable (Visit) throws -> WebResponse

  /// `GET` or `POST`.
  public let method: String
  /// The path, with `:name` for what changes.
  public let pattern: String
  /// Who may use it.
  public let access: RouteAccess
  /// The most bytes of a body.
  let largest: Int
  /// The most that a form without files has.
  static let usual = 65_536
  let handler: Handler

  init(
    _ method: String, _ pattern: String, _ access: RouteAccess, largest: Int = Route.usual,
    _ handler: @escaping Handler
  ) {
    self.method = method
    self.pattern = pattern
    self.access = access
    self.largest = largest
    self.handler = handler
  }

  /// What stands at the pattern's names in a path; nil where the path is another.
  func match(_ path: String) -> [String: String]? {
    let wanted = pattern.split(separator: "/")
    let given = path.split(separator: "/")
    guard wanted.count == given.count else { return nil }
    var found: [String: String] = [:]
    for (want, own) in zip(wanted, given) {
      if want.first == ":" {
        found[String(want.dropFirst())] = String(own)
      } else if want != own {
        return nil
      }
    }
    return found
  }
}

/// A request on its way, with who makes it.
struct Visit {
  let site: Site
  let request: WebRequest
  /// What stands at the pattern's names.
  let parameters: [String: String]
  /// Who is signed in; nil on open routes only.
  let account: Account?
  /// The cookie's secret; empty where nobody is signed in.
  let secret: String

  /// The token that every form carries.
  var csrf: String { secret.isEmpty ? "" : Site.csrf(secret) }

  /// Who is signed in, on a route that is not open.
  func signedIn() throws -> Account {
    guard let account else { throw AccessError.forbidden }
    return account
  }

  /// The number at a pattern's name.
  func number(_ name: String) throws -> Int64 {
    guard let number = parameters[name].flatMap(Int64.init) else { throw WebError.notFound }
    return number
  }
}

/// What goes wrong with a request itself.
enum WebError: Error, Equatable {
  case notFound
  case tooLarge
  case tooSlow
  /// Too many sign in at once.
  case busy
  case badForm(String)
}
