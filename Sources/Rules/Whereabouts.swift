import Places
import Units

/// Where a child is placed, as the collection derives it from the postcodes of home and placement.
public struct Whereabouts: Sendable {
  /// Whether the directory has the postcode of the home and of the placement.
  public let isHomeKnown: Bool, isPlacementKnown: Bool
  /// Miles between them, in tenths; nil where either is not known.
  public let distance: Int?
  /// The local authority of the placement: its position in `Collection.areas`; nil where it is not known.
  public let area: Int?
  /// Whether the placement is in the council's own area, where the file says so; nil where it does not.
  let isInside: Bool?

  /// Nothing is known.
  static let unknown = Whereabouts(
    isHomeKnown: false, isPlacementKnown: false, distance: nil, area: nil, isInside: nil)
}

/// Where a placement is by the columns PL_LA, PL_LOCATION and PL_DISTANCE, which some systems export.
struct GivenPlace: Sendable {
  let area: String
  let location: Code
  let distance: String
}

/// Finds where episodes are: by a postcode directory, each postcode looked up once, else by what the file says.
struct Locator {
  private let directory: PostcodeDirectory?
  /// The authorities met: the one responsible for children, or SCO, NIR, WAL for the other countries, as the
  /// collection has it.
  private(set) var areas: [String] = []
  private var numbers: [String: Int] = [:]
  private var known: [Code: PostcodeDirectory.Place?] = [:]

  init(_ directory: PostcodeDirectory?) { self.directory = directory }

  mutating func find(_ row: EpisodeRow) -> Whereabouts {
    let (from, to) = (place(row.home), place(row.post))
    let miles = from.flatMap { from in to.flatMap { from.miles(to: $0) } } ?? Double(row.given.distance)
    let inside: Bool? = row.given.location.isEmpty ? nil : row.given.location == "IN"
    return Whereabouts(
      isHomeKnown: from != nil, isPlacementKnown: to != nil,
      distance: miles.flatMap { abs($0) < 100_000 ? Int(($0 * 10).rounded()) : nil },
      area: to.map { derived($0.authority) } ?? row.given.area, isInside: inside, in: &self)
  }

  private mutating func place(_ postcode: Code) -> PostcodeDirectory.Place? {
    guard let directory, !postcode.isEmpty else { return nil }
    if let found = known[postcode] { return found }
    let place = directory.place(of: postcode)
    known[postcode] = .some(place)
    return place
  }

  /// The area as the collection has it.
  private func derived(_ authority: String) -> String {
    switch authority.first {
    case "S": "SCO"
    case "N": "NIR"
    case "W": "WAL"
    default: Counties.responsible(for: authority)
    }
  }

  fileprivate mutating func number(of area: String) -> Int? {
    guard !area.isEmpty else { return nil }
    if let number = numbers[area] { return number }
    numbers[area] = areas.count
    areas.append(area)
    return areas.count - 1
  }
}

extension Whereabouts {
  fileprivate init(
    isHomeKnown: Bool, isPlacementKnown: Bool, distance: Int?, area: String, isInside: Bool?,
    in locator: inout Locator
  ) {
    self.init(
      isHomeKnown: isHomeKnown, isPlacementKnown: isPlacementKnown, distance: distance,
      area: locator.number(of: area), isInside: isInside)
  }
}
