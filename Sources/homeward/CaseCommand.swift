import ArgumentParser
import BusinessCases
import Operations

struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Write and check a business case: what is to be spent, and what is expected of it.",
    discussion: """
      EXAMPLES
        homeward case list                                the kinds of case
        homeward case template step_down > case.yaml      an example to write one from
        homeward case check case.yaml                     what is understood of it
        homeward case schema > schema.json                for editors that help in writing
        homeward appraise case.yaml                       what it is worth

      Exit codes: homeward --help.
      """,
    subcommands: [ListKinds.self, Template.self, CheckCase.self, Schema.self])

  struct ListKinds: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the kinds of case.")

    func run() throws {
      let width = CaseKind.allCases.map(\.rawValue.count).max() ?? 0
      let lines = CaseKind.allCases.map { kind in
        kind.rawValue + String(repeating: " ", count: width - kind.rawValue.count + 3) + kind.template.purpose
      }
      try Terminal.run { try Terminal.answer(lines.joined(separator: "\n") + "\n") }
    }
  }

  struct Template: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "template",
      abstract: "Print an example of a kind with all its questions, its figures invented.")

    @Argument(
      help: "The kind: \(CaseKind.allCases.map(\.rawValue).joined(separator: ", ")).",
      completion: .list(CaseKind.allCases.map(\.rawValue)))
    var kind: String

    func validate() throws {
      guard ReadCase.template(kind) != nil else {
        throw ValidationError(
          "“\(kind)” is no kind of case. The kinds are: \(CaseKind.allCases.map(\.rawValue).joined(separator: ", "))."
        )
      }
    }

    func run() throws { try Terminal.run { try Terminal.answer(ReadCase.template(kind) ?? "") } }
  }

  struct CheckCase: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Say what is understood of a case, or all that is wrong with it.",
      discussion: """
        EXAMPLES
          homeward case check case.yaml
        """)

    @Argument(help: "The case, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    func run() throws {
      let isUsable = try Terminal.run {
        let reading = try ReadCase.run(file)
        try Terminal.answer(reading.text)
        return reading.businessCase != nil
      }
      if !isUsable { throw ExitCode(65) }
    }
  }

  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema", abstract: "Print a JSON Schema of cases, for editors.")

    func run() throws { try Terminal.run { try Terminal.answer(ReadCase.schema) } }
  }
}
