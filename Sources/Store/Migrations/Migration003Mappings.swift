extension Migration {
  static let mappings = Migration(
    name: "003 mappings",
    sql: """
      CREATE TABLE columnMapping (
        ledger TEXT PRIMARY KEY CHECK (ledger <> ''),
        yaml TEXT NOT NULL CHECK (yaml <> ''),
        savedAt TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      """)
}
