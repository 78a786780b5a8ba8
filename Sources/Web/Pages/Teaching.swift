import Operations

/// What a page tells where a file is missing: which file it is, its columns, and where to load it.
struct Teaching {
  /// A file that could be loaded.
  struct File {
    let label: String, columns: String, gives: String
  }

  let files: [File], mayLoad: Bool, heading: String

  /// The files of these kinds that are not there; nil where all are.
  static func of(
    _ kinds: [DocumentKind], heading: String, _ documents: [CouncilDocument], _ account: Account
  ) -> Teaching? {
    let missing = kinds.filter { kind in !documents.contains { $0.kind == kind } }
    let files = missing.compactMap { kind in
      kind.taught.map { File(label: kind.label, columns: $0.columns, gives: $0.gives) }
    }
    return files.isEmpty
      ? nil
      : Teaching(files: files, mayLoad: missing.contains { account.may($0.permission) }, heading: heading)
  }
}

extension DocumentKind {
  /// What its columns are and what it gives; nil for what is no table.
  var taught: (columns: String, gives: String)? {
    switch self {
    case .returns:
      ("the SSDA903 return as it is submitted: CSV tables or XML, one folder a year, in a zip", "everything")
    case .fees:
      (
        "child, placement start and end, weekly fee, and from when it holds; other headings are understood",
        "the outturn and what a week of care costs"
      )
    case .budget:
      ("cost_centre, subjective, name, category, pounds, nights", "how the outturn differs from budget")
    case .contracts:
      (
        "contract, provider, kind, from, to, places, after_nights, weekly_pounds, spot_weekly_pounds, uplift_on, uplift_percent",
        "where block contracts stand"
      )
    case .actuals:
      (
        "financial_year, period, cost_centre, subjective, type, pounds",
        "what is owed for nights the general ledger doesn't show yet"
      )
    case .adjustments:
      ("kind, cost_centre, subjective, pounds, owner, reason, expires", "money added by hand, with its owner")
    case .prices:
      ("category, weekly_pounds, from, note", "the council's own prices in place of national averages")
    case .postings:
      ("saving, financial_year, pounds, posted, journal, confirmed_by", "savings confirmed by the ledger")
    default: nil
    }
  }
}
