import Units

/// Settles each child's date of birth from the header rows of all years, and who is an unaccompanied
/// asylum-seeking child.
struct BirthFinder {
  private var births: [Int32]
  private var rank: [Int32]
  /// Whether each child is in any UASC table.
  private(set) var isUASC: [Bool]
  private let headers: [(table: Int, rank: Int32)]

  init(_ returns: ReturnSet) {
    let count = returns.children.count
    births = Array(repeating: ReturnTable.noDay, count: count)
    rank = Array(repeating: -1, count: count)
    isUASC = Array(repeating: false, count: count)
    for table in returns.tables where table.shape.name == .uasc {
      for child in table.child { isUASC[Int(child)] = true }
    }
    let tables = returns.tables.indices.filter { returns.tables[$0].shape.name == .header }
    headers = tables.map { table in
      (table, returns.files[returns.tables[table].file].asOf?.number ?? .min)
    }.sorted { a, b in
      a.rank == b.rank
        ? returns.files[returns.tables[a.table].file].name < returns.files[returns.tables[b.table].file].name
        : a.rank < b.rank
    }
  }

  /// The date of birth, nil where no header row gives one.
  func birth(of child: Int32) -> CivilDay? {
    births[Int(child)] == ReturnTable.noDay ? nil : CivilDay(number: births[Int(child)])
  }

  /// Goes through the header rows, earliest year first: the latest return's date of birth wins, and a change is a
  /// finding. Of two rows of one file an exact copy is set aside; where they disagree, the one that other years
  /// agree with is kept, else the first.
  mutating func settle(_ returns: inout ReturnSet, _ findings: inout [HistoryFinding]) {
    for header in headers {
      let table = returns.tables[header.table]
      guard let dob = table.shape.position(of: "DOB") else { continue }
      var rowOf = Array(repeating: Int32(-1), count: returns.children.count)
      for row in 0..<table.rows {
        let child = Int(table.child[row])
        if rowOf[child] >= 0 {
          rowOf[child] = Int32(settleTwice(Int(rowOf[child]), row, table, dob, &returns))
          continue
        }
        rowOf[child] = Int32(row)
        let birth = table.dayNumber(row, dob)
        if births[child] != ReturnTable.noDay, births[child] != birth {
          findings.append(
            HistoryFinding(
              kind: .birthChanged, file: table.file, line: Int(table.lines[row]),
              child: returns.children[child], column: "DOB", value: CivilDay(number: birth).slashed, nights: 0
            ))
          previous[Int32(child)] = births[child]
        }
        births[child] = birth
      }
    }
  }

  /// What earlier returns gave, for the children whose date of birth changed.
  private var previous: [Int32: Int32] = [:]

  /// Sets aside one of two header rows of a child; the row kept.
  private mutating func settleTwice(
    _ first: Int, _ second: Int, _ table: ReturnTable, _ dob: Int, _ returns: inout ReturnSet
  ) -> Int {
    let child = table.child[second]
    let (a, b) = (table.dayNumber(first, dob), table.dayNumber(second, dob))
    guard a != b else {
      let isCopy = table.isSameRow(first, second)
      leave(
        second, table, dob, isCopy ? .repeatedRow : .conflictingHeader,
        isCopy ? "Remove one of the two rows." : "Keep one header row for the child and remove the other.",
        &returns)
      return first
    }
    let keepSecond = previous[child] == b
    if keepSecond { births[Int(child)] = b }
    leave(
      keepSecond ? first : second, table, dob, .conflictingHeader,
      "Keep the row with the right date of birth and remove the other.", &returns)
    return keepSecond ? second : first
  }

  private func leave(
    _ row: Int, _ table: ReturnTable, _ dob: Int, _ reason: SetAside.Reason, _ action: String,
    _ returns: inout ReturnSet
  ) {
    returns.setAside.append(
      SetAside(
        file: table.file, line: Int(table.lines[row]), child: returns.children[Int(table.child[row])],
        column: "DOB", value: CivilDay(number: table.dayNumber(row, dob)).slashed, reason: reason,
        action: action))
  }
}
