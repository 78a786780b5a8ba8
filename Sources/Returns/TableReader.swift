import Files
import Units

/// The children met so far, numbered in order of meeting: a hash table of open addressing, since every row of every
/// table asks it.
struct ChildIndex {
  private(set) var children: [ChildID] = []
  private var slots = [Int32](repeating: -1, count: 1 << 12)
  private var last: (id: ChildID, number: Int32)?

  mutating func number(of id: ChildID) -> Int32 {
    if let last, last.id == id { return last.number }
    if children.count * 2 >= slots.count { grow() }
    let slot = slot(of: id)
    if slots[slot] < 0 {
      slots[slot] = Int32(children.count)
      children.append(id)
    }
    last = (id, slots[slot])
    return slots[slot]
  }

  /// The slot that holds an identifier, or the empty one where it belongs.
  private func slot(of id: ChildID) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: id.mixed) & mask
    while slots[slot] >= 0, children[Int(slots[slot])] != id { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, id) in children.enumerated() { slots[slot(of: id)] = Int32(number) }
  }
}

/// Reads one file's text into a table, row by row, keeping what can't be used apart.
struct TableReader {
  let text: UnsafeBufferPointer<UInt8>
  let file: Int
  var table: ReturnTable
  var rowsRead = 0
  var setAside: [SetAside] = []
  var notes: [ReadingNote] = []

  private var reader: CSVReader
  private var fields: [CSVField] = []
  private let headerCount: Int
  private let childField: Int
  /// The field that holds each column of the table; -1 where the file has none.
  private let fieldOf: [Int]
  private let kinds: [TableColumn.Kind]
  private var days: [Int32]
  private var values: [UInt64]
  private var tidied: [Tally]
  private var isoDays: [Tally]
  private var otherDays: [Tally]

  private struct Tally {
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

  /// Column names as a header row gives them, in capitals, spaces as underscores.
  static func names(_ fields: [CSVField], _ reader: CSVReader) -> [String] {
    fields.map { field in
      let name = reader.string(field).split(whereSeparator: \.isWhitespace).joined(separator: "_")
      return name.uppercased()
    }
  }

  init(_ text: UnsafeBufferPointer<UInt8>, reader: CSVReader, names: [String], shape: TableShape, file: Int) {
    self.text = text
    self.reader = reader
    self.file = file
    table = ReturnTable(shape: shape, file: file)
    headerCount = names.count
    childField = names.firstIndex(of: "CHILD") ?? 0
    fieldOf = shape.columns.map { names.firstIndex(of: $0.name) ?? -1 }
    kinds = shape.columns.map(\.kind)
    days = Array(repeating: ReturnTable.noDay, count: table.daysPerRow)
    values = Array(repeating: 0, count: table.valuesPerRow)
    tidied = Array(repeating: Tally(), count: shape.columns.count)
    isoDays = tidied
    otherDays = tidied
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
      readRow(&children)
    }
    if rowsRead == 0 { note(.noRows, count: 1, "The file holds its header and no rows.") }
    noteTallies()
  }

  /// Rows the text seems to hold, from the length of its first lines: room taken once instead of bit by bit.
  private var estimatedRows: Int {
    let sample = text.prefix(65_536)
    let lines = max(1, sample.count { $0 == 0x0A })
    return text.count * lines / sample.count * 51 / 50 + 16
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
    guard childField < fields.count, let id = ChildID(trim(fields[childField])) else {
      let field = childField < fields.count ? fields[childField] : nil
      return leave(line, "CHILD", field, .badChild, "Give the child's identifier, 1 to 10 letters or digits.")
    }
    for column in table.shape.columns.indices {
      let index = fieldOf[column]
      let field = index >= 0 && index < fields.count ? fields[index] : nil
      let slot = table.slots[column]
      if kinds[column] == .code || kinds[column] == .text {
        values[slot] = field.map { readValue(column, $0, line) } ?? 0
      } else {
        guard readDay(column, field, line, id) else { return }
      }
    }
    table.child.append(children.number(of: id))
    table.lines.append(Int32(truncatingIfNeeded: line))
    table.days.append(contentsOf: days)
    table.values.append(contentsOf: values)
  }

  /// Reads a day into `days`; false where the row had to be set aside for it.
  private mutating func readDay(_ column: Int, _ field: CSVField?, _ line: Int, _ child: ChildID) -> Bool {
    let slot = table.slots[column]
    days[slot] = ReturnTable.noDay
    let read = field.map { DayText(trim($0)) } ?? .empty
    let shape = TableColumn(name: table.shape.columns[column].name, kind: kinds[column])
    switch read {
    case .day(let day):
      days[slot] = day.number
      return true
    case .iso(let day):
      days[slot] = day.number
      isoDays[column].add(line)
    case .otherForm(let day):
      days[slot] = day.number
      otherDays[column].add(line)
    case .repaired(let day):
      days[slot] = day.number
      notes.append(
        ReadingNote(
          kind: .repairedDay, file: file, line: line, column: shape.name, value: field.map(reader.string),
          count: 1, message: "Read as \(day.slashed). Correct it to \(day.slashed)."))
    case .empty:
      if case .neededDay = shape.kind {
        leave(line, shape.name, field, .missingDay, "Fill in \(shape.name) as dd/mm/yyyy.", child)
        return false
      }
    case .unreadable:
      if case .day = shape.kind {
        notes.append(
          ReadingNote(
            kind: .leftEmpty, file: file, line: line, column: shape.name, value: field.map(reader.string),
            count: 1, message: "Not a date, so left empty. Write it as dd/mm/yyyy."))
        return true
      }
      leave(
        line, shape.name, field, .unreadableDay, "Write a day of the calendar as dd/mm/yyyy.", child)
      return false
    }
    return true
  }

  /// Reads a code or text, tidied, into one word.
  private mutating func readValue(_ column: Int, _ field: CSVField, _ line: Int) -> UInt64 {
    let isCode = kinds[column] == .code
    let bytes = trim(field)
    var bits: UInt64 = 0
    var changed = bytes.count != field.end - field.start
    if bytes.count <= 7 {
      var shift: UInt64 = 0
      for byte in bytes {
        var kept = byte
        if isCode, byte &- UInt8(ascii: "a") < 26 {
          kept = byte - 32
          changed = true
        } else if byte >= 0x80 {
          return longValue(column, bytes, line)
        }
        bits |= UInt64(kept) << shift
        shift += 8
      }
      bits |= bytes.isEmpty ? 0 : UInt64(bytes.count) << 56
      if changed { tidied[column].add(line) }
      return bits
    }
    return longValue(column, bytes, line)
  }

  private mutating func longValue(_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ line: Int) -> UInt64 {
    let start = table.longTexts.count
    var index = 0
    while index < min(bytes.count, 4096) {
      if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        table.longTexts.append(0x20)
        tidied[column].add(line)
        index += 2
      } else {
        table.longTexts.append(bytes[index])
        index += 1
      }
    }
    let count = table.longTexts.count - start
    return ReturnTable.longMark << 56 | UInt64(count) << 40 | UInt64(start)
  }

  /// A value without the spaces around it, no-break spaces among them.
  @inline(__always)
  private func trim(_ field: CSVField) -> UnsafeBufferPointer<UInt8> {
    var start = field.start
    var end = field.end
    while start < end {
      if text[start] <= 0x20 { start += 1 } else if isNoBreakSpace(start, end) { start += 2 } else { break }
    }
    while end > start {
      if text[end - 1] <= 0x20 {
        end -= 1
      } else if end - start >= 2, isNoBreakSpace(end - 2, end) {
        end -= 2
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }

  @inline(__always)
  private func isNoBreakSpace(_ index: Int, _ end: Int) -> Bool {
    index + 1 < end && text[index] == 0xC2 && text[index + 1] == 0xA0
  }

  private mutating func leave(
    _ line: Int, _ column: String, _ field: CSVField?, _ reason: SetAside.Reason, _ action: String,
    _ child: ChildID? = nil
  ) {
    let value = field.map { String(reader.string($0).prefix(80)) } ?? ""
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

  private mutating func noteColumns(_ names: [String]) {
    let known = Set(table.shape.columns.map(\.name) + ["CHILD"])
    let extra = names.filter { !known.contains($0) && !$0.isEmpty }
    if !extra.isEmpty {
      note(.extraColumns, count: extra.count, "Ignored: \(extra.joined(separator: ", ")).")
    }
    let absent = table.shape.columns.map(\.name).filter { !names.contains($0) }
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
