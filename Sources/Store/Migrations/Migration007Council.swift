extension Migration {
  /// People, what they did, the council's files and what is worked out from them. The audit and what it tells of are
  /// only added to: the file refuses to change or take out a line.
  static let council = Migration(
    name: "007 council",
    sql: """
      CREATE TABLE account (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        signInName TEXT NOT NULL UNIQUE CHECK (signInName <> ''),
        name TEXT NOT NULL,
        roles TEXT NOT NULL,
        isDisabled INTEGER NOT NULL DEFAULT 0 CHECK (isDisabled IN (0, 1)),
        password TEXT NOT NULL DEFAULT '',
        secondFactor BLOB,
        lastStep INTEGER NOT NULL DEFAULT 0,
        failures INTEGER NOT NULL DEFAULT 0,
        lockedUntil INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE session (
        digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
        account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        began INTEGER NOT NULL,
        seen INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX sessionAccount ON session (account);

      CREATE TABLE invitation (
        digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
        account INTEGER NOT NULL UNIQUE REFERENCES account (id) ON DELETE CASCADE,
        until INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE audit (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL CHECK (action <> ''),
        subject TEXT NOT NULL,
        detail TEXT NOT NULL,
        previous TEXT NOT NULL CHECK (length(previous) = 64),
        digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64)
      ) STRICT;
      CREATE TRIGGER auditStays BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
      CREATE TRIGGER auditIsKept BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
      -- REPLACE takes a line out without asking the triggers above.
      CREATE TRIGGER auditIsAddedTo BEFORE INSERT ON audit
      WHEN NEW.number IS NOT (SELECT COALESCE(max(number), 0) + 1 FROM audit)
      BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;

      CREATE TABLE document (
        id TEXT PRIMARY KEY CHECK (id <> ''),
        kind TEXT NOT NULL CHECK (kind <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        size INTEGER NOT NULL CHECK (size >= 0),
        digest TEXT NOT NULL CHECK (length(digest) = 64),
        addedBy TEXT NOT NULL,
        addedAt INTEGER NOT NULL,
        removedAt INTEGER,
        sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX documentKind ON document (kind, name) WHERE removedAt IS NULL;

      CREATE TABLE run (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind <> ''),
        options TEXT NOT NULL,
        inputs TEXT NOT NULL CHECK (length(inputs) = 64),
        version TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
        done INTEGER NOT NULL DEFAULT 0,
        total INTEGER NOT NULL DEFAULT 0,
        startedBy TEXT NOT NULL,
        startedAt INTEGER NOT NULL,
        endedAt INTEGER,
        failure TEXT NOT NULL DEFAULT '',
        resultDigest TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX runKind ON run (kind, id);

      CREATE TABLE runResult (
        run INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE,
        sealed BLOB NOT NULL
      ) STRICT;

      CREATE TABLE setting (
        name TEXT PRIMARY KEY CHECK (name <> ''),
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      """)
}
