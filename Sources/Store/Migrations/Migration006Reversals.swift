extension Migration {
  /// A posting that takes money back counts against a saving whoever confirmed it.
  static let reversals = Migration(
    name: "006 reversals",
    sql: """
      DROP TRIGGER planStatusBlueNeedsPostings;
      CREATE TRIGGER planStatusBlueNeedsPostings BEFORE INSERT ON planStatus WHEN NEW.status = 'blue'
      BEGIN
        SELECT RAISE(ABORT, 'blue needs postings confirmed by somebody other than the owner')
        WHERE NEW.plannedPence <= 0 OR NEW.owner = '' OR NEW.plannedPence > (
          SELECT COALESCE(SUM(pence), 0) FROM planPosting
          WHERE version = NEW.version AND saving = NEW.item AND startYear = NEW.startYear
            AND (pence < 0 OR (reference <> '' AND confirmedBy <> '' AND lower(confirmedBy) <> lower(NEW.owner)))
        );
      END;
      """)
}
