import Care
import Reporting
import Returns
import Units

extension ReadingSummary {
  /// What was read and what became of it, counted.
  init(_ built: BuiltHistories, isAsOfStated: Bool, warnings: [String]) {
    let returns = built.returns
    let aside = Dictionary(grouping: returns.setAside, by: \.reason).mapValues {
      $0.reduce(0) { $0 + $1.rows }
    }
    // With an as-of date stated, ends after it are what was asked for, not faults.
    let faults = built.findings.filter { !(isAsOfStated && $0.kind == .endAfterAsOf) }
    let repairs = Dictionary(grouping: faults, by: \.kind).mapValues(\.count)
    let years = returns.years
    let histories = built.histories
    self.init(
      filesUsed: returns.files.count { if case .table = $0.status { true } else { false } },
      filesMet: returns.files.count,
      years: years.count == 1
        ? "\(years[0])" : "\(years.first?.description ?? "") to \(years.last?.description ?? "")",
      rowsRead: returns.rowsRead, rowsUsed: returns.rowsUsed,
      rowsSetAside: returns.rowsSetAside,
      reasons: aside.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map {
        ($0.key.rawValue, $0.value)
      },
      repairs: repairs.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map {
        ($0.key.rawValue, $0.value)
      },
      unknownStarts: histories.openWithUnknownStart,
      isAsOfStated: isAsOfStated, warnings: warnings)
  }
}
