import Files
import Units

/// The children met so far, numbered in order of meeting: a hash table of open addressing, since every row of every
/// table asks it.
struct ChildIndex {
  private(set) var children: [ChildID] = []
  private var slots = [Slot](repeating: Slot(), count: 1 << 12)
  private var last: (id: ChildID, number: Int32)?

  /// An identifier beside its number, so that one look at memory finds both; no number while the slot is empty.
  private struct Slot {
    var id: ChildID?
    var number: Int32 = -1
  }

  mutating func number(of id: ChildID) -> Int32 {
    if let last {
      if last.id == id { return last.number }
      // Tables mostly list the same children in the same order.
      let next = Int(last.number) + 1
      if next < children.count, children[next] == id {
        self.last = (id, Int32(next))
        return Int32(next)
      }
    }
    if children.count * 2 >= slots.count { grow() }
    let slot = slot(of: id)
    if slots[slot].number < 0 {
      slots[slot] = Slot(id: id, number: Int32(children.count))
      children.append(id)
    }
    last = (id, slots[slot].number)
    return slots[slot].number
  }

  /// The slot that holds an identifier, or the empty one where it belongs.
  private func slot(of id: ChildID) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: id.mixed) & mask
    while slots[slot].number >= 0, slots[slot].id != id { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 4)
    for (number, id) in children.enumerated() { slots[slot(of: id)] = Slot(id: id, number: Int32(number)) }
  }
}

/// Reads one file's text into a table, row by row, keeping what can't be used apart.
struct TableReader {
  let text: UnsafeBufferPointer<UInt8>
  let file: Int
  var table: ReturnTable
  /// The rows that had to be set aside for a date: the return's rules look at them all the same.
  var aside: ReturnTable
  /// Days of the row being read that are not in the return's form, as written.
  var unusual: [(column: Int, text: String)] = []
  /// Whether the row being read has to be set aside.
  var isRowAside = false
  var rowsRead = 0
  /// Whether there are more rows than are read: the table is then of no use.
  var hasTooManyRows: Bool { rowsRead > TableReader.mostRows }
  var setAside: [SetAside] = []
  var notes: [ReadingNote] = []

  var reader: CSVReader
  private var fields: [CSVField] = []
  private let headerCount: Int
  private let childField: Int
  private let plan: [Step]
  /// A row with fewer values than this lacks a date that says when something began or ended.
  private let fieldsNeeded: Int
  var tidied: [Tally]
  var isoDays: [Tally]
  var otherDays: [Tally]

  /// What to do with one column of a row.
  struct Step {
    let column: Int
    /// The field that holds it; -1 where the file has none.
    let field: Int
    let kind: TableColumn.Kind
    let isDay: Bool
  }

  struct Tally {
    var count = 0
    var line = 0
    mutating func add(_ line: Int) {
      if count == 0 { self.line = line }
      count += 1
    }
  }

  /// The shape of the table a header tells of, nil if it is none of the return's.
  static func shape(ofHeader names: [String]) -> TableShape? {
    guard names.contains("CHILD") else { return nil }
    return TableShape.all.first { shape in shape.telling.allSatisfy(names.contains) }
  }

  /// The longest column name kept, in bytes; a return's have 22 at most.
  private static let longestName = 200
  /// The most rows of one table that are read: more than all of England's in ten years.
  static let mostRows = 10_000_000
  /// Why a table of more rows is not used.
  static let tooManyRows =
    "holds more than \(mostRows / 1_000_000) million rows, as no return does. Check that this is one"

  /// Column names as a header row gives them, in capitals, spaces as underscores; UASC by either of its names.
  static func names(_ fields: [CSVField], _ reader: CSVReader) -> [String] {
    fields.map { field in
      let words = reader.string(field, most: longestName).split(whereSeparator: \.isWhitespace)
      let name = words.joined(separator: "_").uppercased()
      return name == "UASC_STATUS" ? "UASC" : name
    }
  }

  init(_ text: UnsafeBufferPointer<UInt8>, reader: CSVReader, names: [String], shape: TableShape, file: Int) {
    self.text = text
    self.reader = reader
    self.reader.columns = names.count
    self.file = file
    let hasColumn = shape.columns.map { names.contains($0.name) }
    table = ReturnTable(shape: shape, file: file, hasColumn: hasColumn)
    aside = table
    headerCount = names.count
    childField = names.firstIndex(of: "CHILD") ?? 0
    plan = shape.columns.enumerated().compactMap { index, column in
      guard hasColumn[index] || column.isExpected else { return nil }
      return Step(
        column: index, field: names.firstIndex(of: column.name) ?? -1, kind: column.kind,
        isDay: column.isDay)
    }
    tidied = Array(repeating: Tally(), count: shape.columns.count)
    isoDays = tidied
    otherDays = tidied
    fieldsNeeded = plan.filter { $0.kind == .neededDay || $0.kind == .endDay }.map { $0.field + 1 }.max() ?? 0
    noteColumns(names)
  }

  /// Reads every row.
  mutating func readAll(_ children: inout ChildIndex) {
    let rows = estimatedRows
    table.child.reserveCapacity(rows)
    table.lines.reserveCapacity(rows)
    table.days.reserveCapacity(rows * table.daysPerRow)
    table.values.reserveCapacity(rows * table.valuesPerRow)
    while reader.next(&fields) {
      rowsRead += 1
      if hasTooManyRows { return }
      readRow(&children)
    }
    if rowsRead == 0 { note(.noRows, count: 1, "The file holds its header and no rows.") }
    noteTallies()
  }

  /// Rows the text seems to hold, from the length of its first lines: room taken once instead of bit by bit.
  private var estimatedRows: Int {
    let sample = text.prefix(65_536)
    let lines = max(1, sample.count { $0 == 0x0A })
    let estimate = text.count * lines / sample.count * 51 / 50 + 16
    // A used row takes some bytes, however many blank lines the sample holds.
    return min(estimate, text.count / (fieldsNeeded + 2) + 16, TableReader.mostRows)
  }

  private mutating func readRow(_ children: inout ChildIndex) {
    let line = reader.line
    if reader.hasOpenQuote {
      return leave(line, "", fields[0], .openQuote, "Close or remove the quote on this line.")
    }
    if reader.hasNUL {
      return leave(line, "", nil, .nul, "Export the file again: a NUL byte is never part of a return.")
    }
    if fields.count > headerCount, let extra = fields[headerCount...].first(where: { !trim($0).isEmpty }) {
      return leave(
        line, "", extra, .raggedRow,
        "Put quotes around a value that holds a separator, or remove the extra value.")
    }
    if fields.count < headerCount, fields.count <= fieldsNeeded {
      return leave(
        line, "", fields[fields.count - 1], .shortRow,
        "The row breaks off before a date it needs: complete it, or export the file again.")
    }
    guard childField < fields.count, let id = childID(fields[childField]) else {
      let field = childField < fields.count ? fields[childField] : nil
      return leave(line, "CHILD", field, .badChild, "Give the child's identifier, 1 to 10 letters or digits.")
    }
    for step in plan {
      let field = step.field >= 0 && step.field < fields.count ? fields[step.field] : nil
      if step.isDay {
        table.days.append(readDay(step, field, line, id))
      } else {
        table.values.append(field.map { readValue(step, $0, line) } ?? 0)
      }
    }
    table.child.append(children.number(of: id))
    table.lines.append(Int32(truncatingIfNeeded: line))
    if isRowAside || !unusual.isEmpty { settleRow() }
  }

  /// Puts a row that had to be set aside with the others, and keeps unusual dates as they are written.
  private mutating func settleRow() {
    let row = table.rows - 1
    if isRowAside {
      aside.take(row, of: table)
      aside.keep(unusual)
      table.dropLast()
    } else {
      table.keep(unusual)
    }
    isRowAside = false
    unusual.removeAll(keepingCapacity: true)
  }

  mutating func leave(
    _ line: Int, _ column: String, _ field: CSVField?, _ reason: SetAside.Reason, _ action: String,
    _ child: ChildID? = nil
  ) {
    let value = field.map { reader.string($0, most: 80) } ?? ""
    setAside.append(
      SetAside(
        file: file, line: line, child: child, column: column, value: value, reason: reason, action: action))
  }

  private mutating func note(
    _ kind: ReadingNote.Kind, line: Int? = nil, column: String? = nil, count: Int, _ message: String
  ) {
    notes.append(
      ReadingNote(
        kind: kind, file: file, line: line, column: column, value: nil, count: count, message: message))
  }

  /// Notes the lines above the header.
  mutating func noteTitles(_ count: Int) {
    note(.titles, count: count, "The lines above the header were passed over.")
  }

  private mutating func noteColumns(_ names: [String]) {
    let known = Set(table.shape.columns.map(\.name) + ["CHILD"])
    let extra = names.filter { !known.contains($0) && !$0.isEmpty }
    if !extra.isEmpty {
      note(.extraColumns, count: extra.count, "Ignored: \(extra.joined(separator: ", ")).")
    }
    let absent = table.shape.columns.filter { $0.isExpected && !names.contains($0.name) }.map(\.name)
    if !absent.isEmpty {
      note(.missingColumns, count: absent.count, "Taken as empty: \(absent.joined(separator: ", ")).")
    }
  }

  private mutating func noteTallies() {
    for (column, shape) in table.shape.columns.enumerated() {
      for (tally, kind, words) in [
        (tidied[column], ReadingNote.Kind.tidied, "Read with spaces and letters as they should be."),
        (isoDays[column], .isoDays, "Read as they are; the return's own form is dd/mm/yyyy."),
        (otherDays[column], .otherDayForm, "Read as day, month, year; the return's own form is dd/mm/yyyy."),
      ] where tally.count > 0 {
        note(kind, line: tally.line, column: shape.name, count: tally.count, words)
      }
    }
  }
}
