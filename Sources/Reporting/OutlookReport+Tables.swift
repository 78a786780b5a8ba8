import Forecasting

extension OutlookReport {
  /// The council's years ahead.
  func outlookTable() -> ReportTable {
    let rows = council.outlook.map { year in
      ReportTable.Row(
        label: "31 March \(year.year)",
        cells: [Self.whole(year.centre)] + [50, 80, 95].map { Self.range(year.interval($0)) }, isTotal: false)
    }
    return ReportTable(
      title: "Children looked after in \(council.name), to come", labels: "Day",
      columns: ["Middle", "5 times in 10", "8 times in 10", "95 times in 100"], rows: rows, notes: [])
  }

  /// The counts known.
  func historyTable() -> ReportTable {
    let rows = panel.years.filter { council.counts[$0] != nil }.map { year in
      ReportTable.Row(
        label: "31 March \(year)",
        cells: [council.counts[year].map(Words.number) ?? "", change(council, from: year - 1, to: year)],
        isTotal: false)
    }
    return ReportTable(
      title: "Children looked after in \(council.name), as published", labels: "Day",
      columns: ["Children", "Change on the year"], rows: rows, notes: [Self.attribution])
  }

  /// The council beside its statistical neighbours; nil where none are known.
  func neighbourTable() -> ReportTable? {
    guard !neighbours.isEmpty, let last = council.outlook.last else { return nil }
    let rows = ([council] + neighbours).map { council in
      ReportTable.Row(
        label: council.name,
        cells: [
          council.counts[origin].map(Words.number) ?? "–", change(council, from: origin - 1, to: origin),
          change(council, from: origin - 3, to: origin),
          council.outlook.last.map { Self.whole($0.centre) } ?? "–",
          council.outlook.last.map { Self.range($0.interval(80)) } ?? "–",
        ], isTotal: false)
    }
    return ReportTable(
      title: "\(council.name) and its statistical neighbours, nearest first", labels: "Council",
      columns: [
        "March \(origin)", "In one year", "In three", "March \(last.year), middle", "8 times in 10",
      ], rows: rows, notes: [])
  }

  /// A change in per cent with its sign; a dash where a count is missing.
  private func change(_ council: Council, from: Int, to: Int) -> String {
    guard let before = council.counts[from], before > 0, let after = council.counts[to] else { return "–" }
    let tenths = Int((1000 * (Double(after) / Double(before) - 1)).rounded())
    return (tenths > 0 ? "+" : "") + Words.tenths(tenths) + "%"
  }
}
