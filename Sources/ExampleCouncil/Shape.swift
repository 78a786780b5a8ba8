import Units

/// The council's shape, measured on its own lives over the six returns as England's is published: children
/// with short breaks left out, short times away not counted as placements.
struct Shape {
  private var counts: [String: [String: Double]] = [:]
  private var lengths: [String: [Int]] = [:]

  init(of children: [Child]) {
    for child in children {
      for period in child.periods {
        for year in Parameters.returns where period.isOpen(on: year.lastDay) {
          stock(child, period, year)
        }
        if Shape.isInReturns(period.start) { started(child, period) }
        if Shape.isInReturns(period.end) { left(period) }
        for stay in period.stays where Shape.isInReturns(stay.end) { ended(stay) }
      }
    }
  }

  private static func isInReturns(_ day: CivilDay) -> Bool {
    Parameters.returns[0].firstDay <= day && day <= Parameters.horizon
  }

  private mutating func count(_ measure: String, _ group: String) {
    counts[measure, default: [:]][group, default: 0] += 1
  }

  private mutating func stock(_ child: Child, _ period: Period, _ year: CollectionYear) {
    let day = year.lastDay
    let kind = period.placements.last { $0.from <= day }?.kind ?? .other
    count("Placement on 31 March", kind.published)
    count("Fostering on 31 March", kind.fostering)
    count("Age on 31 March", Shape.ageGroup(child.age(on: day)))
    let statuses = [
      "C2": "Full care order", "C1": "Interim care order", "E1": "Placement order", "V2": "Section 20",
    ]
    count("Legal status on 31 March", statuses[period.legalStatus(on: day)] ?? "Other")
    count("Unaccompanied children on 31 March", child.isAsylumSeeking ? "All" : "None")
    var placements = 0
    for each in child.periods where each.start <= day && each.end >= year.firstDay {
      placements += each.carers.count { $0.start <= day && $0.end >= year.firstDay }
    }
    count("Three or more placements in the year", placements >= 3 ? "All" : "None")
  }

  private mutating func started(_ child: Child, _ period: Period) {
    count("Age on starting", Shape.ageGroup(child.age(on: period.start)))
  }

  private mutating func left(_ period: Period) {
    count("Reason for leaving", Shape.reasonGroup(period.reason))
    let days = period.start.nights(to: period.end)
    lengths["Average length of care on leaving All", default: []].append(days)
    let limits = [14, 56, 182, 365, 730, 1095, 1826, 3652]
    count(
      "Length of care on leaving", England.group("Length of care on leaving", limits.count { days >= $0 }))
  }

  private mutating func ended(_ stay: Stay) {
    let days = stay.start.nights(to: stay.end)
    let limits = [8, 31, 91, 182, 365, 730, 1826]
    count(
      "Length of placements ending", England.group("Length of placements ending", limits.count { days >= $0 })
    )
    for measure in ["Median length of placements ending", "Average length of placements ending"] {
      lengths["\(measure) All", default: []].append(days)
      lengths["\(measure) \(stay.kind.published)", default: []].append(days)
    }
  }

  /// Every published figure with the council's beside it.
  var lines: [ShapeLine] {
    England.figures.flatMap { figure in
      figure.groups.map { group in
        ShapeLine(
          measure: figure.measure, group: group.name, council: value(figure, group.name),
          england: group.value,
          unit: figure.unit, source: figure.source)
      }
    }
  }

  private func value(_ figure: EnglandFigure, _ group: String) -> Double {
    func total(_ measure: String) -> Double { (counts[measure] ?? [:]).values.reduce(0, +) }
    switch figure.unit {
    case .percent:
      return 100 * (counts[figure.measure]?[group] ?? 0) / max(1, total(figure.measure))
    case .number:
      return 100 * total("Age on starting") / max(1, total("Age on 31 March"))
    case .days:
      let days = (lengths["\(figure.measure) \(group)"] ?? []).sorted()
      guard !days.isEmpty else { return 0 }
      if figure.measure.hasPrefix("Median") { return Double(days[days.count / 2]) }
      return Double(days.reduce(0, +)) / Double(days.count)
    }
  }

  private static func ageGroup(_ age: Int) -> String {
    switch age {
    case 0: "Under 1"
    case 1...4: "1 to 4"
    case 5...9: "5 to 9"
    case 10...15: "10 to 15"
    default: "16 and over"
    }
  }

  private static func reasonGroup(_ reason: String) -> String {
    switch reason {
    case "E4A", "E4B": "Returned home"
    case "E45", "E46", "E47", "E48": "Special guardianship"
    case "E41": "Child arrangements order"
    case "E11", "E12": "Adopted"
    case "E17": "Stayed with carers at 18"
    case "E5", "E6": "Independent living"
    case "E13": "To relatives without responsibility"
    case "E3": "To another authority"
    default: "Other"
    }
  }
}

extension England {
  /// The name of a measure's group by its place in the list.
  static func group(_ measure: String, _ position: Int) -> String {
    let groups = figures.first { $0.measure == measure }?.groups ?? []
    return position < groups.count ? groups[position].name : "Other"
  }
}

/// A stay counted as one placement.
struct Stay {
  let kind: Kind
  let start: CivilDay
  let end: CivilDay
}

extension Period {
  /// Placements as England's lengths count them: a change of status ends one, registration of the home does
  /// not.
  var stays: [Stay] { merged { $0.sameCarer && $0.kind == .supported } }
  /// Placements as moves are counted: only a change of carer ends one.
  var carers: [Stay] { merged(where: \.sameCarer) }

  private func merged(where continues: (Placement) -> Bool) -> [Stay] {
    var result: [Stay] = []
    var isBack = false
    for (index, placement) in placements.enumerated() {
      let next = index + 1 < placements.count ? placements[index + 1].from : end
      let goesOn = placement.isTemporary || isBack || continues(placement)
      isBack = placement.isTemporary
      if goesOn, let last = result.popLast() {
        result.append(Stay(kind: last.kind, start: last.start, end: next))
      } else {
        result.append(Stay(kind: placement.kind, start: placement.from, end: next))
      }
    }
    return result
  }
}

extension Kind {
  /// The group under which England's placements are published.
  var published: String {
    switch self {
    case .kinship, .inHouseFoster, .agencyFoster: "Foster care"
    case .inHouseHome, .externalHome, .secure: "Children's homes and secure homes"
    case .residentialSchool: "Residential school"
    case .supported: "Supported accommodation"
    case .parents: "With parents"
    case .adoption: "Placed for adoption"
    case .familyCentre, .hospital, .careHome, .youthCustody: "Other residential"
    case .other: "Other"
    }
  }

  /// The kind of fostering, if it is any.
  var fostering: String {
    switch self {
    case .kinship: "Kinship fostering"
    case .inHouseFoster: "In-house fostering"
    case .agencyFoster: "Agency fostering"
    default: "None"
    }
  }
}
