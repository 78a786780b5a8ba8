import Costing
import GRDB
import Operations
import Units

/// Signed-off outturns, in a council's store.
struct OutturnStore: OutturnRepository {
  let file: StorePlace

  func months(of council: String, _ year: FinancialYear) throws(StoreError) -> [ClosedMonth] {
    try file.read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM closedMonth WHERE council = ? AND startYear = ? ORDER BY asOf, id",
        arguments: [council, year.startYear]
      ).map { try month($0, database) }
    }
  }

  func close(_ month: ClosedMonth) throws(StoreError) -> Bool {
    let snapshot = month.snapshot
    return try file.write { database in
      let isLocked = try Bool.fetchOne(
        database,
        sql:
          "SELECT EXISTS (SELECT 1 FROM closedMonth WHERE council = ? AND asOf = ? AND reopenedAt IS NULL)",
        arguments: [month.council, snapshot.asOf.description])
      guard isLocked != true else { return false }
      try database.execute(
        sql: """
          INSERT INTO closedMonth (
            council, startYear, asOf, leaversAndMoves, newStarts, adjustments, undriven, low, high,
            nextLastDay, nextCost, nextLow, nextHigh, closedAt, closedBy
          ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          month.council, snapshot.year.startYear, snapshot.asOf.description, snapshot.leaversAndMoves.pence,
          snapshot.newStarts.pence, snapshot.adjustments.pence, snapshot.undriven.pence,
          snapshot.range?.lowerBound, snapshot.range?.upperBound, snapshot.nextMonth?.lastDay.description,
          snapshot.nextMonth?.cost.pence, snapshot.nextMonth?.range.lowerBound,
          snapshot.nextMonth?.range.upperBound, month.closedAt, month.closedBy,
        ])
      let id = database.lastInsertedRowID
      let insert = try database.makeStatement(
        sql: "INSERT INTO closedMonthRow VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
      for (position, row) in snapshot.rows.enumerated() {
        try insert.execute(arguments: [
          id, position, try file.sealed(row.child.revealed, at: StorePlace.Place.closedMonth),
          row.kind.rawValue,
          row.placement, row.weekly.pencePerWeek,
          row.incurredByMonth.map { String($0.pence) }.joined(separator: " "), row.nightsAhead,
          row.committed.pence,
        ])
      }
      return true
    }
  }

  func reopen(
    _ council: String, asOf: CivilDay, _ reopening: ClosedMonth.Reopening
  ) throws(StoreError) -> Bool {
    try file.write { database in
      try database.execute(
        sql: """
          UPDATE closedMonth SET reopenedAt = ?, reopenedBy = ?, reopenedFor = ?
          WHERE council = ? AND asOf = ? AND reopenedAt IS NULL
          """,
        arguments: [reopening.at, reopening.by, reopening.reason, council, asOf.description])
      return database.changesCount > 0
    }
  }

  private func month(_ row: Row, _ database: Database) throws -> ClosedMonth {
    let id: Int64 = row["id"]
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM closedMonthRow WHERE month = ? ORDER BY position", arguments: [id]
    ).map(snapshotRow)
    guard let asOf = CivilDay(row["asOf"] as String) else { throw file.damaged("a day can't be read") }
    let low: Int? = row["low"]
    let high: Int? = row["high"]
    var next: OutturnSnapshot.MonthExpected?
    if let text: String = row["nextLastDay"] {
      guard let lastDay = CivilDay(text) else { throw file.damaged("a day can't be read") }
      let (low, high): (Int, Int) = (row["nextLow"], row["nextHigh"])
      next = OutturnSnapshot.MonthExpected(
        lastDay: lastDay, cost: Money(pence: row["nextCost"]), range: min(low, high)...max(low, high))
    }
    let snapshot = OutturnSnapshot(
      year: FinancialYear(startYear: row["startYear"]), asOf: asOf, rows: rows,
      leaversAndMoves: Money(pence: row["leaversAndMoves"]), newStarts: Money(pence: row["newStarts"]),
      adjustments: Money(pence: row["adjustments"]), undriven: Money(pence: row["undriven"]),
      range: low.flatMap { low in high.map { min(low, $0)...max(low, $0) } }, nextMonth: next)
    var reopening: ClosedMonth.Reopening?
    if let at: String = row["reopenedAt"] {
      reopening = ClosedMonth.Reopening(at: at, by: row["reopenedBy"], reason: row["reopenedFor"])
    }
    return ClosedMonth(
      council: row["council"], snapshot: snapshot, closedAt: row["closedAt"], closedBy: row["closedBy"],
      reopening: reopening)
  }

  private func snapshotRow(_ row: Row) throws -> OutturnSnapshot.Row {
    guard let child = ChildID(try file.opened(row["child"], at: StorePlace.Place.closedMonth)),
      let kind = FeeKind(rawValue: row["kind"])
    else {
      throw file.damaged("a row of a closed month can't be read")
    }
    let incurred = (row["incurred"] as String).split(separator: " ").compactMap { Int($0) }
    guard incurred.count == 12 else { throw file.damaged("a row of a closed month has no twelve months") }
    return OutturnSnapshot.Row(
      child: child, kind: kind, placement: row["placement"],
      weekly: WeeklyRate(pencePerWeek: row["pencePerWeek"]),
      incurredByMonth: incurred.map { Money(pence: $0) }, nightsAhead: row["nightsAhead"],
      committed: Money(pence: row["committed"]))
  }
}
