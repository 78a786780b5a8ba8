import GRDB
import Operations
import Plans
import Units

/// Versions of savings plans, in a council's store.
struct PlanStore: PlanRepository {
  let file: StorePlace

  func statuses(of plan: String) throws(StoreError) -> [KeptStatus] {
    try file.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT asOf, item, status FROM planStatus JOIN planVersion ON planVersion.id = planStatus.version
          WHERE name = ? ORDER BY planVersion.id, item
          """, arguments: [plan]
      ).map { row in
        guard let on = CivilDay(row["asOf"] as String), let status = Status(rawValue: row["status"]) else {
          throw file.damaged("a plan's status can't be read")
        }
        return KeptStatus(on: on, item: row["item"], status: status)
      }
    }
  }

  func keep(_ plan: KeptPlan) throws(StoreError) -> Int {
    try file.write { database in
      try database.execute(
        sql: "INSERT INTO planVersion (name, keptAt, asOf, content) VALUES (?, ?, ?, ?)",
        arguments: [plan.name, plan.at, plan.status.asOf.description, plan.text])
      let id = database.lastInsertedRowID
      for (position, entry) in plan.status.ledger.enumerated() {
        try database.execute(
          sql: "INSERT INTO planPosting VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            id, position, entry.saving, entry.year.startYear, entry.amount.pence, entry.on.description,
            entry.reference, entry.confirmedBy,
          ])
      }
      for target in plan.status.targets { try keep(target, id, database) }
      for saving in plan.status.savings { try keep(saving, id, database) }
      return Int(id)
    }
  }

  private func keep(_ one: TargetStatus, _ id: Int64, _ database: Database) throws {
    for actual in one.evidence.actuals {
      try database.execute(
        sql: "INSERT OR REPLACE INTO planObservation VALUES (?, ?, ?, ?, ?)",
        arguments: [id, one.target.id, actual.on.description, actual.value, actual.source.rawValue])
    }
    try database.execute(
      sql: """
        INSERT INTO planStatus (version, kind, item, status, owner, chance) VALUES (?, 'target', ?, ?, ?, ?)
        """,
      arguments: [id, one.target.id, one.status.rawValue, one.target.owner, one.evidence.chance])
  }

  private func keep(_ one: SavingStatus, _ id: Int64, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO planStatus VALUES (?, 'saving', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        id, one.line.id, one.status.rawValue, one.year.startYear, one.planned.pence, one.line.owner,
        one.simulated?.chance, one.stated?.status.rawValue, one.stated?.by, one.stated?.why,
      ])
  }
}
