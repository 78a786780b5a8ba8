public import Foundation
import Secrets

/// Signing in and out, and the links with which somebody sets a password.
public struct SignIn: Sendable {
  /// The moment in seconds since 1970.
  public typealias Clock = @Sendable () -> Int64

  private let store: any CouncilStore
  private let now: Clock
  /// Whether passwords cost little to digest: for tests.
  private let isQuick: Bool
  private let strangers = Attempts(), browsers = Attempts()
  /// What is checked where there is nobody of that name, so that it takes as long.
  private let nobody: PasswordDigest

  /// After so many wrong attempts, each further one locks for twice as long as the one before.
  static let freeFailures = 5
  /// The longest lock: an hour.
  static let longestLock: Int64 = 3_600
  /// A link is good for a day.
  public static let linkGoodFor: Int64 = 86_400

  /// Signing in to a council's store.
  public init(_ store: any CouncilStore, now: @escaping Clock, isQuick: Bool = false) {
    self.store = store
    self.now = now
    self.isQuick = isQuick
    nobody = PasswordDigest.nobodys(isQuick: isQuick)
  }

  /// Makes the first administrator's one-time link, where nobody can sign in yet; nil where somebody can.
  public func firstLink() throws -> String? {
    if try store.reading({ try $0.accounts().contains { $0.hasPassword } }) { return nil }
    let secret = Token.make()
    try store.changing(AuditNote(at: now(), actor: "first run", action: "link.make")) { changes in
      let roles: Set<AccessRole> = [.administrator, .analyst, .finance, .programme]
      let known = try changes.accounts().first?.id
      let account =
        try known
        ?? changes.addAccount(
          signInName: "administrator", name: "Administrator", roles: roles)
      try changes.addInvitation(Token.digest(secret), for: account, until: now() + SignIn.linkGoodFor)
    }
    return secret
  }

  /// Makes a one-time link from the command line, for an administrator who is alone and forgot the password: who can
  /// read the store and its key needs no other leave.
  ///
  /// - Throws: `AccessError.name` where nobody signs in with it.
  public func link(fromCommandLineFor signInName: String) throws -> String {
    let name = SignIn.plain(signInName)
    guard let account = try store.reading({ try $0.account(named: name) }) else {
      throw AccessError.name("Nobody signs in with \(name).")
    }
    let secret = Token.make()
    try store.changing(note("command line", "link.make", "account \(account.id)")) {
      try $0.addInvitation(Token.digest(secret), for: account.id, until: now() + SignIn.linkGoodFor)
    }
    return secret
  }

  /// Makes a one-time link for somebody, with which they set a new password.
  public func link(for account: Int64, by actor: Account) throws -> String {
    guard actor.may(.administer) else { throw AccessError.forbidden }
    let secret = Token.make()
    try store.changing(note(actor.signInName, "link.make", "account \(account)")) { changes in
      guard try changes.account(account) != nil else { throw AccessError.forbidden }
      try changes.addInvitation(Token.digest(secret), for: account, until: now() + SignIn.linkGoodFor)
    }
    return secret
  }

  /// Whom a link is for; nil where it is not good.
  public func account(ofLink secret: String) throws -> Account? {
    try store.reading { reading in
      guard let invitation = try reading.invitation(Token.digest(secret)), invitation.until > now() else {
        return nil
      }
      return try reading.account(invitation.account).flatMap { $0.isDisabled ? nil : $0 }
    }
  }

  /// Sets a password by a link, which is used up; other sessions of the person end.
  public func accept(_ secret: String, password: String) throws {
    guard let account = try account(ofLink: secret) else { throw AccessError.linkNotGood }
    try SignIn.check(password)
    let digest = try PasswordDigest(of: password, isQuick: isQuick).text
    try store.changing(note(account.signInName, "password.set", "account \(account.id)")) { changes in
      // Read again: another use of the link may have come first.
      guard let invitation = try changes.invitation(Token.digest(secret)), invitation.until > now() else {
        throw AccessError.linkNotGood
      }
      var credentials = try changes.credentials(of: account.id) ?? Credentials()
      credentials.password = digest
      credentials.failures = 0
      credentials.lockedUntil = 0
      try changes.setCredentials(credentials, of: account.id)
      try changes.useInvitation(Token.digest(secret))
      try changes.endSessions(of: account.id)
    }
  }

  /// Why a password won't do: under twelve characters, or one that everybody tries.
  static func check(_ password: String) throws(AccessError) {
    guard password.count >= 12 else {
      throw .weakPassword("Use at least 12 characters: three words that don't belong together do well.")
    }
    guard password.utf8.count <= 1_000 else { throw .weakPassword("Use at most 1,000 characters.") }
    let plain = password.lowercased().filter(\.isLetter)
    let common = ["password", "homeward", "letmein", "qwertyuiop", "administrator", "welcome", "children"]
    guard Set(password).count >= 5, !common.contains(plain) else {
      throw .weakPassword("That is too easy to guess. Three words that don't belong together do well.")
    }
  }

  /// Signs in: gives the new session's secret, for the cookie. `browser` is the mark of a browser in which somebody signed
  /// in before; attempts in their own count by themselves, so that who guesses elsewhere locks nobody out.
  ///
  /// - Throws: `AccessError.wrong`, `.locked`.
  public func signIn(
    _ signInName: String, password: String, code: String, browser: String = ""
  ) throws -> String {
    let name = SignIn.plain(signInName)
    guard let account = try store.reading({ try $0.account(named: name) }) else {
      // Nobody of that name is locked out as somebody would be, and it takes as long: no name is given away.
      try strangers.attempt(name, at: now())
      _ = nobody.matches(password)
      try refused("nobody of that name")
      throw AccessError.wrong
    }
    let known = try credentials(ofBrowser: browser, account)
    if known != nil { try browsers.attempt(browser, at: now()) }
    let credentials = try known ?? attempt(account)
    let isSet = !account.isDisabled && !credentials.password.isEmpty
    let digest = isSet ? PasswordDigest(kept: credentials.password) : nobody
    var isRight = digest.matches(password) && isSet
    var step = credentials.lastStep
    if isRight, let secret = credentials.secondFactor {
      let accepted = OneTimeCode.accepted(code, secret, at: now(), last: credentials.lastStep)
      isRight = accepted != nil
      step = accepted ?? step
    }
    guard isRight else {
      try refused("account \(account.id)")
      throw AccessError.wrong
    }
    let secret = Token.make()
    try store.changing(note(account.signInName, "sign-in", "account \(account.id)")) { changes in
      // What was proved must still count: meanwhile a link may have set another password, the same code been taken, or
      // the account been closed.
      guard var fresh = try changes.credentials(of: account.id), fresh.password == credentials.password,
        fresh.secondFactor == credentials.secondFactor,
        credentials.secondFactor == nil || fresh.lastStep < step,
        try changes.account(account.id)?.isDisabled == false
      else { throw AccessError.wrong }
      if known == nil { (fresh.failures, fresh.lockedUntil) = (0, 0) }
      fresh.lastStep = step
      try changes.setCredentials(fresh, of: account.id)
      try changes.add(
        Session(digest: Token.digest(secret), account: account.id, began: now(), seen: now()))
    }
    return secret
  }

  /// A new mark for a browser in which somebody just signed in: nobody can make one up, and a new password ends it.
  public func mark(ofBrowserFor account: Account) throws -> String {
    let credentials = try store.reading { try $0.credentials(of: account.id) } ?? Credentials()
    let name = Token.make()
    return name + "." + SignIn.mark(name, account, credentials)
  }

  private static func mark(_ name: String, _ account: Account, _ credentials: Credentials) -> String {
    Token.derived(from: credentials.password, for: "browser \(account.id) \(name)")
  }

  /// What an attempt in a browser is tried against, where its mark says that it is this person's.
  private func credentials(ofBrowser browser: String, _ account: Account) throws -> Credentials? {
    let parts = browser.split(separator: ".").map(String.init)
    guard parts.count == 2, let own = try store.reading({ try $0.credentials(of: account.id) }),
      !own.password.isEmpty, Token.areEqual(parts[1], SignIn.mark(parts[0], account, own))
    else { return nil }
    return own
  }

  /// Counts an attempt as wrong before it is tried, so that of many at once no more are tried than one after another;
  /// gives what it is tried against.
  ///
  /// - Throws: `AccessError.locked`.
  private func attempt(_ account: Account) throws -> Credentials {
    try store.keeping { changes in
      var credentials = try changes.credentials(of: account.id) ?? Credentials()
      guard credentials.lockedUntil <= now() else {
        throw AccessError.locked(seconds: credentials.lockedUntil - now())
      }
      credentials.failures += 1
      credentials.lockedUntil = now() + SignIn.lock(after: credentials.failures)
      try changes.setCredentials(credentials, of: account.id)
      return credentials
    }
  }

  /// For how many seconds so many wrong attempts lock.
  static func lock(after failures: Int) -> Int64 {
    let beyond = failures - freeFailures
    return beyond < 0 ? 0 : min(longestLock, 30 << Int64(min(beyond, 10)))
  }

  /// Notes a wrong password: of a stranger who signs in, or of somebody who is in and was asked for it again.
  private func refused(_ subject: String, by actor: String? = nil) throws {
    let action = actor == nil ? "sign-in.refused" : "password.refused"
    try store.changing(note(actor ?? "–", action, subject)) { _ in }
  }

  /// Who a cookie's secret stands for; nil where nobody. Notes the use once a minute.
  public func account(ofSession secret: String) throws -> Account? {
    let digest = Token.digest(secret)
    let found = try store.reading { reading -> (Session, Account)? in
      guard let session = try reading.session(digest), session.isGood(at: now()),
        let account = try reading.account(session.account), !account.isDisabled
      else { return nil }
      return (session, account)
    }
    guard let (session, account) = found else { return nil }
    if now() - session.seen >= 60 { try store.keeping { try $0.touch(digest, at: now()) } }
    return account
  }

  /// Whether a password is somebody's: asked again before something grave. A wrong one counts as when signing in.
  ///
  /// - Throws: `AccessError.locked`.
  public func isPassword(_ password: String, of account: Account) throws -> Bool {
    let credentials = try attempt(account)
    guard !credentials.password.isEmpty, PasswordDigest(kept: credentials.password).matches(password) else {
      try refused("account \(account.id)", by: account.signInName)
      return false
    }
    try store.keeping { changes in
      guard var fresh = try changes.credentials(of: account.id) else { return }
      (fresh.failures, fresh.lockedUntil) = (0, 0)
      try changes.setCredentials(fresh, of: account.id)
    }
    return true
  }

  /// Signs out.
  public func signOut(_ secret: String, _ account: Account) throws {
    try store.changing(note(account.signInName, "sign-out", "account \(account.id)")) {
      try $0.endSession(Token.digest(secret))
    }
  }

  /// Turns the second factor on, once a code proves that the app has the secret; or off, with nil.
  public func setSecondFactor(_ secret: Data?, code: String, of account: Account) throws {
    var step: Int64 = 0
    if let secret {
      guard let accepted = OneTimeCode.accepted(code, secret, at: now(), last: 0) else {
        throw AccessError.wrong
      }
      step = accepted
    }
    let action = secret == nil ? "second-factor.off" : "second-factor.on"
    try store.changing(note(account.signInName, action, "account \(account.id)")) { changes in
      var credentials = try changes.credentials(of: account.id) ?? Credentials()
      // One that is on is not exchanged: it is turned off first, which asks for the password.
      guard secret == nil || credentials.secondFactor == nil else { throw AccessError.forbidden }
      (credentials.secondFactor, credentials.lastStep) = (secret, step)
      try changes.setCredentials(credentials, of: account.id)
    }
  }

  /// What is typed to sign in, as it is kept: small letters without spaces around.
  public static func plain(_ name: String) -> String {
    name.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
      .precomposedStringWithCompatibilityMapping
  }

  private func note(_ actor: String, _ action: String, _ subject: String) -> AuditNote {
    AuditNote(at: now(), actor: actor, action: action, subject: subject)
  }
}
