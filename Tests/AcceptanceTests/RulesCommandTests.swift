import Foundation
import Support
import Testing

/// `homeward rules`, as its user runs it.
struct RulesCommandTests {
  @Test func `the page of the documentation is what the program prints`() throws {
    let printed = try Program.run(["rules", "--markdown"])
    let page = try String(contentsOfFile: Project.folder + "/docs/rules.md", encoding: .utf8)
    #expect(
      printed.code == 0 && printed.out == page, "Write it anew: homeward rules --markdown > docs/rules.md")
  }

  @Test func `the list, one rule, one left out and one unknown`() throws {
    let list = try Program.run(["rules", "--year", "2026/27"])
    #expect(list.code == 0 && list.out.contains("501") && list.out.contains("Deprivation of liberty"))
    #expect(!(try Program.run(["rules", "--year", "2024/25"]).out.contains("Deprivation of liberty")))
    let one = try Program.run(["rules", "501"])
    #expect(one.code == 0 && one.out.contains("DECOM") && one.out.contains("What to do"))
    let left = try Program.run(["rules", "1008"])
    #expect(left.code == 64 && left.err.contains("is left out. It needs Ofsted's list"))
    #expect(!left.err.contains(".."))
    let unknown = try Program.run(["rules", "9999"])
    #expect(unknown.code == 64 && unknown.err.contains("There is no rule 9999."))
  }
}
