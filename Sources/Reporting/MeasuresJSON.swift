import Care
import Units

extension MeasuresReport {
  /// The measures as JSON, keys sorted. Statistics are named as in the CSV; one that is kept back or can't be made is
  /// null, and the kept back ones are named.
  public func json() throws -> String {
    try JSONText.of(document)
  }

  private var document: JSONValue {
    [
      "council": .string(council), "date": .string(measures.year.date.description),
      "yearFrom": .string(measures.year.firstDay.description), "headline": .string(headline),
      "smallNumbersKeptBack": .bool(isSuppressed), "years": .string(reading.years),
      "rows": [
        "read": .number(Double(reading.rowsRead)), "used": .number(Double(reading.rowsUsed)),
        "setAside": .number(Double(reading.rowsSetAside)),
      ],
      "cautions": .array(measures.cautions.map { .string($0) }),
      "warnings": .array(reading.warnings.map { .string($0) }),
      "figures": .array(measures.figures.map { object($0, isPart: false) }),
      "periods": .array(measures.flow.map { object($0, isPart: false) }),
      "breakdowns": .array(
        measures.breakdowns.map { breakdown in
          [
            "id": .string(breakdown.id), "title": .string(breakdown.title),
            "definition": .string(breakdown.definition), "source": .string(breakdown.source),
            "parts": .array((breakdown.parts + [breakdown.whole]).map { object($0, isPart: true) }),
          ]
        }),
    ]
  }

  private func object(_ measure: Measure, isPart: Bool) -> JSONValue {
    var members: [String: JSONValue] = ["id": .string(measure.id), "label": .string(measure.label)]
    if !isPart {
      members["definition"] = .string(measure.definition)
      members["source"] = .string(measure.source)
    }
    var keptBack: [JSONValue] = []
    for (name, value) in statistics(measure, isPart: isPart) {
      members[name] = Double(value).map { .number($0) } ?? .null
      if value == MeasuresReport.keptBack { keptBack.append(.string(name)) }
    }
    if !keptBack.isEmpty { members["keptBack"] = .array(keptBack) }
    if let beside = published[measure.id] { members["published"] = object(beside) }
    return .object(members)
  }

  private func object(_ beside: PublishedComparison) -> JSONValue {
    func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    return [
      "council": number(beside.council), "neighboursMean": number(beside.neighboursMean),
      "neighbours": .number(Double(beside.neighbours)), "region": number(beside.region),
      "england": number(beside.england), "year": .string(beside.year),
      "attribution": .string(beside.attribution), "licence": .string(PublishedComparison.licence),
    ]
  }
}
