public import Files
import Places
import Units

/// Reads every return below a folder, or in a zip archive: CSV files in any nesting, told by their columns, and the
/// return's XML, told by its content.
public enum ReturnsReader {
  /// The largest file read, in bytes.
  public static let fileLimit = 1_000_000_000
  /// The largest list of postcodes kept in memory, in bytes.
  static let postcodesLimit = 50_000_000

  /// Reads the files at a path. `progress` is told, before each file, how many of how many are done.
  ///
  /// With `combine`, files that look like two councils' are taken for parts of one return; with `complete`, every file
  /// of episodes is taken for a whole one, so that an open episode missing from a later file has ended.
  ///
  /// - Throws: `FilesError` where the path itself can't be opened. Files that can't be used are in the result.
  public static func read(
    at path: String, combine: Bool = false, complete: Bool = false,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(FilesError) -> ReturnSet {
    let found = try FileFinder.find(at: path)
    return read(found.files, found.passedOver, combine: combine, complete: complete, progress: progress)
  }

  /// Reads files held in memory as those of a folder are read: `name` is the path below it. They may come in any order.
  public static func read(
    _ files: [(name: String, bytes: [UInt8])], combine: Bool = false, complete: Bool = false
  ) -> ReturnSet {
    let found = files.map { FoundFile(name: $0.name, bytes: $0.bytes) }.sorted { $0.name < $1.name }
    return read(found, [], combine: combine, complete: complete) { _, _ in }
  }

  private static func read(
    _ found: [FoundFile], _ passedOver: [PassedOver], combine: Bool, complete: Bool,
    progress: (_ done: Int, _ of: Int) -> Void
  ) -> ReturnSet {
    var set = ReturnSet()
    var children = ChildIndex()
    var contents: [UInt64: Int] = [:]
    var unpacked: [String: Int] = [:]
    for (done, file) in found.enumerated() {
      progress(done, found.count)
      let number = set.files.count
      set.files.append(ReturnFile(name: file.name, status: .unusable("not read")))
      do throws(FilesError) {
        // Each archive has one allowance for all its files, counted as they are unpacked.
        let used = file.archive.map { unpacked[$0] ?? 0 } ?? 0
        let limit = min(fileLimit, FileFinder.archiveLimit - used)
        let outcome = try file.withBytes(limit: limit) { bytes in
          if let archive = file.archive { unpacked[archive] = used + bytes.count }
          set.files[number].fingerprint = Fingerprint.of(bytes)
          return readFile(bytes, file.name, number, &children, &contents)
        }
        apply(outcome, to: number, in: &set)
      } catch {
        if let archive = file.archive, case .archiveTooLarge = error {
          unpacked[archive] = FileFinder.archiveLimit
        }
        set.files[number].status = .unusable(error.reason)
      }
    }
    for passed in passedOver {
      set.files.append(ReturnFile(name: passed.name, status: .unusable(passed.reason)))
    }
    set.children = children.children
    set.setAsideByReading = set.setAside.count
    set.isCombined = combine
    YearFinder.inferYears(&set)
    SecondForm.leaveOut(&set)
    if complete {
      for file in set.files.indices where set.files[file].table == .episodes {
        set.files[file].isComplete = true
      }
    }
    set.problems = Coherence.problems(in: set, combine: combine)
    progress(found.count, found.count)
    return set
  }

  private enum Outcome {
    case table(TableReader, TextEncoding)
    /// A file that lacks a column its table is told by: of no use for histories, but its rows can be judged.
    case partial(TableReader, String)
    case copy(of: Int, TableName, rows: Int)
    case postcodes(PostcodeDirectory)
    case unusable(String)
    case xml(XMLOutcome)
  }

  private static func readFile(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String, _ number: Int, _ children: inout ChildIndex,
    _ contents: inout [UInt64: Int]
  ) -> Outcome {
    if XMLReader.looksLikeXML(bytes) {
      return .xml(readXML(bytes, Fingerprint.of(bytes), number, &children, &contents))
    }
    do throws(NotText) {
      return try TextDecoding.withText(bytes) { text, encoding in
        readText(text, encoding, Fingerprint.of(bytes), name, number, &children, &contents)
      }
    } catch .empty {
      return .unusable("the file is empty")
    } catch .known(let kind) {
      return .unusable("not a CSV file but \(kind)")
    } catch {
      return .unusable("not a text file: it holds bytes that no CSV file has. Export it again as CSV")
    }
  }

  private static func readText(
    _ text: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding, _ fingerprint: UInt64, _ name: String,
    _ number: Int, _ children: inout ChildIndex, _ contents: inout [UInt64: Int]
  ) -> Outcome {
    var reader = CSVReader(text)
    var fields: [CSVField] = []
    guard reader.next(&fields) else { return .unusable("the file holds only blank lines") }
    let first = TableReader.names(fields, reader)
    var names = first
    var shape = TableReader.shape(ofHeader: names)
    // A title or two may stand above the header.
    var titles = 0
    while shape == nil, titles < 5, reader.next(&fields) {
      titles += 1
      names = TableReader.names(fields, reader)
      shape = TableReader.shape(ofHeader: names)
    }
    guard let shape else {
      return readPostcodes(text, first) ?? readPartial(text, first, name, number, &children)
    }
    if let other = contents[fingerprint] {
      var rows = 0
      while reader.next(&fields) { rows += 1 }
      return .copy(of: other, shape.name, rows: rows)
    }
    contents[fingerprint] = number
    var table = TableReader(text, reader: reader, names: names, shape: shape, file: number)
    if titles > 0 { table.noteTitles(titles) }
    table.readAll(&children)
    if table.hasTooManyRows {
      contents[fingerprint] = nil
      return .unusable(TableReader.tooManyRows)
    }
    return .table(table, encoding)
  }

  /// Reads a list of postcodes; nil where the file is none.
  private static func readPostcodes(
    _ text: UnsafeBufferPointer<UInt8>, _ names: [String]
  ) -> Outcome? {
    guard !names.contains("CHILD"), PostcodeDirectory.isList(columns: names) else { return nil }
    guard text.count <= postcodesLimit else {
      return .unusable(
        "a postcode directory of the country: \(Means.said("give it to homeward postcodes instead", inBrowser: "whoever looks after Homeward adds it"))"
      )
    }
    return PostcodeDirectory(list: text).map { .postcodes($0) }
  }

  /// Reads a file that lacks a column its table is told by, where its name tells the table and it has any other, or
  /// none but what every table has.
  private static func readPartial(
    _ text: UnsafeBufferPointer<UInt8>, _ names: [String], _ name: String, _ number: Int,
    _ children: inout ChildIndex
  ) -> Outcome {
    let reason = whyNoTable(names)
    let last = name.split(separator: "/").last.map(String.init) ?? name
    guard names.contains("CHILD"), let table = TableName(fileName: last),
      names.contains(where: { TableShape.of(table).position(of: $0) != nil })
        || names.allSatisfy(["CHILD", "DOB", "SEX"].contains)
    else { return .unusable(reason) }
    var reader = CSVReader(text)
    var fields: [CSVField] = []
    _ = reader.next(&fields)
    var partial = TableReader(text, reader: reader, names: names, shape: .of(table), file: number)
    partial.readAll(&children)
    if partial.hasTooManyRows { return .unusable(TableReader.tooManyRows) }
    return .partial(partial, reason)
  }

  private static func whyNoTable(_ names: [String]) -> String {
    guard names.contains("CHILD") else {
      return "not a table of the return: its first line has no column CHILD"
    }
    if names.contains("WEEKLY_FEE") {
      return
        "a ledger of fees, not a table of the return: \(Means.said("give it to homeward fees, or after --fees", inBrowser: "load it as what it is, a fee ledger"))"
    }
    let near = TableShape.all.filter { $0.name != .header }.max { a, b in share(a, names) < share(b, names) }
    guard let near, share(near, names) > 0 else {
      return "not a table of the return: beside CHILD it has none of the columns that tell one"
    }
    let lacks = near.telling.filter { !names.contains($0) }
    return "looks like \(near.name.rawValue) but has no column \(lacks.joined(separator: ", "))"
  }

  private static func share(_ shape: TableShape, _ names: [String]) -> Int {
    shape.telling.count(where: names.contains)
  }

  private static func apply(_ outcome: Outcome, to number: Int, in set: inout ReturnSet) {
    switch outcome {
    case .unusable(let reason): set.files[number].status = .unusable(reason)
    case .copy(let other, let name, let rows): apply(copyOf: other, name, rows: rows, to: number, in: &set)
    case .xml(let outcome): apply(outcome, to: number, in: &set)
    case .postcodes(let list):
      set.files[number].status = .postcodes(list.count)
      set.postcodes.append(list)
    case .table(let read, let encoding):
      apply(read, to: number, in: &set)
      if encoding != .utf8 {
        set.notes.append(
          ReadingNote(
            kind: .encoding, file: number, line: nil, column: nil, value: nil, count: 1,
            message: "Read as \(encoding.rawValue)."))
      }
    case .partial(let read, let reason):
      set.files[number].status = .unusable(reason)
      set.unusedTables += [read.table, read.aside]
    }
  }

  static func apply(_ read: TableReader, to number: Int, in set: inout ReturnSet) {
    set.files[number].status = .table(read.table.shape.name)
    set.files[number].rowsRead = read.rowsRead
    set.setAside += read.setAside
    set.notes += read.notes
    set.tables.append(read.table)
    if read.aside.rows > 0 { set.unusedTables.append(read.aside) }
  }

  static func apply(
    copyOf other: Int, _ name: TableName, rows: Int, to number: Int, in set: inout ReturnSet
  ) {
    set.files[number].status = .copy(of: other, name)
    set.files[number].rowsRead = rows
    guard rows > 0 else { return }
    set.setAside.append(
      SetAside(
        file: number, line: 2, child: nil, column: "", value: "", reason: .sameFileTwice,
        action: "Nothing, if it is meant: it is read once. It is the same as \(set.files[other].name).",
        rows: rows))
  }
}
