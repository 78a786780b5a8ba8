/// Something in a scenario's file that can't be as it is, or that its author should know.
public struct ScenarioProblem: Sendable, Equatable {
  /// Line of the file, from 1.
  public let line: Int
  /// Column of the line, from 1; nil where it is not told.
  public var column: Int?
  /// Where it stands, where that is no line of a text: "Sheet “savings”, row 4".
  public var place: String?
  /// What is wrong.
  public let what: String
  /// What to do.
  public let remedy: String
  /// Whether the scenario is read all the same.
  public let isWarning: Bool

  /// A problem on a line.
  public init(line: Int, what: String, remedy: String, isWarning: Bool = false) {
    self.line = line
    self.what = what
    self.remedy = remedy
    self.isWarning = isWarning
  }
}

extension ScenarioProblem: CustomStringConvertible {
  /// "Line 4: … What to do.", or "Line 4, column 7: …".
  public var description: String {
    "\(place ?? "Line \(line)")\(column.map { ", column \($0)" } ?? ""): \(what). \(remedy)"
  }
}

/// Why a value can't be taken, found where only the value is known; who reads the key adds its place.
struct Flaw: Error, Equatable {
  let what: String
  let remedy: String
  /// The line, where it is not the value's own.
  var line: Int?
}

/// All that is wrong with one value.
struct Flaws: Error, Equatable {
  var list: [Flaw]

  init(_ list: [Flaw]) { self.list = list }
  init(_ what: String, _ remedy: String) { list = [Flaw(what: what, remedy: remedy)] }
}
