import ArgumentParser
import Files
import Foundation
import Operations
import Store

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Verify or export the audit of a council's store.",
    subcommands: [AuditVerifyCommand.self, AuditExportCommand.self])
}

struct AuditVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say whether every entry of the audit follows from the one before, up to the last.",
    discussion: """
      Write the last mark down elsewhere now and then, and give it later with --mark:
      a past that was made anew, key and all, no longer holds it. With --export it
      works the chain out from an exported file alone, without store or key; that
      nothing was cut off such a file's end is told by its last mark only.

      EXAMPLES
        homeward audit verify
        homeward audit verify --store council.sqlite --mark 3f2a90c1d2e4b5a6
        homeward audit verify --export audit.jsonl --mark 3f2a90c1d2e4b5a6
      Ends with 65 where the audit can't be trusted. Exit codes: homeward --help.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var key: KeyOptions

  @Option(
    help: ArgumentHelp("A mark written down earlier, or its first letters: 8 at least.", valueName: "mark"))
  var mark: String?

  @Option(
    help: ArgumentHelp(
      "A file that audit export --format json wrote, in place of the store.", valueName: "file"))
  var export: String?

  func run() throws {
    try Terminal.run {
      if let mark, mark.count < 8 {
        throw OperationError.setting("A mark has at least 8 letters: copy it as it was written down.")
      }
      if let export {
        try verify(export)
      } else {
        try verifyStore()
      }
    }
  }

  private func verifyStore() throws {
    let council = try key.needed(store)
    guard case .whole(let entries, let last) = try verdict(council) else { return }
    let found = try mark.map { try VerifyAudit.entry(markedBy: $0.lowercased(), in: council) }
    if let mark, found == .some(nil) {
      throw OperationError.store(
        .damaged(path: store.path, reason: "no entry of its audit has the mark \(mark)"))
    }
    try answer(entries, last, found ?? nil)
  }

  private func verify(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw OperationError.files(.notFound(path: path))
    }
    guard let file = FileManager.default.contents(atPath: path) else {
      throw OperationError.files(.unreadable(path: path, reason: "permission denied, or it is a folder"))
    }
    let entries = try AuditJSON.entries(of: file, named: path)
    switch VerifyAudit.run(exported: entries) {
    case .broken(let number):
      throw OperationError.export(
        path: path, "entry \(number) does not follow from those before it: it was changed, or one is missing."
      )
    case .whole(0, _): throw OperationError.export(path: path, "no entry is in it.")
    case .whole(let count, let last):
      let found = mark.map { mark in entries.first { $0.digest.hasPrefix(mark.lowercased()) }?.number }
      if let mark, found == .some(nil) {
        throw OperationError.export(path: path, "no entry has the mark \(mark).")
      }
      try answer(count, last, found ?? nil)
    }
  }

  private func answer(_ entries: Int64, _ last: String, _ marked: Int64?) throws {
    var words = "The chain of \(entries) entries holds. Its last mark is \(last).\n"
    if let marked { words += "The mark is entry \(marked)'s.\n" }
    try Terminal.answer(words)
  }

  private func verdict(_ council: CouncilFile) throws -> AuditVerdict {
    let verdict = try VerifyAudit.run(council)
    if case .broken(let number) = verdict {
      throw OperationError.store(
        .damaged(path: store.path, reason: "its audit can't be trusted from entry \(number) on"))
    }
    return verdict
  }
}

struct AuditExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the audit as CSV, or to the letter as lines of JSON.",
    discussion: """
      A CSV is for a spreadsheet: what one would take for a formula has an apostrophe
      before it. Lines of JSON hold every entry to the letter, so that the file can be
      verified by itself with homeward audit verify --export.

      EXAMPLES
        homeward audit export --output audit.csv
        homeward audit export --format json --output audit.jsonl
        homeward audit export --store council.sqlite > audit.csv
      Exit codes: homeward --help.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var key: KeyOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String?

  /// How it is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, json }

  @Option(help: "csv for a spreadsheet, json for lines to the letter.")
  var format = Format.csv

  func run() throws {
    try Terminal.run {
      let council = try key.needed(store)
      try council.changing(
        AuditNote(at: KeyOptions.now, actor: "command line", action: "export", subject: "audit")
      ) { _ in }
      let content =
        switch format {
        case .csv: Data(try AuditCSV.text(council).utf8)
        case .json: try AuditJSON.text(council)
        }
      guard let output else { return try Terminal.answer(String(decoding: content, as: UTF8.self)) }
      try Terminal.checkOutputs(
        [("--output", output)], inputs: [store.path, key.path(store)], folder: store.path)
      try OutputFile.write(content, to: output, isPrivate: true)
      Terminal.say("Wrote \(output).")
    }
  }
}
