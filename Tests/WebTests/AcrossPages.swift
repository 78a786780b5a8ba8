import Foundation
import Testing

@testable import Web

/// Counts of children in care on a day, as all pages together show them: what somebody can add and subtract who looks at
/// every page. Kinds of placement are named as pages name them.
struct AcrossPages {
  /// A count, of which kinds of placement, and where it stands.
  struct Shown {
    let kinds: Set<String>, count: Int, place: String
  }

  private(set) var shown: [Shown] = []
  private let truth: [String: Int]

  /// The counts on a day, `2026-03-31`, of pages by their paths. `truth` is how many children there are of each kind;
  /// `targets` the kinds that a plan's target counts, by its name.
  init(
    _ pages: [String: String], on day: (iso: String, spoken: String, short: String), truth: [String: Int],
    targets: [String: Set<String>] = [:]
  ) {
    self.truth = truth.filter { $0.value > 0 }
    for (path, page) in pages {
      for (caption, rows) in HTMLText.tables(page) {
        guard let head = rows.first else { continue }
        let place = "\(path), “\(caption)”"
        if caption == "Placements as Homeward prices them, \(day.spoken)" {
          for row in rows.dropFirst() where row.count > 1 { add([row[0]], row[1], place) }
        } else if caption == "Children in care, by placement (today: \(day.spoken))" {
          let labels = rows.dropFirst().map { $0[0] }
          for row in rows.dropFirst() where row.count > 1 { add([row[0]], row[1], place, beside: labels) }
        } else if caption == "Children in care at each month's end" {
          for row in rows where row[0] == day.short {
            for (label, cell) in zip(head, row).dropFirst() { add([label], cell, place, beside: head) }
          }
        } else if caption == "Targets" {
          for row in rows.dropFirst() {
            guard let kinds = targets[row[0]], row.count > 2, row[2].hasSuffix(" on \(day.iso)") else {
              continue
            }
            add(kinds, String(row[2].prefix { $0 != " " }), place)
          }
        }
      }
    }
  }

  /// Adds a count; what is no number is kept back.
  private mutating func add(_ kinds: Set<String>, _ cell: String, _ place: String, beside: [String] = []) {
    guard let count = Int(cell.replacing(",", with: "")) else { return }
    var own = kinds
    if kinds == ["All"] { own = Set(truth.keys) }
    if kinds == ["Smaller categories together"] { own = Set(truth.keys).subtracting(beside) }
    shown.append(Shown(kinds: own.intersection(truth.keys), count: count, place: place))
  }

  /// Where a count is not what it should be: then the pages were read wrongly.
  var misread: [Shown] { shown.filter { one in one.kinds.reduce(0) { $0 + (truth[$1] ?? 0) } != one.count } }

  /// The kinds of placement of which one to five children follow from all counts shown, by adding and subtracting.
  func told() -> [Set<String>] {
    let names = truth.keys.sorted()
    var rows: [(pivot: Int, values: [Double])] = []
    func rest(_ kinds: Set<String>) -> [Double] {
      var values = names.map { kinds.contains($0) ? 1.0 : 0 }
      for row in rows where values[row.pivot] != 0 {
        let times = values[row.pivot]
        for index in values.indices { values[index] -= times * row.values[index] }
      }
      return values
    }
    for one in shown {
      let values = rest(one.kinds)
      guard let pivot = values.firstIndex(where: { abs($0) > 1e-9 }) else { continue }
      rows.append((pivot, values.map { $0 / values[pivot] }))
    }
    return (1..<(1 << names.count)).compactMap { mask in
      let kinds = Set(names.indices.filter { mask >> $0 & 1 == 1 }.map { names[$0] })
      let count = kinds.reduce(0) { $0 + (truth[$1] ?? 0) }
      return (1...5).contains(count) && rest(kinds).allSatisfy { abs($0) < 1e-9 } ? kinds : nil
    }
  }
}

/// Lines of unit costs, as a page shows them, whose nights are all but a few children's of another line's.
enum UnitCostLines {
  /// Nights of one kind at one provider, and the most children of a month.
  struct Share {
    let kind: String, provider: String, nights: Int
    let children: Int
  }

  /// Pairs of a kind and a provider of which one holds the other and few children besides.
  static func told(_ page: String, _ shares: [Share]) -> [String] {
    func sets(_ title: String, _ name: KeyPath<Share, String>) -> [(label: String, own: Set<Int>)] {
      let table = HTMLText.tables(page).first { $0.caption.hasPrefix(title) }
      let labels = Set((table?.rows ?? []).dropFirst().map { $0[0] })
      return labels.filter { $0 != "All" }.sorted().map { label in
        let isTogether = label.hasSuffix("of few children, together")
        return (
          label,
          Set(
            shares.indices.filter {
              let own = shares[$0][keyPath: name]
              return isTogether ? !labels.contains(own) : own == label
            })
        )
      }
    }
    var found: [String] = []
    for kind in sets("What a week cost by kind", \.kind) {
      for provider in sets("What a week cost by provider", \.provider) {
        for (whole, part) in [(kind, provider), (provider, kind)] where whole.own.isSuperset(of: part.own) {
          let rest = whole.own.subtracting(part.own)
          let children = rest.reduce(0) { $0 + shares[$1].children }
          if (1...5).contains(children) { found.append("\(whole.label) less \(part.label)") }
        }
      }
    }
    return found
  }
}

/// That the reading of pages above finds what it should.
struct AcrossPagesTests {
  private let truth = ["Foster": 40, "Homes": 9, "Parents": 8, "Secure": 2]

  private func table(_ caption: String, _ rows: [[String]]) -> String {
    "<table><caption>\(caption)</caption>"
      + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"
  }

  private func pages(_ forecast: [[String]], now: String) -> AcrossPages {
    AcrossPages(
      [
        "/children": table(
          "Placements as Homeward prices them, 31 March 2026",
          [
            ["Placement", "Children"], ["Foster", "40"], ["Homes", "9"], ["Parents", "c"], ["Secure", "c"],
            ["All", "59"],
          ]),
        "/forecast": table("Children in care at each month's end", forecast),
        "/plan": table("Targets", [["Target", "Status", "Now"], ["In homes", "Red", now]]),
      ], on: ("2026-03-31", "31 March 2026", "31 Mar 2026"), truth: truth,
      targets: ["In homes": ["Homes", "Secure"]])
  }

  @Test func `what one page keeps back and another shows is found`() {
    let same = pages(
      [["Day", "Foster", "Homes", "Smaller categories together"], ["31 Mar 2026", "40", "9", "10"]],
      now: "kept back")
    #expect(same.shown.count == 6 && same.misread.isEmpty && same.told().isEmpty)
    let other = pages(
      [["Day", "Foster", "Parents", "Smaller categories together"], ["31 Mar 2026", "40", "8", "11"]],
      now: "kept back")
    #expect(other.told() == [["Secure"]])
    let target = pages([["Day", "Foster"], ["31 Mar 2026", "40"]], now: "11 on 2026-03-31")
    #expect(target.told() == [["Secure"]])
    #expect(pages([["Day", "Foster"], ["31 Mar 2026", "41"]], now: "–").misread.count == 1)
  }

  @Test func `a kind and a provider that differ by few are found`() {
    let lines = [["Kind", "Children"], ["Own homes", "10"], ["Foster", "30"], ["All", "41"]]
    let kinds = table(
      "What a week cost by kind of care, 2025/26", lines + [["Kinds of few children, together", "9"]])
    let providers = table(
      "What a week cost by provider, 2025/26", [["Provider", "Children"], ["Our Homes", "11"]])
    let shares = [
      UnitCostLines.Share(kind: "Own homes", provider: "Our Homes", nights: 900, children: 10),
      UnitCostLines.Share(kind: "Secure", provider: "Our Homes", nights: 5, children: 1),
      UnitCostLines.Share(kind: "Foster", provider: "Merlin", nights: 900, children: 30),
    ]
    #expect(UnitCostLines.told(kinds + providers, shares) == ["Our Homes less Own homes"])
    #expect(UnitCostLines.told(kinds, shares).isEmpty)
  }
}
