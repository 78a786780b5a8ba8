public import Forecasting
import Units

/// The closed forms of what must happen for a target, in words and as JSON.
public enum PaceText {
  /// What must happen for a saving.
  public static func text(_ pace: RequiredPace) -> String {
    let weeks = pace.nightsToLast / 7
    let days = pace.nightsToLast % 7
    let span = [
      weeks > 0 ? Words.count(weeks, "week", "weeks") : nil,
      days > 0 ? Words.count(days, "day", "days") : nil,
    ].compactMap { $0 }.joined(separator: " and ")
    let placements = Words.count(pace.placements, "placement", "placements")
    let sentences = [
      "\(placements) that each save \(Words.exactly(Money(pence: pace.savingEach.pencePerWeek))) a week, once ended, save \(Words.exactly(pace.savingAWeek)) a week together: \(Words.exactly(pace.savingAYear)) in a full year of 52 weeks.",
      "\(Words.exactly(pace.target)) by \(pace.date.spoken) needs \(Words.number(pace.childWeeks)) weeks of placements saved (\(Words.number(pace.childNights)) nights): \(Words.tenths(pace.tenthsOfWeeksEach)) weeks of each.",
      pace.isMetByEvenEndsToDate
        ? "Ending evenly from \(pace.start.spoken) to \(pace.date.spoken) is soon enough."
        : pace.nightsToLast == 0
          ? "All must end on \(pace.start.spoken) itself."
          : "Ending evenly from \(pace.start.spoken), the last must end by \(pace.lastBy.spoken): within \(span).",
      "If they end evenly all the way to \(pace.date.spoken), \(Words.exactly(pace.savingIfEvenToDate)) is saved by then; if all end on the first day, \(Words.exactly(pace.most)), which is the most.",
    ]
    return sentences.map { wrapped("• " + $0) }.joined(separator: "\n") + "\n"
  }

  /// What must happen for numbers of children.
  public static func text(_ plan: RequiredExits) -> String {
    let rows = plan.steps.map { step in
      ReportTable.Row(
        label: "By \(step.to.day.spoken)",
        cells: [
          Words.number(step.to.children), Words.change(step.change),
          tenths(step.changePerMonth, signed: true),
          tenths(step.exits), tenths(step.exitsPerYear), tenths(step.exitsPerMonth),
        ], isTotal: false)
    }
    let start = plan.steps.first.map { "\(Words.number($0.from.children)) on \($0.from.day.spoken)" } ?? ""
    return ReportTable(
      title: "Exits needed, from \(start), with \(tenths(plan.entriesPerYear)) entries a year",
      labels: "Target",
      columns: ["Children", "Change", "A month", "Exits", "Exits a year", "A month"], rows: rows, notes: []
    ).text() + wrapped("Exits of every kind count, 18th birthdays too: change = entries − exits.") + "\n"
  }

  /// The same for a program: money in pence.
  public static func json(_ pace: RequiredPace) throws -> String {
    try JSONText.of(
      JSONValue.object([
        "savingAWeekPence": .number(Double(pace.savingAWeek.pence)),
        "savingAYearPence": .number(Double(pace.savingAYear.pence)),
        "childNights": .number(Double(pace.childNights)), "childWeeks": .number(Double(pace.childWeeks)),
        "nightsToLast": .number(Double(pace.nightsToLast)), "lastBy": .string(pace.lastBy.description),
        "savingIfEvenToDatePence": .number(Double(pace.savingIfEvenToDate.pence)),
        "mostPence": .number(Double(pace.most.pence)),
      ]))
  }

  /// The same for a program.
  public static func json(_ plan: RequiredExits) throws -> String {
    try JSONText.of(
      JSONValue.object([
        "entriesPerYear": .number(plan.entriesPerYear),
        "steps": .array(
          plan.steps.map { step in
            [
              "from": .string(step.from.day.description), "to": .string(step.to.day.description),
              "children": .number(Double(step.to.children)), "change": .number(Double(step.change)),
              "changePerMonth": .number(step.changePerMonth), "exits": .number(step.exits),
              "exitsPerYear": .number(step.exitsPerYear), "exitsPerMonth": .number(step.exitsPerMonth),
            ]
          }),
      ]))
  }

  private static func tenths(_ value: Double, signed: Bool = false) -> String {
    let tenths = Int((value * 10).rounded())
    return (signed && tenths > 0 ? "+" : "") + Words.tenths(tenths)
  }
}
