import Care
import Operations

/// The template with changes made to it, each on a line that is known.
struct ScenarioTemplate {
  private(set) var lines = ReadScenario.template.split(separator: "\n", omittingEmptySubsequences: false).map(
    String.init)

  var text: String { lines.joined(separator: "\n") }

  /// Replaces `old` by `new` where it first stands on or below the line that holds `place`; that line's number from 1, nil
  /// where there is none.
  mutating func change(_ place: String, _ old: String, _ new: String) -> Int? {
    guard let start = lines.firstIndex(where: { $0.contains(place) }),
      let index = lines[start...].firstIndex(where: { $0.contains(old) })
    else { return nil }
    lines[index] = lines[index].replacing(old, with: new)
    return index + 1
  }

  /// Reads a text with the standard categories.
  static func read(_ text: String) throws -> ScenarioReading {
    ReadScenario.read(Array(text.utf8), book: try CategoryBook.standard())
  }
}
