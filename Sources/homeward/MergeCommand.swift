import ArgumentParser
import Files
import Operations

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join futures that were simulated apart, exactly.",
    discussion: """
      A forecast's futures can be simulated in ranges, on several machines or one
      after the other, each written with --save. Joined, they are the file that one
      run would have written, whatever machine or number of threads made the parts.

      EXAMPLES
        homeward forecast returns --futures 0..499 --save part1.csv      here
        homeward forecast returns --futures 500..999 --save part2.csv   there
        homeward merge part1.csv part2.csv --output all.csv
        homeward forecast returns --use all.csv --html report.html

      Parts made from other returns, settings or seeds, by another version, or of
      the same futures are refused. A file's first line says in JSON what it was
      made from; then comes a line of whole numbers for every future and month:
      counts by placement, cost in pence, leavers by kind, changes of weekly cost.
      Exit codes: homeward --help.
      """)

  @Argument(
    help: "Files written by homeward forecast --save, in any order.", completion: .file(extensions: ["csv"]))
  var parts: [String]

  @Option(
    help: ArgumentHelp("Where to write them joined.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var output: String

  func run() throws {
    try Terminal.run {
      try Terminal.checkOutputs([("--output", output)], inputs: parts, folder: parts.first ?? "")
      let merged = try MergeFutures.run(parts)
      try OutputFile.write(merged.data(), to: output)
      Terminal.say("Wrote \(output): futures \(merged.header.first) to \(merged.header.last).")
    }
  }
}
