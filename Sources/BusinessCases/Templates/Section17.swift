import Units

/// Less spending under section 17 of the Children Act 1989, by its two elements.
enum Section17: CaseTemplate {
  static let title = "Less section 17 spending"
  static let purpose = "less discretionary support and fewer professional fees"
  static let driver: String? = nil
  static let questions = [
    Question("discretionary", "what is spent on discretionary support in a year?", .money),
    Question("fees", "what is spent on professional fees in a year?", .money),
    Question("less_discretionary", "how much less discretionary support is planned, a year?", .money),
    Question("less_fees", "how much less in fees is planned, a year?", .money),
    Questions.from, Questions.until, Questions.buildUp,
  ]

  static func lines(_ a: Answers, _ frame: CaseFrame) -> [CaseLine] {
    [
      a.benefit(
        "discretionary", "Discretionary support", quantity: 1, unitPence: a.figure("less_discretionary") ?? 0,
        per: .year, kind: .cashableRecurring, frame),
      a.benefit(
        "fees", "Professional fees", quantity: 1, unitPence: a.figure("less_fees") ?? 0, per: .year,
        kind: .cashableRecurring, frame),
    ]
  }

  static func faults(_ a: Answers) -> [(key: String, CaseFault)] {
    [("less_discretionary", "discretionary"), ("less_fees", "fees")].compactMap { less, all in
      guard let part = a.figure(less), let whole = a.figure(all), part > whole else { return nil }
      return (less, .partAboveWhole(part: "“\(less)”", whole: "“\(all)”"))
    }
  }

  static func remarks(_ a: Answers, _ frame: CaseFrame, costs: [CaseLine]) -> [Sentence] {
    guard let discretionary = a.figure("discretionary"), let fees = a.figure("fees"),
      let lessDiscretionary = a.figure("less_discretionary"), let lessFees = a.figure("less_fees"),
      discretionary + fees > 0
    else { return [] }
    let all = discretionary + fees
    let less = lessDiscretionary + lessFees
    var remarks: [Sentence] = [
      "The two elements come to \(pence: all); \(pence: less) less is \(share: less / all) of it."
    ]
    if discretionary > 0, fees > 0 {
      remarks.append(
        "That is \(share: lessDiscretionary / discretionary) of discretionary support and \(share: lessFees / fees) of fees."
      )
    }
    remarks.append(
      "Support that is refused can do harm, and what follows from it can cost more than was saved: the case counts none of that. Each refusal needs an experienced safeguarding manager. What a court orders is not section 17 spending and can't be refused."
    )
    return remarks
  }
}
