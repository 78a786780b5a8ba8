import Foundation
import BusinessCases

/// An example of each kind of case, made from its questions, so that none is ever missing.
enum CaseTemplateText {
  static func text(_ kind: CaseKind) -> String {
    let template = kind.template
    var out = """
      # A business case for Homeward: \(template.title.lowercased()), where \(template.purpose).
      # Every figure here is invented: put your own in, and take out what you don't need. Then ask what was understood:
      #
      #   homeward case check my-case.yaml
      #   homeward appraise my-case.yaml
      #
      # Shares are written as 20 % or 0.2, money in pounds, days as 2027-04-01 or 01/04/2027. A figure that may turn out
      # otherwise can be written as {value: 25, low: 15, high: 30}. What stands after a # is not read.

      kind: \(kind.rawValue)
      name: An example
      # The days the case covers. The financial year of the first is year 0; the end is the first day no longer covered.
      start: 2027-04-01
      end: 2030-04-01
      # How much prices rise in a year, for the budget view.
      inflation: 2 %
      # The time before: without it nobody can tell later what was saved.
      baseline:
        day: 2027-03-31
        # What was spent in a year, what a place cost a week, and the most places there were: checked against each other.
        spend: 2,600,000
        weekly: 5,000
        peak: 11


      """
    if !template.allQuestions.isEmpty {
      out += "answers:\n" + template.questions.map(asked).joined()
      out +=
        "  # Of what is saved, what may be counted on. Leave out what you don't know: the report will say so.\n"
      out += template.allQuestions.filter { question in
        !template.questions.contains { $0.key == question.key }
      }.map(asked).joined()
      out += "\n"
    }
    return out + lines(isGeneral: kind == .general)
  }

  private static func asked(_ question: Question) -> String {
    let note = question.isRequired ? "" : " (may be left out)"
    let words = question.words.prefix(1).uppercased() + question.words.dropFirst()
    // A plan of dated leavers stands in place of an even pace.
    let mark = question.key == "leaves" ? "# " : ""
    return "  # \(words)\(note)\n  \(mark)\(question.key): \(example(question))\n"
  }

  private static func lines(isGeneral: Bool) -> String {
    let costs = """
      # What it costs to deliver, line by line: once, or for each night, week or year.
      costs:
        - name: Set-up
          amount: 30,000
          paid_by: council
        - name: Staffing
          amount: 180,000
          per: year
          # Several payers, by amounts or percentages.
          paid_by: {council: 75 %, health: 25 %}
          evidence: 2

      """
    let benefits = """
      # What it brings, line by line. saving is one of: \(BenefitKind.allCases.map(\.rawValue).joined(separator: ", ")).
      # Only the first three may close a gap in a budget.
      benefits:
        - name: Children who go home sooner
          quantity: {value: 12, low: 6, high: 15}
          amount: 900
          per: week
          start: 2027-10-01
          all_by: 2028-04-01
          saving: avoided
          success: 60 %
          evidence: 4
          gains: council
        # Or pounds by year, which are new in each (incremental) or all of each (cumulative).
        - name: A dearer contract ended
          by_year:
            2027/28: 40,000
            2028/29: 80,000
            2029/30: 80,000
          basis: cumulative
          gains: council

      """
    let options = """
      # Other ways to go, each with what differs; business as usual is what all are compared with.
      options:
        - name: As proposed
        - name: From a year later
          costs:
            - name: A year's waiting
              amount: 20,000
              paid_by: council

      """
    return costs + "\n" + (isGeneral ? benefits + "\n" : "") + options
  }

  private static func example(_ question: Question) -> String {
    switch question.form {
    case .day: days[question.key] ?? "2027-04-01"
    case .choice(let words): choices[question.key] ?? words.first ?? ""
    case .dated: "[{on: 2027-06-01, number: 3}, {on: 2027-09-01, number: 5}]"
    case .payers: "{council: 80 %, health: 20 %}"
    case .share: shares[question.key] ?? "20 %"
    case .money: money[question.key] ?? "1,000"
    case .count, .number: numbers[question.key] ?? "10"
    }
  }

  private static let days = [
    "saves_from": "2027-07-01", "saves_until": "2030-04-01", "all_by": "2028-01-01",
    "target_by": "2028-04-01",
    "evidence_date": "2025-06-30",
  ]
  private static let choices = ["evidence": "3", "saving": "avoided", "figures": "mean", "stated": "net"]
  private static let shares = [
    "occupancy": "85 %", "engagement": "90 %", "success": "60 %", "deadweight": "15 %", "attribution": "80 %",
    "drop_off": "10 %", "breakdown": "15 %",
  ]
  private static let money = [
    "weekly_saving": "2,400", "target": "500,000", "allocation": "650,000", "lowest_weekly": "2,900",
    "yearly_value": "30,000", "council_value": "16,000", "premium": "900", "cost_per_week": "4,200",
    "claimed_income": "60,000", "agency_weekly": "5,400", "in_house_weekly": "1,200",
    "standing_weekly": "2,600",
    "set_up": "90,000", "old_weekly": "5,200", "new_weekly": "1,100", "support_weekly": "350",
    "transition": "2,000", "agency_hourly": "45", "permanent_hourly": "31", "recruitment": "4,000",
    "one_off": "15,000", "discretionary": "80,000", "fees": "150,000", "less_discretionary": "10,000",
    "less_fees": "20,000",
  ]
  private static let numbers = [
    "placements": "{value: 12, low: 6, high: 15}", "families": "{value: 30, low: 15, high: 30}", "beds": "2",
    "stays": "7", "weeks_per_stay": "12", "places": "6", "children": "8", "weeks_saved": "40",
    "support_weeks": "26", "posts": "10", "hours": "37", "overlap_weeks": "2",
  ]
}
