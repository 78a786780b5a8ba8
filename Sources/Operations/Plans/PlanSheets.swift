import Files
import Plans
import Reporting
import Units

/// Where a plan's keys stand in the sheets of a spreadsheet: one sheet for the plan's head, one for each kind of item, and
/// one for each list that an item may hold, whose first column names the item.
enum PlanSheets {
  /// A sheet.
  struct Sheet: Sendable {
    let name: String
    let keys: [PlanKey]
    /// The section of the items that its rows belong to, and their key; nil where the rows are items.
    var list: (section: String, key: String)?
  }

  /// The first column of a sheet whose rows belong to items.
  static let owner = "of"
  /// The name of the sheet with the plan's head.
  static let head = "plan"

  /// Every sheet after the head's, in order.
  static let all: [Sheet] = PlanSection.all.flatMap { section in
    [Sheet(name: section.name, keys: section.keys)]
      + section.keys.compactMap { key in
        guard case .list(let own) = key.shape else { return nil }
        return Sheet(name: "\(section.name) \(key.name)", keys: own, list: (section.name, key.name))
      }
  }

  /// What stands for a line break within an entry of a cell that holds several, each on a line.
  static let lineBreak = "↵"
  /// The most characters that a cell keeps.
  static let longest = 32_000

  /// The first text that no cell keeps whole, and where it stands; nil where all fit.
  static func tooLong(_ tables: [PlanTables.Table]) -> String? {
    for table in tables {
      for (number, row) in table.rows.enumerated() {
        for (column, cell) in row.enumerated() {
          guard case .text(let text) = cell, text.utf8.count > longest else { continue }
          let words = "“\(table.columns[column])” of row \(number + 2) of the sheet “\(table.name)”"
          return
            "\(words) has \(text.count) characters, and a cell keeps \(longest): shorten it, or write YAML"
        }
      }
    }
    return nil
  }

  // MARK: Places

  private static let rowsOfSheet = 10_000_000

  /// A row of a sheet as a line, so that what is found on it can be told by sheet and row.
  static func line(sheet: Int, row: Int) -> Int { (sheet + 1) * rowsOfSheet + row }

  /// Where a line stands; nil where it is a line of a text.
  static func place(_ line: Int) -> String? {
    let sheet = line / rowsOfSheet - 1
    if sheet < 0 { return nil }
    let name = sheet == 0 ? head : all.indices.contains(sheet - 1) ? all[sheet - 1].name : ""
    return "Sheet “\(name)”, row \(line % rowsOfSheet)"
  }

  /// A problem with the sheet and row it stands on.
  static func placed(_ problem: ScenarioProblem) -> ScenarioProblem {
    var problem = problem
    problem.place = place(problem.line)
    return problem
  }

  // MARK: Writing

  /// A plan as tables.
  static func tables(_ plan: Plan) -> [PlanTables.Table] {
    let root = PlanWriter.node(plan)
    let entries = root.entries ?? []
    var head: [[PlanTables.Cell]] = []
    for entry in entries where !PlanSection.all.contains(where: { $0.name == entry.key }) {
      for (column, cell) in cells(entry, Plan.head.map(\.key)) { head.append([.text(column), cell]) }
    }
    var tables = [PlanTables.Table(name: PlanSheets.head, columns: ["key", "value"], rows: head)]
    for sheet in all {
      let items =
        entries.first { $0.key == sheet.list?.section ?? sheet.name }?.value.values ?? []
      tables.append(table(sheet, items))
    }
    return tables
  }

  private static func table(_ sheet: Sheet, _ items: [YAMLNode]) -> PlanTables.Table {
    var nodes: [(of: String?, item: YAMLNode)] = []
    for item in items {
      let entries = item.entries ?? []
      guard let list = sheet.list else {
        nodes.append((nil, item))
        continue
      }
      let id = entries.first { $0.key == "id" }?.value.text
      for own in entries.first(where: { $0.key == list.key })?.value.values ?? [] { nodes.append((id, own)) }
    }
    let rows = nodes.map { node in
      Dictionary(
        (node.item.entries ?? []).flatMap { cells($0, sheet.keys) }
          + (node.of.map { [(owner, PlanTables.Cell.text($0))] } ?? [])
      ) { first, _ in first }
    }
    var columns = (sheet.list == nil ? [] : [owner]) + sheet.keys.flatMap { PlanSheets.columns($0, "") }
    // Years have a column each, beside their key's place.
    for key in sheet.keys {
      guard case .amounts = key.shape else {
        if case .counts = key.shape { insert(key.name, rows, &columns) }
        continue
      }
      insert(key.name, rows, &columns)
    }
    return PlanTables.Table(
      name: sheet.name, columns: columns,
      rows: rows.map { row in columns.map { row[$0] ?? .text("") } })
  }

  /// Puts the years of a key in place of its own column.
  private static func insert(
    _ key: String, _ rows: [[String: PlanTables.Cell]], _ columns: inout [String]
  ) {
    let years = Set(rows.flatMap(\.keys).filter { $0.hasPrefix(key + " ") }).sorted()
    guard let place = columns.firstIndex(of: key) else { return }
    columns.replaceSubrange(place...place, with: years)
  }

  /// The columns of a key.
  private static func columns(_ key: PlanKey, _ before: String) -> [String] {
    switch key.shape {
    case .object(let keys): keys.flatMap { columns($0, before + key.name + " ") }
    case .list: []
    default: [before + key.name]
    }
  }

  /// The cells of a key by their columns.
  private static func cells(_ entry: YAMLEntry, _ keys: [PlanKey], _ before: String = "")
    -> [(String, PlanTables.Cell)]
  {
    guard let key = keys.first(where: { $0.name == entry.key }) else { return [] }
    let name = before + key.name
    switch key.shape {
    case .object(let own): return (entry.value.entries ?? []).flatMap { cells($0, own, name + " ") }
    case .list: return []
    case .amounts, .counts:
      return (entry.value.entries ?? []).map { ("\(name) \($0.key)", cell($0.value, key.shape)) }
    case .points:
      let lines = (entry.value.entries ?? []).map { "\($0.key): \($0.value.text ?? "")" }
      return [(name, .text(lines.joined(separator: "\n")))]
    case .texts, .numbers:
      let lines = (entry.value.values ?? []).compactMap(\.text).map { $0.replacing("\n", with: lineBreak) }
      return [(name, .text(lines.joined(separator: "\n")))]
    default: return [(name, cell(entry.value, key.shape))]
    }
  }

  private static func cell(_ node: YAMLNode, _ shape: PlanShape) -> PlanTables.Cell {
    let text = node.text ?? ""
    switch shape {
    case .amounts, .money: return (try? PlanValues.money(text)).map { .money($0) } ?? .text(text)
    case .counts, .number:
      // A spreadsheet keeps 15 figures; what has more stays text.
      guard let number = try? PlanValues.number(text), text.count <= 15 else { return .text(text) }
      return .number(number)
    default: return .text(text)
    }
  }
}
