import Papers
import Plans
import Testing
import Units

/// Days, scores, owners and sentences of papers.
struct WordingTests {
  private func read(_ text: String) -> PaperReading {
    #expect(QuoteLawTests.breach(text) == nil)
    return PaperReading.of(Paper(text))
  }

  private func amounts(_ sentence: String) -> (years: [String], asks: [String]) {
    let reading = read("Plan of 3 June 2026\n\nThe service has looked at it. \(sentence)\n")
    return (
      reading.plan.savings.flatMap { $0.years.map { "\($0.year) \($0.amount.pence / 100)" } },
      reading.findings.filter { $0.section == "savings" }.flatMap(\.asks)
    )
  }

  @Test(arguments: [
    ("Cabinet – 14 October 2025\n\n2.2 Grant ends on 31 March 2027 and is not a saving.\n", "2025-10-14"),
    ("Edge of Care\nDate: 12/01/2026 Author: Office\nBy 31 March 2028, the number falls.\n", "2026-01-12"),
    ("Report of 3 November 2025\nItem\tWhen\nHome opens\t1 May 2026\n", "2025-11-03"),
  ])
  func `the paper's day is one it gives itself, not one it speaks of`(text: String, day: String) {
    #expect(read(text).plan.written?.description == day)
  }

  @Test func `several days in the headings are asked about`() {
    let reading = read("Cabinet 14 October 2025\nScrutiny 3 November 2025\n")
    #expect(reading.finding("plan")?.confidence == .ask)
  }

  @Test(arguments: [
    "It will not save £300,000 in 2026/27.", "The cost of the saving programme is £70,000 in 2026/27.",
    "No saving of £50,000 was found.",
  ])
  func `what is denied or costs is no saving`(sentence: String) { #expect(amounts(sentence).years.isEmpty) }

  @Test(arguments: [
    "Although demand has not fallen, we will save £300,000 in 2026/27.",
    "It will save £300,000 in 2026/27 and £70,000 is invested.",
    "It will not only save £300,000 in 2026/27.",
  ])
  func `a denial or cost of something else leaves the saving`(sentence: String) {
    #expect(amounts(sentence).years == ["2026/27 300000"])
  }

  @Test(arguments: [
    "It will save £1,200,000 over four years to 2029/30.",
    "It saves between £100,000 and £150,000 in 2026/27.",
    "Savings of £4.85m over three years are proposed by 2028/29.",
  ])
  func `an amount of several years, or a range, is asked about and put into no year`(sentence: String) {
    let found = amounts(sentence)
    #expect(found.years.isEmpty && !found.asks.isEmpty)
  }

  @Test func `each amount has the year beside it`() {
    #expect(
      amounts("It will save £250k (2026/27) and £400k (2027/28).").years == [
        "2026/27 250000", "2027/28 400000",
      ])
    #expect(
      amounts("It avoids 18 stays at an average of £62,000, saving £1.116m a year from 2027/28.").years == [
        "2027/28 1116000"
      ])
  }

  @Test(arguments: [
    ("3 x 5 (15)", "3x5", 15), ("4x4=16", "4x4", 16), ("3 × 4", "3x4", nil), ("B2", "Bx2", nil),
  ])
  func `a score is read in each of its forms, before and after mitigation`(
    cell: String, score: String, rating: Int?
  ) {
    let reading = read(
      "Risk description\tInherent score (LxI)\tMitigation\tResidual score (LxI)\nProvider fails\t\(cell)\tChecks\t2 x 5 (10)\n"
    )
    let risk = reading.plan.risks.first
    #expect(risk?.inherent.map { "\($0.likelihood)x\($0.impact)" } == score)
    #expect(risk?.current == RiskScore(likelihood: "2", impact: "5"))
    if let rating { #expect(risk?.statedRating == rating) }
  }

  @Test(arguments: ["John Head", "Headley Green", "Jane Smith", "Head of Service Jane Doe", "Finance Page"])
  func `a person's name stays in the paper`(owner: String) {
    let reading = read("Milestone\tLead Officer\tDate\nPanel meets\t\(owner)\t30 November 2026\n")
    #expect(reading.plan.milestones.first?.owner == "Named in the paper, line 2")
    #expect(reading.findings.last?.confidence == .ask)
  }

  @Test(arguments: [
    "HR", "Head of Residential", "HR Business Partner", "Commissioning", "Head of Innovation",
  ])
  func `a role is taken as it stands`(owner: String) {
    let reading = read("Milestone\tLead Officer\tDate\nPanel meets\t\(owner)\t30 November 2026\n")
    #expect(reading.plan.milestones.first?.owner == owner)
  }

  @Test(arguments: [
    ("Q3 2026/27", "2026-12-31"), ("Quarter 1 2026/27", "2026-06-30"), ("2026/27", "2027-03-31"),
    ("Mar-27", "2027-03-31"), ("14.02.2026", "2026-02-14"), ("Autumn term 2026/27", nil),
  ])
  func `a quarter ends where it does, and words beside a year are kept`(cell: String, day: String?) {
    let reading = read(
      "Plan of 3 January 2026\n\nMilestone\tLead Officer\tDate\nPanel meets\tHR\t\(cell)\n")
    #expect(reading.plan.milestones.first?.due?.description == day)
    if day == nil { #expect(reading.plan.milestones.first?.dueWords == cell) }
  }

  @Test(arguments: [
    ("There are to be no more than 12 agency workers by March 2027.", "12.0 2027-03-31"),
    ("By 31 March 2028, the number of children in care should not exceed 410.", "410.0 2028-03-31"),
    ("We will reduce agency staff from 33 in September 2025 to 12 by 31 March 2027.", "12.0 2027-03-31"),
    ("Carers will increase by 20 to 140 by March 2028.", "140.0 2028-03-31"),
    ("Stability must reach 90% by March 2028.", "90.0 2028-03-31"),
  ])
  func `a sentence that sets a target is read`(sentence: String, point: String) {
    let plan = read("Plan of 3 June 2025\n\n\(sentence)\n").plan
    #expect(plan.targets.allSatisfy { $0.name.count > 5 })
    #expect(plan.targets.flatMap { $0.trajectory.map { "\($0.value) \($0.by)" } } == [point])
  }

  @Test func `a target of the past is none, and one without a name is asked about`() {
    #expect(
      read("Plan of 3 June 2025\n\nIn 2019 the target was 300 by March 2020.\n").plan.targets.isEmpty)
    let reading = read("Plan of 3 June 2025\n\nThe target is 300 by March 2027.\n")
    #expect(reading.findings.last?.asks.contains { $0.contains("What is counted?") } == true)
  }
}
