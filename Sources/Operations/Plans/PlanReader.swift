import Files
import Plans

/// Reads a plan from the value of its file, and gathers all that is wrong with it.
struct PlanReader {
  var problems = ScenarioProblems()
  /// The section and line of each item's id.
  private var ids: [String: (section: String, line: Int)] = [:]
  /// Ids that are named, to be looked up once all are read.
  private var named: [(id: String, section: String, subject: String, key: String, line: Int)] = []

  /// The plan, or nil where something is wrong.
  mutating func read(_ root: YAMLNode) -> Plan? {
    guard let fields = problems.fields(root, "the plan") else { return nil }
    var plan = Plan(name: "")
    let lists = PlanSection.all.map(\.name)
    var head: [YAMLEntry] = []
    for entry in fields.entries {
      guard let section = PlanSection.all.first(where: { $0.name == entry.key }) ?? nearest(entry, fields)
      else {
        head.append(entry)
        continue
      }
      if section.name != entry.key {
        problems.refuse(entry.line, "“\(entry.key)” is not a key of the plan", "Is “\(section.name)” meant?")
      }
      read(section, entry, into: &plan)
    }
    for flaw in PlanField.fill(&plan, from: head, Plan.head, of: "the plan") {
      let isKey = flaw.what.contains("is not a key") && !flaw.remedy.hasPrefix("Is")
      problems.refuse(
        flaw.line ?? fields.line, flaw.what,
        isKey ? flaw.remedy.dropLast() + ", \(lists.joined(separator: ", "))." : flaw.remedy)
    }
    check()
    return problems.isRefused ? nil : plan
  }

  /// The list that a key which is none of the plan's own is most like.
  private func nearest(_ entry: YAMLEntry, _ fields: ScenarioFields) -> PlanSection? {
    guard !Plan.head.contains(where: { $0.key.name == entry.key }), entry.value.text == nil,
      let near = ScenarioKeys.nearest(
        to: entry.key, among: PlanSection.all.map(\.name).filter { fields[$0] == nil })
    else { return nil }
    return PlanSection.all.first { $0.name == near }
  }

  private mutating func read(_ section: PlanSection, _ entry: YAMLEntry, into plan: inout Plan) {
    if entry.value.content == .empty { return }
    guard let nodes = entry.value.values else {
      problems.refuse(
        entry.line, "“\(section.name)” is no list", "Begin each \(section.one) with a hyphen and a space.")
      return
    }
    for (number, node) in nodes.enumerated() {
      var subject = "\(section.one) \(number + 1)"
      guard let fields = problems.fields(node, subject) else { continue }
      if let name = fields["id"]?.value.text ?? fields["name"]?.value.text {
        subject = "\(section.one) “\(name.prefix(60))”"
      }
      for flaw in section.read(&plan, node, subject) {
        problems.refuse(flaw.line ?? node.line, flaw.what, flaw.remedy)
      }
      gather(section, fields, subject)
      if section.name == PlanSection.claims.name { checkMaking(fields, subject) }
    }
  }

  /// Refuses a claim that is made in more than one way, of which one would be lost.
  private mutating func checkMaking(_ fields: ScenarioFields, _ subject: String) {
    let made = fields.entries.filter {
      PlanSection.makings.contains($0.key) && $0.value.content != .empty
    }
    if made.count > 1 {
      problems.refuse(
        made[1].line,
        "\(subject) is made in several ways: \(made.map { "“\($0.key)”" }.joined(separator: ", "))",
        "Keep one, and write another claim for the other.")
    }
    if let year = fields["year"], year.value.content != .empty, fields["sum_of"] == nil {
      problems.refuse(
        year.line, "“year” of \(subject) says the year of a sum, and there is no “sum_of”",
        "Write sum_of with the items it sums, or take the year out.")
    }
  }

  /// Notes an item's id and those it names.
  private mutating func gather(_ section: PlanSection, _ fields: ScenarioFields, _ subject: String) {
    if section.hasIDs, let entry = fields["id"], let id = entry.value.text {
      if id.contains(where: { $0 == "," || $0 == ";" || $0.isWhitespace }) || id.hasPrefix("-") {
        problems.refuse(
          entry.line, "“id” of \(subject): an id has no spaces or commas, and doesn't begin with a hyphen",
          "Write it with hyphens between words, such as care-leavers.")
      }
      if let other = ids[id] {
        problems.refuse(
          entry.line, "the id “\(id)” is given twice, first on line \(other.line)",
          "Give each item an id of its own.")
      } else {
        ids[id] = (section.name, entry.line)
      }
    }
    for key in section.keys {
      guard let wanted = key.refersTo, let entry = fields[key.name] else { continue }
      for node in entry.value.values ?? [entry.value] {
        guard let id = node.text else { continue }
        named.append((id, wanted, subject, key.name, node.line))
      }
    }
  }

  /// Refuses ids that are named and given to nothing.
  private mutating func check() {
    for name in named {
      let isTakenOff = name.section.isEmpty && name.id.hasPrefix("-")
      let id = isTakenOff ? String(name.id.dropFirst().drop { $0 == " " }) : name.id
      let known = name.section == "scales" ? ["five-by-five", "letter-by-number"] : []
      if known.contains(id) { continue }
      if let found = ids[id] {
        if name.section.isEmpty || found.section == name.section { continue }
        problems.refuse(
          name.line, "“\(name.key)” of \(name.subject) names “\(id)”, which is none of the \(name.section)",
          "Name one of the \(name.section), or move it there.")
        continue
      }
      let candidates = ids.filter { name.section.isEmpty || $0.value.section == name.section }.keys.sorted()
      problems.refuse(
        name.line, "“\(name.key)” of \(name.subject) names “\(id)”, and nothing has that id",
        ScenarioKeys.nearest(to: id, among: candidates + known).map { "Is “\($0)” meant?" }
          ?? (candidates.isEmpty
            ? "Write it into “\(name.section.isEmpty ? "savings" : name.section)”."
            : "The ids are: \(candidates.prefix(20).joined(separator: ", "))."))
    }
  }
}

extension Plan {
  /// The keys at the head of a plan's file.
  static let head: [PlanField<Plan>] = [
    PlanField("name", \.name, .text, "What the plan is called.", isRequired: true),
    PlanField("council", \.council, .text, "Whose it is."),
    PlanField("sponsor", \.sponsor, .text, "The role that answers for all of it."),
    PlanField("note", \.note, .text, "Words for whoever reads it."),
    PlanField("written", \.written, .optional(.day), "The day it was written, or its position is of."),
    PlanField("start", \.start, .optional(.day), "The first day on which it acts."),
    PlanField("end", \.end, .optional(.day), "Its last day."),
    PlanField("thresholds", \.thresholds, .thresholds, "When a status is green or amber."),
    PlanField("options", \.options, .texts, "Other ways to go that were considered."),
  ]
}
