import ArgumentParser
import Files
import Foundation
import Operations
import Store
import Synchronization
import Web

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve a council's application to browsers.",
    discussion: """
      The first start prints a link with which the first administrator sets a
      password. What names a child is sealed in the store with a key that stands
      in a file of its own: without it the store tells no name. Back both up,
      sealed, with homeward backup.

      EXAMPLES
        homeward serve
        homeward serve --store council.sqlite --port 8100
        homeward serve --example Examples/council    with a council that does not exist
        homeward serve --behind-tls                  where a proxy speaks TLS for it
      Exit codes: homeward --help.
      """)

  @OptionGroup var store: StoreOptions

  @OptionGroup var key: KeyOptions

  @Option(help: ArgumentHelp("The port. 0 takes any that is free.", valueName: "number"))
  var port = 8_080

  @Option(
    help: ArgumentHelp(
      "The address to listen on. Others than this machine need TLS before it.", valueName: "address"))
  var host = "127.0.0.1"

  @Option(
    help: ArgumentHelp(
      "The folder of style sheets and scripts. Usually what ./run unpacked.", valueName: "folder"))
  var assets: String?

  @Option(help: ArgumentHelp("Load this folder's files where nothing is loaded yet.", valueName: "folder"))
  var example: String?

  @Option(help: ArgumentHelp("Seconds that what a browser sends is waited for.", visibility: .hidden))
  var patience = 120

  @Flag(help: "Browsers come over TLS, through a proxy: cookies are for TLS only.")
  var behindTls = false

  func run() throws {
    let (site, queue, first) = try Terminal.run { try prepare() }
    let shown = host
    let server = WebServer(site, host: host, port: port, patience: patience)
    let failure = Mutex<String?>(nil)
    let ended = DispatchSemaphore(value: 0)
    defer {
      queue.stop()
      CouncilFolder.removeAll()
    }
    // The command itself is not asynchronous: its thread waits.
    Task {
      do {
        try await serve(server, shown, first)
      } catch {
        failure.withLock { $0 = "The server ended: \(error)." }
      }
      ended.signal()
    }
    ended.wait()
    if let why = failure.withLock({ $0 }) {
      Terminal.say("homeward: \(why) Is the port in use? Choose another with --port.")
      throw ExitCode(73)
    }
  }

  private func serve(_ server: WebServer, _ shown: String, _ first: String?) async throws {
    try await server.run { port in
      Terminal.say("Homeward is at http://\(shown):\(port)/")
      if let first {
        Terminal.say(
          "First sign-in: set the administrator's password at http://\(shown):\(port)/link/\(first)")
        Terminal.say("Then sign in as administrator. The link works once, for a day.")
      }
      Terminal.say("Stop it with Ctrl-C.")
    }
  }

  private func prepare() throws -> (Site, RunQueue, firstLink: String?) {
    let now: SignIn.Clock = { Int64(Date().timeIntervalSince1970) }
    let file = try store.open()
    CouncilFolder.prepare()
    let council = try CouncilFile.open(file, keyAt: key.path(store))
    let queue = RunQueue(council, now: now)
    if let example { try LoadExample.run(example, into: council, queue: queue, now: now) }
    let site = try Site(
      store: council, queue: queue, assets: assets ?? DataFolder.besideProgram("assets"), now: now,
      isSecure: behindTls)
    let first = try site.firstLink()
    try queue.start()
    return (site, queue, first)
  }
}
