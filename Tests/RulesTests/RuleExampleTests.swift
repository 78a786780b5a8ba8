import Rules
import Testing

struct RuleExampleTests {
  @Test(arguments: RuleExamples.all)
  func `the rows that fail are found, and no others`(example: RuleExample) throws {
    let (wanted, found, outcome) = try example.result()
    #expect(outcome == .ran(failing: wanted.count))
    #expect(found == wanted)
  }

  @Test func `every rule has a row that fails and one that passes`() {
    let failing = Set(RuleExamples.all.filter(\.hasFailing).map(\.rule))
    let passing = Set(RuleExamples.all.filter(\.hasPassing).map(\.rule))
    let all = Set(RuleBook.rules.map(\.code))
    #expect(all.subtracting(failing) == [])
    #expect(all.subtracting(passing) == [])
  }
}
