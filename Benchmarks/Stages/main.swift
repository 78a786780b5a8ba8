import Foundation

let usage = "usage: stages FOLDER [--load-only]\n"

/// Says why nothing was measured, and ends.
func stop(_ message: String, code: Int32) -> Never {
  FileHandle.standardError.write(Data(message.utf8))
  exit(code)
}

var arguments = Array(CommandLine.arguments.dropFirst())
let loadOnly = arguments.contains("--load-only")
arguments.removeAll { $0 == "--load-only" }
guard arguments.count == 1, let folder = arguments.first, !folder.hasPrefix("-") else {
  stop(usage, code: 64)
}

do {
  print(try Stages.measure(folder, loadOnly: loadOnly).json)
} catch {
  stop("stages: \(error)\n", code: 65)
}
