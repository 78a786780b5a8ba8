public import Care
import Units

extension FeeLedger {
  /// The council's weekly fee of every stay in `CareHistories.stays`, in pence, at the level of the as-of date; nil where
  /// the ledger has none. A stay has the fee of its last rate period, several at once added; one that is over is brought
  /// to the as-of date by its category's list price.
  public func weeklyFees(of histories: CareHistories, prices: PriceSchedule) -> [Int64?] {
    var groups: [ChildID: Range<Int>] = [:]
    for (index, line) in lines.enumerated() {
      groups[line.child] = (groups[line.child]?.lowerBound ?? index)..<(index + 1)
    }
    return histories.stays.map { stay in
      guard let group = groups[histories.children[Int(stay.child)].id] else { return nil }
      let last = min((stay.end ?? .distantFuture) - 1, histories.asOf)
      let present = lines[group].filter {
        $0.kind == .placement && $0.start <= last && stay.start < ($0.end ?? .distantFuture)
      }
      guard let latest = present.map({ min($0.end ?? .distantFuture, last + 1) }).max() else { return nil }
      let charged = present.filter { min($0.end ?? .distantFuture, last + 1) == latest }
      let weekly = charged.reduce(0) { $0 + $1.councilWeekly.pencePerWeek }
      let category = histories.episodes[stay.episodes.upperBound - 1].category
      guard latest <= histories.asOf, let then = prices.rate(of: category, on: latest - 1)?.pencePerWeek,
        let now = prices.rate(of: category, on: histories.asOf)?.pencePerWeek, then > 0
      else { return Int64(weekly) }
      return Int64((Double(weekly) * Double(now) / Double(then)).rounded())
    }
  }
}
