import Care
import Costing
import Units

/// Which kinds of care and which providers may stand by themselves in unit costs that are published.
///
/// Both tables are of the same nights: where a provider has all of a kind's nights but a few children's, the two
/// differ by what these cost. So what few children lie between stands together with what is of few children.
struct UnitCostsApart: Sendable {
  /// Kinds: alone, or several together.
  let kinds: [[Category?]]
  /// The providers that stand alone; the others stand together.
  let providers: Set<String>

  /// A child's nights of one kind at one provider, which are in one line of each table.
  private struct Share: Hashable {
    let child: ChildID, kind: Category?, provider: String
  }

  init(_ costs: UnitCosts, _ book: CategoryBook) {
    var numbers: [Share: Int] = [:]
    var kindRows: [Category?: Set<Int>] = [:], providerRows: [String: Set<Int>] = [:]
    var kindChildren: [Category?: Set<ChildID>] = [:], providerChildren: [String: Set<ChildID>] = [:]
    for cell in costs.cells {
      kindChildren[cell.category, default: []].formUnion(cell.children)
      providerChildren[cell.provider, default: []].formUnion(cell.children)
      for child in cell.children {
        let share = Share(child: child, kind: cell.category, provider: cell.provider)
        let number = numbers[share] ?? numbers.count
        numbers[share] = number
        kindRows[cell.category, default: []].insert(number)
        providerRows[cell.provider, default: []].insert(number)
      }
    }
    let present = costs.kinds(book)
    let groups = Disclosure.together(present.map { kindChildren[$0] ?? [] }).map { $0.map { present[$0] } }
    let names = providerRows.keys.sorted()
    let byName = Disclosure.together(names.map { providerChildren[$0] ?? [] }).map { $0.map { names[$0] } }
    let cells =
      groups.enumerated().map { index, group in
        Suppression.Cell(
          id: "kind \(index)", rows: group.reduce(into: []) { $0.formUnion(kindRows[$1] ?? []) },
          table: "kinds", rank: 3)
      }
      + byName.map { group in
        Suppression.Cell(
          id: "provider " + group[0], rows: group.reduce(into: []) { $0.formUnion(providerRows[$1] ?? []) },
          table: "providers", rank: group.count > 1 ? 2 : 1)
      } + [Suppression.Cell(id: "all", rows: Set(numbers.values), rank: 4)]
    let hidden = Suppression.hidden(cells)
    let isKept = groups.indices.map { groups[$0].count == 1 && !hidden.contains("kind \($0)") }
    let together = groups.indices.filter { !isKept[$0] }.flatMap { groups[$0] }
    let alone = groups.indices.filter { isKept[$0] }.map { groups[$0] }
    kinds = (alone + (together.isEmpty ? [] : [together.sorted(by: UnitCostsApart.isBefore)]))
      .sorted { UnitCostsApart.isBefore($0[0], $1[0]) }
    providers = Set(
      byName.filter { $0.count == 1 && !hidden.contains("provider " + $0[0]) }.map { $0[0] })
  }

  private static func isBefore(_ a: Category?, _ b: Category?) -> Bool {
    (a?.index ?? .max) < (b?.index ?? .max)
  }
}

extension UnitCosts {
  /// Every kind of care with nights, in the order of the book; nil where neither returns nor ledger tell.
  func kinds(_ book: CategoryBook) -> [Category?] {
    (book.all.map { Optional($0) } + [nil]).filter { category in
      cells.contains { $0.category == category }
    }
  }
}
