import Files
import Units

extension TableReader {
  /// Reads a day, `noDay` where it is empty or can't be read; where that costs the row its use, the row is marked.
  mutating func readDay(_ step: Step, _ field: CSVField?, _ line: Int, _ child: ChildID) -> Int32 {
    // A closure here would copy the reader with every value.
    let read = if let field { DayText(trim(field)) } else { DayText.empty }
    if case .day(let day) = read { return day.number }
    return readUnusualDay(read, step, field, line, child)
  }

  /// A day that is empty, unreadable, or in another form than the return's.
  private mutating func readUnusualDay(
    _ read: DayText, _ step: Step, _ field: CSVField?, _ line: Int, _ child: ChildID
  ) -> Int32 {
    let column = step.column
    let name = table.shape.columns[column].name
    if read != .empty, let field {
      unusual.append((column, shown(field)))
    }
    switch read {
    case .day(let day): return day.number
    case .iso(let day):
      isoDays[column].add(line)
      return day.number
    case .otherForm(let day):
      otherDays[column].add(line)
      return day.number
    case .repaired(let day):
      notes.append(
        ReadingNote(
          kind: .repairedDay, file: file, line: line, column: name, value: field.map(shown),
          count: 1, message: "Read as \(day.slashed). Correct it to \(day.slashed)."))
      return day.number
    case .empty:
      if case .neededDay = step.kind {
        setRowAside(line, name, field, .missingDay, "Fill in \(name) as dd/mm/yyyy.", child)
      }
    case .unreadable:
      if case .day = step.kind {
        notes.append(
          ReadingNote(
            kind: .leftEmpty, file: file, line: line, column: name, value: field.map(shown),
            count: 1, message: "Not a date, so left empty. Write it as dd/mm/yyyy."))
      } else {
        setRowAside(
          line, name, field, .unreadableDay, "Write a day of the calendar as dd/mm/yyyy.", child)
      }
    }
    return ReturnTable.noDay
  }

  /// Sets the row being read aside, for the first reason met.
  private mutating func setRowAside(
    _ line: Int, _ column: String, _ field: CSVField?, _ reason: SetAside.Reason, _ action: String,
    _ child: ChildID
  ) {
    if !isRowAside { leave(line, column, field, reason, action, child) }
    isRowAside = true
  }

  /// A value as findings show it: as it stands in the file, without the spaces around it, and no longer than 80 bytes.
  func shown(_ field: CSVField) -> String {
    let bytes = trim(field)
    let start = bytes.baseAddress.flatMap { inside in text.baseAddress.map { inside - $0 } } ?? field.start
    let trimmed = CSVField(start: start, end: start + bytes.count, hasDoubledQuotes: field.hasDoubledQuotes)
    var shown = reader.string(trimmed, most: 80).unicodeScalars
    // The cut may have left a space at the end.
    while let last = shown.last, last.value <= 0x20 || last.value == 0xA0 { shown.removeLast() }
    return String(shown)
  }

  /// Reads a child's identifier; nil where it is none. Mutating, as the others are, so that the call, made for every row,
  /// does not copy the reader.
  mutating func childID(_ field: CSVField) -> ChildID? {
    field.hasDoubledQuotes ? ChildID(reader.string(field)) : ChildID(trim(field))
  }

  /// Reads a code or text, tidied, into one word.
  mutating func readValue(_ step: Step, _ field: CSVField, _ line: Int) -> UInt64 {
    let bytes = trim(field)
    let isTrimmed = bytes.count != field.end - field.start
    guard field.hasDoubledQuotes else { return word(step, bytes, line, changed: isTrimmed) }
    var isSecond = false
    let single = bytes.filter { byte in
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      return byte != UInt8(ascii: "\"") || isSecond
    }
    return single.withUnsafeBufferPointer { word(step, $0, line, changed: isTrimmed) }
  }

  /// A value's bytes in one word: a code's capital letters, or the place of a longer text.
  private mutating func word(
    _ step: Step, _ bytes: UnsafeBufferPointer<UInt8>, _ line: Int, changed isTrimmed: Bool
  ) -> UInt64 {
    let isCode = step.kind == .code
    var bits: UInt64 = 0
    var changed = isTrimmed
    guard bytes.count <= 7 else { return longValue(step, bytes, line) }
    var shift: UInt64 = 0
    for byte in bytes {
      var kept = byte
      if isCode, byte &- UInt8(ascii: "a") < 26 {
        kept = byte - 32
        changed = true
      } else if byte >= 0x80 {
        return longValue(step, bytes, line)
      }
      bits |= UInt64(kept) << shift
      shift += 8
    }
    bits |= bytes.isEmpty ? 0 : UInt64(bytes.count) << 56
    if changed { tidied[step.column].add(line) }
    return bits
  }

  private mutating func longValue(_ step: Step, _ bytes: UnsafeBufferPointer<UInt8>, _ line: Int) -> UInt64 {
    if let plain = withPlainSpaces(bytes) {
      tidied[step.column].add(line)
      // Shorter now: it may be a code.
      return plain.withUnsafeBufferPointer { word(step, $0, line, changed: false) }
    }
    let start = table.longTexts.count
    table.longTexts.append(contentsOf: bytes.prefix(CSVReader.whole(bytes, 4096)))
    let count = table.longTexts.count - start
    return ReturnTable.longMark << 56 | UInt64(count) << 40 | UInt64(start)
  }

  /// A value with spaces for its no-break spaces; nil where it has none.
  private func withPlainSpaces(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard bytes.contains(0xA0) else { return nil }
    var plain: [UInt8] = []
    for byte in bytes {
      if byte == 0xA0, plain.last == 0xC2 { plain[plain.count - 1] = 0x20 } else { plain.append(byte) }
    }
    return plain.count < bytes.count ? plain : nil
  }

  /// A value without the spaces around it, no-break spaces among them.
  @inline(__always)
  func trim(_ field: CSVField) -> UnsafeBufferPointer<UInt8> {
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
}
