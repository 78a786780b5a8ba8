public import Care
import Files
import Foundation
public import Forecasting
import Reporting
public import Units

/// A scenario's file as read: the scenario, unless something in it can't be used, and all there is to say about it.
public struct ScenarioReading: Sendable, Equatable {
  /// The scenario; nil where a problem is more than a warning.
  public let scenario: Scenario?
  /// Problems and warnings, in the order of their lines.
  public let problems: [ScenarioProblem]

  /// Problems that are no more than warnings.
  public var warnings: [ScenarioProblem] { problems.filter(\.isWarning) }

  /// What was understood, in plain words, with the warnings; or all that is wrong.
  public func text(_ book: CategoryBook) -> String {
    func list(_ title: String, _ problems: [ScenarioProblem]) -> String {
      problems.isEmpty ? "" : title + problems.map { "  \($0.description)\n" }.joined()
    }
    let refused = problems.filter { !$0.isWarning }
    let opening =
      scenario.map { ScenarioText($0, book: book).text }
      ?? list(
        "The scenario can't be used. \(Words.count(refused.count, "problem", "problems")):\n", refused)
    let warned = list("To know:\n", warnings)
    return opening + (warned.isEmpty ? "" : "\n" + warned)
  }
}

/// Reads scenarios: YAML files in which a council says what it means to change.
public enum ReadScenario {
  /// Reads the file at a path, with the categories of a book.
  ///
  /// - Parameter asOf: the last day known, to warn of initiatives that had begun by then; nil where there is none.
  /// - Throws: `OperationError.files` where there is no file; what is wrong in it is in the reading.
  public static func run(
    _ path: String, book: CategoryBook, asOf: CivilDay? = nil
  ) throws(OperationError) -> ScenarioReading {
    read(try LoadReturns.bytes(of: path), book: book, asOf: asOf)
  }

  /// The path of a scenario that a plan or case names from its own folder.
  ///
  /// - Throws: `OperationError.setting` where it leads out of the folder `within`.
  static func path(
    _ name: String, from folder: String, within root: String?
  ) throws(OperationError) -> String {
    let path = name.hasPrefix("/") ? name : folder + "/" + name
    guard let root else { return path }
    func resolved(_ path: String) -> String {
      URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
    guard !name.hasPrefix("/"), resolved(path).hasPrefix(resolved(root) + "/") else {
      throw .setting(
        "A scenario is named that is none of the council's files. Name one that is loaded, such as ../scenarios/early-help.yaml."
      )
    }
    return path
  }

  /// Reads the file at a path with the council's own categories, or the standard ones where it names no file of them.
  ///
  /// - Throws: `OperationError` where there is no file, or the categories can't be used.
  public static func run(
    _ path: String, categories: String?, asOf: CivilDay? = nil
  ) throws(OperationError) -> (reading: ScenarioReading, book: CategoryBook) {
    let book = try LoadReturns.book(categories, method: .homeward)
    return (try run(path, book: book, asOf: asOf), book)
  }

  /// The scenario in the file at a path, with its warnings.
  ///
  /// - Throws: `OperationError.scenario` with all that is wrong, or `.files`.
  public static func scenario(
    _ path: String, book: CategoryBook, asOf: CivilDay? = nil
  ) throws(OperationError) -> (scenario: Scenario, warnings: [ScenarioProblem]) {
    try scenario(.file(path), book: book, asOf: asOf)
  }

  /// The scenario of a source, with its warnings.
  ///
  /// - Throws: `OperationError.scenario` with all that is wrong, or `.files`.
  static func scenario(
    _ source: CompareScenario.Source, book: CategoryBook, asOf: CivilDay? = nil
  ) throws(OperationError) -> (scenario: Scenario, warnings: [ScenarioProblem]) {
    let (reading, name) =
      switch source {
      case .file(let path): (try run(path, book: book, asOf: asOf), path)
      case .text(let text): (read(Array(text.utf8), book: book, asOf: asOf), "as written")
      }
    guard let scenario = reading.scenario else {
      throw .scenario(path: name, reading.problems.filter { !$0.isWarning })
    }
    return (scenario, reading.warnings)
  }

  /// Reads a file's bytes.
  public static func read(_ bytes: [UInt8], book: CategoryBook, asOf: CivilDay? = nil) -> ScenarioReading {
    do throws(YAMLError) {
      let root = try YAMLReader.read(bytes)
      var reader = ScenarioReader(book: book, asOf: asOf)
      let scenario = reader.read(root)
      // A sort by line that leaves those of one line in the order they were found.
      let ordered = reader.problems.list.enumerated().sorted {
        ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
      }
      return ScenarioReading(scenario: scenario, problems: ordered.map(\.element))
    } catch {
      let problem = ScenarioProblem(line: error.line, what: error.problem, remedy: error.remedy)
      return ScenarioReading(scenario: nil, problems: [problem])
    }
  }

  /// A JSON Schema of the file, by which editors check and complete while it is written.
  public static var schema: String { String(decoding: PackageResources.scenario_schema_json, as: UTF8.self) }

  /// An example with every key and kind, figures invented, to begin a scenario from.
  public static var template: String {
    String(decoding: PackageResources.scenario_template_yaml, as: UTF8.self)
  }
}

extension ReadScenario {
  /// The name in a scenario's text; nil where it has none that can be read.
  public static func name(of text: String) -> String? {
    let root = try? YAMLReader.read(Array(text.utf8))
    let name = root?.entries?.first { $0.key == "name" }?.value.text ?? ""
    let line = ScenarioDraft.oneLine(name)
    return line.isEmpty ? nil : line
  }
}
