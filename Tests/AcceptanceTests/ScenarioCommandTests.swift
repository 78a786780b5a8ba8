import Foundation
import Support
import Testing

/// `homeward scenario`, as its user runs it.
struct ScenarioCommandTests {
  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `the template is printed, checked without a warning, and told in plain words`() throws {
    let template = try Program.run(["scenario", "template"])
    #expect(template.code == 0 && template.out.contains("kind: prevent_entry"))
    let folder = try TemporaryFolder(["plan.yaml": template.out])
    let check = try Program.run(["scenario", "check", folder.path + "/plan.yaml", "--as-of", "2026-03-31"])
    #expect(check.code == 0 && check.err.isEmpty)
    for words in [
      "Entries (aged 10 to 15 or 16 to 17; without unaccompanied asylum-seeking children): times 0.9.",
      "Keeps 20 % of those out of care who would enter it: children aged 10 to 17, in agency foster care or external children's home, without unaccompanied asylum-seeking children. At most 3 children a month.",
      "From 1 April 2027 until 1 April 2031, in full after 6 months.",
      "in 10 futures of 100 it has no effect at all; the effect, if any, lies from 10 % to 30 % eight times in ten.",
      "Costs £240,000.00 a year, £1,500.00 for each child and £30,000.00 once.",
      "Adds 10 places of in-house foster care for children aged 0 to 15",
      "Changes the fees of agency foster care by −3 %, on the nights of a month beyond 2,400.",
    ] {
      #expect(flat(check.out).contains(words), "\(words)")
    }
    for line in check.out.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    #expect(check.out.contains("\n    ") && !check.out.contains("\n  %"))
    #expect(!check.out.contains("To know:"))
  }

  @Test func `all problems are told at once with 65, a missing file with 66`() throws {
    let folder = try TemporaryFolder([
      "plan.yaml":
        "name: x\ninitiatives:\n  - id: a\n    kind: keep_stable\n    start: soon\n    share: 20\n    who: everyone\n"
    ])
    let check = try Program.run(["scenario", "check", folder.path + "/plan.yaml"])
    #expect(check.code == 65)
    #expect(check.out.hasPrefix("The scenario can't be used. 2 problems:\n  Line 5: "))
    #expect(
      flat(check.out).contains(
        "Line 6: “share” of initiative “a”: “20” could be 20 % or 20 times. Write 20 % if"))
    #expect(check.out.contains("To know:\n  Line 3: initiative “a” has no “evidence”"))
    #expect(try Program.run(["scenario", "check", folder.path + "/none.yaml"]).code == 66)
    #expect(try Program.run(["scenario", "check", "x", "--as-of", "soon"]).code == 64)
  }

  @Test func `the council's own categories are used, and the schema is JSON`() throws {
    let folder = try TemporaryFolder([
      "own.csv": "category,label,place,provider\nfoster,Foster care,U4,*\n",
      "plan.yaml": "name: x\nrates:\n  - event: entries\n    categories: foster\n    multiply: 0.5\n",
    ])
    let plan = folder.path + "/plan.yaml"
    #expect(try Program.run(["scenario", "check", plan]).code == 65)
    let check = try Program.run(["scenario", "check", plan, "--categories", folder.path + "/own.csv"])
    #expect(check.code == 0 && check.out.contains("Entries (in foster care): times 0.5."))
    let schema = try Program.run(["scenario", "schema"])
    #expect(schema.code == 0)
    #expect(try JSONSerialization.jsonObject(with: Data(schema.out.utf8)) is [String: Any])
  }
}
