extension Migration {
  /// Records of children that only named people may see. The child's number and the reason are sealed; `code` is made
  /// of the number with the key, so that a number given again is found without opening any.
  static let restrictions = Migration(
    name: "008 restrictions",
    sql: """
      CREATE TABLE restriction (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        code TEXT NOT NULL UNIQUE CHECK (length(code) = 64),
        sealed BLOB NOT NULL,
        addedBy TEXT NOT NULL,
        addedAt INTEGER NOT NULL,
        liftedAt INTEGER
      ) STRICT;

      CREATE TABLE restrictionNamed (
        restriction INTEGER NOT NULL REFERENCES restriction (id) ON DELETE CASCADE,
        account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        PRIMARY KEY (restriction, account)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX restrictionAccount ON restrictionNamed (account);
      """)
}
