public import BusinessCases
import Files
import Reporting

/// A case's file as read: the case, unless something in it can't be used, and all that is wrong.
public struct CaseReading: Sendable {
  /// The case; nil where there is a problem.
  public let businessCase: BusinessCase?
  /// Where lines take their benefit from a simulated initiative, by the line's id.
  public let sources: [String: ModelBenefit.Source]
  /// What is wrong, in the order of lines.
  public let problems: [ScenarioProblem]

  /// What was understood, or all that is wrong.
  public var text: String {
    guard let businessCase else {
      return "The case can't be used. \(Words.count(problems.count, "problem", "problems")):\n"
        + problems.map { "  \($0.description)\n" }.joined()
    }
    return CaseText.understood(businessCase)
  }
}

/// Reads business cases: YAML files in which a council says what it means to spend and expects of it.
public enum ReadCase {
  /// Reads the file at a path.
  ///
  /// - Throws: `OperationError.files` where there is no file; what is wrong in it is in the reading.
  public static func run(_ path: String) throws(OperationError) -> CaseReading {
    read(try LoadReturns.bytes(of: path))
  }

  /// Reads a file's bytes.
  public static func read(_ bytes: [UInt8]) -> CaseReading {
    do throws(YAMLError) {
      var reader = CaseReader()
      let read = reader.read(try YAMLReader.read(bytes))
      // A sort by line that leaves those of one line in the order they were found.
      let ordered = reader.problems.list.enumerated().sorted {
        ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
      }
      return CaseReading(businessCase: read, sources: reader.sources, problems: ordered.map(\.element))
    } catch {
      let problem = ScenarioProblem(line: error.line, what: error.problem, remedy: error.remedy)
      return CaseReading(businessCase: nil, sources: [:], problems: [problem])
    }
  }

  /// The case in the file at a path, with the sources of simulated benefits.
  ///
  /// - Throws: `OperationError.businessCase` with all that is wrong, or `.files`.
  static func businessCase(
    _ path: String
  ) throws(OperationError) -> (BusinessCase, sources: [String: ModelBenefit.Source]) {
    let reading = try run(path)
    guard let businessCase = reading.businessCase else {
      throw .businessCase(path: path, reading.problems)
    }
    return (businessCase, reading.sources)
  }

  /// A JSON Schema of the file, by which editors check and complete while it is written.
  public static var schema: String { CaseSchema.text }

  /// The kinds of case, each with what it is for.
  public static var kinds: [(name: String, purpose: String)] {
    CaseKind.allCases.map { ($0.rawValue, $0.template.purpose) }
  }

  /// An example of a kind with all its questions, figures invented, to begin a case from; nil where there is no such
  /// kind.
  public static func template(_ kind: String) -> String? {
    CaseKind(rawValue: InitiativeWord.plain(kind)).map(CaseTemplateText.text)
  }
}
