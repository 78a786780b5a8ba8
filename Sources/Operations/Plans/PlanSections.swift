import Plans
import Units

extension PlanSection {
  /// Every list of a plan's file, in the order in which it is written.
  static let all: [PlanSection] = [
    streams, initiatives, actions, targets, savings, costs, pressures, milestones, scales, risks,
    dependencies,
    indicators, assumptions, claims, principles, signOffs,
  ]

  static let streams = PlanSection(
    "streams", "stream", "Objectives or work streams.", \.streams, \.place, Stream(id: "", name: "")
  ) {
    PlanField<Stream>.head(\.id, \.name)
    PlanField("objective", \.objective, .text, "What it is for.")
    PlanField<Stream>.owner(\.owner)
  }

  static let initiatives = PlanSection(
    "initiatives", "initiative", "What changes children's lives in care.", \.initiatives, \.place,
    Initiative(id: "", name: "")
  ) {
    PlanField<Initiative>.head(\.id, \.name)
    PlanField<Initiative>.stream(\.stream)
    PlanField<Initiative>.owner(\.owner)
    PlanField(
      "effect", \.effect, .text,
      "The initiative of a scenario's file that simulates it: file.yaml#early-help.")
    PlanField("start", \.start, .optional(.day), "The first day on which it acts.")
  }

  static let actions = PlanSection(
    "actions", "action", "Things to be done.", \.actions, \.place, Action(id: "", name: "")
  ) {
    PlanField<Action>.head(\.id, \.name)
    PlanField<Action>.stream(\.stream)
    PlanField("how", \.how, .text, "What we will do.")
    PlanField("success", \.success, .text, "How success is measured.")
    PlanField<Action>.due(\.due, \.dueWords)
    PlanField("resource", \.resource, .text, "What it takes.")
    PlanField<Action>.owner(\.owner)
    PlanField("progress", \.progress, .list(.note), "What has happened.")
    PlanField("done", \.done, .optional(.confirmation), "When it was done, and what shows it.")
  }

  static let targets = PlanSection(
    "targets", "target", "Values that indicators are to reach.", \.targets, \.place, Target(id: "", name: "")
  ) {
    PlanField<Target>.head(\.id, \.name)
    PlanField("note", \.note, .text, "Words about it.")
    PlanField<Target>.stream(\.stream)
    PlanField("measure", \.measure, .text, "The measure that tells, such as children_in_care.")
    PlanField("unit", \.unit, .text, "What the values count.")
    PlanField("part_of", \.partOf, .text, "The total of which it counts a part.")
    PlanField("is_higher_better", \.isHigherBetter, .flag, "Whether more is better.")
    PlanField("baseline", \.baseline, .point, "The value it starts from, by its day.")
    PlanField("trajectory", \.trajectory, .points, "Values to be reached, by day; the last is the target.")
    PlanField("actuals", \.actuals, .points, "Values as they came, by day.")
    PlanField<Target>.owner(\.owner)
  }

  static let savings = PlanSection(
    "savings", "saving", "What is to be saved.", \.savings, \.place, SavingLine(id: "", name: "")
  ) {
    PlanField<SavingLine>.head(\.id, \.name)
    savingMoney()
    PlanField("start", \.start, .optional(.day), "The first day on which it saves.")
    PlanField(
      "part_year_months", \.partYearMonths, .optional(.months), "Months of the first year in which it saves.")
    PlanField("is_per_annum", \.isPerAnnum, .flag, "Whether its amounts are a whole year's, “p.a.”.")
    PlanField("derivation", \.derivation, .optional(.derivation), "What it is worked out from.")
    PlanField(
      "evidence", \.evidence,
      PlanForm<SavingLine.Evidence>(
        shape: PlanForm<SavingLine.Evidence>.evidence.shape,
        read: PlanForm<SavingLine.Evidence>.evidence.read,
        write: { $0 == SavingLine.Evidence() ? nil : PlanForm<SavingLine.Evidence>.evidence.write($0) }),
      "What it rests on.")
    PlanField("after", \.after, .texts, "Milestones that must come first.", refersTo: "milestones")
    PlanField("depends_on", \.dependsOn, .texts, "Targets that must be met first.", refersTo: "targets")
    PlanField("driver", \.driver, .text, "The measure that drives it, such as residential_placements.")
    PlanField("group", \.group, .text, "The children or staff it is about.")
    PlanField(
      "initiative", \.initiative, .text, "The initiative whose effect it is.", refersTo: "initiatives")
    PlanField("ends_anyway", \.endsAnyway, .flag, "Whether the cost ends without the plan.")
    PlanField("is_volatile", \.isVolatile, .flag, "Whether the spending is volatile by nature.")
    PlanField("delivered", \.delivered, .list(.delivery), "Money that came.")
    PlanField("progress", \.progress, .list(.note), "What was said of it.")
  }

  @PlanFields<SavingLine> private static func savingMoney() -> [PlanField<SavingLine>] {
    PlanField("note", \.note, .text, "Words about it.")
    PlanField<SavingLine>.stream(\.stream)
    PlanField("area", \.area, .text, "The area of the budget.")
    PlanField("cost_centre", \.costCentre, .text, "The cost centre.")
    PlanField("subjective", \.subjective, .text, "The subjective code.")
    PlanField<SavingLine>.owner(\.owner)
    PlanField("kind", \.kind, .choice(), "What kind of money it is.")
    PlanField("basis", \.basis, .choice(), "How its years stand to each other.")
    PlanField(
      "is_gross", \.isGross, .optional(.said), "Whether what replaces the cost is still to be taken off.")
    PlanField("years", \.years, .amounts, "Pounds by financial year.")
    PlanField("posts", \.posts, .posts, "Full-time posts it takes out, by financial year.")
  }

  static let costs = PlanSection(
    "costs", "cost", "What delivering the plan costs.", \.costs, \.place, CostLine(id: "", name: "")
  ) {
    PlanField<CostLine>.head(\.id, \.name)
    PlanField("note", \.note, .text, "Words about it.")
    PlanField("payer", \.payer, .text, "Who pays; left out for the council.")
    PlanField("fte", \.fte, .optional(.size), "Full-time posts it pays for.")
    PlanField("months", \.months, .optional(.months), "Months of the first year that it pays for.")
    PlanField("held", \.held, .optional(.price), "Pounds held already, unspent, for the same.")
    PlanField("years", \.years, .amounts, "Pounds by financial year.")
  }

  static let pressures = PlanSection(
    "pressures", "pressure", "Pressures on the same budgets.", \.pressures, \.place,
    Pressure(id: "", name: "")
  ) {
    PlanField<Pressure>.head(\.id, \.name)
    PlanField("years", \.years, .amounts, "Pounds by financial year.")
  }

  static let milestones = PlanSection(
    "milestones", "milestone", "What must have happened by a day.", \.milestones, \.place,
    Milestone(id: "", name: "")
  ) {
    PlanField<Milestone>.head(\.id, \.name)
    PlanField<Milestone>.stream(\.stream)
    PlanField<Milestone>.due(\.due, \.dueWords)
    PlanField<Milestone>.owner(\.owner)
    PlanField("done", \.done, .optional(.confirmation), "When it happened, and what shows it.")
  }
}
