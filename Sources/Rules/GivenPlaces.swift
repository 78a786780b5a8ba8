import Places
import Returns
import Units

/// What files of episodes say of where the placements are, in columns that few have.
struct GivenPlaces {
  /// By source: a reader of its columns; nil where it has none of them.
  private var readers: [RowReader?] = []
  private static let columns = ["PL_LA", "PL_LOCATION", "PL_DISTANCE"]

  init(_ sources: [(index: Int, table: ReturnTable)]) {
    for (index, table) in sources {
      while readers.count <= index { readers.append(nil) }
      let has = GivenPlaces.columns.contains { name in
        table.shape.position(of: name).map { table.hasColumn[$0] } ?? false
      }
      if has { readers[index] = RowReader(table, source: index, columns: GivenPlaces.columns) }
    }
  }

  /// What a row says.
  subscript(place: RowPlace) -> GivenPlace {
    guard var reader = readers[Int(place.source)] else { return GivenPlace() }
    reader.row = Int(place.row)
    return GivenPlace(area: reader.text(0), location: reader.code(1), distance: reader.text(2))
  }
}
