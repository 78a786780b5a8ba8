import ArgumentParser
import Files
import Operations

extension PlanCommand {
  struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "read",
      abstract: "Propose a plan from a paper, with the quote beside every figure, and check it.",
      discussion: """
        Reads Word files (.docx), PDFs (with the program pdftotext), Markdown and plain text. Finds savings,
        targets, risks, actions, milestones, costs and totals. Nothing is invented: every figure stands in the
        paper where it is quoted, and what is unsure is marked “ask” for a person.

        EXAMPLES
          homeward plan read paper.docx
          homeward plan read paper.pdf --output plan.yaml
          homeward plan read paper.txt --json > paper.json
        """)

    @Argument(
      help: "The paper: .docx, .pdf, .md or .txt.",
      completion: .file(extensions: ["docx", "pdf", "md", "txt"]))
    var paper: String

    @Option(
      name: .shortAndLong, help: ArgumentHelp("Write the proposed plan to a YAML file.", valueName: "file"),
      completion: .file(extensions: ["yaml", "yml"]))
    var output: String?

    @Flag(help: "Print JSON: figures, items with their quotes, and the plan.") var json = false

    func run() throws {
      try Terminal.run {
        try Terminal.checkOutputs([("--output", output)], inputs: [paper], folder: paper)
        let found = try ReadPaper.run(paper)
        if let output {
          try OutputFile.write(found.yaml, to: output)
          Terminal.say("Wrote \(output).")
        }
        try Terminal.answer(json ? try found.json() : found.text)
      }
    }
  }
}
