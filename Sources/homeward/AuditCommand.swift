import ArgumentParser
import Files
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
      a past that was made anew, key and all, no longer holds it.

      EXAMPLES
        homeward audit verify
        homeward audit verify --store council.sqlite --mark 3f2a90c1d2e4b5a6
      Ends with 65 where the audit can't be trusted. Exit codes: homeward --help.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var key: KeyOptions

  @Option(
    help: ArgumentHelp("A mark written down earlier, or its first letters: 8 at least.", valueName: "mark"))
  var mark: String?

  func run() throws {
    try Terminal.run {
      let council = try key.needed(store)
      if let mark, mark.count < 8 {
        throw OperationError.setting("A mark has at least 8 letters: copy it as it was written down.")
      }
      guard case .whole(let entries, let last) = try verdict(council) else { return }
      var words = "The chain of \(entries) entries holds. Its last mark is \(last).\n"
      if let mark {
        guard let number = try VerifyAudit.entry(markedBy: mark.lowercased(), in: council) else {
          throw OperationError.store(
            .damaged(path: store.path, reason: "no entry of its audit has the mark \(mark)"))
        }
        words += "The mark is entry \(number)'s.\n"
      }
      try Terminal.answer(words)
    }
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
    abstract: "Write the audit as CSV.",
    discussion: """
      EXAMPLES
        homeward audit export --output audit.csv
        homeward audit export --store council.sqlite > audit.csv
      Exit codes: homeward --help.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var key: KeyOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String?

  func run() throws {
    try Terminal.run {
      let council = try key.needed(store)
      try council.changing(
        AuditNote(at: KeyOptions.now, actor: "command line", action: "export", subject: "audit")
      ) { _ in }
      let text = try AuditCSV.text(council)
      guard let output else { return try Terminal.answer(text) }
      try Terminal.checkOutputs(
        [("--output", output)], inputs: [store.path, key.path(store)], folder: store.path)
      try OutputFile.write(text, to: output, isPrivate: true)
      Terminal.say("Wrote \(output).")
    }
  }
}
