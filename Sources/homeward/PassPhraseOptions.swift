import ArgumentParser
import Files
import Foundation
import Operations
import Secrets

/// Where a backup's pass phrase comes from: never the command line, which other users of the machine can read.
struct PassPhraseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file whose first line is the pass phrase. Without it the phrase is asked for.", valueName: "file"),
    completion: .file())
  var passPhraseFile: String?

  /// The phrase; asked for twice where it is a new one.
  func phrase(isNew: Bool) throws -> String {
    let phrase = try passPhraseFile.map(Self.read) ?? Self.asked(isNew: isNew)
    guard !isNew || phrase.count >= PhraseSeal.fewest else {
      throw OperationError.setting(
        "A pass phrase has at least \(PhraseSeal.fewest) characters: three words that don't belong together do well."
      )
    }
    guard !phrase.isEmpty else { throw OperationError.setting("The pass phrase is empty.") }
    return phrase
  }

  private static func read(_ path: String) throws -> String {
    guard FileManager.default.fileExists(atPath: path) else {
      throw OperationError.files(.notFound(path: path))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw OperationError.files(.unreadable(path: path, reason: "permission denied"))
    }
    return String(decoding: data, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).first.map(String.init) ?? ""
  }

  private static func asked(isNew: Bool) throws -> String {
    guard isatty(STDIN_FILENO) == 1 else {
      throw OperationError.setting(
        "There is no terminal to ask for the pass phrase at. Name a file that holds it with --pass-phrase-file."
      )
    }
    let phrase = try typed("Pass phrase: ")
    guard try !isNew || typed("The same again: ") == phrase else {
      throw OperationError.setting("The two were not the same. Nothing was written; try again.")
    }
    return phrase
  }

  /// A line typed, which the terminal doesn't show.
  private static func typed(_ prompt: String) throws -> String {
    try? FileHandle.standardError.write(contentsOf: Data(prompt.utf8))
    var before = termios()
    tcgetattr(STDIN_FILENO, &before)
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      Terminal.say("")
    }
    guard let line = readLine() else { throw OperationError.cancelled }
    return line
  }
}
