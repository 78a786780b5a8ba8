import Files
import Foundation
import Returns
import Units

/// What was written of returns, and what was not.
public struct ConvertOutcome: Sendable {
  /// The files written, by their paths in the folder.
  public let files: [String]
  /// Rows in them: those with a date that can't be read among them, as it is written.
  public let rows: Int
  /// Rows that are in none of them: damaged, without a child, or of a file that is a copy of another.
  public let rowsLeftOut: Int
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
    var rows = 0
    do throws(FilesError) {
      for (table, year) in zip(returns.tables, years) {
        let stem = (areApart ? year + "/" : "") + table.shape.name.fileName
        let number = taken[stem, default: 0] + 1
        taken[stem] = number
        let name = number == 1 ? stem + ".csv" : "\(stem)-\(number).csv"
        let aside = returns.unusedTables.first {
          $0.file == table.file && $0.shape.name == table.shape.name
        }
        let text = ReturnCSV.text(table, and: aside, children: returns.children)
        rows += table.rows + (aside?.rows ?? 0)
        try OutputFile.write(Data(text), to: folder + "/" + name, isPrivate: true)
        files.append(name)
      }
    } catch {
      throw .files(error)
    }
    return ConvertOutcome(
      files: files, rows: rows, rowsLeftOut: returns.rowsRead - rows,
      unusable: unusable)
  }

  private static func yearName(_ file: ReturnFile) -> String {
    file.year.map { $0.description.replacing("/", with: "-") } ?? "year-not-known"
  }
}
