import Care
import Files
import Units

/// Fees that can't be what they say: a month's in a weekly column, pence among pounds. They are told by what else is
/// paid for the same placement, to the same provider and in the same category.
struct FeeDoubts {
  /// Fees that resemble one another, in order.
  private struct Others {
    let fees: [Int]

    init(_ fees: [Int]) { self.fees = fees.sorted() }

    /// Fewer have no shape.
    static let fewest = 8

    func quantile(_ share: Double) -> Double { Double(fees[Int(share * Double(fees.count - 1))]) }
  }

  private struct Key: Hashable {
    let provider: String
    let category: Category?
    let kind: FeeKind
  }

  /// Weeks in a month.
  private static let month = 365.0 / 84
  private let groups: [Key: Others]
  private let siblings: [PlacementKey: [Int]]

  private struct PlacementKey: Hashable {
    let child: ChildID
    let placement: String
  }

  init(_ lines: [FeeLine]) {
    var fees: [Key: [Int]] = [:]
    var siblings: [PlacementKey: [Int]] = [:]
    for line in lines where line.weekly.pencePerWeek > 0 {
      for key in FeeDoubts.keys(line) { fees[key, default: []].append(line.weekly.pencePerWeek) }
      if !line.placement.isEmpty {
        siblings[PlacementKey(child: line.child, placement: line.placement), default: []]
          .append(line.weekly.pencePerWeek)
      }
    }
    groups = fees.filter { $0.value.count >= Others.fewest }.mapValues(Others.init)
    self.siblings = siblings
  }

  /// The groups a line belongs to, the closest first.
  private static func keys(_ line: FeeLine) -> [Key] {
    let wide = Key(provider: "", category: line.category, kind: line.kind)
    return line.provider.isEmpty
      ? [wide] : [Key(provider: line.provider, category: line.category, kind: line.kind), wide]
  }

  /// Takes lines in doubt out of the ledger.
  func setAside(from lines: inout [FeeLine], _ tables: [(grid: Grid, fee: Int)], _ reading: inout FeeReading)
  {
    var doubted: Set<LedgerPlace> = []
    for line in lines {
      guard let (kind, problem) = doubt(line) else { continue }
      let (grid, column) = tables[Int(line.place.file)]
      doubted.insert(line.place)
      reading.setAside.append(
        SetAsideLine(
          place: line.place, address: grid.address(row: Int(line.place.row), column: column), kind: kind,
          problem: problem, weekly: line.weekly, start: line.start, end: line.end))
    }
    guard !doubted.isEmpty else { return }
    lines.removeAll { doubted.contains($0.place) }
    reading.findings.removeAll { doubted.contains($0.place) }
  }

  private func doubt(_ line: FeeLine) -> (SetAsideKind, String)? {
    let fee = Double(line.weekly.pencePerWeek)
    guard fee > 0 else { return nil }
    let pounds = "£\(line.weekly.pounds)"
    for key in FeeDoubts.keys(line) {
      guard let others = groups[key] else { continue }
      let middle = others.quantile(0.5)
      let usual = "others like it are about £\(WeeklyRate(pencePerWeek: Int(middle)).pounds)"
      if (50...200).contains(fee / middle) {
        return (
          .pence, "The fee would be \(pounds) a week, and \(usual): pence in a column of pounds? Correct it."
        )
      }
      // What pays for transport or therapy alone may be small.
      if (50...200).contains(middle / fee), line.parts.core > 0 || line.parts.sum == 0 {
        return (
          .pounds, "The fee would be \(pounds) a week, and \(usual): pounds in a column of pence? Correct it."
        )
      }
      if isPerMonth(fee, line, others) {
        return (
          .perMonth,
          "The fee would be \(pounds) a week, and \(usual): a month's fee? Correct it, or give a mapping with “per: month”."
        )
      }
    }
    return nil
  }

  private func isPerMonth(_ fee: Double, _ line: FeeLine, _ others: Others) -> Bool {
    let weekly = fee / FeeDoubts.month
    let (low, high) = (others.quantile(0.05), others.quantile(0.95))
    if fee > 2.5 * others.quantile(0.9), (low...max(low, high)).contains(weekly) { return true }
    let same = siblings[PlacementKey(child: line.child, placement: line.placement)] ?? []
    return same.contains {
      (4.1...4.6).contains(fee / Double($0)) && (low / 1.5...max(low, high) * 1.5).contains(Double($0))
    }
  }
}

extension WeeklyRate {
  /// Pounds and pence, `3233.76`.
  fileprivate var pounds: String { Money(pence: pencePerWeek).plainPounds }
}
