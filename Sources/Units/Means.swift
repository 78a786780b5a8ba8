/// Where what is said is read: at a terminal, or in a browser.
public enum Surface: Sendable {
  case commandLine, browser

  /// The one that is written for now. The application sets it around what it works out and answers.
  @TaskLocal public static var current = Surface.commandLine
}

/// How a reader gives what a sentence asks for. The sentence says what is missing; how it is given hangs on where the
/// sentence is read, and is told when it is made.
public enum Means: Sendable, CustomStringConvertible {
  /// A file, by the option that names it.
  case file(String)
  /// An assumption of a forecast, by its option.
  case assumption(String)
  /// Something worked out by a command of its own, and the page that shows it.
  case report(String, page: String)
  /// Words for the command line, and those for the application where neither of the others fits.
  case said(String, inBrowser: String)

  /// The words, to stand within a sentence: “with --fees”, “on the page Data”.
  public var description: String {
    let isBrowser = Surface.current == .browser
    return switch self {
    case .file(let option): isBrowser ? "on the page Data" : "with " + option
    case .assumption(let option): isBrowser ? "under “Other assumptions”" : "with " + option
    case .report(let command, let page): isBrowser ? "the page “\(page)”" : "homeward " + command
    case .said(let option, let page): isBrowser ? page : option
    }
  }
}
