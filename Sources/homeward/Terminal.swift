public import ArgumentParser
import Files
import Foundation
import Operations
import Returns
public import Units

/// What the commands say to the person at the terminal, apart from their result.
enum Terminal {
  /// A line on stderr.
  static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// A result on stdout.
  static func answer(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Does an operation, and where it fails says why and ends with the documented code.
  static func run<R>(_ body: () throws -> R) throws -> R {
    do {
      return try body()
    } catch let error as OperationError {
      say("homeward: " + error.description)
      throw code(error)
    } catch let error as FilesError {
      say("homeward: " + error.description)
      throw code(.files(error))
    }
  }

  /// Refuses to write over what is read, or one result over another; outputs are named with their options.
  static func checkOutputs(
    _ named: [(option: String, path: String?)], inputs: [String?], folder: String
  ) throws(OperationError) {
    func place(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    let outputs = named.compactMap { option, path in path.map { (option: option, path: place($0)) } }
    for (index, output) in outputs.enumerated() {
      if let other = outputs[..<index].first(where: { $0.path == output.path }) {
        throw .setting("\(other.option) and \(output.option) name the same file. Give them different names.")
      }
    }
    let folder = place(folder)
    let read = [folder] + inputs.compactMap { $0.map(place) }
    for output in outputs.map(\.path)
    where read.contains(output)
      || (output.hasPrefix(folder + "/") && FileManager.default.fileExists(atPath: output)
        && !output.hasSuffix(".html"))
    {
      throw .setting("\(output) is among what is read, and would be overwritten. Name another file.")
    }
  }

  private static func code(_ error: OperationError) -> ExitCode {
    switch error {
    case .files(.unwritable): ExitCode(73)
    case .files(.notFound), .files(.unreadable): ExitCode(66)
    case .files, .returns(.problem), .returns(.noUsableEpisodes), .categories, .prices, .noTables:
      ExitCode(65)
    case .returns(.asOfTooEarly), .setting: ExitCode(64)
    case .folderInUse: ExitCode(73)
    }
  }
}

/// Progress of reading on stderr: a line that counts up on a terminal, two lines elsewhere.
final class Progress {
  private let isTerminal = isatty(2) == 1
  private let isQuiet: Bool
  private let start = Date()

  init(quiet: Bool) { isQuiet = quiet }

  func report(_ done: Int, _ of: Int) {
    guard !isQuiet else { return }
    if done == of {
      let seconds = Int((Date().timeIntervalSince(start) * 10).rounded())
      let end = "Read \(of) \(of == 1 ? "file" : "files") in \(seconds / 10).\(seconds % 10) s."
      Terminal.say(isTerminal ? "\r\u{1B}[K" + end : end)
    } else if isTerminal {
      FileHandle.standardError.write(Data("\r\u{1B}[KReading file \(done + 1) of \(of)…".utf8))
    } else if done == 0 {
      Terminal.say("Reading \(of) \(of == 1 ? "file" : "files")…")
    }
  }
}

/// The options that say which returns to read.
struct ReturnsOptions: ParsableArguments {
  @Argument(
    help:
      "The folder that holds the returns, CSV or XML, in any nesting; or a zip archive of them; or one file.",
    completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Count nothing after this day (2025-03-31 or 31/03/2025). Usually the latest event in the returns.",
      valueName: "date"))
  var asOf: CivilDay?

  @Option(
    help: ArgumentHelp(
      "A CSV of the council's own categories: category,label,place,provider,from_year,to_year.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var categories: String?

  @Flag(help: "Take files that look like two councils' for parts of one return.")
  var combine = false

  @Flag(
    help:
      "Take every file of episodes for a whole one, extracts too: an open episode missing from a later file has ended."
  )
  var complete = false

  @Flag(name: .shortAndLong, help: "Say nothing while reading.")
  var quiet = false

  var load: LoadOptions {
    var options = LoadOptions(path: folder)
    options.asOf = asOf
    options.categories = categories
    options.combine = combine
    options.complete = complete
    return options
  }
}

extension CivilDay: ExpressibleByArgument {
  /// A day typed as an argument.
  public init?(argument: String) { self.init(argument) }
}

extension FinancialYear: ExpressibleByArgument {
  /// A collection or financial year typed as an argument: 2024/25 or 2024-25.
  public init?(argument: String) { self.init(argument) }
}
