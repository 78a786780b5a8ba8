import Files

/// Why an XML file is not a return that can be read. No case holds any value of it.
enum XMLReturnError: Error, Equatable {
  /// It is not XML that can be read.
  case xml(XMLError)
  /// Its first element is not that of a return.
  case notAReturn(root: String)
  /// It is a return without a single row.
  case noRows
  /// A value longer than any of a return.
  case longValue(line: Int, limit: Int)
  /// It is made of elements that no return has.
  case foreign(line: Int)
  /// It unfolds to more rows than any return has.
  case tooLarge(limit: Int)
  /// A table has more rows than any return has.
  case tooManyRows

  /// What is wrong and what to do, to stand behind the file's name.
  var reason: String {
    switch self {
    case .xml(let error): error.description
    case .notAReturn(let root):
      "XML, but not a return: its first element is \(root.prefix(40)), not \(XMLReturn.root). Give the file exported for the SSDA903 collection"
    case .tooManyRows: TableReader.tooManyRows
    case .noRows: "XML of a return that holds no child"
    case .longValue(let line, let limit):
      "XML with a value of more than \(limit) bytes (line \(line)), as no return has. Check that this is a return"
    case .foreign(let line):
      "XML of elements that no return has (to line \(line)). Check that this is a return"
    case .tooLarge(let limit):
      "XML whose tables take more than \(limit / 1_000_000) MB, as no return's do. Check that this is a return"
    }
  }
}

/// A return's XML, turned into the text of one CSV file per table, so that both forms are read the same way.
///
/// An element that is empty or absent is an empty value; a column whose element is nowhere in the file is not in the
/// CSV either. CHILD holds a HEADER and EPISODEs; the header's own elements belong to four tables, and its groups to a
/// table each. Elements: Department for Education, SSDA903 XML schema.
struct XMLReturn {
  static let root = "EXPSSDA903"
  /// The longest value read, in bytes: a table keeps no more of one.
  static let longestValue = 4096
  /// The most values of one element that are read; a return has 26. Those beyond are counted.
  static let mostValues = 200
  /// The most groups of one header that are read; those beyond are counted.
  static let mostGroups = 10_000
  /// The most elements of unknown names that are passed over, the first 50 names apart.
  static let mostForeign = 1000
  /// The most memory that the rows may take, in bytes.
  static let mostBytes = 2_000_000_000

  /// The tables that have rows.
  private(set) var tables: [XMLTable] = []
  /// What of the file is in no table.
  private(set) var leftOut = XMLLeftOut()

  private var open: [Element] = []
  private var child = XMLChild()
  private var isInHeader = false
  private var size = 0
  /// The groups of the header being read: its child is known at its end only.
  private var groups: [(table: Int, leaves: [Leaf])] = []

  typealias Leaf = (name: String, value: String)

  /// An element that has begun and not ended.
  private struct Element {
    enum Kind { case root, child, header, other }
    let name: String
    let kind: Kind
    var text = ""
    var hasElements = false
    var leaves: [Leaf] = []
  }

  private init() { tables = TableName.allCases.map { XMLTable(shape: .of($0)) } }

  /// Reads a whole file, or none of it (bytes in whatever encoding they state).
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLReturnError) {
    self.init()
    let reader = try XMLReturn.attempt { () throws(XMLError) in try XMLReader(bytes) }
    while let event = try XMLReturn.attempt({ () throws(XMLError) in try reader.next() }) {
      switch event {
      case .start(let name): try begin(name)
      case .text(let text): try add(text, reader)
      case .end: try end()
      }
      if leftOut.others > XMLReturn.mostForeign { throw .foreign(line: reader.line) }
    }
    tables.removeAll { $0.rows == 0 }
    if tables.isEmpty { throw .noRows }
  }

  private static func attempt<R>(_ body: () throws(XMLError) -> R) throws(XMLReturnError) -> R {
    do { return try body() } catch { throw .xml(error) }
  }

  private mutating func begin(_ name: String) throws(XMLReturnError) {
    var kind = Element.Kind.other
    if let parent = open.last {
      if parent.kind == .root, name == "CHILD" { kind = .child }
      if parent.kind == .child, name == "HEADER" { kind = .header }
      open[open.count - 1].hasElements = true
    } else {
      guard name == XMLReturn.root else { throw .notAReturn(root: name) }
      kind = .root
    }
    if kind == .child { child = XMLChild() }
    if kind == .header { isInHeader = true }
    open.append(Element(name: name, kind: kind))
  }

  private mutating func add(_ text: String, _ reader: XMLReader) throws(XMLReturnError) {
    guard let last = open.indices.last else { return }
    open[last].text += text
    guard open[last].text.utf8.count <= XMLReturn.longestValue else {
      throw .longValue(line: reader.line, limit: XMLReturn.longestValue)
    }
  }

  private mutating func end() throws(XMLReturnError) {
    guard let element = open.popLast() else { return }
    let text = XMLTable.tidied(element.text)
    let group = element.kind == .other ? XMLTable.group(element.name, element.leaves) : nil
    let isLeaf = element.kind == .other && !element.hasElements && group == nil
    if !text.isEmpty, !isLeaf { leftOut.add("text in \(element.name)") }
    switch element.kind {
    case .header: try endHeader(element.leaves)
    case .root, .child: break
    case .other where isLeaf: endLeaf(element.name == "PL" ? "PLACE" : element.name, text)
    case .other: try endGroup(element, group)
    }
  }

  private mutating func endLeaf(_ name: String, _ value: String) {
    guard let parent = open.indices.last else { return }
    if open[parent].kind == .other || open[parent].kind == .header,
      open[parent].leaves.count < XMLReturn.mostValues
    {
      open[parent].leaves.append((name, value))
    } else {
      leftOut.add("\(open[parent].name)/\(name)")
    }
  }

  /// A group is one row of its table.
  private mutating func endGroup(_ element: Element, _ table: Int?) throws(XMLReturnError) {
    leaveUnknown(element.leaves, of: element.name) { [tables] name in
      table.map { tables[$0].column(name) != nil } ?? false
    }
    guard let table else { return }
    if !isInHeader {
      try add(element.leaves, to: table)
    } else if groups.count < XMLReturn.mostGroups {
      groups.append((table, element.leaves))
    } else {
      leftOut.add("\(element.name) beyond the first \(XMLReturn.mostGroups)")
    }
  }

  /// The header's own elements are a row of the header, and of the tables that hold one row for a child.
  private mutating func endHeader(_ leaves: [Leaf]) throws(XMLReturnError) {
    child = XMLChild(leaves)
    isInHeader = false
    for table in XMLTable.flat { try add(leaves, to: table) }
    for group in groups { try add(group.leaves, to: group.table) }
    groups.removeAll(keepingCapacity: true)
    leaveUnknown(leaves, of: "HEADER") { [tables] name in
      name == "CHILDID" || XMLTable.flat.contains { tables[$0].column(name) != nil }
    }
  }

  private mutating func add(_ leaves: [Leaf], to table: Int) throws(XMLReturnError) {
    size -= tables[table].size
    if !tables[table].add(leaves, child) { leftOut.emptyRows += 1 }
    size += tables[table].size
    if tables[table].rows > TableReader.mostRows { throw .tooManyRows }
    if size > XMLReturn.mostBytes { throw .tooLarge(limit: XMLReturn.mostBytes) }
  }

  /// Counts the elements among these that are of no column, or that stand there twice.
  private mutating func leaveUnknown(_ leaves: [Leaf], of parent: String, _ isKnown: (String) -> Bool) {
    for (place, leaf) in leaves.enumerated() {
      if !isKnown(leaf.name) {
        leftOut.add("\(parent)/\(leaf.name)")
      } else if leaves[..<place].contains(where: { $0.name == leaf.name }) {
        leftOut.add("a second \(leaf.name) in \(parent)")
      }
    }
  }
}
