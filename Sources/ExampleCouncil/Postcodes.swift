/// Postcodes of areas that do not exist, as no British postcode area begins with Q, and where they lie: Wrenfield, 15
/// miles by 12, and towns around it up to 90 miles off, on an island of their own in the middle of the North Sea.
enum Postcodes {
  private static let letters = Array("ABDEFGHJLNPQRSTUWXYZ")
  /// How many postcodes a district has at most.
  private static let units = 9 * letters.count * letters.count

  /// A family's home, always inside the council's area.
  static func home(_ number: Int) -> String { code("QW", 1 + number % 4, number / 4) }
  /// A carer's home or a residential home, inside the area or away from it.
  static func carer(_ number: Int, inside: Bool) -> String {
    inside
      ? code("QW", 5 + number % 5, number / 5)
      : code(number % 2 == 0 ? "QX" : "QV", 1 + number % 9, number / 9)
  }

  private static func code(_ area: String, _ district: Int, _ rest: Int) -> String {
    "\(area)\(district) \(1 + rest % 9)\(letters[rest / 9 % 20])\(letters[rest / 180 % 20])"
  }

  /// Metres on the National Grid of the middle of Wrenfield, far out at sea.
  private static let middle = (east: 700_000, north: 560_000)
  /// Middles of the districts 1 to 9, in kilometres from there: Wrenfield's fill its area, 24 km by 19 km; the others
  /// lie beyond it, most within 20 miles.
  private static let districts: [String: [(east: Int, north: Int)]] = [
    "QW": [(0, 0), (-8, 0), (8, 0), (0, 6), (0, -6), (-8, 6), (8, 6), (-8, -6), (8, -6)],
    "QX": [
      (17, 4), (-18, 3), (3, 17), (-5, -18), (20, -12), (-19, 15), (25, 14), (-24, -16), (12, 29),
    ],
    "QV": [
      (-30, 6), (4, -29), (33, -17), (-22, 38), (46, 27), (-58, -21), (14, 84), (-96, 42), (88, -92),
    ],
  ]
  /// Half the breadth and height of a district, in metres.
  private static let halves: [String: (east: Int, north: Int)] = [
    "QW": (east: 4000, north: 3500), "QX": (2500, 2500), "QV": (2500, 2500),
  ]
  /// Wrenfield's own code. No English unitary authority has a code from E06000990 on.
  static let wrenfield = "E06000999"
  /// The authorities of the districts around it, three each.
  private static let neighbours = [
    "QX": ["E06000991", "E06000992", "E06000993"], "QV": ["E06000994", "E06000995", "E06000996"],
  ]

  /// The list of postcodes that goes with the returns, in the columns of a postcode directory.
  static func file(_ postcodes: Set<String>) -> ExampleFile {
    let lines = postcodes.sorted().compactMap(line)
    return ExampleFile(
      path: "postcodes.csv",
      contents: (["pcd,laua,oseast1m,osnrth1m"] + lines).joined(separator: "\n") + "\n")
  }

  private static func line(_ postcode: String) -> String? {
    let characters = Array(postcode)
    let area = String(postcode.prefix(2))
    guard characters.count == 7, let district = characters[2].wholeNumberValue,
      let first = characters[4].wholeNumberValue,
      let second = letters.firstIndex(of: characters[5]), let third = letters.firstIndex(of: characters[6]),
      let centre = districts[area]?[district - 1], let half = halves[area]
    else { return nil }
    let unit = (first - 1) + 9 * (second + letters.count * third)
    // Multiples of primes that the number of units is not divisible by spread the postcodes over the district.
    let east = middle.east + centre.east * 1000 + spread(unit * 1367, over: half.east)
    let north = middle.north + centre.north * 1000 + spread(unit * 2221, over: half.north)
    let authority = neighbours[area]?[(district - 1) / 3] ?? wrenfield
    return "\(postcode),\(authority),\(east),\(north)"
  }

  private static func spread(_ position: Int, over half: Int) -> Int {
    position % units * 2 * half / units - half
  }
}
