import Support
import Testing

/// The programme manager's tour, docs/plans.md, done as it is written.
struct PlansTourTests {
  private static let tour = Tour("docs/plans.md")

  @Test(arguments: ["Status", "Money", "Actions and risks"])
  func `every command of the tour of plans runs and says what the tour quotes`(_ title: String) throws {
    try Self.tour.walk(title)
  }

  @Test func `no part of the tour of plans is left out`() {
    #expect(Self.tour.parts.count == 3 && Self.tour.parts.flatMap(\.steps).count == 5)
  }
}
