import Foundation
@testable import Web

/// Words that only somebody at a command line can use, in what a browser shows.
enum CommandLineWords {
  /// Options and commands that stand in the text of HTML, but for what is marked as code.
  static func found(in html: String) -> [String] {
    let plain = html.replacing(/<code>[^<]*<\/code>/, with: "").replacing(/<[^>]*>/, with: " ")
    return plain.matches(of: /(?:^|[\s“‘(`:])(--[a-z][a-z-]+|homeward [a-z][a-z-]+)/).map { String($0.1) }
  }
}
