public import Units

/// The rows of one file of a return, by column.
public struct ReturnTable: Sendable {
  /// Marks an empty day.
  static let noDay = Int32.min

  /// The table's columns.
  public let shape: TableShape
  /// Position of the file in `ReturnSet.files`.
  public let file: Int
  /// Each row's child: position in `ReturnSet.children`.
  public internal(set) var child: [Int32] = []
  /// Each row's line in the file, 1 for the header.
  public internal(set) var lines: [Int32] = []
  /// Days by column, as `CivilDay.number`; empty for the columns that hold none.
  var days: [[Int32]]
  /// Values by column: a `Code`, or a place in `longTexts`; empty for the columns that hold days.
  var values: [[UInt64]]
  /// The bytes of values longer than a code.
  var longTexts: [UInt8] = []

  init(shape: TableShape, file: Int) {
    self.shape = shape
    self.file = file
    days = Array(repeating: [], count: shape.columns.count)
    values = days.map { _ in [] }
  }

  /// Number of rows.
  public var rows: Int { child.count }

  /// A day, nil where it is empty or the file has no such column.
  public func day(_ row: Int, _ column: Int) -> CivilDay? {
    let number = days[column][row]
    return number == ReturnTable.noDay ? nil : CivilDay(number: number)
  }

  /// A code; empty where the value is empty, longer than a code, or the file has no such column.
  public func code(_ row: Int, _ column: Int) -> Code {
    let bits = values[column][row]
    return bits >> 56 == ReturnTable.longMark ? .empty : Code(bits: bits)
  }

  /// A value as text.
  public func text(_ row: Int, _ column: Int) -> String {
    let bits = values[column][row]
    guard bits >> 56 == ReturnTable.longMark else { return Code(bits: bits).description }
    let start = Int(bits & 0xFF_FFFF_FFFF)
    let count = Int(bits >> 40 & 0xFFFF)
    return String(decoding: longTexts[start..<(start + count)], as: UTF8.self)
  }

  /// Whether two rows hold the same values in every column, the second of another table of this shape if given.
  func isSameRow(_ a: Int, _ b: Int, of other: ReturnTable? = nil) -> Bool {
    let other = other ?? self
    return shape.columns.indices.allSatisfy { column in
      shape.columns[column].isDay
        ? days[column][a] == other.days[column][b] : text(a, column) == other.text(b, column)
    }
  }

  /// The highest byte of a value that stands in `longTexts`: 16 bits of length and 40 of place are below it.
  static let longMark: UInt64 = 0xFF
}
