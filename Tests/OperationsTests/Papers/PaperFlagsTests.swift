import Foundation
import Plans
import Testing

/// What is wrong in the five papers, and what the checks find of it. With HOMEWARD_PRINT=1 the table of
/// docs/methods/0014 is printed.
struct PaperFlagsTests {
  private static let isPrinting = ProcessInfo.processInfo.environment["HOMEWARD_PRINT"] != nil

  private static func isFound(_ flag: PaperFlag, _ findings: [PlanFinding]) -> Bool {
    findings.contains { $0.rule == flag.rule && $0.item == flag.item && $0.what.contains(flag.says) }
  }

  @Test(arguments: Paper.allCases) func `each flag of a paper that a rule should find is found`(
    _ paper: Paper
  )
    throws
  {
    let findings = PlanChecker.findings(in: try paper.plan())
    for flag in PaperFlag.all where flag.paper == paper && !flag.rule.isEmpty {
      let near = findings.filter { $0.item == flag.item }.map { "\($0.rule): \($0.what)" }
      #expect(
        Self.isFound(flag, findings), "\(flag.words): \(flag.rule) on “\(flag.item)” among \(near)")
    }
  }

  @Test func `at least nine of ten flags are found in each paper`() throws {
    var all = (found: 0, of: 0)
    for paper in Paper.allCases {
      let findings = PlanChecker.findings(in: try paper.plan())
      let flags = PaperFlag.all.filter { $0.paper == paper }
      let found = flags.filter { Self.isFound($0, findings) }
      all = (all.found + found.count, all.of + flags.count)
      #expect(found.count * 10 >= flags.count * 9, "\(paper.rawValue): \(found.count) of \(flags.count)")
      if Self.isPrinting {
        print("\(paper.rawValue): \(found.count) of \(flags.count) flags, \(findings.count) findings")
        for flag in flags {
          let mark = Self.isFound(flag, findings) ? flag.rule : "not found"
          print("  | \(flag.words) | \(mark) |")
        }
      }
    }
    #expect(all.found * 10 >= all.of * 9, "\(all.found) of \(all.of)")
    if Self.isPrinting { print("all: \(all.found) of \(all.of)") }
  }

  @Test func `no rule speaks of a paper or a council`() {
    let names = ["nottingham", "plymouth", "tyneside", "telford", "torbay", "wrekin", "devon"]
    for rule in PlanChecker.all {
      let text = "\(rule.id) \(rule.name) \(rule.why) \(rule.example)".lowercased()
      #expect(!names.contains { text.contains($0) }, "\(rule.id)")
    }
  }
}
