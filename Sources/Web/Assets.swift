import Foundation
import Secrets

/// The look's files: our own style and script, and those that `./run` unpacks into a folder. Read once at the start.
struct Assets: Sendable {
  /// A file.
  struct Asset: Sendable {
    let type: String, content: Data
  }

  private let files: [String: Asset]
  /// The paths by name, with a mark that changes with the content, so that browsers may keep them.
  let paths: [String: String]

  /// What is unpacked, by name.
  static let unpacked = ["govuk.css", "htmx.js", "vega.js"]

  init(folder: String?) {
    var files = [
      "homeward.css": Asset(type: "text/css", content: Data(PackageResources.homeward_css)),
      "homeward.js": Asset(type: "text/javascript", content: Data(PackageResources.homeward_js)),
    ]
    for name in Assets.unpacked {
      guard let folder, let content = FileManager.default.contents(atPath: folder + "/" + name) else {
        continue
      }
      files[name] = Asset(type: name.hasSuffix(".css") ? "text/css" : "text/javascript", content: content)
    }
    self.files = files
    paths = Dictionary(
      uniqueKeysWithValues: files.map { name, file in
        (name, "/assets/\(Token.sha256(file.content).prefix(12))/\(name)")
      })
  }

  /// A file by its path's mark and name; nil where there is none.
  func file(_ mark: String, _ name: String) -> Asset? {
    paths[name] == "/assets/\(mark)/\(name)" ? files[name] : nil
  }

  /// Whether a file is there.
  func has(_ name: String) -> Bool { files[name] != nil }
}
