import Foundation
import Support
import Testing

/// `homeward plan`, as its user runs it.
struct PlanCommandTests {
  @Test func `the template is checked without a finding, shown, and written as a spreadsheet and back`()
    throws
  {
    let template = try Program.run(["plan", "template"])
    #expect(template.code == 0 && template.out.contains("savings:"))
    let folder = try TemporaryFolder(["plan.yaml": template.out])
    let check = try Program.run(["plan", "check", folder.path + "/plan.yaml"])
    #expect(check.code == 0 && check.out == "Nearer home: nothing found by 50 rules.\n")
    let show = try Program.run([
      "plan", "show", folder.path + "/plan.yaml", "--by", "owner", "--as-of", "2029-01-15",
    ])
    #expect(show.code == 0 && show.out.contains("overdue by 15") && show.out.contains("2027-01-28"))
    let rows = try Program.run(["plan", "show", folder.path + "/plan.yaml", "--csv", "--as-of", "2029-01-15"])
    #expect(
      rows.out.contains(
        "Foster carers of our own,Action,Thirty more fostering households,\"A campaign each quarter, and an offer to carers of agencies.\","
      ))
    let sheet = try Program.run(["plan", "convert", folder.path + "/plan.yaml", folder.path + "/plan.xlsx"])
    #expect(sheet.code == 0)
    let back = try Program.run(["plan", "convert", folder.path + "/plan.xlsx", folder.path + "/again.yaml"])
    #expect(back.code == 0)
    let again = try Program.run(["plan", "check", folder.path + "/again.yaml"])
    #expect(again.out == check.out)
  }

  @Test func `findings come with line, figures, remedy and pounds; as CSV and JSON too`() throws {
    let folder = try TemporaryFolder([
      "plan.yaml": """
      name: x
      savings:
        - id: a
          name: Families helped
          years: {2012/13: "1,008,525"}
          derivation: {volume: 25, price: "40,341", per: year, times: 1, is_maximum: yes}
      claims:
        - id: t
          name: Achieved
          stated: 144,000
          total: ["10,000", "18,000", "10,000", "20,000"]
      """
    ])
    let path = folder.path + "/plan.yaml"
    let check = try Program.run(["plan", "check", path])
    #expect(check.code == 0)
    #expect(
      check.out.contains(
        "Line 10: “Achieved” is stated as £144,000, and its parts come to £58,000: £86,000 missing."))
    #expect(check.out.contains("At stake: £86,000. [total-does-not-tie]"))
    #expect(check.out.contains("[everyone-succeeds]") && check.out.contains("[maximum-as-mean]"))
    let csv = try Program.run(["plan", "check", path, "--csv"])
    #expect(
      csv.out.hasPrefix(
        "place,severity,rule,item,finding,remedy,stake_pounds\nLine 10,contradiction,total-does-not-tie,t,"))
    let json = try Program.run(["plan", "check", path, "--json"])
    let document = try #require(JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
    let first = try #require((document["findings"] as? [[String: Any]])?.first)
    #expect(first["rule"] as? String == "total-does-not-tie" && first["stake_pence"] as? Double == 8_600_000)
  }

  @Test func `every rule is explained; what can't be read is 65, what isn't there 66`() throws {
    let rules = try Program.run(["plan", "check", "--rules"])
    #expect(rules.code == 0 && rules.out.contains("volume-above-peak: "))
    let folder = try TemporaryFolder(["plan.yaml": "nam: x\n"])
    let bad = try Program.run(["plan", "check", folder.path + "/plan.yaml"])
    #expect(bad.code == 65 && bad.err.contains("Line 1: “nam” is not a key of the plan. Is “name” meant?"))
    #expect(try Program.run(["plan", "show", folder.path + "/none.yaml"]).code == 66)
    let schema = try Program.run(["plan", "schema"])
    #expect(schema.code == 0 && schema.out.contains("\"title\" : \"Homeward plan\""))
  }
}
