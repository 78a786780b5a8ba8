import Secrets
import Synchronization

/// Attempts to sign in that are counted in memory: with names that nobody has, which lock as a person's do, so that a lock
/// tells of nobody; and in browsers known to be somebody's, which lock by themselves.
final class Attempts: Sendable {
  private let known = Mutex<[String: (failures: Int, lockedUntil: Int64)]>([:])

  /// Counts an attempt.
  ///
  /// - Throws: `AccessError.locked`.
  func attempt(_ name: String, at now: Int64) throws(AccessError) {
    // A name may be as long as a form: what is kept of it is short.
    let key = Token.digest(name)
    let left = known.withLock { known -> Int64 in
      // Names made up without end must not fill the memory.
      if known.count >= 10_000 { known = known.filter { $0.value.lockedUntil > now } }
      if known.count >= 20_000 { known.removeAll() }
      var own = known[key] ?? (0, 0)
      guard own.lockedUntil <= now else { return own.lockedUntil - now }
      own.failures += 1
      own.lockedUntil = now + SignIn.lock(after: own.failures)
      known[key] = own
      return 0
    }
    if left > 0 { throw .locked(seconds: left) }
  }
}
