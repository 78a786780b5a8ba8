import Foundation
import Support
import Testing

/// `homeward appraise` and `homeward case`, as their users run them.
struct AppraiseCommandTests {
  static let folder = Project.folder + "/Examples/cases"
  static let examples = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func appraise(_ name: String, _ arguments: String...) throws -> Program.Result {
    try Program.run(["appraise", Self.folder + "/\(name).yaml", "-q"] + arguments)
  }

  @Test(arguments: examples)
  func `every example is understood and appraised, 112 columns wide at most`(_ file: String) throws {
    let result = try Program.run(["appraise", Self.folder + "/" + file])
    #expect(result.code == 0 && result.err.isEmpty, "\(result.err)")
    for words in [
      "business case", "The options against business as usual", "Economic view", "Budget view",
      "Who pays and who gains", "What was assumed",
    ] {
      #expect(result.out.contains(words), "\(words)")
    }
    for line in result.out.split(separator: "\n") { #expect(line.count <= 112, "\(line)") }
    let checked = try Program.run(["case", "check", Self.folder + "/" + file])
    #expect(checked.code == 0 && checked.out.contains("year 0 is"))
  }

  @Test func `there is an example of every kind`() throws {
    let kinds = try Program.run(["case", "list"]).out.split(separator: "\n").compactMap {
      $0.split(separator: " ").first
    }
    let texts = try Self.examples.map { try String(contentsOfFile: Self.folder + "/" + $0, encoding: .utf8) }
    #expect(kinds.count == 9)
    for kind in kinds { #expect(texts.contains { $0.contains("kind: \(kind)\n") }, "\(kind)") }
  }

  @Test func `the first words on the families' case say what it costs, brings, is worth and hangs on`() throws
  {
    let out = flat(try appraise("intensive-family-support").out)
    for words in [
      "Spending £500,000 in 2011/12 is to bring £1,008,525 to the council in 2012/13 and £1,032,075 to others.",
      "In present value the council gains £474,420 by it, £1.95 for every pound spent.",
      "It pays for itself if 13 of 25 families succeed.",
      "None of it can close a gap in a budget", "With every gain 40 % lower: worth £84,652, ratio 1.169.",
      "£2,040,600, of which £1,008,525 (49.4 %) is the council's", "£500,000 £974,420 £474,420 1.949",
      "The most there can be stands where what is expected belongs",
    ] {
      #expect(out.contains(words), "\(words)")
    }
  }

  @Test func `the team's case shows its unallocated money and the day by which 40 must have left`() throws {
    let out = flat(try appraise("targeted-support-team").out)
    for words in [
      "Of £165,000 set aside £154,000 is costed: £11,000 is not allocated to anything.",
      "£36,000 a week, £1,872,000 in a year of 52 weeks", "255 days: £1,311,429 at most",
      "£655,714 if they leave evenly",
      "needs 1,111 child-weeks, 27.8 for each of the 40", "all 40 must be out by 17 November 2010: 17 weeks",
    ] {
      #expect(out.contains(words), "\(words)")
    }
  }

  @Test func `the traded bed and the three-year plan are held against their own claims`() throws {
    let bed = flat(try appraise("traded-places").out)
    for words in [
      "are 292 bed nights: £20,857", "are 336 bed nights, 92.1 % of the year: £24,000",
      "needs 350 bed nights",
      "only if a place costs £2,000 a week or less",
    ] {
      #expect(bed.contains(words), "\(words)")
    }
    let plan = flat(try appraise("diverting-children-from-care").out)
    for words in [
      "come to £2,400,000 a year by 2013/14", "Read as new in each year they would come to £4,440,000",
      "£760,000 in 2011/12, £520,000 in 2012/13, £1,120,000 in 2013/14", "pays for 25.0 places all year",
      "£3,900,000 may close a gap, £3,720,000 after the cost of delivery; £540,000 are avoided",
      "more than the 23 stated",
    ] {
      #expect(plan.contains(words), "\(words)")
    }
  }

  @Test(arguments: examples)
  func `the rows of the printed tables add up, and the columns across`(_ file: String) throws {
    let lines = try Program.run(["appraise", Self.folder + "/" + file]).out.split(separator: "\n")
    for row in try rows("Economic view", lines, adding: 3) { #expect(row[1] - row[0] == row[2], "\(row)") }
    for row in try rows("Budget view", lines, adding: 7) {
      #expect(row[0] + row[1] + row[2] == row[3] && row[3] - row[4] == row[5], "\(row)")
    }
  }

  /// The rows of a table in whole pounds, some of whose columns add up to its last row.
  private func rows(_ title: String, _ lines: [Substring], adding columns: Int) throws -> [[Int]] {
    let start = try #require(lines.firstIndex { $0.hasPrefix(title) })
    let table = lines[start...]
    let end = try #require(table.firstIndex { $0.hasPrefix("  All  ") })
    let years = table[...end].filter { $0.hasPrefix("  20") }.map { pounds($0) }
    let all = pounds(table[end])
    for column in 0..<columns {
      let sum = years.reduce(0) { $0 + $1[column] }
      #expect(!years.isEmpty && sum == all[column], "\(title), column \(column)")
    }
    return years + [all]
  }

  private func pounds(_ line: Substring) -> [Int] {
    line.components(separatedBy: "   ").compactMap { cell in
      let text = cell.trimmingCharacters(in: .whitespaces)
      guard text.contains("£") else { return nil }
      return Int(text.replacingOccurrences(of: "−", with: "-").filter { $0.isNumber || $0 == "-" })
    }
  }

  @Test func `CSV, JSON, XLSX and the page are written, and hold the figures`() throws {
    let folder = try TemporaryFolder()
    let files = ["csv", "xlsx", "html"].map { folder.path + "/case." + $0 }
    let result = try appraise(
      "intensive-family-support", "--json", "--csv", files[0], "--xlsx", files[1], "--html", files[2])
    #expect(result.code == 0, "\(result.err)")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    let options = try #require(document["options"] as? [[String: Any]])
    let council = try #require(options[0]["council"] as? [String: Any])
    #expect(
      options.count == 3 && council["npvPence"] as? Int == 47_442_029 && options[0]["breakEven"] as? Int == 13
    )
    let csv = try String(contentsOfFile: files[0], encoding: .utf8)
    #expect(csv.contains("As the paper counts it,economic_council,all,npv_pence,47442029\n"))
    #expect(csv.contains("economic_council,all,npv_gains_40_percent_lower_pence,8465217\n"))
    let sheet = try #require(FileManager.default.contents(atPath: files[1]))
    #expect(sheet.prefix(2) == Data("PK".utf8) && sheet.count > 5000)
    let page = try String(contentsOfFile: files[2], encoding: .utf8)
    #expect(page.contains("<h2>Budget view</h2>") && page.contains("What this case does not show"))
    #expect(!page.contains("keep the page from publication"))
  }

  @Test func `a case of five children says that its page is not for publication`() throws {
    let text = try Program.run(["case", "template", "step_down"]).out.replacing(
      "children: 8", with: "children: 5")
    let folder = try TemporaryFolder(["case.yaml": text])
    let result = try Program.run(["appraise", folder.path + "/case.yaml", "--html", folder.path + "/p.html"])
    #expect(result.code == 0)
    #expect(
      try String(contentsOfFile: folder.path + "/p.html", encoding: .utf8).contains(
        "keep the page from publication"))
  }

  @Test func `a benefit is simulated where there are returns, beside what is stated`() throws {
    let council = Project.folder + "/Examples/council"
    let runs = try ["1", "2"].map {
      try appraise("family-help-simulated", "--returns", council, "--futures", "60", "--threads", $0)
    }
    #expect(runs[0].code == 0 && runs[0].out == runs[1].out, "\(runs[0].err)")
    let out = flat(runs[0].out)
    for words in [
      "These are means of 60 simulated futures", "in eight of ten the gain lies between",
      "The target of £1,500,000 is met in",
      "With the unit saving as stated it would be worth",
      "as simulated in 60 futures (stated: 10 × £1,400 a week)",
    ] {
      #expect(out.contains(words), "\(words)")
    }
    let alone = flat(try appraise("family-help-simulated").out)
    #expect(!alone.contains("simulated futures") && alone.contains("10 × £1,400 a week"))
  }

  @Test func `what can't be used ends with its documented code and what to do`() throws {
    let folder = try TemporaryFolder([
      "bad.yaml":
        "kind: general\nname: x\nstart: 2026-04-01\nend: 2027-04-01\ncosts:\n  - {name: Team, amount: lots}\n",
      "model.yaml":
        "kind: general\nname: x\nstart: 2026-04-01\nend: 2027-04-01\nbenefits:\n  - name: y\n    from: {scenario: s.yaml, initiative: a}\n",
    ])
    let bad = try Program.run(["appraise", folder.path + "/bad.yaml"])
    #expect(
      bad.code == 65 && bad.out.isEmpty && bad.err.contains("Line 6, column 26: “amount” of cost “Team”"))
    #expect(try Program.run(["case", "check", folder.path + "/bad.yaml"]).code == 65)
    #expect(try Program.run(["appraise", folder.path + "/none.yaml"]).code == 66)
    let model = try Program.run(["appraise", folder.path + "/model.yaml"])
    #expect(model.code == 64 && model.err.contains("Add --returns FOLDER"))
    let unused = try appraise("section-17", "--returns", Project.folder + "/Examples/council")
    #expect(unused.code == 64 && unused.err.contains("would not be used"))
    #expect(try Program.run(["case", "template", "moon"]).code == 64)
    let own = folder.path + "/bad.yaml"
    #expect(try Program.run(["appraise", own, "--csv", own]).code == 64)
  }
}
