import Foundation
import GRDB
import Operations
import Secrets

extension CouncilTransaction {
  func accounts() throws -> [Account] {
    try Row.fetchAll(database, sql: "SELECT * FROM account ORDER BY name, id").map(account)
  }

  func account(_ id: Int64) throws -> Account? {
    try Row.fetchOne(database, sql: "SELECT * FROM account WHERE id = ?", arguments: [id]).map(account)
  }

  func account(named signInName: String) throws -> Account? {
    try Row.fetchOne(database, sql: "SELECT * FROM account WHERE signInName = ?", arguments: [signInName])
      .map(account)
  }

  func credentials(of account: Int64) throws -> Credentials? {
    guard
      let row = try Row.fetchOne(database, sql: "SELECT * FROM account WHERE id = ?", arguments: [account])
    else {
      return nil
    }
    let sealed: Data? = row["secondFactor"]
    return Credentials(
      password: row["password"], secondFactor: try sealed.map { try opened($0, at: place(account)) },
      lastStep: row["lastStep"], failures: row["failures"], lockedUntil: row["lockedUntil"])
  }

  func addAccount(signInName: String, name: String, roles: Set<AccessRole>) throws -> Int64 {
    try database.execute(
      sql: "INSERT INTO account (signInName, name, roles) VALUES (?, ?, ?)",
      arguments: [signInName, name, words(roles)])
    return database.lastInsertedRowID
  }

  func setRoles(_ roles: Set<AccessRole>, of account: Int64) throws {
    try database.execute(
      sql: "UPDATE account SET roles = ? WHERE id = ?", arguments: [words(roles), account])
  }

  func setDisabled(_ isDisabled: Bool, of account: Int64) throws {
    try database.execute(
      sql: "UPDATE account SET isDisabled = ? WHERE id = ?", arguments: [isDisabled ? 1 : 0, account])
  }

  func setCredentials(_ credentials: Credentials, of account: Int64) throws {
    let sealed = try credentials.secondFactor.map { try key.sealed($0, at: place(account)) }
    try database.execute(
      sql: """
        UPDATE account SET password = ?, secondFactor = ?, lastStep = ?, failures = ?, lockedUntil = ? WHERE id = ?
        """,
      arguments: [
        credentials.password, sealed, credentials.lastStep, credentials.failures, credentials.lockedUntil,
        account,
      ])
  }

  func session(_ digest: String) throws -> Session? {
    try Row.fetchOne(database, sql: "SELECT * FROM session WHERE digest = ?", arguments: [digest]).map {
      Session(digest: $0["digest"], account: $0["account"], began: $0["began"], seen: $0["seen"])
    }
  }

  func add(_ session: Session) throws {
    // Those that can't be good any more go.
    try database.execute(
      sql: "DELETE FROM session WHERE began < ?", arguments: [session.began - Session.longest])
    try database.execute(
      sql: "INSERT INTO session (digest, account, began, seen) VALUES (?, ?, ?, ?)",
      arguments: [session.digest, session.account, session.began, session.seen])
  }

  func touch(_ digest: String, at now: Int64) throws {
    try database.execute(sql: "UPDATE session SET seen = ? WHERE digest = ?", arguments: [now, digest])
  }

  func endSession(_ digest: String) throws {
    try database.execute(sql: "DELETE FROM session WHERE digest = ?", arguments: [digest])
  }

  func endSessions(of account: Int64) throws {
    try database.execute(sql: "DELETE FROM session WHERE account = ?", arguments: [account])
  }

  func invitation(_ digest: String) throws -> (account: Int64, until: Int64)? {
    try Row.fetchOne(database, sql: "SELECT * FROM invitation WHERE digest = ?", arguments: [digest]).map {
      ($0["account"], $0["until"])
    }
  }

  func addInvitation(_ digest: String, for account: Int64, until: Int64) throws {
    try database.execute(sql: "DELETE FROM invitation WHERE account = ?", arguments: [account])
    try database.execute(
      sql: "INSERT INTO invitation (digest, account, until) VALUES (?, ?, ?)",
      arguments: [digest, account, until])
  }

  func useInvitation(_ digest: String) throws {
    try database.execute(sql: "DELETE FROM invitation WHERE digest = ?", arguments: [digest])
  }

  private func place(_ account: Int64) -> String { "account/\(account)/secondFactor" }

  private func words(_ roles: Set<AccessRole>) -> String {
    roles.map(\.rawValue).sorted().joined(separator: " ")
  }

  private func account(_ row: Row) -> Account {
    let roles = (row["roles"] as String).split(separator: " ").compactMap { AccessRole(rawValue: String($0)) }
    return Account(
      id: row["id"], signInName: row["signInName"], name: row["name"], roles: Set(roles),
      isDisabled: (row["isDisabled"] as Int) == 1, hasPassword: (row["password"] as String) != "",
      hasSecondFactor: (row["secondFactor"] as Data?) != nil)
  }
}
