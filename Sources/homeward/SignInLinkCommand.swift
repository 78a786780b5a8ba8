import ArgumentParser
import Foundation
import Operations
import Store

struct SignInLinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign-in-link",
    abstract: "Make a one-time link with which somebody sets a new password.",
    discussion: """
      For an administrator who is alone and forgot the password; for others an
      administrator makes one in the application. It is written into the audit.

      EXAMPLES
        homeward sign-in-link administrator
        homeward sign-in-link jo@council.example --address https://homeward.council.example
      Exit codes: homeward --help.
      """)

  @Argument(help: ArgumentHelp("What they sign in with.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("The application's address.", valueName: "address"))
  var address = "http://127.0.0.1:8080"

  @OptionGroup var store: StoreOptions
  @OptionGroup var key: KeyOptions

  func run() throws {
    try Terminal.run {
      let signIn = try SignIn(key.needed(store), now: { Int64(Date().timeIntervalSince1970) })
      let secret: String
      do {
        secret = try signIn.link(fromCommandLineFor: name)
      } catch AccessError.name(let why) {
        throw OperationError.setting(why)
      }
      try Terminal.answer("\(address)/link/\(secret)\nIt works once, for a day.\n")
    }
  }
}
