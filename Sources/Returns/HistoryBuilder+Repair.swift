import Care
import Units

extension HistoryBuilder {
  /// Whether a row can be part of a history; where it can't it is set aside.
  mutating func usable(_ row: EpisodeRow) -> Bool {
    guard let birth = births.birth(of: row.child) else { return false }
    if row.start > asOf {
      leave(
        row, "DECOM", row.start.slashed, .afterAsOf,
        "Nothing, if the as-of date \(asOf.slashed) is right: the episode is not yet counted.")
      return false
    }
    if birth > row.start {
      leave(
        row, "DECOM", row.start.slashed, .bornAfterStart,
        "Correct the date of birth (\(birth.slashed)) or DECOM.")
      return false
    }
    if let end = row.end, end < row.start {
      leave(row, "DEC", end.slashed, .endsBeforeStart, "Correct DEC, or DECOM (\(row.start.slashed)).")
      return false
    }
    if Age.birthday(18, bornOn: birth) <= row.start {
      leave(
        row, "DECOM", row.start.slashed, .adultAtStart,
        "Correct the date of birth (\(birth.slashed)) or DECOM; care ends at 18.")
      return false
    }
    return true
  }

  /// Sets aside the rows of every table whose child no header knows, with the identifier that was likely meant.
  mutating func setAsideOrphans() {
    let padded = paddedIdentifiers()
    for table in returns.tables where table.shape.name != .header {
      for row in 0..<table.rows where births.birth(of: table.child[row]) == nil {
        let id = returns.children[Int(table.child[row])]
        let written = id.revealed
        let meant = padded[plain(written)]
        returns.setAside.append(
          SetAside(
            file: table.file, line: Int(table.lines[row]), child: id, column: "CHILD", value: written,
            reason: .noHeaderRow,
            action: meant.map {
              "Is \($0) meant? Write the identifier as the header has it; Excel drops leading zeros."
            }
              ?? "Add the child's header row, or correct the identifier."))
      }
    }
  }

  /// Identifiers of header rows by their plain form.
  private func paddedIdentifiers() -> [String: String] {
    guard
      returns.tables.contains(where: { table in
        table.shape.name != .header && table.child.contains { births.birth(of: $0) == nil }
      })
    else { return [:] }
    var known: [String: String] = [:]
    for (number, id) in returns.children.enumerated() where births.birth(of: Int32(number)) != nil {
      known[plain(id.revealed)] = id.revealed
    }
    return known
  }

  /// An identifier without what spreadsheets and people change: leading zeros and small letters.
  private func plain(_ identifier: String) -> String {
    identifier.uppercased().drop { $0 == "0" }.description
  }

  /// One row for each child and start: the latest return's, and of two in one return the one that lasts.
  mutating func union(of rows: [EpisodeRow]) -> [EpisodeRow] {
    var kept: [EpisodeRow] = []
    kept.reserveCapacity(rows.count)
    for row in rows {
      guard let last = kept.last, last.child == row.child, last.start == row.start else {
        kept.append(row)
        continue
      }
      if last.rank < row.rank || last.table != row.table {
        superseded += 1
        kept[kept.count - 1] = follow(last, by: row)
      } else {
        kept[kept.count - 1] = settleSameDay(last, row)
      }
    }
    return kept
  }

  /// The row to follow of two files: the later return's; of two up to the same day the one with the later end, and of
  /// equal ends the one whose values come later in the alphabet, so that no order of files decides.
  private mutating func follow(_ a: EpisodeRow, by b: EpisodeRow) -> EpisodeRow {
    var kept = b
    if a.rank == b.rank, !returns.tables[a.table].isSameRow(a.row, b.row, of: returns.tables[b.table]) {
      find(.disagreement, b, "DECOM", b.start.slashed)
      if a.end == b.end, returns.tables[b.table].words(b.row) < returns.tables[a.table].words(a.row) {
        kept = a
      }
    }
    // What an episode without a night began, the one that follows it on the day goes on with.
    let code = returns.tables[a.table].code(a.row, columns.reasonNew)
    kept.startsCare =
      kept.startsCare || a.startsCare || (a.end == a.start && code == "S" && kept.end != kept.start)
    return kept
  }

  /// Two rows of one return start on the same day: an exact copy is dropped; else the one that lasts longer is kept.
  private mutating func settleSameDay(_ a: EpisodeRow, _ b: EpisodeRow) -> EpisodeRow {
    if a.end == b.end, returns.tables[a.table].isSameRow(a.row, b.row, of: returns.tables[b.table]) {
      leave(b, "DECOM", b.start.slashed, .repeatedRow, "Remove one of the two rows.")
      return a
    }
    // Rows come in order of end, an open end first.
    let keepFirst = a.end == nil
    var kept = keepFirst ? a : b
    let left = keepFirst ? b : a
    if left.end == left.start {
      find(.noNight, left, "DEC", left.end?.slashed ?? "")
      kept.startsCare =
        left.startsCare || returns.tables[left.table].code(left.row, columns.reasonNew) == "S"
      return superseding(kept)
    }
    leave(
      left, "DECOM", left.start.slashed, .sameDayEpisode,
      "Keep one episode from this day, or correct DECOM of the other.")
    return kept
  }

  /// Counts a row that another of the same day stands for.
  private mutating func superseding(_ kept: EpisodeRow) -> EpisodeRow {
    superseded += 1
    return kept
  }

  /// The end of each row after repair: never past the child's next start, the 18th birthday, or the return that no
  /// longer knows an open episode. A row that a later return corrected ends where it starts.
  mutating func repairedEnds(_ rows: [EpisodeRow]) -> [CivilDay?] {
    let whole = WholeReturns(returns, asOf: asOf)
    var ends = rows.map { row in row.end.flatMap { $0 > asOf ? nil : $0 } }
    var previous: Int?
    for index in rows.indices {
      let row = rows[index]
      if ends[index] == row.start {
        find(.noNight, row, "DEC", row.start.slashed)
        continue
      }
      // A closed episode that only a replaced extract has was corrected since.
      if row.end != nil, whole.replaced.contains(file(of: row)) {
        leaveOut(&ends[index], row)
        continue
      }
      if let before = previous, rows[before].child == row.child {
        if isCorrected(row, by: rows[before], until: ends[before], whole) {
          leaveOut(&ends[index], row)
          continue
        }
        if hasLaterStart(rows[before], row, whole) {
          leaveOut(&ends[before], rows[before])
        } else {
          cut(&ends[before], of: rows[before], at: row.start)
        }
      }
      previous = index
    }
    for index in rows.indices { closeIfOver(&ends[index], rows[index], whole) }
    return ends
  }

  /// Whether an open row is one that a later whole return gives an earlier start: that return no longer knows it, and
  /// has the child in care from before it.
  private func isCorrected(
    _ row: EpisodeRow, by before: EpisodeRow, until end: CivilDay?,
    _ whole: WholeReturns
  ) -> Bool {
    row.end == nil && before.rank > row.rank && (end ?? .distantFuture) > row.start
      && whole.closings[file(of: row)] != nil
  }

  /// Whether an open row's start was moved to a later day: a later whole return has the child start then, on a day
  /// that the older file would have known of, and knows the older start no more.
  private func hasLaterStart(
    _ row: EpisodeRow, _ next: EpisodeRow, _ whole: WholeReturns
  ) -> Bool {
    func starts(_ row: EpisodeRow) -> Bool {
      returns.tables[row.table].code(row.row, columns.reasonNew) == "S"
    }
    guard row.end == nil, next.rank > row.rank, starts(row), starts(next),
      let known = returns.files[file(of: row)].asOf, next.start <= known
    else { return false }
    return whole.closings[file(of: row)] != nil
  }

  private mutating func leaveOut(_ end: inout CivilDay?, _ row: EpisodeRow) {
    find(.corrected, row, "DECOM", row.start.slashed)
    end = row.start
  }

  private mutating func cut(_ end: inout CivilDay?, of row: EpisodeRow, at next: CivilDay) {
    guard (end ?? .distantFuture) > next else { return }
    find(
      end == nil ? .noEnd : .overlap, row, "DEC", end?.slashed ?? "",
      nights: end.map { $0.nights(to: next) } ?? 0)
    end = next
  }

  private mutating func closeIfOver(
    _ end: inout CivilDay?, _ row: EpisodeRow, _ whole: WholeReturns
  ) {
    if end == nil, let closing = whole.closings[file(of: row)] {
      find(closing.skipsYears ? .closedInGap : .lostOpen, row, "DEC", "")
      end = max(row.start, closing.day)
    } else if end == nil, whole.followed.contains(file(of: row)) {
      find(.notInExtract, row, "DEC", "")
    }
    guard let birth = births.birth(of: row.child) else { return }
    let eighteenth = Age.birthday(18, bornOn: birth)
    guard eighteenth <= asOf, (end ?? .distantFuture) > eighteenth else { return }
    find(
      .pastEighteenth, row, "DEC", end?.slashed ?? "", nights: end.map { $0.nights(to: eighteenth) } ?? 0)
    end = eighteenth
  }

  private func file(of row: EpisodeRow) -> Int { returns.tables[row.table].file }
}
