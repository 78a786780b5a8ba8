import Operations
import Papers
import Plans
import Support
import Testing
import Units

/// Plans proposed from papers, as files.
struct PaperPlanTests {
  private static let paper = """
    Recovery plan, 3 June 2026

    Target (PI) and timescale\tTarget saving 2026/27 £k\tActions
    Objective 1: Fewer agency staff
    5 agency workers by March 2027\t95\t• Advertise each month • Pay on time each week
    \t(1,106)\t• Review the contract
    Total\t1,201\t

    Our “targets”: # children in care: a target of 345 by the end of 2026/27.
    """

  @Test func `the file reads as the plan, with the quote beside every figure`() throws {
    let found = try ReadPaper.read(Self.paper, path: "papers/recovery.docx")
    #expect(ReadPlan.yaml(found.plan) == ReadPlan.yaml(found.reading.plan))
    #expect(found.yaml.contains("  # years 2026/27: line 5 “95” under “£k” (line 3)\n"))
    #expect(found.yaml.contains("# ask: The row has no name"))
    #expect(found.plan.savings.map { $0.years.first?.amount.pence } == [9_500_000, 110_600_000])
    #expect(found.plan.actions.count == 3)
    #expect(found.plan.targets.contains { $0.last?.value == 345 })
  }

  @Test(arguments: [
    "Title:\t\nPlan 2026/27\n", "Plan of 3 June 2026\n\nRequirement\tCost £\n\t123\nStaff\t4\n",
  ])
  func `what has no name in the paper is a plan all the same`(paper: String) throws {
    _ = try ReadPaper.read(paper, path: "paper.txt")
  }

  @Test func `the summary says what was found and what to ask, and the checks follow`() throws {
    let found = try ReadPaper.read(Self.paper, path: "recovery.md")
    #expect(found.text.contains("Savings: 2 (1 sure, 1 to ask)"))
    #expect(found.text.contains("The plan as proposed, checked:"))
    #expect(try found.json().contains("\"confidence\" : \"ask\""))
  }

  @Test func `a file that is no paper is refused with what to do`() throws {
    let folder = try TemporaryFolder(["empty.txt": "12 34", "broken.pdf": "%PDF-1.4 nothing"])
    #expect(throws: OperationError.self) { try ReadPaper.run(folder.path + "/empty.txt") }
    #expect(throws: OperationError.self) { try ReadPaper.run(folder.path + "/broken.pdf") }
    #expect(throws: OperationError.self) { try ReadPaper.run(folder.path + "/missing.docx") }
  }
}
