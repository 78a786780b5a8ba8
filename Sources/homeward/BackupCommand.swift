import ArgumentParser
import Files
import Foundation
import Operations
import Secrets
import Store

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a council's store, with its key, into one sealed file.",
    discussion: """
      People can go on working while it runs. The file is sealed with a pass phrase:
      without it nobody can open it, nor can you, so keep the phrase apart from the
      file. The backup is opened again and looked through before it gets its name;
      a file that is there already is never written over.

      EXAMPLES
        homeward backup council-2026-11-21.backup
        homeward backup /mnt/backups/council.backup --store council.sqlite
        homeward backup nightly.backup --pass-phrase-file /etc/homeward/phrase
      Try a restore now and then: homeward restore --help.
      Exit codes: homeward --help.
      """)

  @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
  var file: String

  @OptionGroup var store: StoreOptions
  @OptionGroup var key: KeyOptions
  @OptionGroup var phrase: PassPhraseOptions

  func run() throws {
    try Terminal.run {
      let council = try key.needed(store)
      guard !FileManager.default.fileExists(atPath: file) else {
        throw OperationError.files(
          .unwritable(path: file, reason: "a file of that name is there already; name another"))
      }
      let phrase = try phrase.phrase(isNew: true)
      let contents = try OperationError.backingUp {
        try StoreBackup.write(council, to: file, phrase: phrase, now: KeyOptions.now)
      }
      let note = AuditNote(at: KeyOptions.now, actor: "command line", action: "backup", subject: "store")
      try council.changing(note) { _ in }
      try Terminal.answer(
        "Backed up \(store.path) to \(file), and opened it again: it is whole.\n"
          + contents.words + "Keep the pass phrase apart from the file.\n")
    }
  }
}

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a council's store, and its key, anew from a backup.",
    discussion: """
      The store and its key appear whole, once the backup was opened and looked
      through, or not at all. Nothing is written over: to put a backup in the place
      of a store, stop the server and move the store, its -wal and -shm files and
      its key away first. Nobody stays signed in.

      EXAMPLES
        homeward restore council-2026-11-21.backup --store council.sqlite
        homeward restore nightly.backup --store trial/council.sqlite    to rehearse it
      Exit codes: homeward --help.
      """)

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
  var file: String

  @OptionGroup var store: StoreOptions
  @OptionGroup var key: KeyOptions
  @OptionGroup var phrase: PassPhraseOptions

  func run() throws {
    try Terminal.run {
      guard FileManager.default.fileExists(atPath: file) else {
        throw OperationError.files(.notFound(path: file))
      }
      let phrase = try phrase.phrase(isNew: false)
      let keyPath = key.path(store)
      let contents = try OperationError.backingUp {
        try StoreBackup.restore(file, to: store.path, keyAt: keyPath, phrase: phrase, now: KeyOptions.now)
      }
      try Terminal.answer(
        "Restored \(store.path) and its key \(keyPath): it is whole.\n"
          + contents.words)
    }
  }
}

extension StoreBackup.Contents {
  /// What it holds, in lines.
  fileprivate var words: String {
    "Its audit has \(audit.number) entries; the last one's mark is \(audit.digest.prefix(16)).\n"
  }
}

extension OperationError {
  /// Does something with a backup; what goes wrong becomes a sentence for the person.
  fileprivate static func backingUp<R>(_ body: () throws -> R) throws -> R {
    do {
      return try body()
    } catch let error as SecretsError {
      return try OperationError.opening { () throws(SecretsError) -> R in throw error }
    }
  }
}
