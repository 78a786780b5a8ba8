public import Foundation

/// Somebody who may sign in.
public struct Account: Sendable, Equatable {
  /// Names the account for ever.
  public let id: Int64
  /// What is typed to sign in: an e-mail address or staff number, in small letters.
  public let signInName: String
  /// The name shown to others.
  public let name: String
  /// What their work is.
  public let roles: Set<AccessRole>
  /// Whether they may no longer sign in.
  public let isDisabled: Bool
  /// Whether a password was set.
  public let hasPassword: Bool
  /// Whether a second factor is asked for.
  public let hasSecondFactor: Bool

  /// An account.
  public init(
    id: Int64, signInName: String, name: String, roles: Set<AccessRole>, isDisabled: Bool, hasPassword: Bool,
    hasSecondFactor: Bool
  ) {
    self.id = id
    self.signInName = signInName
    self.name = name
    self.roles = roles
    self.isDisabled = isDisabled
    self.hasPassword = hasPassword
    self.hasSecondFactor = hasSecondFactor
  }

  /// Homeward itself, for what nobody asked for.
  static let homeward = Account(
    id: 0, signInName: "homeward", name: "Homeward", roles: Set(AccessRole.allCases), isDisabled: false,
    hasPassword: false, hasSecondFactor: false)

  /// Whether they may do something.
  public func may(_ permission: Permission) -> Bool {
    !isDisabled && roles.contains { $0.permissions.contains(permission) }
  }
}

/// How somebody proves who they are.
public struct Credentials: Sendable, Equatable {
  /// The password's digest; empty where none was set yet.
  public var password: String
  /// The second factor's secret; nil where there is none.
  public var secondFactor: Data?
  /// The last step whose code was taken, so that none is taken twice.
  public var lastStep: Int64
  /// Wrong attempts since the last right one.
  public var failures: Int
  /// Seconds since 1970 until which no attempt is taken.
  public var lockedUntil: Int64

  /// Credentials.
  public init(
    password: String = "", secondFactor: Data? = nil, lastStep: Int64 = 0, failures: Int = 0,
    lockedUntil: Int64 = 0
  ) {
    self.password = password
    self.secondFactor = secondFactor
    self.lastStep = lastStep
    self.failures = failures
    self.lockedUntil = lockedUntil
  }
}

/// A browser that somebody signed in with. Times are seconds since 1970.
public struct Session: Sendable, Equatable {
  /// The SHA-256 of the cookie's secret.
  public let digest: String
  /// Whose it is.
  public let account: Int64
  /// When it began.
  public let began: Int64
  /// When it was last used.
  public let seen: Int64

  /// A session.
  public init(digest: String, account: Int64, began: Int64, seen: Int64) {
    self.digest = digest
    self.account = account
    self.began = began
    self.seen = seen
  }

  /// It ends after so many seconds without use: half an hour.
  public static let idle: Int64 = 1_800
  /// It ends so many seconds after it began: twelve hours.
  public static let longest: Int64 = 43_200

  /// Whether it is still good.
  public func isGood(at now: Int64) -> Bool {
    now - seen < Session.idle && now - began < Session.longest && now >= began - 60
  }
}

/// What went wrong with access.
public enum AccessError: Error, Equatable {
  /// Name, password or code is wrong; which is not said.
  case wrong
  /// Too many attempts: try again after so many seconds.
  case locked(seconds: Int64)
  /// The link was used, is too old or was never made.
  case linkNotGood
  /// The password is too weak; why.
  case weakPassword(String)
  /// The name is taken or can't be used; why.
  case name(String)
  /// Nobody would be left who may add people.
  case lastAdministrator
  /// They may not.
  case forbidden
}
