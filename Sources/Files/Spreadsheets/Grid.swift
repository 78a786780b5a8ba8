public import Units

/// What a cell of a table holds.
public enum GridValue: Hashable, Sendable {
  /// Nothing, or spaces only.
  case empty
  /// Text, without spaces around it. Every value of a CSV file is text.
  case text(String)
  /// A number, as plain decimal text to the 15 figures a spreadsheet shows: never rounded further.
  case number(String)
  /// A day, from a cell styled as a date. A time of day with it is left out.
  case day(CivilDay)
  /// A tick box.
  case boolean(Bool)
  /// What a spreadsheet can't work out, such as `#REF!`, or a formula whose value was never saved.
  case fault(String)

  /// The value as a person would type it; empty for nothing.
  public var text: String {
    switch self {
    case .empty: ""
    case .text(let text), .number(let text), .fault(let text): text
    case .day(let day): day.slashed
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    }
  }
}

/// A row of a table.
public struct GridRow: Sendable {
  /// Its number in the sheet, or the line of the CSV file on which it starts: 1 for the first.
  public let number: Int
  /// Its cells from column A on, as far as it has any.
  public let values: [GridValue]
  /// Whether the sheet hides it, by hand or by a filter.
  public var isHidden = false
  /// Why its cells can't be trusted, for a person; nil for nearly all.
  public var problem: String?

  /// A row.
  public init(number: Int, values: [GridValue], isHidden: Bool = false, problem: String? = nil) {
    self.number = number
    self.values = values
    self.isHidden = isHidden
    self.problem = problem
  }

  /// The cell of a column, 0 for A; nothing beyond the row's end.
  public subscript(column: Int) -> GridValue { values.indices.contains(column) ? values[column] : .empty }

  /// Whether no cell holds anything.
  public var isBlank: Bool { values.allSatisfy { $0 == .empty } }
}

/// Cells made one: the value stands in the first, the others are empty.
public struct MergedCells: Hashable, Sendable {
  /// Row numbers, 1 for the first.
  public let rows: ClosedRange<Int>
  /// Columns, 0 for A.
  public let columns: ClosedRange<Int>

  /// A rectangle of cells.
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}

/// A table of cells with addresses: a CSV file, or a sheet of a workbook. What reads one reads both.
public struct Grid: Sendable {
  /// The file, as shown to the person.
  public let file: String
  /// The sheet; nil for a CSV file.
  public let sheet: String?
  /// Rows that hold anything, in order.
  public let rows: [GridRow]
  /// Cells made one.
  public let merged: [MergedCells]
  /// What a person should know of how it was read, as sentences.
  public let notes: [String]

  /// A table.
  public init(
    file: String, sheet: String? = nil, rows: [GridRow], merged: [MergedCells] = [], notes: [String] = []
  ) {
    self.file = file
    self.sheet = sheet
    self.rows = rows
    self.merged = merged
    self.notes = notes
  }

  /// A cell's address as a spreadsheet writes it: `Fees!F3` in a sheet, `F3` in a CSV file.
  public func address(row: Int, column: Int) -> String {
    let cell = Grid.letters(column) + String(row)
    guard let sheet else { return cell }
    let isPlain = sheet.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95
    }
    return isPlain ? "\(sheet)!\(cell)" : "'\(sheet)'!\(cell)"
  }

  /// A row's address: `Fees!3` in a sheet, `3` in a CSV file.
  public func address(row: Int) -> String { sheet.map { "\($0)!\(row)" } ?? String(row) }

  /// The row of a number; nil where it holds nothing.
  public func row(_ number: Int) -> GridRow? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == number ? rows[low] : nil
  }

  /// The merged cells that a cell belongs to, if any.
  public func merge(row: Int, column: Int) -> MergedCells? {
    merged.first { $0.rows.contains(row) && $0.columns.contains(column) }
  }

  /// The first row, of the first 50, with at least `least` headings that `knows` recognises and more of them than
  /// any other: titles and dates of printing may stand above. Nil where there is none.
  public func header(least: Int, knows: (String) -> Bool) -> Int? {
    var best: (index: Int, count: Int)?
    for (index, row) in rows.prefix(50).enumerated() {
      let count = row.values.count { if case .text(let text) = $0 { knows(text) } else { false } }
      if count >= least, count > best?.count ?? 0 { best = (index, count) }
    }
    return best?.index
  }

  /// A column's letters: A for 0, AA for 26.
  public static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// The row and column (0 for A) of a cell's reference such as `F3` or `$F$3`; nil for anything else.
  static func place(_ reference: some StringProtocol) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    for byte in reference.utf8 {
      switch byte {
      case 65...90 where row == 0 && column < 20_000: column = column * 26 + Int(byte - 64)
      case 48...57 where column > 0 && row < 10_000_000: row = row * 10 + Int(byte - 48)
      case UInt8(ascii: "$"): continue
      default: return nil
      }
    }
    return column > 0 && row > 0 ? (row, column - 1) : nil
  }
}

/// Why a table can't be read.
public struct GridError: Error, Equatable, CustomStringConvertible {
  /// The file, as shown to the person.
  public let file: String
  /// What is wrong and what to do, to stand behind its name.
  public let problem: String

  /// A file and what is wrong with it.
  public init(file: String, problem: String) {
    self.file = file
    self.problem = problem
  }

  /// "fees.xlsx: …".
  public var description: String { "\(file): \(problem)" }
}
