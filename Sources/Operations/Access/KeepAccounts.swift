import Foundation

/// Adding people and giving them roles.
public struct KeepAccounts: Sendable {
  private let store: any CouncilStore
  private let now: SignIn.Clock

  /// The people of a council's store.
  public init(_ store: any CouncilStore, now: @escaping SignIn.Clock) {
    self.store = store
    self.now = now
  }

  /// Adds somebody, who sets a password by a link; gives their number.
  ///
  /// - Throws: `AccessError.forbidden`, `.name`.
  public func add(_ signInName: String, name: String, roles: Set<AccessRole>, by actor: Account) throws
    -> Int64
  {
    guard actor.may(.administer) else { throw AccessError.forbidden }
    let plain = SignIn.plain(signInName)
    guard (3...200).contains(plain.count), !plain.contains(where: \.isWhitespace) else {
      throw AccessError.name(
        "A sign-in name has 3 to 200 characters and no spaces: an e-mail address does well.")
    }
    let shown = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard (1...200).contains(shown.count) else { throw AccessError.name("Write the person's name or post.") }
    guard !KeepAccounts.isDisguised(plain + shown) else {
      throw AccessError.name("Names are letters, digits and signs that can be seen.")
    }
    guard !roles.isEmpty else { throw AccessError.name("Choose at least one role.") }
    return try store.changing(note(actor, "account.add", plain, words(roles))) { changes in
      guard try changes.account(named: plain) == nil else {
        throw AccessError.name("Somebody signs in with \(plain) already.")
      }
      return try changes.addAccount(signInName: plain, name: shown, roles: roles)
    }
  }

  /// Gives somebody other roles.
  ///
  /// - Throws: `AccessError.forbidden`, `.lastAdministrator`.
  public func setRoles(_ roles: Set<AccessRole>, of account: Int64, by actor: Account) throws {
    guard actor.may(.administer) else { throw AccessError.forbidden }
    guard !roles.isEmpty else { throw AccessError.name("Choose at least one role.") }
    try store.changing(note(actor, "account.roles", "account \(account)", words(roles))) { changes in
      try KeepAccounts.check(account, changes)
      try changes.setRoles(roles, of: account)
      try KeepAccounts.checkAdministrator(changes)
    }
  }

  /// Lets somebody sign in or not.
  ///
  /// - Throws: `AccessError.forbidden`, `.lastAdministrator`.
  public func setDisabled(_ isDisabled: Bool, of account: Int64, by actor: Account) throws {
    guard actor.may(.administer) else { throw AccessError.forbidden }
    let action = isDisabled ? "account.disable" : "account.enable"
    try store.changing(note(actor, action, "account \(account)")) { changes in
      try KeepAccounts.check(account, changes)
      try changes.setDisabled(isDisabled, of: account)
      if isDisabled { try changes.endSessions(of: account) }
      try KeepAccounts.checkAdministrator(changes)
    }
  }

  /// Turns somebody's second factor off, who lost what shows the codes; their sessions end.
  ///
  /// - Throws: `AccessError.forbidden`.
  public func removeSecondFactor(of account: Int64, by actor: Account) throws {
    guard actor.may(.administer) else { throw AccessError.forbidden }
    try store.changing(note(actor, "second-factor.remove", "account \(account)")) { changes in
      try KeepAccounts.check(account, changes)
      guard var credentials = try changes.credentials(of: account) else { return }
      credentials.secondFactor = nil
      try changes.setCredentials(credentials, of: account)
      try changes.endSessions(of: account)
    }
  }

  private static func check(_ account: Int64, _ changes: any CouncilChanging) throws {
    guard try changes.account(account) != nil else {
      throw AccessError.name("There is nobody of that number.")
    }
  }

  /// Whether a name holds signs that can't be seen, by which it could pass for another.
  private static func isDisguised(_ name: String) -> Bool {
    name.unicodeScalars.contains {
      [.control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator].contains(
        $0.properties.generalCategory)
    }
  }

  private static func checkAdministrator(_ changes: any CouncilChanging) throws {
    guard try changes.accounts().contains(where: { $0.hasPassword && $0.may(.administer) }) else {
      throw AccessError.lastAdministrator
    }
  }

  private func words(_ roles: Set<AccessRole>) -> String {
    roles.map(\.rawValue).sorted().joined(separator: ", ")
  }

  private func note(_ actor: Account, _ action: String, _ subject: String, _ detail: String = "") -> AuditNote
  {
    AuditNote(at: now(), actor: actor.signInName, action: action, subject: subject, detail: detail)
  }
}
