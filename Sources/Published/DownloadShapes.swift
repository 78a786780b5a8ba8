extension PublishedShape {
  /// The columns that every download from Explore education statistics begins with.
  static let downloadColumns: Set<String> = ["time_period", "time_identifier", "geographic_level"]

  /// Downloads of the national statistics “Children looked after in England including adoptions” and the population
  /// file of “Children in need”, as Explore education statistics gives them.
  static let downloads: [PublishedShape] = [
    PublishedShape(
      kind: "download-cla", title: "Children looked after, starts and ends (national download)",
      columns: downloadColumns.union(["population_count", "number", "rate_per_10000"]), year: .timePeriod
    ) { row in
      let count = row["population_count"].lowercased()
      let measure =
        count.contains("31 march")
        ? "cla" : count.contains("starting") ? "started" : count.contains("ceasing") ? "ceased" : nil
      guard let measure else { return [] }
      return [
        Reading(measure: measure == "cla" ? "cla-31-march" : measure, unit: "children", value: row["number"]),
        Reading(measure: measure + "-rate", unit: "per 10,000 children", value: row["rate_per_10000"]),
        Reading(measure: "population-0-17", unit: "children", value: row["population_estimate"]),
      ]
    },
    PublishedShape(
      kind: "download-stability", title: "Stability of placements (national download)",
      columns: downloadColumns.union(["cla_group", "placement_stability"]), year: .timePeriod
    ) { row in
      stability(
        cohort: row["cla_group"], row: row["placement_stability"], number: row.number, percent: row.percent)
    },
    PublishedShape(
      kind: "download-new-placements", title: "New placements and changes (national download)",
      columns: downloadColumns.union(["characteristic", "breakdown"]),
      telling: (
        "characteristic",
        ["location of new placements during the year", "reason for placement change during the year"]
      ),
      year: .timePeriod
    ) { row in
      part(
        of: "new-placements", row["characteristic"], newPlacement(row["breakdown"]), number: row.number,
        percent: row.percent)
    },
    PublishedShape(
      kind: "download-characteristics", title: "Children looked after by characteristic (national download)",
      columns: downloadColumns.union(["cla_group", "characteristic"]), without: ["placement_stability"],
      telling: (
        "cla_group", ["placement", "place providers", "age group", "legal status", "category of need"]
      ),
      year: .timePeriod
    ) { row in
      guard row["cla_group"].lowercased() == "placement" else {
        return part(
          of: "cla", row["cla_group"], row["characteristic"], number: row.number, percent: row.percent)
      }
      let type = placementType(row["characteristic"])
      let name = row["characteristic"]
      let count = Reading(measure: "placements/" + type, breakdown: name, unit: "children", value: row.number)
      guard type != "total" else { return [count] }
      return [
        count,
        Reading(measure: "placement-mix/" + type, breakdown: name, unit: "percent", value: row.percent),
      ]
    },
    PublishedShape(
      kind: "download-population", title: "Children aged 0 to 17, mid-year estimates (national download)",
      columns: downloadColumns.union(["age_group", "population_estimate"]), year: .middle("time_period")
    ) { row in
      guard row["age_group"].lowercased().contains("0 to 17") else { return [] }
      return [Reading(measure: "population-0-17", unit: "children", value: row["population_estimate"])]
    },
  ]

  /// The collated files' shorter words for where a new placement is, so that both forms give one measure.
  private static func newPlacement(_ text: String) -> String {
    let words = text.lowercased()
    guard words.hasPrefix("placed ") else { return text }
    return "\(words.contains("inside") ? "inside" : "outside") LA \(words.contains("less") ? "<" : ">")20mi"
  }
}

extension PublishedRow {
  /// The count of children, by either of its columns' names.
  fileprivate var number: String { self["number"].isEmpty ? self["children_count"] : self["number"] }
  /// The percentage, by either of its columns' names.
  fileprivate var percent: String {
    self["percentage"].isEmpty ? self["children_percent"] : self["percentage"]
  }
}
