import Returns
import Rules
import Testing

/// What the book says of its rules.
struct RuleBookTests {
  @Test(arguments: RuleBook.rules.map(\.code))
  func `a rule says in a sentence each what is wrong and what to do, and which columns are at fault`(
    code: String
  ) throws {
    let rule = try #require(RuleBook.rule(code.lowercased()))
    #expect(rule.code == code)
    for text in [rule.message, rule.action] {
      #expect(text.first?.isUppercase == true && text.hasSuffix(".") && !text.hasSuffix(".."), "\(text)")
      #expect(!text.contains { "[]\\\"|".contains($0) } && !text.contains("  "), "\(text)")
    }
    #expect(!rule.fields.isEmpty && Set(rule.fields).count == rule.fields.count)
  }

  @Test func `every column at fault is one of the return's`() {
    let known = Set(TableName.allCases.flatMap { TableShape.of($0).columns.map(\.name) } + ["CHILD"])
    for rule in RuleBook.rules { #expect(known.isSuperset(of: rule.fields), "\(rule.code)") }
  }

  @Test func `a rule's years lie within those of the code book`() {
    for rule in RuleBook.rules {
      #expect(RuleBook.everyYear.contains(rule.years.lowerBound), "\(rule.code)")
      #expect(RuleBook.everyYear.contains(rule.years.upperBound), "\(rule.code)")
    }
  }
}
