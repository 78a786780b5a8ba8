import Care
import Testing
import Units

@testable import Forecasting

/// Children who come on one day are taken for families, and none is lost by it.
struct SiblingGroupTests {
  private func groups(_ days: [(day: String, children: Int)]) throws -> (SiblingGroups, ReferenceWindow, Int)
  {
    var entrants: [Entrant] = []
    for (text, count) in days {
      let day = try #require(CivilDay(text))
      entrants += Array(repeating: Entrant(day: day, legalStatus: "C1", need: "N1"), count: count)
    }
    let first = try #require(CivilDay("2023-03-31"))
    let window = try #require(ReferenceWindow(from: first, to: first.adding(months: 24)))
    return (SiblingGroups(entrants), window, entrants.count)
  }

  @Test(arguments: [[1, 2, 3], [6, 1, 1], [7, 13, 20], [100, 1, 40]])
  func `groups times their mean size are the children who came`(_ sizes: [Int]) throws {
    let days = ["2023-05-02", "2024-01-15", "2024-11-03"]
    let (groups, window, children) = try groups(Array(zip(days, sizes)).map { ($0, $1) })
    let number = groups.perMonth(window).reduce(0) { $0 + $1.groups }
    let mean = groups.sizes.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    #expect(abs(number * mean - Double(children)) < 1e-6 * Double(children))
  }
}
