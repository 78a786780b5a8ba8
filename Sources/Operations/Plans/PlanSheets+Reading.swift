import Files
import Plans
import Units

extension PlanSheets {
  /// The value of a plan's file that sheets make; what can't be placed is told.
  static func node(_ grids: [Grid], _ problems: inout [ScenarioProblem]) -> YAMLNode {
    var entries: [YAMLEntry] = []
    var items: [String: [YAMLNode]] = [:]
    for grid in grids {
      let name = (grid.sheet ?? "").lowercased()
      if name == head {
        entries += headEntries(grid)
      } else if let index = all.firstIndex(where: { $0.name == name }) {
        items[name] = rows(grid, all[index], number: index + 1, &problems)
      } else if !grid.rows.isEmpty {
        var problem = ScenarioProblem(
          line: 1, what: "no part of a plan stands on it",
          remedy: "Its sheets are: \(([head] + all.map(\.name)).joined(separator: ", ")).")
        problem.place = "Sheet “\(grid.sheet ?? "")”"
        problems.append(problem)
      }
    }
    for section in PlanSection.all {
      let lists = all.filter { $0.list?.section == section.name }
      let own = (items[section.name] ?? []).map { item in
        lists.reduce(item) { adding($1, items[$1.name] ?? [], to: $0) }
      }
      if own.isEmpty { continue }
      entries.append(
        YAMLEntry(key: section.name, line: own[0].line, column: 1, value: node(own[0].line, .sequence(own))))
      for list in lists { strays(list, items[list.name] ?? [], own, &problems) }
    }
    return node(line(sheet: 0, row: 1), .mapping(entries))
  }

  private static func node(_ line: Int, _ content: YAMLNode.Content) -> YAMLNode {
    YAMLNode(line: line, column: 1, content: content)
  }

  /// The keys of the head's sheet, each a row.
  private static func headEntries(_ grid: Grid) -> [YAMLEntry] {
    var cells: [(String, YAMLNode)] = []
    for row in grid.rows.dropFirst() where row[0] != .empty && row[1] != .empty {
      cells.append((row[0].text, node(line(sheet: 0, row: row.number), .scalar(text(row[1])))))
    }
    return nested(cells, Plan.head.map(\.key), line(sheet: 0, row: 1))
  }

  /// The rows of a sheet as mappings.
  private static func rows(
    _ grid: Grid, _ sheet: Sheet, number: Int, _ problems: inout [ScenarioProblem]
  ) -> [YAMLNode] {
    guard let heading = grid.rows.first else { return [] }
    var items: [YAMLNode] = []
    for row in grid.rows.dropFirst() where !row.isBlank {
      let line = line(sheet: number, row: row.number)
      var cells: [(String, YAMLNode)] = []
      for column in row.values.indices where row[column] != .empty {
        let name = heading[column].text
        if name.isEmpty {
          problems.append(
            placed(
              ScenarioProblem(
                line: line,
                what: "the cell \(grid.address(row: row.number, column: column)) stands under no heading",
                remedy: "Give its column a heading, or empty it.")))
          continue
        }
        cells.append((name, node(line, .scalar(text(row[column])))))
      }
      items.append(node(line, .mapping(nested(cells, sheet.keys, line))))
    }
    return items
  }

  /// What a cell says, as a text file would have it.
  private static func text(_ value: GridValue) -> String {
    switch value {
    case .day(let day): day.description
    case .boolean(let flag): flag ? "yes" : "no"
    default: value.text
    }
  }

  /// Keys of columns such as “derivation volume” put under one another, and lists taken apart.
  private static func nested(_ cells: [(String, YAMLNode)], _ keys: [PlanKey], _ line: Int) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var done: Set<String> = []
    for (name, value) in cells {
      guard let key = keys.first(where: { name == $0.name || name.hasPrefix($0.name + " ") }) else {
        entries.append(YAMLEntry(key: name, line: value.line, column: 1, value: value))
        continue
      }
      guard done.insert(key.name).inserted else { continue }
      let own = cells.filter { $0.0.hasPrefix(key.name + " ") }.map {
        (String($0.0.dropFirst(key.name.count + 1)), $0.1)
      }
      let made: YAMLNode
      switch key.shape {
      case .object(let keys): made = node(line, .mapping(nested(own, keys, value.line)))
      case .amounts, .counts:
        made = node(
          line, .mapping(own.map { YAMLEntry(key: $0.0, line: $0.1.line, column: 1, value: $0.1) }))
      case .points: made = node(value.line, .mapping(points(value)))
      case .texts, .numbers: made = node(value.line, .sequence(parts(value)))
      default: made = value
      }
      entries.append(YAMLEntry(key: key.name, line: value.line, column: 1, value: made))
    }
    return entries
  }

  /// The lines of a cell.
  private static func parts(_ value: YAMLNode) -> [YAMLNode] {
    (value.text ?? "").split(separator: "\n").map {
      node(value.line, .scalar(String($0).replacing(lineBreak, with: "\n")))
    }
  }

  /// Lines such as “2028-03-31: 24”.
  private static func points(_ value: YAMLNode) -> [YAMLEntry] {
    parts(value).map { part in
      let sides = (part.text ?? "").split(separator: ":", maxSplits: 1).map { String($0.drop { $0 == " " }) }
      return YAMLEntry(
        key: sides.first ?? "", line: value.line, column: 1,
        value: node(value.line, .scalar(sides.count > 1 ? sides[1] : "")))
    }
  }

  // MARK: Lists of items

  private static func id(_ node: YAMLNode, _ key: String) -> String? {
    node.entries?.first { $0.key == key }?.value.text
  }

  /// An item with the rows of a list that are its own.
  private static func adding(_ sheet: Sheet, _ rows: [YAMLNode], to item: YAMLNode) -> YAMLNode {
    guard let key = sheet.list?.key, let wanted = id(item, "id") else { return item }
    let own = rows.filter { id($0, owner) == wanted }.map { row in
      node(row.line, .mapping((row.entries ?? []).filter { $0.key != owner }))
    }
    if own.isEmpty { return item }
    let entry = YAMLEntry(key: key, line: own[0].line, column: 1, value: node(own[0].line, .sequence(own)))
    return node(item.line, .mapping((item.entries ?? []) + [entry]))
  }

  /// Tells rows that belong to no item.
  private static func strays(
    _ sheet: Sheet, _ rows: [YAMLNode], _ items: [YAMLNode], _ problems: inout [ScenarioProblem]
  ) {
    let ids = Set(items.compactMap { id($0, "id") })
    for row in rows where !(id(row, owner).map(ids.contains) ?? false) {
      problems.append(
        placed(
          ScenarioProblem(
            line: row.line,
            what: "“\(id(row, owner) ?? "")” is no id of the sheet “\(sheet.list?.section ?? "")”",
            remedy: "Write the id of the item it belongs to into the column “\(owner)”.")))
    }
  }
}
