import Units

extension PlanRule {
  /// Absence of what comes and goes, called a saving.
  static let volatile = PlanRule(
    "volatile-as-saving", "Spending that comes and goes by itself is called a recurring saving",
    why:
      "That no court places a child in secure care this year says nothing of the next: absence is not a saving.",
    example: "£180,000 a year from secure and court-ordered placements that were not needed."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      let text = checked.texts(of: saving, ["name", "area", "group"]).first {
        $0.first(of: volatileWords) != nil || $0.words.last == "secure"
      }
      guard saving.isVolatile || text != nil, saving.kind == nil || saving.kind == .cashableRecurring else {
        return nil
      }
      return PlanFinding(
        .doubt, saving, at: saving.isVolatile ? "is_volatile" : text?.key ?? "",
        "“\(saving.name)” counts \(Figures.pounds(CheckedPlan.largest(saving))) on spending that is volatile by nature",
        "Show it on a line of its own, outside the total, against an average of several years.",
        stake: CheckedPlan.largest(saving))
    }
  }

  /// “Secure” is volatile beside what is locked; anywhere else it is a verb.
  private static let volatileWords = Phrases(
    [
      "court ordered", "court directed", "remand", "remanded", "deprivation of liberty",
      "deprived of liberty",
      "dols", "welfare secure",
    ]
      + [
        "accommodation", "home", "homes", "children's home", "children's homes", "children’s home",
        "children’s homes", "bed", "beds", "placement", "placements", "order", "orders", "unit", "units",
        "welfare", "training centre", "training centres",
      ].map { "secure \($0)" })
}
