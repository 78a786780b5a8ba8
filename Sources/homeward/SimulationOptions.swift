import ArgumentParser
import Foundation

/// The options that say how much to simulate.
struct SimulationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many futures to simulate, or which: 2000, or 0..499 here and 500..999 elsewhere.",
      valueName: "number or range"))
  var futures = FutureRange(range: 0..<1000)

  @Option(
    help: ArgumentHelp(
      "The key of all random draws: the same key gives the same figures.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("Processors to use. Usually all; the figures are the same.", valueName: "number"))
  var threads = max(1, ProcessInfo.processInfo.activeProcessorCount)

  @Option(
    help: ArgumentHelp(
      "Write the futures to a file: for homeward merge, or to use again.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var save: String?

  @Option(
    help: ArgumentHelp(
      "Take the futures of a file instead of simulating; --futures and --seed are then the file's.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var use: String?

  func validate() throws {
    if save != nil, use != nil {
      throw ValidationError("Give either --save or --use: what --use names is saved already.")
    }
    guard (1...1024).contains(threads) else {
      throw ValidationError("--threads takes a number from 1 to 1024.")
    }
  }

  /// Tells on stderr how far the simulation is.
  func progress(quiet: Bool) -> (Int, Int) -> Bool {
    let progress = Progress(
      quiet: quiet, doing: "Simulating", did: "Simulated", one: "future", many: "futures")
    return { done, of in
      if done == of { Interrupt.release() } else { Interrupt.heed() }
      progress.report(done, of)
      return !Interrupt.isHeard
    }
  }
}

/// Futures by number: `1000` for the first thousand, or `500..999`, or `500..<1000`, whose sign a shell has to be kept from.
struct FutureRange: ExpressibleByArgument {
  /// The most futures of one run.
  static let most = 1_000_000

  let range: Range<Int>

  init(range: Range<Int>) { self.range = range }

  init?(argument: String) {
    if let count = Int(argument), (1...FutureRange.most).contains(count) {
      range = 0..<count
      return
    }
    guard let dots = argument.range(of: "..") else { return nil }
    let isOpen = argument[dots.upperBound...].hasPrefix("<")
    guard let first = Int(argument[..<dots.lowerBound]),
      let last = Int(argument[dots.upperBound...].dropFirst(isOpen ? 1 : 0)), last <= FutureRange.most
    else { return nil }
    let end = isOpen ? last : last + 1
    guard first >= 0, first < end, end <= FutureRange.most else { return nil }
    range = first..<end
  }

  var defaultValueDescription: String {
    range.lowerBound == 0 ? "\(range.upperBound)" : "\(range.lowerBound)..\(range.upperBound - 1)"
  }
}
