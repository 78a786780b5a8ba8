import Care
public import Places
import Units

/// Tells how far from home placements are and whether they are in the council's own area: by a postcode directory,
/// else by what the return itself says.
public struct LocalityFinder: Sendable {
  private var locator: Locator
  private let authority: String?
  private let columns: (home: Int, post: Int, area: Int, location: Int, distance: Int)

  /// A finder by a locator. `authority` is the council's own nine-character code, without which only PL_LOCATION
  /// tells what is in its area.
  public init(_ locator: Locator, authority: String?) {
    self.locator = locator
    self.authority = authority.map { Counties.responsible(for: $0.uppercased()) }
    let shape = TableShape.of(.episodes)
    func position(_ name: String) -> Int { shape.position(of: name) ?? 0 }
    columns = (
      home: position("HOME_POST"), post: position("PL_POST"), area: position("PL_LA"),
      location: position("PL_LOCATION"), distance: position("PL_DISTANCE")
    )
  }

  /// Where the placement of a row of episodes is.
  mutating func find(_ row: Int, of table: ReturnTable) -> Locality {
    let given = GivenPlace(
      area: table.text(row, columns.area).uppercased(), location: table.key(row, columns.location),
      distance: table.text(row, columns.distance))
    let found = locator.find(
      home: table.key(row, columns.home), post: table.key(row, columns.post), given: given)
    let isOwn = authority.flatMap { own in found.area.map { locator.areas[$0] == own } }
    return Locality(distance: found.distance, isInside: found.isInside ?? isOwn)
  }
}
