import Files
public import Plans
import Reporting

/// A plan's file as read: the plan, unless something in it can't be used, and all that is wrong.
public struct PlanReading: Sendable {
  /// The plan; nil where there is a problem.
  public let plan: Plan?
  /// What is wrong, in the order of lines.
  public let problems: [ScenarioProblem]

  /// All that is wrong, for people; empty where nothing is.
  public var text: String {
    problems.isEmpty
      ? ""
      : "The plan can't be used. \(Words.count(problems.count, "problem", "problems")):\n"
        + problems.map { "  \($0.description)\n" }.joined()
  }
}

/// Reads plans: YAML files in which a programme says what it claims, who does what by when, and what it is to bring.
public enum ReadPlan {
  /// Reads the file at a path.
  ///
  /// - Throws: `OperationError.files` where there is no file, `.table` where a spreadsheet can't be read; what is wrong
  ///   in it is in the reading.
  public static func run(_ path: String) throws(OperationError) -> PlanReading {
    guard path.lowercased().hasSuffix(".xlsx") else { return read(try LoadReturns.bytes(of: path)) }
    do throws(GridError) {
      let grids = try GridFile.read(at: path).grids
      var problems: [ScenarioProblem] = []
      let root = PlanSheets.node(grids, &problems)
      let reading = read(root)
      problems += reading.problems.map { PlanSheets.placed($0) }
      return PlanReading(plan: problems.isEmpty ? reading.plan : nil, problems: problems)
    } catch {
      throw .table(error)
    }
  }

  /// Where a line of a plan stands: a line of a text, or a row of a sheet.
  @Sendable public static func place(_ line: Int) -> String { PlanSheets.place(line) ?? "Line \(line)" }

  /// Writes a plan as YAML, or as a spreadsheet where the name ends in .xlsx.
  ///
  /// - Throws: `OperationError.files` where it can't be written.
  public static func write(_ plan: Plan, to path: String) throws(OperationError) {
    do throws(FilesError) {
      if path.lowercased().hasSuffix(".xlsx") {
        let tables = PlanSheets.tables(plan)
        if let reason = PlanSheets.tooLong(tables) { throw .unwritable(path: path, reason: reason) }
        try PlanTables(tables).write(to: path)
      } else {
        try OutputFile.write(PlanWriter.yaml(plan), to: path)
      }
    } catch {
      throw .files(error)
    }
  }

  /// Writes the template as a spreadsheet.
  ///
  /// - Throws: `OperationError.files` where it can't be written.
  public static func writeTemplate(to path: String) throws(OperationError) {
    if let plan = read(Array(template.utf8)).plan { try write(plan, to: path) }
  }

  /// Reads a file's bytes.
  public static func read(_ bytes: [UInt8]) -> PlanReading { read(bytes, limit: YAMLReader.limit) }

  /// Reads a file's bytes, of which there may be so many.
  static func read(_ bytes: [UInt8], limit: Int) -> PlanReading {
    do throws(YAMLError) {
      return read(try YAMLReader.read(bytes, limit: limit))
    } catch {
      let problem = ScenarioProblem(line: error.line, what: error.problem, remedy: error.remedy)
      return PlanReading(plan: nil, problems: [problem])
    }
  }

  /// Reads the value of a file.
  static func read(_ root: YAMLNode) -> PlanReading {
    var reader = PlanReader()
    let plan = reader.read(root)
    // A sort by line that leaves those of one line in the order they were found.
    let ordered = reader.problems.list.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    return PlanReading(plan: plan, problems: ordered.map(\.element))
  }

  /// The plan in the file at a path.
  ///
  /// - Throws: `OperationError.plan` with all that is wrong, or `.files`.
  public static func plan(_ path: String) throws(OperationError) -> Plan {
    let reading = try run(path)
    guard let plan = reading.plan else { throw .plan(path: path, reading.problems) }
    return plan
  }

  /// A plan as a file that reads as the same plan.
  public static func yaml(_ plan: Plan) -> String { PlanWriter.yaml(plan) }

  /// A JSON Schema of the file, by which editors check and complete while it is written.
  public static var schema: String { PlanSchema.text }

  /// An example with every kind of item, figures invented, to begin a plan from.
  public static var template: String { String(decoding: PackageResources.plan_template_yaml, as: UTF8.self) }
}
