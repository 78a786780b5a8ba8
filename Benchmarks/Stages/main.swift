import Foundation

let usage =
  "usage: stages FOLDER [--load-only | --futures N [--days N] [--threads N] [--entries FACTOR]]\n       stages --england --futures N [--threads N]\n"

/// Says why nothing was measured, and ends.
func stop(_ message: String, code: Int32) -> Never {
  FileHandle.standardError.write(Data(message.utf8))
  exit(code)
}

var arguments = Array(CommandLine.arguments.dropFirst())
let loadOnly = arguments.contains("--load-only")
arguments.removeAll { $0 == "--load-only" }
var futures = FutureStages.Settings()
var isFutures = false
@MainActor func option(_ name: String) -> Double? {
  guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
  defer { arguments.removeSubrange(place...(place + 1)) }
  return Double(arguments[place + 1])
}
if let count = option("--futures") {
  isFutures = true
  futures.futures = Int(count)
}
if let count = option("--threads") { futures.threads = Int(count) }
if let count = option("--days") { futures.days = Int(count) }
if let count = option("--repeats") { futures.repeats = Int(count) }
if let factor = option("--entries") { futures.entries = factor }
let isEngland = arguments.contains("--england")
arguments.removeAll { $0 == "--england" }
if isEngland {
  do {
    print(try EnglandStages.measure(futures).json)
    exit(0)
  } catch {
    stop("stages: \(error)\n", code: 65)
  }
}
guard arguments.count == 1, let folder = arguments.first, !folder.hasPrefix("-") else {
  stop(usage, code: 64)
}

do {
  print(
    try isFutures
      ? FutureStages.measure(folder, futures).json : Stages.measure(folder, loadOnly: loadOnly).json)
} catch {
  stop("stages: \(error)\n", code: 65)
}
