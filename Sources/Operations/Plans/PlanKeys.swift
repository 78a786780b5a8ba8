import Files
import Plans
import Units

// The keys of what stands in several kinds of item.

extension PlanForm where Value == Confirmation {
  /// Somebody's word that something is so.
  static let confirmation = PlanForm.object(
    Confirmation(on: .distantPast, by: "", evidence: ""), "a confirmation"
  ) {
    PlanField("on", \.on, .day, "The day from which it is so.", isRequired: true)
    PlanField(
      "by", \.by, .text, "The role that confirms it; it counts only where it isn't the owner's.",
      isRequired: true)
    PlanField("evidence", \.evidence, .text, "What it rests on: a journal, a return, minutes.")
  }
}

extension PlanForm where Value == ProgressNote {
  /// What was said of an item.
  static let note = PlanForm.object(ProgressNote(on: .distantPast, by: "", note: ""), "a progress note") {
    PlanField("on", \.on, .day, "The day.", isRequired: true)
    PlanField("by", \.by, .text, "The role that says it.")
    PlanField("note", \.note, .text, "What happened.")
    PlanField(
      "stated", \.stated, .choice(), "The status somebody states; it stands beside the computed one.")
  }
}

extension PlanForm where Value == SavingLine.Delivery {
  /// Money that came.
  static let delivery = PlanForm.object(
    SavingLine.Delivery(year: FinancialYear(startYear: 1), amount: .zero, confirmation: nil), "a delivery"
  ) {
    PlanField("year", \.year, .year, "The financial year.", isRequired: true)
    PlanField("amount", \.amount, .money, "Pounds that came.", isRequired: true)
    PlanField(
      "confirmation", \.confirmation, .optional(.confirmation), "Who confirmed it, and from what.")
  }
}

extension PlanForm where Value == SavingLine.Derivation {
  /// Volume × price × time.
  static let derivation = PlanForm.object(SavingLine.Derivation(), "what it is worked out from") {
    PlanField("volume", \.volume, .optional(.size), "Placements, children, families or hours.")
    PlanField("price", \.price, .optional(.price), "Pounds for one.")
    PlanField(
      "per", \.per,
      PlanForm<String>(
        shape: .choice(Plan.times),
        read: { node throws(Flaws) in
          let text = try ScenarioValues.text(node)
          if Plan.times.contains(text.lowercased()) { return text.lowercased() }
          throw Flaws(
            "“\(text)” is none of the times it may be", "Write one of: \(Plan.times.joined(separator: ", "))."
          )
        }, write: { .made($0) }),
      "What the price is for.")
    PlanField("times", \.times, .optional(.size), "How many such times each lasts within the year.")
    PlanField("success", \.success, .optional(.share), "The share that succeeds; left out, it counts as all.")
    PlanField("is_maximum", \.isMaximum, .flag, "Whether volume or price are the most there can be: “up to”.")
    PlanField("peak", \.peak, .optional(.size), "The most there are of what is counted.")
    PlanField("cheapest", \.cheapest, .optional(.price), "What the cheapest of them costs now.")
  }
}

extension PlanForm where Value == SavingLine.Evidence {
  /// What a saving rests on.
  static let evidence = PlanForm.object(SavingLine.Evidence(), "the evidence") {
    PlanField(
      "grade", \.grade, .optional(.grade), "1 (a trial, or own measured results) to 6 (judgement alone).")
    PlanField("on", \.on, .optional(.day), "The day it is of.")
    PlanField("amount", \.amount, .optional(.price), "The pounds that it shows.")
    PlanField("words", \.words, .text, "What it is.")
  }
}

extension PlanForm where Value == RiskScale.Step {
  /// A step of a scale.
  static let step = PlanForm.object(RiskScale.Step(mark: "", words: "", weight: 0), "a step") {
    PlanField("mark", \.mark, .text, "As scores write it: 4, or B.", isRequired: true)
    PlanField("words", \.words, .text, "What it stands for.")
    PlanField(
      "weight", \.weight, .weight, "Its weight: 4 for 4, 1 for the least likely letter.", isRequired: true)
  }
}

extension PlanForm where Value == StatusThresholds {
  /// When a status is green or amber.
  static let thresholds = PlanForm(
    shape: object.shape, read: { node throws(Flaws) in try checked(object.read(node)) },
    write: { $0 == StatusThresholds() ? nil : object.write($0) })

  /// Thresholds that tell anything apart: with green at 0 % every plan would be green.
  private static func checked(_ thresholds: StatusThresholds) throws(Flaws) -> StatusThresholds {
    let (green, amber) = (PlanValues.percent(thresholds.green), PlanValues.percent(thresholds.amber))
    guard thresholds.amber > 0, thresholds.amber < thresholds.green else {
      throw Flaws(
        "green is from \(green) and amber from \(amber)",
        "Write amber above 0 % and green above amber, such as green: 75 %, amber: 40 %.")
    }
    guard thresholds.staleAfter > 0 else {
      throw Flaws("stale_after is \(thresholds.staleAfter) days", "Write a number of days, such as 92.")
    }
    return thresholds
  }

  private static let object = PlanForm.object(StatusThresholds(), "the thresholds") {
    PlanField("green", \.green, .share, "At least this chance of meeting the target is green.")
    PlanField("amber", \.amber, .share, "At least this is amber; less is red.")
    PlanField("stale_after", \.staleAfter, .whole, "Days after which evidence is stale.")
  }
}

extension Plan {
  /// What prices may be for.
  static let times = ["week", "night", "year", "month", "hour", "each"]
}

extension PlanField {
  /// A day, kept as words where it is none.
  static func due(
    _ day: any WritableKeyPath<Item, CivilDay?> & Sendable,
    _ words: any WritableKeyPath<Item, String> & Sendable
  ) -> PlanField {
    PlanField(
      of: PlanKey(
        name: "due", words: "By when: a day; words such as TBA are kept and found.", shape: .dayOrWords),
      read: { item, node throws(Flaws) in
        let text = try ScenarioValues.text(node)
        if CivilDay(text) == nil {
          item[keyPath: words] = text
        } else {
          item[keyPath: day] = try PlanValues.day(text)
        }
      },
      write: { item in
        if let day = item[keyPath: day] { return .made(day.description) }
        return item[keyPath: words].isEmpty ? nil : .made(item[keyPath: words])
      })
  }

  static func stream(_ path: any WritableKeyPath<Item, String> & Sendable) -> PlanField {
    PlanField("stream", path, .text, "The stream it belongs to.", refersTo: "streams")
  }

  static func owner(_ path: any WritableKeyPath<Item, String> & Sendable) -> PlanField {
    PlanField("owner", path, .text, "The role that answers for it.")
  }

  /// What every item begins with.
  static func head(
    _ id: any WritableKeyPath<Item, String> & Sendable, _ name: any WritableKeyPath<Item, String> & Sendable
  ) -> [PlanField<Item>] {
    [
      PlanField(
        "id", id, .text, "Its name in the file, the same in every version, such as care-leavers.",
        isRequired: true),
      PlanField("name", name, .text, "What readers call it.", isRequired: true),
    ]
  }
}
