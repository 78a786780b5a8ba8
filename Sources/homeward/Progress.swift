import Foundation
import Reporting

/// Progress of reading, or of something else, on stderr: a line that counts up on a terminal, a few lines elsewhere.
/// What takes long is told how much longer, as measured so far.
final class Progress {
  private let isTerminal = isatty(2) == 1
  private let isQuiet: Bool
  private let words: (doing: String, did: String, one: String, many: String)
  private var start: Date?
  private var isDone = false
  private var hasForetold = false

  init(
    quiet: Bool, doing: String = "Reading", did: String = "Read", one: String = "file", many: String = "files"
  ) {
    isQuiet = quiet
    words = (doing, did, one, many)
  }

  func report(_ done: Int, _ of: Int) {
    guard !isQuiet, !isDone else { return }
    isDone = done == of
    let isFirst = start == nil
    let start = start ?? Date()
    self.start = start
    let noun = of == 1 ? words.one : words.many
    if done == of {
      let seconds = Int((Date().timeIntervalSince(start) * 10).rounded())
      let end = "\(words.did) \(Words.number(of)) \(noun) in \(seconds / 10).\(seconds % 10) s."
      Terminal.say(isTerminal ? "\r\u{1B}[K" + end : end)
    } else if isTerminal {
      let count =
        words.one == "file"
        ? "file \(done + 1) of \(of)" : "\(Words.number(done)) of \(Words.number(of)) \(noun)"
      let left = left(done, of, since: start).map { ", about \(Words.duration(seconds: $0)) left" } ?? ""
      FileHandle.standardError.write(Data("\r\u{1B}[K\(words.doing) \(count)\(left)…".utf8))
    } else if isFirst {
      Terminal.say("\(words.doing) \(Words.number(of)) \(noun)…")
    } else if !hasForetold, let left = left(done, of, since: start) {
      hasForetold = true
      if left >= 5 { Terminal.say("About \(Words.duration(seconds: left)) left.") }
    }
  }

  /// Seconds left, if it goes on at the pace so far; nil while that can't be told.
  private func left(_ done: Int, _ of: Int, since start: Date) -> Int? {
    let elapsed = Date().timeIntervalSince(start)
    guard elapsed >= 1, done * 50 >= of else { return nil }
    return Int((elapsed * Double(of - done) / Double(done)).rounded(.up))
  }
}
