import ArgumentParser
import Files
import Operations
import Reporting

struct PostcodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "postcodes",
    abstract: "Add a postcode directory, so that distance, area and wrong postcodes can be checked.",
    discussion: """
      Give the ONS Postcode Directory or the National Statistics Postcode Lookup as CSV: a file with the columns pcd or \
      pcds, oseast1m, osnrth1m and laua. It stays on this machine.

      EXAMPLES
        homeward postcodes ONSPD_AUG_2026_UK.csv
      """)

  @Argument(help: "The directory as CSV.", completion: .file(extensions: ["csv"]))
  var file: String

  @Option(
    help: ArgumentHelp("Where to write it instead of the user's data folder.", valueName: "file"))
  var to: String?

  func run() throws {
    try Terminal.run {
      try Terminal.checkOutputs([("--to", to)], inputs: [], folder: file)
      let added = try AddPostcodes.run(csv: file, to: to)
      Terminal.say(
        "\(Words.number(added.count)) postcodes are in \(added.path). Contains OS data © Crown copyright and database right, Royal Mail data © Royal Mail copyright and database right, National Statistics data © Crown copyright and database right."
      )
    }
  }
}
