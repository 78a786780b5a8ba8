import Care
import Support
import Testing
import Units

/// A day written in a test.
func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

/// An episode written in a test; the category is that of the standard book.
func episode(
  _ start: String, _ end: String?, _ reasonNew: Code, _ reasonCeased: Code = .empty, place: Code = "U4",
  provider: Code = "PR4", urn: Code = "SC001", child: Int32 = 0, category: Category? = nil,
  legalStatus: Code = "C2", need: Code = "N1", locality: Locality = .unknown
) throws -> Episode {
  let book = try CategoryBook.standard()
  return Episode(
    child: child, start: try day(start), end: try end.map(day), reasonNew: reasonNew,
    legalStatus: legalStatus,
    place: place, provider: provider, urn: urn, reasonCeased: reasonCeased,
    category: category ?? book.category(place: place, provider: provider, in: nil).0, need: need,
    locality: locality)
}

/// The histories that episodes make; children born otherwise than on 6 May 2012 are named.
func histories(
  _ episodes: [Episode], asOf: String = "2025-03-31", births: [Int32: String] = [:], uasc: Set<Int32> = []
) throws -> CareHistories {
  let count = (episodes.map(\.child).max() ?? -1) + 1
  let birth = try day("2012-05-06")
  let children = try (0..<count).map {
    Child(
      id: try #require(ChildID("\($0)")), birth: try births[$0].map(day) ?? birth, isUASC: uasc.contains($0))
  }
  return CareHistories(
    children: children, episodes: episodes, respite: [], asReturned: episodes, asOf: try day(asOf),
    book: try .standard())
}

/// Random lives in care of many children, every start known, none after `asOf`.
func randomHistories(_ seed: UInt64, children: Int32, asOf: String = "2025-03-31") throws -> CareHistories {
  var draws = Draws { Seed(seed).words($0, 0, 0, 0) }
  let last = try day(asOf)
  let book = try CategoryBook.standard()
  let places: [(Code, Code)] = [("U4", "PR1"), ("U4", "PR4"), ("K2", "PR4"), ("P1", "PR0"), ("T1", "PR4")]
  let reasons: [Code] = ["L", "P", "T", "B", "U"]
  var episodes: [Episode] = []
  for child in 0..<children {
    var now = last - Int.random(in: 1...1500, using: &draws)
    var isFirst = true
    while now <= last {
      let next = now + Int.random(in: 1...250, using: &draws)
      let isOver = next > last
      let leaves = !isOver && Int.random(in: 0..<3, using: &draws) == 0
      let (place, provider) = places[Int.random(in: 0..<places.count, using: &draws)]
      episodes.append(
        Episode(
          child: child, start: now, end: isOver ? nil : next,
          reasonNew: isFirst ? "S" : reasons[Int.random(in: 0..<5, using: &draws)], legalStatus: "C2",
          place: place, provider: provider, urn: .empty,
          reasonCeased: isOver ? .empty : leaves ? "E4A" : "X1",
          category: book.category(place: place, provider: provider, in: nil).0,
          locality: Locality(
            distance: Int.random(in: 0..<4, using: &draws) == 0
              ? nil : Int.random(in: 0...400, using: &draws),
            isInside: [true, false, nil][Int.random(in: 0..<3, using: &draws)])))
      // Some come back on the very day they left.
      now = next + (leaves ? max(0, Int.random(in: -40...120, using: &draws)) : 0)
      isFirst = leaves
      if leaves, Bool.random(using: &draws) { break }
    }
  }
  return try histories(episodes, asOf: asOf)
}
