import Foundation
import Operations
import Synchronization

/// Results of runs that were opened lately, so that a page need not open and read the same one for every request. A result
/// is told by its digest: another of the same run is another.
final class OpenedResults: Sendable {
  private struct Opened {
    let digest: String, result: RunResult, bytes: Int
  }

  private struct Kept {
    var results: [Int64: Opened] = [:]
    /// The runs, the one used longest ago first.
    var order: [Int64] = []
    var bytes = 0
  }

  /// So many bytes of results are kept, as they are sealed.
  static let most = 24 << 20

  private let kept = Mutex(Kept())

  /// The result of a run by its digest; nil where it isn't kept.
  func result(of run: Int64, _ digest: String) -> RunResult? {
    kept.withLock { kept in
      guard let found = kept.results[run], found.digest == digest else { return nil }
      kept.order.removeAll { $0 == run }
      kept.order.append(run)
      return found.result
    }
  }

  /// Keeps a result in place of the run's one before; those used longest ago go.
  func keep(_ result: RunResult, of run: Int64, _ digest: String, bytes: Int) {
    kept.withLock { kept in
      if let before = kept.results.removeValue(forKey: run) { kept.bytes -= before.bytes }
      kept.order.removeAll { $0 == run }
      guard bytes <= OpenedResults.most / 2 else { return }
      kept.results[run] = Opened(digest: digest, result: result, bytes: bytes)
      kept.order.append(run)
      kept.bytes += bytes
      while kept.bytes > OpenedResults.most, !kept.order.isEmpty {
        kept.bytes -= kept.results.removeValue(forKey: kept.order.removeFirst())?.bytes ?? 0
      }
    }
  }
}
