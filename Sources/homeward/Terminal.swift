import ArgumentParser
import Files
import Foundation
import Operations
import Returns

/// What the commands say to the person at the terminal, apart from their result.
enum Terminal {
  /// A line on stderr.
  static func say(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }

  /// That a file was written whose rows tell of children.
  static func sayWritten(_ path: String) {
    say("Wrote \(path): it holds children's identifiers; keep it as you keep the returns.")
  }

  /// A result on stdout.
  ///
  /// - Throws: `FilesError.unwritable` where it can't be written, as on a full disk.
  static func answer(_ text: String) throws(FilesError) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw .unwritable(path: "the output", reason: "its disk is full, or its reader has gone")
    }
  }

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
    } catch let error as StoreError {
      say("homeward: " + error.description)
      throw code(.store(error))
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
    case .cancelled: ExitCode(130)
    case .files(.unwritable): ExitCode(73)
    case .files(.notFound), .files(.unreadable): ExitCode(66)
    case .files, .table, .mapping, .returns(.problem), .returns(.noUsableEpisodes), .categories, .prices,
      .scenario, .futures,
      .noTables, .export, .finance, .businessCase, .paper, .plan:
      ExitCode(65)
    case .returns(.asOfTooEarly), .setting: ExitCode(64)
    case .folderInUse, .store(.unusable), .store(.busy): ExitCode(73)
    case .store(.newer), .store(.notAStore), .store(.damaged): ExitCode(65)
    }
  }
}
