import GRDB

extension StorePlace {
  /// Columns of text that name children, each with the name of its place.
  private static let sealedColumns = [
    ("finding", "child", Place.finding), ("finding", "rowKey", Place.finding),
    ("closedMonthRow", "child", Place.closedMonth), ("loadTable", "content", Place.loadTable),
  ]

  /// The names of places: what is sealed for one can't be moved to another.
  enum Place {
    static let finding = "finding"
    static let closedMonth = "closedMonth"
    static let loadTable = "loadTable"
  }

  /// Seals what an earlier Homeward kept in clear, once, before the store has a key.
  func sealAll(_ database: Database) throws {
    database.add(
      function: DatabaseFunction("homewardSealed", argumentCount: 2, pure: false) { values in
        guard let text = String.fromDatabaseValue(values[0]), let place = String.fromDatabaseValue(values[1])
        else { return nil }
        return text.hasPrefix(StorePlace.mark) ? text : try sealed(text, at: place)
      })
    for (table, column, place) in StorePlace.sealedColumns {
      try database.execute(
        sql: "UPDATE \(table) SET \(column) = homewardSealed(\(column), ?) WHERE \(column) IS NOT NULL",
        arguments: [place])
    }
  }
}
