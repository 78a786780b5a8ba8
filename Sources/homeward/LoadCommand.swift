import ArgumentParser
import Operations
import Reporting
import Store

struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Keep a folder of returns in the council's store, to compare the next ones with.",
    discussion: """
      All of it is kept or, where something goes wrong, nothing. Loading the same
      files again changes nothing. Pupil numbers, postcodes and social workers'
      numbers are not kept; what is kept is sealed with a key that stands in a file
      of its own beside the store: keep the two apart.

      EXAMPLES
        homeward load returns --council "Wrenfield"
        homeward load returns --store wrenfield.sqlite
        homeward loads
      Exit codes: homeward --help.
      """)

  @OptionGroup var returns: ReturnsOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var key: KeyOptions

  @Option(
    help: ArgumentHelp(
      "The council's name. Usually the store's, or in a new store the folder's.", valueName: "name"))
  var council: String?

  func run() throws {
    try Terminal.run {
      var options = SaveLoadOptions(
        load: returns.load, moment: Moment.now, version: Homeward.configuration.version)
      options.council = council
      let saved = try SaveLoad.run(
        options, into: try key.open(store, to: "load.keep").loads,
        progress: Progress(quiet: returns.quiet).report,
        judge: Judgement.of)
      try Terminal.answer(text(saved))
    }
  }

  private func text(_ saved: SavedLoad) -> String {
    let summary = saved.summary
    switch saved.outcome {
    case .unchanged(let id):
      let since = saved.previous.map { " since \(Moment.spoken($0.summary.moment))" } ?? ""
      return "Nothing is new: the store has had these files as load \(id.number)\(since).\n"
    case .saved(let id):
      var lines = [
        "Kept \(Words.count(summary.files.count, "file", "files")) of \(summary.council) as load \(id.number) in \(store.path).",
        "\(Words.count(summary.rowsRead, "row", "rows")) read = \(Words.number(summary.rowsUsed)) used + \(Words.number(summary.rowsSetAside)) set aside.",
      ]
      if saved.filesUnused > 0 {
        lines.append(
          "\(Words.count(saved.filesUnused, "other file holds", "other files hold")) no table of the return, or can't be used; homeward check says why."
        )
      }
      if saved.comparison == nil, saved.findings > 0 {
        lines.append("\(Words.count(saved.findings, "finding", "findings")); homeward check says which.")
      }
      if saved.comparison == nil, let year = saved.previous?.summary.latestYear {
        lines.append("Not compared with the load before, whose latest return is of \(year).")
      }
      if let comparison = saved.comparison, saved.findings > 0 || !comparison.fixed.isEmpty {
        lines.append(
          "\(Words.count(saved.findings, "finding", "findings")): \(Words.number(comparison.new.count)) new, \(Words.number(comparison.stillThere.count)) still there; \(Words.number(comparison.fixed.count)) put right since load \(saved.previous?.id.number ?? 0)."
        )
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }
}
