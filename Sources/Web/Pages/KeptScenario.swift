import Foundation
import Operations

/// A scenario that is kept among the council's files.
struct KeptScenario {
  let id: String
  /// The file's name and text.
  let file: String, text: String

  /// What it is called: its own name, else the file's.
  var name: String { ReadScenario.name(of: text) ?? file }

  /// The file of a scenario of a name.
  static func file(_ name: String) -> String {
    var plain = String(name.map { "/\\.".contains($0) ? "_" : $0 })
    while plain.utf8.count > 120 { plain.removeLast() }
    return (CouncilFolder.safeName(plain) ?? "scenario") + ".yaml"
  }

  /// All, by their files' names.
  static func all(_ visit: Visit) throws -> [KeptScenario] {
    try visit.site.store.reading { reading in
      try reading.documents().filter { $0.kind == .scenario }.map { document in
        KeptScenario(
          id: document.id, file: document.name,
          text: String(decoding: try reading.content(of: document), as: UTF8.self))
      }
    }
  }

  /// One by its file's number; nil where there is none.
  static func one(_ id: String, _ visit: Visit) throws -> KeptScenario? {
    try all(visit).first { $0.id == id }
  }

  /// Its latest run.
  func run(in runs: [Run]) -> Run? { runs.first { $0.options == ["scenario": text] } }
}
