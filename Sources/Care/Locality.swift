/// Where a placement is, as far as it is known.
public struct Locality: Sendable, Equatable {
  /// Miles from the home the child was first placed from, in tenths; nil where they are not known.
  public let distance: Int?
  /// Whether it is inside the council's own area; nil where that is not known.
  public let isInside: Bool?

  /// Nothing is known.
  public static let unknown = Locality(distance: nil, isInside: nil)

  /// Where a placement is: miles from home in tenths, and whether it is inside the council's own area.
  public init(distance: Int?, isInside: Bool?) {
    self.distance = distance
    self.isInside = isInside
  }

  /// Whether it is more than 20 miles from home; nil where the distance is not known.
  var isFar: Bool? { distance.map { $0 > 200 } }
}
