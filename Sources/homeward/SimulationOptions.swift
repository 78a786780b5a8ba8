import ArgumentParser
import Foundation

/// The options that say how much to simulate.
struct SimulationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many futures to simulate, or which: 2000, or 0..<500 here and 500..<1000 elsewhere.",
      valueName: "number or range"))
  var futures = FutureRange(range: 0..<1000)

  @Option(
    help: ArgumentHelp(
      "The key of all random draws: the same key gives the same figures.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("Processors to use. Usually all; the figures are the same.", valueName: "number"))
  var threads = max(1, ProcessInfo.processInfo.activeProcessorCount)

  func validate() throws {
    guard (1...1024).contains(threads) else {
      throw ValidationError("--threads takes a number from 1 to 1024.")
    }
  }

  /// Tells on stderr how far the simulation is.
  func progress(quiet: Bool) -> (Int, Int) -> Bool {
    let progress = Progress(
      quiet: quiet, doing: "Simulated", did: "Simulated", one: "future", many: "futures")
    return { done, of in
      progress.report(done, of)
      return true
    }
  }
}

/// Futures by number: `1000` for the first thousand, or `500..<1000`.
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
    guard let dots = argument.range(of: "..<"), let first = Int(argument[..<dots.lowerBound]),
      let end = Int(argument[dots.upperBound...]), first >= 0, first < end, end <= FutureRange.most
    else { return nil }
    range = first..<end
  }

  var defaultValueDescription: String {
    range.lowerBound == 0 ? "\(range.upperBound)" : "\(range.lowerBound)..<\(range.upperBound)"
  }
}
