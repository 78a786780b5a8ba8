/// A field of the scenario form: what is asked, and what may be answered.
public struct ScenarioField: Sendable, Equatable {
  /// What is answered.
  public enum Sort: Sendable, Equatable {
    /// A number from the least to the most, in steps on a slider; not whole only where the step isn't.
    case number(ClosedRange<Double>, step: Double)
    /// Pounds, nought or more.
    case pounds
    /// A day.
    case day
    /// One of some words, with what stands in the scenario for each.
    case choice([Choice])
  }

  /// One answer of several.
  public struct Choice: Sendable, Equatable {
    /// What stands in the scenario, and what people read.
    public let value: String, label: String
  }

  /// Its name in the form.
  public let name: String
  /// What people read; what stands before and after the answer; a sentence more.
  public let label: String, prefix: String, unit: String, hint: String
  /// What is answered.
  public let sort: Sort
  /// What stands in it at first; empty where it may stay empty.
  public let usual: String

  init(
    _ name: String, _ label: String, _ sort: Sort, usual: String, prefix: String = "", unit: String = "",
    hint: String = ""
  ) {
    self.name = name
    self.label = label
    self.sort = sort
    self.usual = usual
    self.prefix = prefix
    self.unit = unit
    self.hint = hint
  }
}

/// Something that can be moved in a scenario: the field that moves it, and what else may be said of it.
public struct ScenarioLever: Sendable, Equatable {
  /// What it is called in the scenario.
  public let id: String
  /// What people read, and a sentence more.
  public let heading: String, words: String
  /// What moves it: at nought or empty the lever does nothing.
  public let main: ScenarioField
  /// The rest.
  public let more: [ScenarioField]

  /// All that a lever asks.
  public var fields: [ScenarioField] { [main] + more }

  /// The levers, in the form's order.
  public static let all = [prevent, stepDown, places, price, entries, uplift]

  static let prevent = ScenarioLever(
    id: "prevent", heading: "Fewer children come into care",
    words: "Help for families before care: of those who would come, so many don't.",
    main: ScenarioField(
      "prevent-share", "Entries prevented", .number(0...60, step: 1), usual: "0", unit: "%"),
    more: ages("prevent", "0", "17") + [
      ScenarioField(
        "prevent-most", "At most so many children a month", .number(1...500, step: 1), usual: "",
        hint: "Leave it empty where there is no limit")
    ] + running("prevent"))

  static let stepDown = ScenarioLever(
    id: "step-down", heading: "From children's homes to foster care",
    words: "Children in external homes for three months or longer move to agency foster carers.",
    main: ScenarioField(
      "step-down-most", "Up to so many children a month", .number(0...12, step: 1), usual: "0"),
    more: ages("step-down", "8", "15") + [
      ScenarioField(
        "step-down-chance", "How likely a child who could move does so within a year",
        .number(1...100, step: 1), usual: "50", unit: "%"),
      ScenarioField(
        "step-down-breakdown", "Of those moves, break down within six months", .number(0...100, step: 1),
        usual: "25", unit: "%"),
    ] + running("step-down"))

  static let places = ScenarioLever(
    id: "places", heading: "More foster homes of our own",
    words: "New places with in-house carers, filled by children who are with agency carers.",
    main: ScenarioField("places-number", "New places", .number(0...60, step: 1), usual: "0"),
    more: ages("places", "0", "15") + running("places"))

  static let price = ScenarioLever(
    id: "price", heading: "Another price",
    words: "What providers charge changes by so much: below nought it falls.",
    main: ScenarioField(
      "price-change", "Change of price", .number(-30...30, step: 0.5), usual: "0", unit: "%"),
    more: [
      ScenarioField(
        "price-category", "Of",
        .choice([
          .init(value: "agency_foster", label: "Agency foster care"),
          .init(value: "external_home", label: "External children's homes"),
          .init(value: "supported_accommodation", label: "Supported accommodation"),
          .init(value: "all", label: "All care"),
        ]), usual: "agency_foster")
    ] + running("price", perChild: false))

  static let entries = ScenarioLever(
    id: "entries", heading: "If more or fewer come anyway",
    words: "Not something the council does: another demand, to see how much hangs on it.",
    main: ScenarioField(
      "entries-change", "Change of entries", .number(-50...50, step: 1), usual: "0", unit: "%"),
    more: [
      ScenarioField("entries-ages", "Of ages", .choice(bands), usual: "all")
    ])

  static let uplift = ScenarioLever(
    id: "uplift", heading: "If prices rise faster or slower",
    words: "Not something the council does: another rise of all prices every April.",
    main: ScenarioField(
      "uplift-mean", "Prices rise a year by", .number(-5...15, step: 0.5), usual: "", unit: "%",
      hint: "Leave it empty for the forecast's own 3 %"), more: [])

  private static func ages(_ id: String, _ from: String, _ to: String) -> [ScenarioField] {
    [
      ScenarioField("\(id)-from", "Youngest age", .number(0...17, step: 1), usual: from),
      ScenarioField("\(id)-to", "Oldest age", .number(0...17, step: 1), usual: to),
    ]
  }

  private static func running(_ id: String, perChild: Bool = true) -> [ScenarioField] {
    [
      ScenarioField("\(id)-start", "Starts on", .day, usual: ""),
      ScenarioField(
        "\(id)-ramp", "Months until it works in full", .number(0...120, step: 1), usual: "0"),
      ScenarioField(
        "\(id)-evidence", "How good the evidence is", .choice(evidence), usual: "6",
        hint: "The weaker it is, the likelier that nothing comes of it: that is in the range"),
      ScenarioField("\(id)-year", "Costs a year", .pounds, usual: "0", prefix: "£"),
      ScenarioField("\(id)-once", "Costs once", .pounds, usual: "0", prefix: "£"),
    ]
      + (perChild
        ? [ScenarioField("\(id)-child", "Costs for each child", .pounds, usual: "0", prefix: "£")] : [])
  }

  private static let bands: [ScenarioField.Choice] = [
    .init(value: "all", label: "All ages"), .init(value: "under 1", label: "Under 1"),
    .init(value: "1-4", label: "1 to 4"), .init(value: "5-9", label: "5 to 9"),
    .init(value: "10-15", label: "10 to 15"), .init(value: "16-17", label: "16 to 17"),
  ]

  private static let evidence: [ScenarioField.Choice] = [
    .init(value: "1", label: "1. A trial, or our own measured results"),
    .init(value: "2", label: "2. Compared with children who weren't offered it"),
    .init(value: "3", label: "3. Before and after, in several places"),
    .init(value: "4", label: "4. Results of one place like ours"),
    .init(value: "5", label: "5. Practitioners' figures, checked by somebody"),
    .init(value: "6", label: "6. Expert judgement alone"),
  ]
}
