public import Foundation

/// A council's store as the application uses it: what is read together is of one moment, and a change and its line in
/// the audit are written together or not at all.
public protocol CouncilStore: Sendable {
  /// Reads.
  func reading<R>(_ body: (any CouncilReading) throws -> R) throws -> R
  /// Changes, and notes it in the audit; an error undoes all.
  func changing<R>(_ note: AuditNote, _ body: (any CouncilChanging) throws -> R) throws -> R
  /// Changes what is nobody's act: a session's last use, a run's progress.
  func keeping<R>(_ body: (any CouncilChanging) throws -> R) throws -> R
  /// What the rules found in the returns loaded one after another, each kept in a transaction of its own.
  var loads: any LoadRepository { get }
  /// Published statistics, for setting a council beside others.
  var reference: any ReferenceRepository { get }
}

/// What can be read.
public protocol CouncilReading {
  /// Everybody, by name.
  func accounts() throws -> [Account]
  /// Somebody by number; nil where there is nobody.
  func account(_ id: Int64) throws -> Account?
  /// Somebody by what they sign in with.
  func account(named signInName: String) throws -> Account?
  /// How somebody proves who they are.
  func credentials(of account: Int64) throws -> Credentials?
  /// A session by its secret's digest.
  func session(_ digest: String) throws -> Session?
  /// Whom a one-time link is for, and until when, in seconds since 1970; nil where it was used or never made.
  func invitation(_ digest: String) throws -> (account: Int64, until: Int64)?
  /// Entries of the audit after one, the earliest first.
  func auditEntries(after number: Int64, most: Int) throws -> [AuditEntry]
  /// How many entries were ever written.
  func auditCount() throws -> Int64
  /// The audit's end as it was kept under the key; nil where that was changed or is another key's.
  func auditEnd() throws -> AuditMark?
  /// The council's files that count now, by kind and name.
  func documents() throws -> [CouncilDocument]
  /// Files taken back within the last days, the latest first.
  func removedDocuments(most: Int) throws -> [CouncilDocument]
  /// A file's bytes.
  func content(of document: CouncilDocument) throws -> Data
  /// Runs of a kind, the latest first; nil for all kinds.
  func runs(_ kind: RunKind?, most: Int) throws -> [Run]
  /// A run by number.
  func run(_ id: Int64) throws -> Run?
  /// What a run gave; nil until there is something. A run under way may have a first result.
  func result(of run: Int64) throws -> RunResult?
  /// Months whose outturn was signed off; within a change they change with it.
  var outturns: any OutturnRepository { get }
  /// Versions of plans; within a change they change with it.
  var plans: any PlanRepository { get }
  /// What stands for a name on pages: the same for the same name, and not to be turned back without the store's key.
  func pseudonym(of name: String) -> String
  /// Records of children that only named people may see, the earliest first.
  func restrictions() throws -> [Restriction]
  /// A restriction that was lifted; nil where there is none of that number.
  func liftedRestriction(_ id: Int64) throws -> Restriction?
  /// Whether a child's record is restricted.
  func isRestricted(_ child: String) throws -> Bool
  /// A setting; nil where it is not set.
  func setting(_ name: String) throws -> String?
}

/// What can be changed.
public protocol CouncilChanging: CouncilReading {
  /// Adds somebody who has no password yet; gives their number.
  func addAccount(signInName: String, name: String, roles: Set<AccessRole>) throws -> Int64
  /// Gives somebody other roles.
  func setRoles(_ roles: Set<AccessRole>, of account: Int64) throws
  /// Lets somebody sign in or not; a session of theirs ends where not.
  func setDisabled(_ isDisabled: Bool, of account: Int64) throws
  /// Keeps how somebody proves who they are.
  func setCredentials(_ credentials: Credentials, of account: Int64) throws
  /// Keeps a session.
  func add(_ session: Session) throws
  /// Notes a session's use.
  func touch(_ digest: String, at now: Int64) throws
  /// Ends a session.
  func endSession(_ digest: String) throws
  /// Ends all sessions of somebody.
  func endSessions(of account: Int64) throws
  /// Keeps a one-time link in place of any other of the same person.
  func addInvitation(_ digest: String, for account: Int64, until: Int64) throws
  /// Uses a one-time link up.
  func useInvitation(_ digest: String) throws
  /// Adds a file; one of the same kind and name, or of a single kind, no longer counts.
  func add(_ kind: DocumentKind, name: String, _ content: Data, by actor: String, at now: Int64) throws
    -> CouncilDocument
  /// Takes a file back: it no longer counts, and can be put back.
  func remove(_ document: String, at now: Int64) throws -> Bool
  /// Puts a file back that was taken back.
  func restore(_ document: String) throws -> Bool
  /// Adds a run that waits.
  func addRun(
    _ kind: RunKind, options: [String: String], inputs: String, version: String, by actor: String,
    at now: Int64
  ) throws -> Int64
  /// Says how far a run has come.
  func setRun(_ id: Int64, state: RunState, done: Int, total: Int) throws
  /// Keeps what a run gave so far, or at its end.
  func setResult(_ result: RunResult, of run: Int64) throws
  /// Ends a run.
  func endRun(_ id: Int64, state: RunState, failure: String, at now: Int64) throws
  /// Takes runs out with what they gave.
  func removeRuns(_ ids: [Int64]) throws
  /// Restricts a child's record to people; gives its number.
  func addRestriction(
    _ child: String, reason: String, named: Set<Int64>, by actor: String, at now: Int64
  ) throws -> Int64
  /// Names other people for a restricted record.
  func setNamed(_ named: Set<Int64>, of restriction: Int64) throws
  /// Lifts a restriction; it can be put back.
  func liftRestriction(_ id: Int64, at now: Int64) throws
  /// Puts a restriction back that was lifted.
  func restoreRestriction(_ id: Int64) throws
  /// Takes restrictions out that were lifted before a moment.
  func forgetRestrictions(liftedBefore moment: Int64) throws
  /// Sets a setting.
  func set(_ name: String, _ value: String) throws
}
