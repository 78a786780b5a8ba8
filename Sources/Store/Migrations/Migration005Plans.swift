extension Migration {
  /// Versions of plans are only added. A saving can be blue in the file only beside postings of its own version, confirmed
  /// by somebody else, that come to what was planned: the file refuses any other.
  static let plans = Migration(
    name: "005 plans",
    sql: """
      CREATE TABLE planVersion (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (name <> ''),
        keptAt TEXT NOT NULL CHECK (keptAt <> ''),
        asOf TEXT NOT NULL CHECK (asOf GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        content TEXT NOT NULL
      ) STRICT;
      CREATE INDEX planVersionName ON planVersion (name, id);

      CREATE TABLE planPosting (
        version INTEGER NOT NULL REFERENCES planVersion (id),
        position INTEGER NOT NULL CHECK (position >= 0),
        saving TEXT NOT NULL CHECK (saving <> ''),
        startYear INTEGER NOT NULL CHECK (startYear BETWEEN 1 AND 9998),
        pence INTEGER NOT NULL,
        postedOn TEXT NOT NULL CHECK (postedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        reference TEXT NOT NULL,
        confirmedBy TEXT NOT NULL,
        PRIMARY KEY (version, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE planObservation (
        version INTEGER NOT NULL REFERENCES planVersion (id),
        target TEXT NOT NULL CHECK (target <> ''),
        observedOn TEXT NOT NULL,
        value REAL NOT NULL,
        source TEXT NOT NULL CHECK (source IN ('returns', 'ledger', 'stated')),
        PRIMARY KEY (version, target, observedOn)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE planStatus (
        version INTEGER NOT NULL REFERENCES planVersion (id),
        kind TEXT NOT NULL CHECK (kind IN ('target', 'saving')),
        item TEXT NOT NULL CHECK (item <> ''),
        status TEXT NOT NULL CHECK (status IN ('blue', 'green', 'amber', 'red', 'unknown')),
        startYear INTEGER,
        plannedPence INTEGER,
        owner TEXT NOT NULL,
        chance REAL CHECK (chance BETWEEN 0 AND 1),
        stated TEXT CHECK (stated IN ('blue', 'green', 'amber', 'red', 'unknown')),
        statedBy TEXT,
        statedWhy TEXT,
        PRIMARY KEY (version, kind, item),
        CHECK (kind = 'saving' OR status <> 'blue'),
        CHECK ((kind = 'saving') = (plannedPence IS NOT NULL))
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER planStatusBlueNeedsPostings BEFORE INSERT ON planStatus WHEN NEW.status = 'blue'
      BEGIN
        SELECT RAISE(ABORT, 'blue needs postings confirmed by somebody other than the owner')
        WHERE NEW.plannedPence <= 0 OR NEW.owner = '' OR NEW.plannedPence > (
          SELECT COALESCE(SUM(pence), 0) FROM planPosting
          WHERE version = NEW.version AND saving = NEW.item AND startYear = NEW.startYear
            AND reference <> '' AND confirmedBy <> '' AND lower(confirmedBy) <> lower(NEW.owner)
        );
      END;

      CREATE TRIGGER planStatusStays BEFORE UPDATE ON planStatus
      BEGIN SELECT RAISE(ABORT, 'a status that was kept is never changed'); END;
      CREATE TRIGGER planPostingStays BEFORE UPDATE ON planPosting
      BEGIN SELECT RAISE(ABORT, 'a posting that was kept is never changed'); END;
      CREATE TRIGGER planVersionStays BEFORE UPDATE ON planVersion
      BEGIN SELECT RAISE(ABORT, 'a version that was kept is never changed'); END;
      """)
}
