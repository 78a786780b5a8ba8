import ArgumentParser
import Foundation
import Operations
import Store

/// The option that says which store is the council's.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: ArgumentHelp(
      "The council's store, one file. Usually homeward/homeward.sqlite in your data folder.",
      valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var file: String?

  /// The file named, else the usual one: in `XDG_DATA_HOME`, or `~/.local/share` where that is not set.
  var path: String {
    if let file { return file }
    let environment = ProcessInfo.processInfo.environment
    let named = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"] ?? NSHomeDirectory()
    return (named ?? home + "/.local/share") + "/homeward/homeward.sqlite"
  }

  /// Opens the store, making it where there is none.
  func open() throws(OperationError) -> StoreFile {
    do throws(StoreError) { return try StoreFile(at: path) } catch { throw .store(error) }
  }

  /// Opens the store; nil where there is none.
  func existing() throws(OperationError) -> StoreFile? {
    do throws(StoreError) { return try StoreFile.existing(at: path) } catch { throw .store(error) }
  }
}

/// The clock, read by the command line only: what it calls is given the moment.
enum Moment {
  /// Now, in UTC: `2026-06-01T09:30:00Z`.
  static var now: String { Date().formatted(.iso8601) }

  /// A moment for a person: `2026-06-01 09:30 UTC`.
  static func spoken(_ moment: String) -> String {
    moment.count == 20 ? "\(moment.prefix(10)) \(moment.dropFirst(11).prefix(5)) UTC" : moment
  }
}
