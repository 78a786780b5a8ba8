import Places
import Units

/// Where a child is placed, as the collection derives it from the postcodes of home and placement.
public struct Whereabouts: Sendable {
  /// Whether the directory has the postcode of the home and of the placement.
  public let isHomeKnown: Bool, isPlacementKnown: Bool
  /// Miles between them, in tenths; nil where either is not known.
  public let distance: Int?
  /// The local authority of the placement: its position in `Locator.areas`; nil where the postcode is not known.
  public let area: Int?

  /// Nothing is known.
  static let unknown = Whereabouts(isHomeKnown: false, isPlacementKnown: false, distance: nil, area: nil)
}

/// Finds where episodes are, by a postcode directory, each postcode looked up once in a row.
struct Locator {
  private let directory: PostcodeDirectory
  /// The authorities met: the one responsible for children, or SCO, NIR, WAL for the other countries, as the
  /// collection has it.
  private(set) var areas: [String] = []
  private var numbers: [String: Int] = [:]
  private var known: [Code: PostcodeDirectory.Place?] = [:]

  init(_ directory: PostcodeDirectory) { self.directory = directory }

  mutating func find(home: Code, placement: Code) -> Whereabouts {
    let (from, to) = (place(home), place(placement))
    return Whereabouts(
      isHomeKnown: from != nil, isPlacementKnown: to != nil,
      distance: from.flatMap { from in to.flatMap { from.miles(to: $0) } }.map { Int(($0 * 10).rounded()) },
      area: to.flatMap { area($0.authority) })
  }

  private mutating func place(_ postcode: Code) -> PostcodeDirectory.Place? {
    guard !postcode.isEmpty else { return nil }
    if let found = known[postcode] { return found }
    let place = directory.place(of: postcode)
    known[postcode] = .some(place)
    return place
  }

  private mutating func area(_ authority: String) -> Int? {
    guard let letter = authority.first else { return nil }
    let area: String
    switch letter {
    case "S": area = "SCO"
    case "N": area = "NIR"
    case "W": area = "WAL"
    default: area = Counties.responsible(for: authority)
    }
    if let number = numbers[area] { return number }
    numbers[area] = areas.count
    areas.append(area)
    return areas.count - 1
  }
}
