import Care
import Forecasting
import Units

extension ExplainReport {
  /// The explanation as a long, stable CSV: `table,row,statistic,value`. Money is whole pence.
  public func csv() -> String {
    var out = "table,row,statistic,value\n"
    func add(_ table: String, _ row: String, _ statistic: String, _ value: String) {
      // Only words can be taken for a formula: numbers stay numbers.
      out += CSVText.line([table, row, statistic]).dropLast() + ",\(value)\n"
    }
    for (table, rows) in changes {
      for row in rows {
        for (name, value) in row.values { add(table, row.id, name, ExplainReport.plain(value)) }
      }
    }
    for bar in tornado?.bars ?? [] {
      for (name, value) in figures(bar) {
        add("assumptions", id(bar.assumption), name, ExplainReport.plain(value))
      }
    }
    return out
  }

  /// The explanation as JSON, keys sorted. Money is whole pence.
  public func json() throws -> String {
    var document: [String: JSONValue] = [
      "council": .string(council), "asOf": .string(asOf.description), "until": .string(horizon.description),
      "futures": .number(Double(futures)), "headline": .string(sentences().joined(separator: " ")),
      "howItWasMade": .array(howItWasMade.map { .string($0) }),
    ]
    for (table, rows) in changes {
      document[table] = .array(
        rows.map { row in
          var members: [String: JSONValue] = ["driver": .string(row.id)]
          for (name, value) in row.values { members[name] = .number(value) }
          return .object(members)
        })
    }
    if let tornado, let year {
      document["financialYear"] = .string(year.description)
      document["costPence"] = .number(tornado.cost.rounded())
      document["assumptions"] = .array(
        tornado.bars.map { bar in
          var members: [String: JSONValue] = [
            "assumption": .string(id(bar.assumption)), "label": .string(label(bar.assumption)),
            "lowWords": .string(words(bar, bar.low, isPublished: false)),
            "highWords": .string(words(bar, bar.high, isPublished: false)), "isChance": .bool(bar.isChance),
          ]
          for (name, value) in figures(bar) { members[name] = .number(value) }
          return .object(members)
        })
    }
    return try JSONText.of(JSONValue.object(document))
  }

  private typealias Figures = (id: String, values: [(String, Double)])

  private var changes: [(table: String, rows: [Figures])] {
    [
      ("children", ExplainReport.figures(decomposition.children) { ExplainReport.id($0) }),
      ("weekly_cost_pence", ExplainReport.figures(decomposition.weeklyCost) { ExplainReport.id($0) }),
    ]
  }

  private static func figures<Driver>(
    _ change: Decomposition.Change<Driver>, id: (Driver) -> String
  ) -> [Figures] {
    func values(_ spread: Spread?) -> [(String, Double)] {
      guard let spread else { return [] }
      let range = spread.interval(80)
      return [("mean", spread.mean), ("low80", Double(range.low)), ("high80", Double(range.high))]
    }
    return [("today", [("mean", Double(change.start))])]
      + change.drivers.map { driver in
        (
          id(driver),
          values(change.spread(driver))
            + (change.shareOfSpread([driver]).map { [("share_of_spread", $0)] } ?? [])
        )
      } + [("then", values(Spread(change.ends)))]
  }

  private func figures(_ bar: Tornado.Bar) -> [(String, Double)] {
    func side(_ name: String, _ side: Tornado.Side) -> [(String, Double)] {
      [("\(name)_factor", side.factor)] + (side.plain.map { [("\(name)_a_year_or_share", $0)] } ?? [])
        + [
          ("\(name)_children", side.children), ("\(name)_cost_pence", side.cost.rounded()),
          ("\(name)_cost_error_pence", side.costError.rounded()),
        ]
    }
    return (bar.plain.map { [("a_year_or_share", $0)] } ?? []) + side("low", bar.low) + side("high", bar.high)
  }

  /// A number without a decimal point where it is whole.
  private static func plain(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }

  private static func id(_ driver: Decomposition.ChildDriver) -> String {
    switch driver {
    case .entries: "entries"
    case .exits(let kind): kind.id
    case .eighteenths: "eighteenths"
    }
  }

  private static func id(_ driver: Decomposition.CostDriver) -> String {
    switch driver {
    case .entries: "entries"
    case .exits: "exits"
    case .eighteenths: "eighteenths"
    case .mix: "mix"
    case .price: "price"
    }
  }

  private func id(_ assumption: Assumption) -> String {
    switch assumption {
    case .entries: "entries"
    case .drift: "drift"
    case .firstPlacement(let category): "first_placement_" + book.entries[category].id
    case .exits(let kind): kind.id
    case .moves: "moves"
    case .destination(let category): "moves_to_" + book.entries[category].id
    case .uplift: "uplift"
    case .price(let category): "price_" + book.entries[category].id
    }
  }
}
