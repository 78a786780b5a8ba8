/// A fan as layers of a chart: what is known as a line, and bands of ranges around a middle.
enum Fan {
  /// Colours of the bands of 50, 80 and 95 %, dark in the middle; known apart in grey print too.
  static let colours: [JSONValue] = ["#6d94bd", "#a9c3df", "#dbe7f3"]

  /// A point of a band: `position` holds the field that lies along the chart.
  static func point(_ position: [String: JSONValue], band: String, low: Double, high: Double) -> JSONValue {
    .object(position.merging(["low": .number(low), "high": .number(high), "range": .string(band)]) { $1 })
  }

  /// The layers. `names` are the bands', narrowest first; `bands` their points, `middle` and `known` points with
  /// `children`.
  static func layers(
    along x: JSONValue, title: JSONValue, names: [String], hasLegend: Bool = true, hasPoints: Bool = false,
    bands: [JSONValue], middle: [JSONValue], known: [JSONValue]
  ) -> [JSONValue] {
    let y: JSONValue = ["field": "children", "type": "quantitative", "title": title]
    let low: JSONValue = ["field": "low", "type": "quantitative", "title": title]
    let colour: JSONValue = [
      "field": "range", "type": "nominal", "title": .null,
      "scale": [
        "domain": .array(names.map { .string($0) }),
        "range": .array(names.count == 1 ? [colours[1]] : colours),
      ],
      "legend": hasLegend ? ["orient": "top", "symbolType": "square"] : .null,
    ]
    let fans = names.reversed().map { name -> JSONValue in
      [
        "data": ["values": .array(bands)],
        "transform": [["filter": ["field": "range", "equal": .string(name)]]], "mark": ["type": "area"],
        "encoding": ["x": x, "y": low, "y2": ["field": "high"], "color": colour],
      ]
    }
    let point: JSONValue = hasPoints ? ["color": "#0b0c0c", "size": 30] : false
    return fans + [
      [
        "data": ["values": .array(middle)],
        "mark": ["type": "line", "color": "#0b0c0c", "strokeDash": [5, 4], "strokeWidth": 2],
        "encoding": ["x": x, "y": y],
      ],
      [
        "data": ["values": .array(known)],
        "mark": ["type": "line", "color": "#0b0c0c", "strokeWidth": 2, "point": point],
        "encoding": ["x": x, "y": y],
      ],
    ]
  }
}
