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
  /// Days as `CivilDay.number`, row by row, the columns that hold days in their order.
  var days: [Int32] = []
  /// Values, row by row, the columns that hold no days in their order: a `Code`, or a place in `longTexts`.
  var values: [UInt64] = []
  /// The bytes of values longer than a code.
  var longTexts: [UInt8] = []
  /// Whether the file has each of the shape's columns.
  public let hasColumn: [Bool]
  /// Days that do not stand in the return's form, as they are written, with their `cell`, in its order.
  private var writtenDays: [(cell: UInt64, text: String)] = []
  /// Each column's place among the columns of its sort; -1 for one that takes no room.
  let slots: [Int]
  let daysPerRow: Int
  let valuesPerRow: Int

  /// A table of a file's rows. Columns that few files have take no room where this one lacks them.
  init(shape: TableShape, file: Int, hasColumn: [Bool]) {
    self.shape = shape
    self.file = file
    self.hasColumn = hasColumn
    var days = 0
    var values = 0
    slots = zip(shape.columns, hasColumn).map { column, isThere in
      guard isThere || column.isExpected else { return -1 }
      if column.isDay { days += 1 } else { values += 1 }
      return (column.isDay ? days : values) - 1
    }
    daysPerRow = days
    valuesPerRow = values
  }

  /// Number of rows.
  public var rows: Int { child.count }

  /// A day's number, `noDay` where it is empty.
  func dayNumber(_ row: Int, _ column: Int) -> Int32 { days[row * daysPerRow + slots[column]] }

  /// A value's bits.
  private func bits(_ row: Int, _ column: Int) -> UInt64 {
    let slot = slots[column]
    return slot < 0 ? 0 : values[row * valuesPerRow + slot]
  }

  /// The days of one column, empty ones left out.
  func dayNumbers(_ column: Int) -> [Int32] {
    (0..<rows).compactMap { row in
      let number = dayNumber(row, column)
      return number == ReturnTable.noDay ? nil : number
    }
  }

  /// A day, nil where it is empty or the file has no such column.
  public func day(_ row: Int, _ column: Int) -> CivilDay? {
    let number = dayNumber(row, column)
    return number == ReturnTable.noDay ? nil : CivilDay(number: number)
  }

  /// Whether some day does not stand in the return's form.
  public var hasUnusualDays: Bool { !writtenDays.isEmpty }

  /// A day as it is written, where that is not the return's form dd/mm/yyyy: read from another form, or unreadable.
  public func writtenDay(_ row: Int, _ column: Int) -> String? {
    let cell = ReturnTable.cell(row, column)
    var range = writtenDays.indices
    while let first = range.first {
      let middle = first + range.count / 2
      if writtenDays[middle].cell == cell { return writtenDays[middle].text }
      range = writtenDays[middle].cell < cell ? (middle + 1)..<range.upperBound : first..<middle
    }
    return nil
  }

  /// Keeps days of the last row as they are written, in the order of their columns.
  mutating func keep(_ days: [(column: Int, text: String)]) {
    for day in days { writtenDays.append((ReturnTable.cell(rows - 1, day.column), day.text)) }
  }

  /// A value as it stands in the file, for showing.
  public func shown(_ row: Int, _ column: Int) -> String {
    guard shape.columns[column].isDay else { return text(row, column) }
    return writtenDay(row, column) ?? day(row, column)?.slashed ?? ""
  }

  /// A code; empty where the value is empty, longer than a code, or the file has no such column.
  public func code(_ row: Int, _ column: Int) -> Code {
    let bits = bits(row, column)
    return bits >> 56 == ReturnTable.longMark ? .empty : Code(bits: bits)
  }

  /// A value as text.
  public func text(_ row: Int, _ column: Int) -> String {
    let bits = bits(row, column)
    guard bits >> 56 == ReturnTable.longMark else { return Code(bits: bits).description }
    let start = Int(bits & 0xFF_FFFF_FFFF)
    let count = Int(bits >> 40 & 0xFFFF)
    return String(decoding: longTexts[start..<(start + count)], as: UTF8.self)
  }

  /// A row's values as text, for putting rows in an order that their own content decides.
  func words(_ row: Int) -> String {
    shape.columns.indices.map { column in
      shape.columns[column].isDay ? String(dayNumber(row, column)) : text(row, column)
    }.joined(separator: ",")
  }

  /// A value as one word that equals another's where the values are equal, letters and inner spaces aside: the code
  /// itself up to seven characters, for longer ones a mix of them that is no code.
  public func key(_ row: Int, _ column: Int) -> Code {
    let bits = bits(row, column)
    var packed: UInt64 = 0
    var count: UInt64 = 0
    var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
    func take(_ byte: UInt8) {
      guard byte != 0x20 else { return }
      let upper = byte &- UInt8(ascii: "a") < 26 ? byte - 32 : byte
      if count < 7 { packed |= UInt64(upper) << (8 * count) }
      count += 1
      mixed = (mixed ^ UInt64(upper)) &* 0x100_0000_01B3
    }
    if bits >> 56 == ReturnTable.longMark {
      let start = Int(bits & 0xFF_FFFF_FFFF)
      for index in start..<(start + Int(bits >> 40 & 0xFFFF)) { take(longTexts[index]) }
    } else {
      for index in 0..<(bits >> 56) { take(UInt8(truncatingIfNeeded: bits >> (8 * index))) }
    }
    guard count > 7 else { return Code(bits: count == 0 ? 0 : packed | count << 56) }
    return Code(bits: ReturnTable.longMark << 56 | (mixed << 8 & 0xFF_FFFF_FFFF_FF00))
  }

  /// Adds a row of another table of the same shape.
  mutating func take(_ row: Int, of other: ReturnTable) {
    child.append(other.child[row])
    lines.append(other.lines[row])
    for slot in 0..<daysPerRow { days.append(other.days[row * daysPerRow + slot]) }
    for slot in 0..<valuesPerRow {
      let bits = other.values[row * valuesPerRow + slot]
      guard bits >> 56 == ReturnTable.longMark else {
        values.append(bits)
        continue
      }
      let start = Int(bits & 0xFF_FFFF_FFFF)
      let count = Int(bits >> 40 & 0xFFFF)
      values.append(ReturnTable.longMark << 56 | UInt64(count) << 40 | UInt64(longTexts.count))
      longTexts += other.longTexts[start..<(start + count)]
    }
  }

  /// Takes the last row away.
  mutating func dropLast() {
    child.removeLast()
    lines.removeLast()
    days.removeLast(daysPerRow)
    values.removeLast(valuesPerRow)
  }

  /// Empties a cell of the last row.
  mutating func blankLast(_ column: Int) {
    guard slots[column] >= 0, rows > 0 else { return }
    if shape.columns[column].isDay {
      days[(rows - 1) * daysPerRow + slots[column]] = ReturnTable.noDay
    } else {
      values[(rows - 1) * valuesPerRow + slots[column]] = 0
    }
  }

  /// A cell's place in one word.
  private static func cell(_ row: Int, _ column: Int) -> UInt64 { UInt64(row) << 8 | UInt64(column) }

  /// Whether two rows hold the same values in every column, the second of another table of this shape if given.
  func isSameRow(_ a: Int, _ b: Int, of other: ReturnTable? = nil) -> Bool {
    let other = other ?? self
    return shape.columns.indices.allSatisfy { column in
      shape.columns[column].isDay
        ? dayNumber(a, column) == other.dayNumber(b, column) : text(a, column) == other.text(b, column)
    }
  }

  /// The highest byte of a value that stands in `longTexts`: 16 bits of length and 40 of place are below it.
  static let longMark: UInt64 = 0xFF
}
