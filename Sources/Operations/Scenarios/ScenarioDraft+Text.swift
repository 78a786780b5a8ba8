import Files
public import Units

extension ScenarioDraft {
  /// The scenario's file. The answers have to be without problems; one that isn't a number stands as nought.
  public var text: String {
    var lines = ["name: \(ScenarioDraft.quoted(name))"]
    if moves(.uplift) { lines += ["uplift:", "  mean: \(figure("uplift-mean")) %", "  deviation: 1.5 %"] }
    if moves(.entries) {
      let factor = 100 + (ScenarioDraft.number(answer("entries-change")) ?? 0)
      lines += ["rates:", "  - event: entries"]
      if answer("entries-ages") != "all" { lines.append("    ages: \(choice("entries-ages"))") }
      lines.append("    multiply: \(ScenarioDraft.written(factor)) %")
    }
    let acting = [ScenarioLever.prevent, .stepDown, .places, .price].filter(moves)
    if !acting.isEmpty { lines.append("initiatives:") }
    for lever in acting { lines += initiative(lever) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func initiative(_ lever: ScenarioLever) -> [String] {
    let id = lever.id
    var lines = [
      "  - id: \(id)", "    name: \(lever.heading)", "    kind: \(ScenarioDraft.kinds[id] ?? "")",
      "    start: \(CivilDay(answer("\(id)-start"))?.description ?? "")",
      "    ramp_months: \(figure("\(id)-ramp"))", "    evidence: \(choice("\(id)-evidence"))",
    ]
    if lever != .price {
      lines += ["    who:", "      ages: \(figure("\(id)-from"))-\(figure("\(id)-to"))"]
    }
    switch id {
    case ScenarioLever.prevent.id:
      lines.append("    share: \(figure("prevent-share")) %")
      if !answer("prevent-most").isEmpty { lines.append("    per_month: \(figure("prevent-most"))") }
    case ScenarioLever.stepDown.id:
      lines += [
        "      categories: external_home", "      nights_in_stay: 90", "    to: agency_foster",
        "    per_month: \(figure("step-down-most"))", "    chance_per_year: \(figure("step-down-chance")) %",
        "    breakdown_share: \(figure("step-down-breakdown")) %",
      ]
    case ScenarioLever.places.id:
      lines += [
        "      categories: agency_foster", "    to: in_house_foster",
        "    places: \(figure("places-number"))",
      ]
    default:
      lines += ["    categories: \(choice("price-category"))", "    change: \(figure("price-change")) %"]
    }
    lines += ["    cost:", "      per_year: \(pounds("\(id)-year"))", "      once: \(pounds("\(id)-once"))"]
    if lever != .price { lines.append("      per_case: \(pounds("\(id)-child"))") }
    return lines
  }

  private static let kinds = [
    "prevent": "prevent_entry", "step-down": "step_down", "places": "add_capacity", "price": "change_price",
  ]

  // Nothing that somebody typed stands in the text as typed: numbers and days are written anew, of words only those
  // that the form offers.

  private func figure(_ name: String) -> String {
    ScenarioDraft.written(ScenarioDraft.number(answer(name)) ?? 0)
  }

  private func pounds(_ name: String) -> String {
    ScenarioDraft.written(Double(Money(pounds: answer(name))?.pence ?? 0) / 100)
  }

  private func choice(_ name: String) -> String {
    let field = ScenarioLever.all.flatMap(\.fields).first { $0.name == name }
    guard case .choice(let choices)? = field?.sort else { return "" }
    return choices.first { $0.value == answer(name) }?.value ?? ""
  }

  /// Somebody's words as one quoted line of YAML: what could end the quotation or name another value stands in it by its
  /// number.
  static func quoted(_ words: String) -> String {
    let signs: [Unicode.Scalar: String] = ["\"": "\\x22", "\\": "\\x5C", "&": "\\x26", "*": "\\x2A"]
    return "\"" + ScenarioDraft.oneLine(words).unicodeScalars.map { signs[$0] ?? String($0) }.joined() + "\""
  }

  /// Words in one line: what is no printable character becomes a space, several spaces one; at most `longest`.
  public static func oneLine(_ words: String) -> String {
    let scalars = words.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: " "
      default: scalar
      }
    }
    let plain = String(String.UnicodeScalarView(scalars))
    return String(plain.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(longest))
  }

  // MARK: Back from the text

  /// The answers that made a scenario's text; nil where the form can't say all that stands in it.
  public init?(text: String, today: CivilDay) {
    guard let root = try? YAMLReader.read(Array(text.utf8)) else { return nil }
    func value(_ node: YAMLNode?, _ path: String...) -> String? {
      var node = node
      for key in path { node = node?.entries?.first { $0.key == key }?.value }
      return node?.text?.replacing(" %", with: "")
    }
    func list(_ key: String) -> [YAMLNode] {
      root.entries?.first { $0.key == key }?.value.values ?? []
    }
    var draft = ScenarioDraft.usual(today: today)
    draft.name = value(root, "name") ?? ""
    draft.values["uplift-mean"] = value(root, "uplift", "mean") ?? ""
    if let rate = list("rates").first {
      let factor = value(rate, "multiply").flatMap(ScenarioDraft.number) ?? 100
      draft.values["entries-change"] = ScenarioDraft.written(factor - 100)
      draft.values["entries-ages"] = value(rate, "ages") ?? "all"
    }
    for node in list("initiatives") {
      guard let id = value(node, "id") else { return nil }
      let ages = (value(node, "who", "ages") ?? "").split(separator: "-").map(String.init)
      let read: [String: String?] = [
        "prevent-share": value(node, "share"), "\(id)-most": value(node, "per_month") ?? "",
        "step-down-chance": value(node, "chance_per_year"),
        "step-down-breakdown": value(node, "breakdown_share"), "places-number": value(node, "places"),
        "price-change": value(node, "change"), "price-category": value(node, "categories"),
        "\(id)-from": ages.first, "\(id)-to": ages.last, "\(id)-start": value(node, "start"),
        "\(id)-ramp": value(node, "ramp_months"), "\(id)-evidence": value(node, "evidence"),
        "\(id)-year": value(node, "cost", "per_year"), "\(id)-once": value(node, "cost", "once"),
        "\(id)-child": value(node, "cost", "per_case"),
      ]
      for (name, answer) in read { if let answer { draft.values[name] = answer } }
    }
    self.init(name: draft.name, values: draft.values)
    // What the form doesn't know is found by writing it again.
    guard self.text == text, problems.isEmpty else { return nil }
  }
}
