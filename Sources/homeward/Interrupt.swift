import Foundation
import Synchronization

/// Ctrl-C while futures are simulated: heard and acted on between two of them, so that nothing is left half done. At
/// other times it ends the program as usual; files are written under another name until they are whole.
enum Interrupt {
  private static let heard = Atomic<Bool>(false)

  /// Whether Ctrl-C was pressed while it was heeded.
  static var isHeard: Bool { heard.load(ordering: .relaxed) }

  /// Begins to heed Ctrl-C, or goes on.
  static func heed() {
    signal(SIGINT) { _ in Interrupt.heard.store(true, ordering: .relaxed) }
    // Whoever started the program may have had it blocked, and that is inherited.
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Leaves Ctrl-C to the system again.
  static func release() { signal(SIGINT, SIG_DFL) }
}
