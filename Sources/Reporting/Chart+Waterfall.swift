extension Chart {
  /// Steps from one amount to another: what adds and what takes off. An axis that doesn't start at nought shows small
  /// steps of large amounts.
  static func waterfall(
    id: String, start: (label: String, value: Double)?, steps: [(String, Double)], end: String, axis: String,
    startsAtZero: Bool = true, description: String
  ) -> Chart {
    var values: [JSONValue] = []
    func add(_ name: String, _ from: Double, _ to: Double, _ kind: String) {
      values.append([
        "name": .string(name), "from": .number(from), "to": .number(to), "kind": .string(kind),
      ])
    }
    var level = start?.value ?? 0
    var levels = [level]
    for (_, step) in steps { levels.append((levels.last ?? 0) + step) }
    // Bars of whole amounts begin at the axis's own start.
    let (least, most) = (levels.min() ?? 0, levels.max() ?? 0)
    let floor = startsAtZero ? 0 : least - max(1, (most - least) * 0.25)
    if let start { add(start.label, floor, start.value, "In all") }
    for (label, step) in steps {
      add(label, level, level + step, step >= 0 ? "Adds" : "Takes off")
      level += step
    }
    add(end, floor, level, "In all")
    return Chart(
      id: id, description: description,
      spec: [
        "width": 520, "height": ["step": 34], "background": "white", "data": ["values": .array(values)],
        "mark": ["type": "bar", "height": ["band": 0.7]],
        "encoding": [
          "y": [
            "field": "name", "type": "nominal", "sort": .null, "title": .null, "axis": ["labelLimit": 260],
          ],
          "x": [
            "field": "from", "type": "quantitative", "title": .string(axis),
            "scale": ["zero": .bool(startsAtZero)],
          ], "x2": ["field": "to"],
          "color": [
            "field": "kind", "type": "nominal", "title": .null,
            "scale": [
              "domain": ["In all", "Adds", "Takes off"], "range": ["#3D3D3D", "#12436D", "#28A197"],
            ],
            "legend": ["orient": "top", "symbolType": "square"],
          ],
        ], "config": Chart.look,
      ])
  }
}
