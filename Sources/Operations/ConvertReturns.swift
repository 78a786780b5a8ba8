import Files
import Foundation
import Returns
import Units

/// What was written of returns, and what was not.
public struct ConvertOutcome: Sendable {
  /// The files written, by their paths in the folder.
  public let files: [String]
  /// Rows in them.
  public let rows: Int
  /// Rows set aside, which are in none of them.
  public let rowsSetAside: Int
  /// Dates that can't be read and are left empty.
  public let datesLeftEmpty: Int
  /// Files that can't be used, with the reason.
  public let unusable: [String]
}

/// Writes returns, of whatever form, as the return's CSV files.
public enum ConvertReturns {
  /// Writes a file for each table and year into a new or empty folder, those of several years in a folder of each.
  ///
  /// Where a year has several files of one table they stay apart, numbered: which row holds is for joining to say.
  ///
  /// - Throws: `OperationError` where the returns can't be read, hold no table, or the folder can't be written.
  public static func run(
    _ path: String, to folder: String, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(OperationError) -> ConvertOutcome {
    if let there = try? FileManager.default.contentsOfDirectory(atPath: folder), !there.isEmpty {
      throw .folderInUse(folder)
    }
    let returns = try LoadReturns.read(LoadOptions(path: path), progress: progress)
    let unusable = returns.files.compactMap { file in
      if case .unusable(let reason) = file.status { "\(file.name): \(reason)" } else { nil }
    }
    guard !returns.tables.isEmpty else { throw .noTables(path: path, unusable) }
    let years = returns.tables.map { table in yearName(returns.files[table.file]) }
    let areApart = Set(years).count > 1
    var taken: [String: Int] = [:]
    var files: [String] = []
    do throws(FilesError) {
      for (table, year) in zip(returns.tables, years) {
        let stem = (areApart ? year + "/" : "") + fileName(table.shape.name)
        let number = taken[stem, default: 0] + 1
        taken[stem] = number
        let name = number == 1 ? stem + ".csv" : "\(stem)-\(number).csv"
        let text = ReturnCSV.text(table, children: returns.children)
        try OutputFile.write(Data(text), to: folder + "/" + name, isPrivate: true)
        files.append(name)
      }
    } catch {
      throw .files(error)
    }
    return ConvertOutcome(
      files: files, rows: returns.tables.reduce(0) { $0 + $1.rows }, rowsSetAside: returns.rowsSetAside,
      datesLeftEmpty: returns.notes.filter { $0.kind == .leftEmpty }.reduce(0) { $0 + $1.count },
      unusable: unusable)
  }

  private static func yearName(_ file: ReturnFile) -> String {
    file.year.map { $0.description.replacing("/", with: "-") } ?? "year-not-known"
  }

  /// The name of a table's file, as the return's own are called.
  private static func fileName(_ table: TableName) -> String {
    table == .socialWorker ? "sw_episodes" : table.rawValue.lowercased().replacing(" ", with: "_")
  }
}
