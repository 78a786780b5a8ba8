extension Migration {
  static let reference = Migration(
    name: "002 reference",
    sql: """
      CREATE TABLE referenceSource (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind <> ''),
        title TEXT NOT NULL,
        file TEXT NOT NULL,
        fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16),
        moment TEXT NOT NULL CHECK (
          moment GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'
        ),
        attribution TEXT NOT NULL CHECK (attribution <> ''),
        figures INTEGER NOT NULL CHECK (figures >= 0),
        firstYear INTEGER,
        lastYear INTEGER CHECK (lastYear >= firstYear),
        CHECK ((firstYear IS NULL) = (lastYear IS NULL))
      ) STRICT;
      CREATE INDEX referenceSourceKind ON referenceSource (kind);

      CREATE TABLE area (
        id INTEGER PRIMARY KEY,
        code TEXT UNIQUE CHECK (length(code) = 9),
        number TEXT UNIQUE CHECK (length(number) = 3),
        name TEXT NOT NULL CHECK (name <> ''),
        level TEXT NOT NULL CHECK (level IN ('N', 'R', 'L')),
        region TEXT CHECK (length(region) = 9),
        CHECK (code IS NOT NULL OR number IS NOT NULL)
      ) STRICT;

      CREATE TABLE formerCode (
        code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 9),
        area INTEGER NOT NULL REFERENCES area (id) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE series (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source INTEGER NOT NULL REFERENCES referenceSource (id) ON DELETE CASCADE,
        measure TEXT NOT NULL CHECK (measure <> ''),
        breakdown TEXT NOT NULL,
        unit TEXT NOT NULL CHECK (unit <> ''),
        UNIQUE (measure, source)
      ) STRICT;
      CREATE INDEX seriesSource ON series (source);

      CREATE TABLE figure (
        series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
        area INTEGER NOT NULL REFERENCES area (id),
        year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2201),
        value REAL,
        flag TEXT NOT NULL,
        PRIMARY KEY (series, area, year),
        CHECK ((value IS NULL) = (flag <> ''))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE neighbour (
        source INTEGER NOT NULL REFERENCES referenceSource (id) ON DELETE CASCADE,
        number TEXT NOT NULL CHECK (length(number) = 3),
        place INTEGER NOT NULL CHECK (place >= 1),
        neighbour TEXT NOT NULL CHECK (length(neighbour) = 3),
        PRIMARY KEY (source, number, place)
      ) STRICT, WITHOUT ROWID;
      """)
}
