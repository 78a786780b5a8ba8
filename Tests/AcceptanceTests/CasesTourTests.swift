import Support
import Testing

/// The finance partner's tour, docs/cases.md, done as it is written.
struct CasesTourTests {
  private static let tour = Tour("docs/cases.md")

  @Test(arguments: ["Begin", "Read", "Doubt", "Simulate"])
  func `every command of the tour of cases runs and says what the tour quotes`(_ title: String) throws {
    try Self.tour.walk(title)
  }

  @Test func `no part of the tour of cases is left out, and each shows something`() {
    #expect(Self.tour.parts.count == 4 && Self.tour.parts.flatMap(\.steps).count >= 7)
    #expect(Self.tour.parts.flatMap(\.steps).filter { $0.quotes.isEmpty }.count <= 1)
  }
}
