import GRDB
import Operations

/// Mappings of finance tables, in a council's store.
struct MappingStore: MappingRepository {
  let file: StoreFile

  func mapping(of ledger: String) throws(StoreError) -> String? {
    try file.read { database in
      try String.fetchOne(
        database, sql: "SELECT yaml FROM columnMapping WHERE ledger = ?", arguments: [ledger])
    }
  }

  func keep(_ yaml: String, of ledger: String, moment: String) throws(StoreError) {
    try file.write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO columnMapping (ledger, yaml, savedAt) VALUES (?, ?, ?)",
        arguments: [ledger, yaml, moment])
    }
  }
}
