extension Migration {
  static let outturns = Migration(
    name: "004 outturns",
    sql: """
      CREATE TABLE closedMonth (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        council TEXT NOT NULL CHECK (council <> ''),
        startYear INTEGER NOT NULL CHECK (startYear BETWEEN 1 AND 9998),
        asOf TEXT NOT NULL CHECK (asOf GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        leaversAndMoves INTEGER NOT NULL,
        newStarts INTEGER NOT NULL,
        adjustments INTEGER NOT NULL,
        undriven INTEGER NOT NULL,
        low INTEGER,
        high INTEGER CHECK ((low IS NULL) = (high IS NULL) AND (low IS NULL OR low <= high)),
        nextLastDay TEXT,
        nextCost INTEGER CHECK ((nextLastDay IS NULL) = (nextCost IS NULL)),
        nextLow INTEGER CHECK ((nextLastDay IS NULL) = (nextLow IS NULL)),
        nextHigh INTEGER CHECK ((nextLastDay IS NULL) = (nextHigh IS NULL)),
        closedAt TEXT NOT NULL,
        closedBy TEXT NOT NULL CHECK (closedBy <> ''),
        reopenedAt TEXT,
        reopenedBy TEXT CHECK ((reopenedAt IS NULL) = (reopenedBy IS NULL) AND reopenedBy <> ''),
        reopenedFor TEXT CHECK ((reopenedAt IS NULL) = (reopenedFor IS NULL) AND reopenedFor <> '')
      ) STRICT;

      CREATE UNIQUE INDEX closedMonthLocked ON closedMonth (council, asOf) WHERE reopenedAt IS NULL;

      CREATE TABLE closedMonthRow (
        month INTEGER NOT NULL REFERENCES closedMonth (id) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        child TEXT NOT NULL CHECK (child <> ''),
        kind TEXT NOT NULL CHECK (kind <> ''),
        placement TEXT NOT NULL,
        pencePerWeek INTEGER NOT NULL,
        incurred TEXT NOT NULL CHECK (incurred <> ''),
        nightsAhead INTEGER NOT NULL CHECK (nightsAhead >= 0),
        committed INTEGER NOT NULL,
        PRIMARY KEY (month, position)
      ) STRICT, WITHOUT ROWID;
      """)
}
