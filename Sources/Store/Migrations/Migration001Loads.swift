extension Migration {
  static let loads = Migration(
    name: "001 loads",
    sql: """
      CREATE TABLE load (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        council TEXT NOT NULL CHECK (council <> ''),
        path TEXT NOT NULL,
        moment TEXT NOT NULL CHECK (
          moment GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'
        ),
        fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16),
        ruleBook TEXT NOT NULL,
        version TEXT NOT NULL CHECK (version <> ''),
        rowsRead INTEGER NOT NULL CHECK (rowsRead >= 0),
        rowsUsed INTEGER NOT NULL CHECK (rowsUsed >= 0),
        rowsSetAside INTEGER NOT NULL CHECK (rowsSetAside >= 0),
        CHECK (rowsRead = rowsUsed + rowsSetAside)
      ) STRICT;

      CREATE TABLE loadFile (
        load INTEGER NOT NULL REFERENCES load (id) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        name TEXT NOT NULL CHECK (name <> ''),
        tableName TEXT NOT NULL CHECK (tableName <> ''),
        startYear INTEGER CHECK (startYear BETWEEN 1 AND 9998),
        rows INTEGER NOT NULL CHECK (rows >= 0),
        fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16),
        PRIMARY KEY (load, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE loadTable (
        load INTEGER NOT NULL,
        position INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (load, position),
        FOREIGN KEY (load, position) REFERENCES loadFile (load, position) ON DELETE CASCADE
      ) STRICT;

      CREATE TABLE finding (
        load INTEGER NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 0),
        rule TEXT NOT NULL CHECK (rule <> ''),
        severity TEXT NOT NULL CHECK (severity <> ''),
        tableName TEXT NOT NULL CHECK (tableName <> ''),
        startYear INTEGER CHECK (startYear BETWEEN 1 AND 9998),
        child TEXT CHECK (child <> ''),
        rowKey TEXT NOT NULL,
        columns TEXT NOT NULL,
        position INTEGER NOT NULL,
        line INTEGER NOT NULL CHECK (line >= 1),
        PRIMARY KEY (load, number),
        FOREIGN KEY (load, position) REFERENCES loadFile (load, position) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
      """)
}
