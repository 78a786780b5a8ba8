import Foundation
import Returns
import Support
import Testing
import Units

@testable import Rules

struct LikelyDuplicatesTests {
  private struct Child {
    let upn: String, home: String
    let episodes: [(start: Int, end: Int?)]

    /// Whether the two are likely one child, by comparing every episode with every other.
    func isLikely(_ other: Child) -> Bool {
      let (a, b) = (upn.hasPrefix("UN") ? nil : upn, other.upn.hasPrefix("UN") ? nil : other.upn)
      let isLikeness = a != nil && b != nil ? a == b : home == other.home
      return isLikeness
        && episodes.contains { x in
          other.episodes.contains { y in
            x.start < y.end ?? .max && y.start < x.end ?? .max && x.start != x.end && y.start != y.end
          }
        }
    }
  }

  @Test func `likely duplicates are those that comparing every two children finds`() throws {
    var total = 0
    for trial in 0..<40 {
      var draws = Draws { Seed(UInt64(trial)).words($0, 0, 0, 0) }
      func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &draws) }
      let children = (0..<12).map { _ in
        let starts = [below(300), 300 + below(40)].prefix(1 + below(2))
        return Child(
          upn: ["UN1", "A1", "A2", "A3"][below(4)], home: ["AB12CD", "AB12CE", "AB12CF"][below(3)],
          episodes: starts.enumerated().map { place, start in
            (start, place == 0 ? start + below(25) : below(2) == 0 ? nil : start + below(20))
          })
      }
      let expected = children.indices.filter { place in
        children.indices.contains { $0 != place && children[place].isLikely(children[$0]) }
      }
      total += expected.count
      #expect(try LikelyDuplicatesTests.found(children) == Set(expected.map(String.init)))
    }
    #expect(total > 50)
  }

  private static func found(_ children: [Child]) throws -> Set<String> {
    let first = CollectionYear(startYear: 2024).firstDay
    var header = "CHILD,SEX,DOB,UPN\n"
    var episodes = "CHILD,DECOM,DEC,HOME_POST\n"
    for (place, child) in children.enumerated() {
      header += "\(place),M,01/01/2010,\(child.upn)\n"
      for e in child.episodes {
        let end = e.end.map { (first + $0).slashed } ?? ""
        episodes += "\(place),\((first + e.start).slashed),\(end),\(child.home)\n"
      }
    }
    let folder = try TemporaryFolder(["header.csv": header, "episodes.csv": episodes])
    let collection = try Collection.find(
      in: ReturnsReader.read(at: folder.path), year: CollectionYear(startYear: 2024))
    return Set(LikelyDuplicates(collection).children.map { collection.returns.children[Int($0)].revealed })
  }
}
