import Units

/// What every table repeats of a child.
struct XMLChild {
  var id = ""
  var sex = ""
  var birth = ""

  init() {}

  /// The child of a header's elements, cut to what a finding shows of a value: they are repeated in every row.
  init(_ leaves: [XMLReturn.Leaf]) {
    func value(_ name: String) -> String {
      let value = leaves.first { $0.name == name }?.value ?? ""
      return value.utf8.count <= 80 ? value : String(value.prefix(80))
    }
    id = value("CHILDID")
    sex = value("SEX")
    birth = value("DOB")
  }
}

/// The rows of one table as its XML gives them, and then as CSV.
struct XMLTable {
  let shape: TableShape
  /// The columns beside CHILD, UASC of the header among them, which the CSV form has as a table of its own.
  let columns: [String]
  private(set) var rows = 0
  /// The columns that tables repeat from the header.
  private let isRepeated: [Bool]
  /// Whether the table's elements can't be empty by the schema: an empty one is a row to look at, not a place left open.
  private let isNeeded: Bool
  private var isPresent: [Bool]
  /// The values of all rows after one another, CHILD first, and where each ends.
  private var cells: [UInt8] = []
  private var ends: [UInt32] = []
  /// Bytes of memory taken.
  var size: Int { cells.count + ends.count * 4 }

  init(shape: TableShape) {
    self.shape = shape
    var columns = shape.columns.map(\.name)
    if shape.name == .header, !columns.contains("UASC") { columns.append("UASC") }
    self.columns = columns
    isRepeated = columns.map { $0 == "SEX" || $0 == "DOB" }
    isPresent = isRepeated
    isNeeded = shape.name == .header || shape.name == .episodes || shape.name == .reviews
  }

  /// The tables of the header's own elements, as positions in `TableName.allCases`.
  static let flat = TableName.allCases.indices.filter { flatNames.contains(TableName.allCases[$0]) }

  /// The table of a group of elements: by the group's name, else by the columns that tell it.
  static func group(_ name: String, _ leaves: [XMLReturn.Leaf]) -> Int? {
    if let group = groups.first(where: { $0.name == name }) { return group.table }
    if leaves.isEmpty { return nil }
    return TableName.allCases.firstIndex { table in
      !flatNames.contains(table)
        && TableShape.of(table).telling.allSatisfy { told in
          leaves.contains { $0.name == told }
        }
    }
  }

  private static let flatNames: Set<TableName> = [.header, .uasc, .ad1, .oc3]
  private static let groups: [(name: String, table: Int?)] =
    [
      ("EPISODE", TableName.episodes), ("AMISSING", .missing), ("AREVIEW", .reviews),
      ("PERMANENCE", .previousPermanence), ("OC2", .oc2), ("AD_PLACED", .placedForAdoption),
    ].map { ($0, TableName.allCases.firstIndex(of: $1)) }

  /// The place of a column among `columns`.
  func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// Adds a row of elements, if they say anything for this table; false for one that should be a row and holds nothing
  /// whatever, not even a child.
  mutating func add(_ leaves: [XMLReturn.Leaf], _ child: XMLChild) -> Bool {
    var values = [String](repeating: "", count: columns.count)
    var isFilled = false
    for leaf in leaves.reversed() {
      guard let column = column(leaf.name) else { continue }
      isPresent[column] = true
      values[column] = leaf.value
      if !leaf.value.isEmpty, !isRepeated[column] { isFilled = true }
    }
    let saysUASC = shape.name == .uasc && leaves.contains { $0.name == "UASC" && $0.value == "1" }
    guard isFilled || saysUASC || isNeeded else { return true }
    for (column, name) in columns.enumerated() where isRepeated[column] {
      values[column] = name == "SEX" ? child.sex : child.birth
    }
    // A line without any value is not a row of a CSV file.
    guard !child.id.isEmpty || values.contains(where: { !$0.isEmpty }) else { return false }
    append(child.id)
    for value in values { append(value) }
    rows += 1
    return true
  }

  private mutating func append(_ value: String) {
    cells.append(contentsOf: value.utf8)
    ends.append(UInt32(clamping: cells.count))
  }

  /// The table as CSV: CHILD and the columns present, then a line for each row, so that row n stands on line n + 1.
  var csv: [UInt8] {
    let present = columns.indices.filter { isPresent[$0] }
    var out = Array((["CHILD"] + present.map { columns[$0] }).joined(separator: ",").utf8)
    out.append(0x0A)
    out.reserveCapacity(cells.count + ends.count + out.count)
    let width = columns.count + 1
    for row in 0..<rows {
      for cell in [0] + present.map({ $0 + 1 }) {
        if cell > 0 { out.append(UInt8(ascii: ",")) }
        let place = row * width + cell
        ReturnCSV.append(cells[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])], to: &out)
      }
      out.append(0x0A)
    }
    return out
  }

  /// A value without the white space around it, and without line breaks, which only lay the XML out.
  static func tidied(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 <= 0x20 }) else { return text }
    var bytes = text.utf8.map { $0 < 0x20 ? 0x20 : $0 }[...]
    bytes = bytes.drop { $0 == 0x20 }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What of a return's XML is in no table, by name and count, so that nothing is left out unseen.
struct XMLLeftOut {
  private var counts: [String: Int] = [:]
  /// Elements of names beyond those kept.
  private(set) var others = 0
  /// Elements that should be a row and hold nothing.
  var emptyRows = 0
  /// The most names kept: a return has none.
  private static let mostNames = 50

  mutating func add(_ name: String) {
    if counts[name] == nil, counts.count == XMLLeftOut.mostNames {
      others += 1
    } else {
      counts[name, default: 0] += 1
    }
  }

  /// How many elements are of no table.
  var count: Int { counts.values.reduce(others, +) }

  /// Their names and counts, the same for the same file.
  var words: String {
    var words = counts.sorted { $0.key < $1.key }.map { name, count in
      count == 1 ? String(name.prefix(80)) : "\(name.prefix(80)) (\(count) times)"
    }
    if others > 0 { words.append("\(others) others") }
    return words.joined(separator: ", ")
  }
}
