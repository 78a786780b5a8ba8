import Foundation
import Returns
import Units

/// Restricting a child's record to named people, changing who they are, and lifting it. The audit tells a record by its
/// stand-in letters only.
public struct KeepRestrictions: Sendable {
  private let store: any CouncilStore
  private let now: SignIn.Clock

  /// What was lifted can be put back for so many seconds, thirty days; then it is taken out of the store.
  public static let kept: Int64 = 30 * 86_400

  /// The restrictions of a council's store.
  public init(_ store: any CouncilStore, now: @escaping SignIn.Clock) {
    self.store = store
    self.now = now
  }

  /// Restricts a record to people; gives its number in the list.
  ///
  /// - Throws: `AccessError.forbidden`, `.name` where the child's number can't be one or is restricted already, or
  ///   nothing says why.
  @discardableResult
  public func add(_ child: String, reason: String, named: Set<Int64>, by actor: Account) throws -> Int64 {
    guard actor.may(.administer) else { throw AccessError.forbidden }
    guard ChildID(child) != nil, !Restriction.plain(child).isEmpty else {
      throw AccessError.name(
        "Write the child's number as the return has it in the column CHILD: 1 to 15 letters and digits, no spaces."
      )
    }
    let why = reason.trimmingCharacters(in: .whitespacesAndNewlines)
    guard (3...300).contains(why.count) else {
      throw AccessError.name("Say in a few words why the record is restricted.")
    }
    let note = try note(actor, "restricted.add", child, named)
    return try store.changing(note) { changes in
      try KeepRestrictions.check(named, changes)
      guard try !changes.isRestricted(child) else {
        throw AccessError.name("This child's record is restricted already. Change below who is named for it.")
      }
      try changes.forgetRestrictions(liftedBefore: now() - KeepRestrictions.kept)
      return try changes.addRestriction(
        child, reason: why, named: named, by: actor.signInName, at: now())
    }
  }

  /// Changes who is named for a record; false where there is none of that number.
  ///
  /// - Throws: `AccessError.forbidden`.
  public func setNamed(_ named: Set<Int64>, of id: Int64, by actor: Account) throws -> Bool {
    guard actor.may(.administer) else { throw AccessError.forbidden }
    guard let own = try store.reading({ try $0.restrictions().first { $0.id == id } }) else { return false }
    try store.changing(note(actor, "restricted.named", own.child, named)) { changes in
      try KeepRestrictions.check(named, changes)
      try changes.setNamed(named, of: id)
    }
    return true
  }

  /// Lifts a restriction: everybody who sees rows about children sees this one's again. False where there is none.
  ///
  /// - Throws: `AccessError.forbidden`.
  public func lift(_ id: Int64, by actor: Account) throws -> Bool {
    guard actor.may(.administer) else { throw AccessError.forbidden }
    guard let own = try store.reading({ try $0.restrictions().first { $0.id == id } }) else { return false }
    try store.changing(note(actor, "restricted.lift", own.child)) { try $0.liftRestriction(id, at: now()) }
    return true
  }

  /// Puts back what was lifted; false where there is nothing to put back.
  ///
  /// - Throws: `AccessError.forbidden`.
  public func restore(_ id: Int64, by actor: Account) throws -> Bool {
    guard actor.may(.administer) else { throw AccessError.forbidden }
    guard let own = try store.reading({ try $0.liftedRestriction(id) }) else { return false }
    try store.changing(note(actor, "restricted.restore", own.child, own.named)) {
      try $0.restoreRestriction(id)
    }
    return true
  }

  /// The list with the children's numbers: that somebody saw them is noted.
  ///
  /// - Throws: `AccessError.forbidden`.
  public func revealed(to actor: Account) throws -> [Restriction] {
    guard actor.may(.administer) else { throw AccessError.forbidden }
    let note = AuditNote(
      at: now(), actor: actor.signInName, action: "restricted.read", subject: "list", detail: "numbers")
    return try store.changing(note) { try $0.restrictions() }
  }

  /// Whether a child's number stands in the returns that are loaded; nil where that can't be told. A number that doesn't is
  /// written otherwise there, and restricts nothing.
  public func isInReturns(_ child: String) -> Bool? {
    let known = try? CouncilFolder.lent(of: store) { folder -> [ChildID] in
      var load = LoadOptions(path: folder.returns)
      load.combine = true
      return try LoadReturns.read(load) { _, _ in }.children
    }
    guard let known, !known.isEmpty else { return nil }
    let plain = Restriction.plain(child)
    return known.contains { Restriction.plain($0.revealed) == plain }
  }

  private static func check(_ named: Set<Int64>, _ reading: any CouncilReading) throws {
    let known = Set(try reading.accounts().map(\.id))
    guard named.isSubset(of: known) else { throw AccessError.name("There is nobody of that number.") }
  }

  private func note(
    _ actor: Account, _ action: String, _ child: String, _ named: Set<Int64>? = nil
  ) throws -> AuditNote {
    try store.reading { reading in
      let people = try named.map { named in
        try reading.accounts().filter { named.contains($0.id) }.map(\.signInName).sorted()
      }
      let words = people.map { "named: " + ($0.isEmpty ? "nobody" : $0.joined(separator: ", ")) }
      return AuditNote(
        at: now(), actor: actor.signInName, action: action,
        subject: "record \(reading.pseudonym(of: child))", detail: words ?? "")
    }
  }
}
