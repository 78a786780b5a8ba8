import Rules
import Testing

struct LeftOutTests {
  @Test func `a rule is either run or left out, and named once`() {
    let codes = RuleBook.rules.map(\.code) + RuleBook.leftOut.map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  @Test func `every rule left out says what it is about and why`() {
    for rule in RuleBook.leftOut { #expect(!rule.subject.isEmpty && !rule.reason.isEmpty) }
  }
}
