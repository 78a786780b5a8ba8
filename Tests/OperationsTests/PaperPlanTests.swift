import Foundation
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

  @Test(arguments: [
    ("empty.txt", [UInt8](), "it is empty"),
    ("locked.docx", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], "locked with a password"),
    ("cut.docx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "cut short"),
  ])
  func `a file that can't be read says what it is and what to do`(name: String, bytes: [UInt8], words: String)
    throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, Data(bytes))
    let error = #expect(throws: OperationError.self) { try ReadPaper.run(path) }
    #expect(error.map { "\($0)" }?.contains(words) == true)
  }

  @Test func `a long paper is a plan however long its file`() throws {
    let sentence = "Savings of £100,000 in 2025/26 will be made by the team. "
    let text = "Plan of 3 June 2025\n\n" + String(repeating: sentence, count: 1500)
    let found = try ReadPaper.read(text, path: "long.txt")
    #expect(found.plan.savings.count == 1500 && found.yaml.utf8.count > 256_000)
  }

  @Test func `a question asked of several items stands once, in lines that fit`() throws {
    let rows = (1...12).map { "Work number \($0) of the council\t\($0),000\n" }.joined()
    let found = try ReadPaper.read("Plan of 3 June 2026\n\nItem\tCost £\n" + rows, path: "paper.txt")
    let lines = found.text.split(separator: "\n").prefix { !$0.hasPrefix("The plan as proposed") }
    #expect(lines.count { $0.contains("The table says no year.") } == 1)
    #expect(lines.allSatisfy { $0.count <= 100 })
  }
}

/// What is no paper, but takes long to read as one.
struct LongPaperTests {
  private func time(_ text: String) throws -> (Duration, PaperPlan?) {
    let folder = try TemporaryFolder(["paper.txt": text])
    var plan: PaperPlan?
    let taken = ContinuousClock().measure {
      plan = try? ReadPaper.run(folder.path + "/paper.txt", limits: .shared)
    }
    return (taken, plan)
  }

  @Test func `a line without end is read in pieces, and more items than a plan has are refused`() throws {
    let endless = String(repeating: "£1,000 saved by 2026/27 and 345 children ", count: 400)
    let (taken, plan) = try time(endless)
    #expect(taken < .seconds(20) && plan?.plan.savings.count ?? 0 > 300)
    let folder = try TemporaryFolder(["paper.txt": String(repeating: endless, count: 8)])
    let error = #expect(throws: OperationError.self) {
      try ReadPaper.run(folder.path + "/paper.txt", limits: .shared)
    }
    #expect(error?.description.contains("more than a plan has") == true)
    let long = try TemporaryFolder(["paper.txt": String(repeating: endless, count: 30)])
    #expect(throws: OperationError.self) { try ReadPaper.run(long.path + "/paper.txt", limits: .shared) }
  }

  @Test func `a long line is broken at a space, other lines stay where they are`() throws {
    let line = String(repeating: "word ", count: 1_000)
    let (_, plan) = try time("Plan\r\n\r\nTarget: 345 children in care by 31 March 2027\r\n" + line)
    let quotes = plan?.reading.findings.flatMap { $0.evidence.map(\.quote) } ?? []
    #expect(quotes.contains { $0.line == 3 && $0.text == "345" })
  }
}
