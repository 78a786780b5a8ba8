/// A measure that one row gives a figure of.
struct Reading {
  var measure: String
  var breakdown = ""
  var unit: String
  var value: String
  var flag = ""
}

/// A kind of file: the columns that tell it, and what figures its rows give.
struct PublishedShape: Sendable {
  /// The kind's stable name.
  let kind: String
  /// What it holds, for a person.
  let title: String
  /// Columns such a file must have.
  let columns: Set<String>
  /// Columns it must not have.
  var without: Set<String> = []
  /// Where two kinds have the same columns: a column and values of it, one of which stands in the first kind only.
  var telling: (column: String, values: Set<String>)?
  /// Where the year stands.
  let year: PublishedYear
  /// The figures of a row.
  let readings: @Sendable (PublishedRow) -> [Reading]

  /// Whether a file with these columns may be of this kind.
  func matches(_ names: Set<String>) -> Bool {
    columns.isSubset(of: names) && without.isDisjoint(with: names)
  }

  /// Every kind read.
  static let all: [PublishedShape] = tidy + wide + downloads
}

/// What a placement type is called in our measures, from either form of its name. Words are looked for in order.
func placementType(_ text: String) -> String {
  let name = text.slug
  let known = [
    ("foster", "foster"), ("adoption", "placed-for-adoption"), ("parents", "with-parents"),
    ("residential-school", "residential-school"), ("semi-indep", "secure-childrens-homes-and-hostels"),
    ("hostel", "secure-childrens-homes-and-hostels"), ("secure", "secure-and-childrens-homes"),
    ("childrens-home", "secure-and-childrens-homes"), ("community", "other-in-community"),
    ("independent", "independent-supported-accommodation"),
    ("supported", "independent-supported-accommodation"),
    ("other-residential", "other-residential"), ("missing", "missing"), ("total", "total"),
    ("other", "other"),
  ]
  return known.first { name.contains($0.0) }?.1 ?? name
}

/// The measure of stability that a cohort and a row of it stand for: number and percentage.
func stability(cohort: String, row: String, number: String, percent: String) -> [Reading] {
  let cohort = cohort.lowercased()
  let measure =
    cohort.contains("2.5")
    ? "long-term-stability" : cohort.contains("2 years") ? "three-placements-in-2-years" : "three-placements"
  if row.lowercased().contains("total") {
    return [Reading(measure: measure + "/cohort", unit: "children", value: number)]
  }
  return [
    Reading(measure: measure + "/children", unit: "children", value: number),
    Reading(measure: measure, unit: "percent", value: percent),
  ]
}

/// Number and percentage of a part of the children in care, of starts or of ends.
func part(
  of whole: String, _ group: String, _ name: String, number: String, percent: String, flag: String = ""
) -> [Reading] {
  let group = groupName(group)
  let measure = "\(whole)/\(group)/\(name.slug)"
  var readings = [Reading(measure: measure, breakdown: name, unit: "children", value: number, flag: flag)]
  if !percent.isEmpty, name.slug != "total" {
    readings.append(
      Reading(
        measure: "\(whole)/\(group)-percent/\(name.slug)", breakdown: name, unit: "percent", value: percent))
  }
  return readings
}

private func groupName(_ text: String) -> String {
  let name = text.slug
  let known = [
    ("distance", "distance"), ("location", "location"), ("need", "need"), ("ethnic", "ethnicity"),
    ("la-of-placement", "la-of-placement"), ("legal", "legal"), ("provider", "provider"),
    ("unaccompanied", "uasc"),
    ("uasc", "uasc"), ("reason", "reason"), ("taken-into-care", "taken"), ("age", "age"), ("total", "total"),
  ]
  return known.first { name.contains($0.0) }?.1 ?? name
}
