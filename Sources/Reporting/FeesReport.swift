public import Care
public import Costing
public import Units

/// A fee ledger held against the returns, with what was read and set aside: what every output of `homeward fees` is made
/// from.
public struct FeesReport: Sendable {
  /// The council or folder it is about.
  public let council: String
  /// The categories.
  public let book: CategoryBook
  /// The last day known.
  public let asOf: CivilDay
  /// The ledger as read.
  public let reading: FeeReading
  /// How it stands to the returns.
  public let reconciliation: FeeReconciliation

  /// A report.
  public init(
    council: String, book: CategoryBook, asOf: CivilDay, reading: FeeReading,
    reconciliation: FeeReconciliation
  ) {
    self.council = council
    self.book = book
    self.asOf = asOf
    self.reading = reading
    self.reconciliation = reconciliation
  }

  var title: String { "\(council): the fee ledger held against the returns" }

  private var span: String {
    "\(reconciliation.days.start.spoken) to \((reconciliation.days.end - 1).spoken)"
  }

  /// What it comes to, in sentences.
  public func sentences() -> [String] {
    let found = reconciliation
    let share =
      found.fees.gross == .zero ? 100 : found.matched.gross.pence * 1000 / max(1, found.fees.gross.pence)
    var sentences = [
      "From \(span) the ledger charges \(Words.about(found.fees.gross)) for placements, \(Words.about(found.fees.council)) of it the council's. \(Words.about(found.matched.gross)) (\(Words.tenths(share)) %) is for nights that the returns have too."
    ]
    let wrong = found.withoutStay.council + found.overlapping.council
    if wrong > .zero {
      sentences.append(
        "\(Words.exactly(wrong)) of the council's money is for \(Words.count(found.withoutStay.nights + found.overlapping.nights, "night", "nights")) that it may not owe: the child was in no placement, or a second fee was paid."
      )
    }
    let missing = found.total(.noFee)
    if missing.nights > 0 {
      sentences.append(
        "\(Words.count(missing.nights, "night", "nights")) in care have no fee; at list price they cost \(Words.exactly(missing.gross))."
      )
    }
    sentences.append(
      "Priced by default, as no night has a fee: \(Words.number(found.staysByDefault)) of \(Words.count(found.stays, "stay", "stays"))."
    )
    if !reading.setAside.isEmpty {
      sentences.append(
        "\(Words.number(reading.setAside.count)) of \(Words.count(reading.rows, "row", "rows")) were set aside and are in no figure here."
      )
    }
    return sentences
  }

  /// How many children some kinds of difference are about.
  func children(_ kinds: [FeeFinding.Kind]) -> Int {
    Set(reconciliation.findings.lazy.filter { kinds.contains($0.kind) }.map(\.child)).count
  }

  /// The tables, without small numbers where they may be published.
  func tables(isPublished: Bool) -> [ReportTable] {
    [
      totals(isPublished: isPublished), kinds(isPublished: isPublished), isPublished ? nil : setAside,
      isPublished ? nil : lineFindings,
    ].compactMap { $0 }
  }

  private func row(_ label: String, _ total: FeeTotal, isTotal: Bool = false) -> ReportTable.Row {
    ReportTable.Row(
      label: label,
      cells: [Words.number(total.nights), Words.exactly(total.gross), Words.exactly(total.council)],
      isTotal: isTotal)
  }

  /// What is charged. Where it may be published, nothing is shown that rests on one to five children, nor what it could
  /// be found from.
  private func totals(isPublished: Bool) -> ReportTable {
    let found = reconciliation
    func isShown(_ kinds: [FeeFinding.Kind]) -> Bool {
      !isPublished || !Disclosure.isSmall(children(kinds))
    }
    let loose: [FeeFinding.Kind] = [.unknownChild, .afterLeaving, .beforeStart, .noStay]
    var rows: [ReportTable.Row] = []
    if isShown([.overlap]), isShown(loose), !isPublished || found.respite.nights == 0 {
      rows.append(row("Nights that the returns have too", found.matched))
      if found.respite.nights > 0 { rows.append(row("Nights of short breaks", found.respite)) }
      rows += [row("Second fees", found.overlapping), row("Nights without a stay", found.withoutStay)]
    }
    rows.append(row("Placements in all", found.fees, isTotal: true))
    for kind in FeeKind.allCases {
      let payees = Set(reading.ledger.lines.lazy.filter { $0.kind == kind }.map(\.child)).count
      guard let total = found.others[kind], !isPublished || !Disclosure.isSmall(payees) else { continue }
      rows.append(row("\(kind.rawValue)s".capitalisedStart, total))
    }
    return ReportTable(
      title: "What the ledger charges, \(span)", labels: "Fees",
      columns: ["Nights", "Whole fee", "Council's part"], rows: rows,
      notes: ["Direct payments, packages and allowances are not held against stays."])
  }

  /// Differences by kind. Where it may be published, a kind that rests on few children is shown without its figures.
  private func kinds(isPublished: Bool) -> ReportTable? {
    let found = reconciliation
    let rows = FeeFinding.Kind.allCases.compactMap { kind -> ReportTable.Row? in
      let total = found.total(kind)
      let count = found.findings.count { $0.kind == kind }
      guard count > 0 else { return nil }
      let isHidden = isPublished && Disclosure.isSmall(children([kind]))
      let cells =
        isHidden
        ? Array(repeating: "few", count: 5)
        : [
          Words.number(count), Words.number(children([kind])), Words.number(total.nights),
          Words.exactly(total.gross), Words.exactly(total.council),
        ]
      return ReportTable.Row(label: kind.rawValue.capitalisedStart, cells: cells, isTotal: false)
    }
    guard !rows.isEmpty else { return nil }
    var notes = [
      "Nights without a fee are at list price. An implausible jump is a change of over 40 % with no move, on no uplift date; its money is what the change comes to."
    ]
    if found.nightsUsuallyFree > 0 {
      notes.append(
        "\(Words.number(found.nightsUsuallyFree)) nights with parents or adopters have no fee, as is usual, and are not among these."
      )
    }
    if isPublished { notes.append("few: one to five children, not shown.") }
    return ReportTable(
      title: "Where the ledger and the returns differ", labels: "Difference",
      columns: ["Findings", "Children", "Nights", "Whole fee", "Council's part"], rows: rows, notes: notes)
  }

  private var setAside: ReportTable? {
    guard !reading.setAside.isEmpty else { return nil }
    let rows = SetAsideKind.allCases.compactMap { kind -> ReportTable.Row? in
      let lines = reading.setAside.filter { $0.kind == kind }
      guard let first = lines.first else { return nil }
      let weekly = lines.reduce(Money.zero) { $0 + Money(pence: $1.weekly?.pencePerWeek ?? 0) }
      return ReportTable.Row(
        label: kind.rawValue.capitalisedStart,
        cells: [Words.number(lines.count), first.address, Words.exactly(weekly)], isTotal: false)
    }
    return ReportTable(
      title: "Rows of the ledger set aside", labels: "Why",
      columns: ["Rows", "First at", "£ a week as written"],
      rows: rows,
      notes: [
        "Every row with its cell and what to do: \(Means.said("--findings FILE.csv or FILE.xlsx", inBrowser: "fees-findings.csv, below, for those who hold the returns"))."
      ])
  }

  private var lineFindings: ReportTable? {
    guard !reading.findings.isEmpty else { return nil }
    let rows = LedgerFinding.Kind.allCases.compactMap { kind -> ReportTable.Row? in
      let lines = reading.findings.filter { $0.kind == kind }
      guard let first = lines.first else { return nil }
      let weekly = lines.reduce(Money.zero) { $0 + Money(pence: abs($1.penceAWeek)) }
      return ReportTable.Row(
        label: kind.rawValue.capitalisedStart,
        cells: [Words.number(lines.count), first.address, Words.exactly(weekly)], isTotal: false)
    }
    return ReportTable(
      title: "Rows of the ledger used, to look at", labels: "What",
      columns: ["Rows", "First at", "£ a week"],
      rows: rows, notes: [])
  }
}

extension String {
  /// With its first letter a capital.
  fileprivate var capitalisedStart: String { prefix(1).uppercased() + dropFirst() }
}
