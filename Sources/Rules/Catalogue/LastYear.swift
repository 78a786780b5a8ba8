import Returns
import Units

/// Against last year's return.
extension RuleBook {
  static let lastYear: [Rule] = continued + betweenReturns

  private static let continued: [Rule] = [
    Rule(
      "NoE", .error,
      "The child was in care before the year began, but last year's return has no episode of the child.",
      action: "Correct DECOM, or find out why the child was left out last year.",
      reads: [.now(.episodes, "DECOM"), .last(.episodes)], effect: .entries,
      check: .each(\.episodes) { e, year in
        e.decom < year.start && year.last?.episodes.has(e.child) == false
      }),
    Rule(
      "562", .error,
      "The child's first episode began before the year, but is not the last of last year's return.",
      action: "Correct DECOM, or find out why the episode was left out last year.",
      reads: [.now(.episodes, "DECOM"), .last(.episodes, "DECOM")], effect: .nights,
      check: .byChild(\.episodes) { episodes, year, flags in
        guard let first = episodes.first, first.decom < year.start, let last = year.last else { return }
        let latest = last.episodes[first.child].last { $0.decom.isKnown }
        if latest.map({ $0.decom == first.decom }) != true { flags.add(first) }
      }),
    Rule(
      "502", .error, "Last year's return left an episode open that is not the first of this year's.",
      action: "Correct DECOM, or add the episode left open last year.",
      reads: [.now(.episodes, "DECOM"), .last(.episodes, "DECOM", "DEC")], effect: .nights,
      check: .byChild(\.episodes) { episodes, year, flags in
        guard let first = episodes.first, first.decom.isKnown, let last = year.last else { return }
        if last.episodes[first.child].contains(where: { $0.isOpen && !($0.decom == first.decom) }) {
          flags.add(first)
        }
      }),
    carriedOver("503A", "RNE", "The reason for the new episode", effect: .entries) { e, open, _ in
      e.rne == open.rne
    },
    carriedOver("503B", "LS", "The legal status", effect: .category) { e, open, _ in e.ls == open.ls },
    carriedOver("503C", "CIN", "The category of need", effect: .none) { e, open, _ in e.cin == open.cin },
    carriedOver("503D", "PLACE", "The placement", effect: .category) { e, open, year in
      e.placement == open.placement || isRenamed(open.placement, to: e.placement, in: year)
    },
    carriedOver("503E", "PLACE_PROVIDER", "The placement's provider", effect: .category) { e, open, _ in
      e.provider == open.provider
    },
    carriedOver("503F", "URN", "The URN", effect: .category) { e, open, _ in e.urn == open.urn },
  ]

  /// A rule of a value that must be the same in a child's first episode of the year as in the latest of last year's
  /// return, where that was left open. Two blanks are the same.
  private static func carriedOver(
    _ code: String, _ column: String, _ what: String, effect: Rule.Effect,
    _ isSame: @escaping @Sendable (_ e: EpisodeRow, _ open: EpisodeRow, Collection) -> Bool
  ) -> Rule {
    Rule(
      code, .error,
      "\(what) of the child's first episode differs from that of the episode left open last year.",
      action: "Correct \(column), or the return of last year.",
      reads: [.now(.episodes, "DECOM", column), .last(.episodes, "DECOM", "DEC", column)], fields: [column],
      effect: effect,
      check: .againstOpenEpisode { first, open, year in !isSame(first, open, year) })
  }

  /// Whether one code of a placement took another's place in the year or just before it.
  private static func isRenamed(_ old: Code, to new: Code, in year: Collection) -> Bool {
    switch year.rulesYear.startYear {
    case 2023, 2024: old == "H5" && new == "K3"
    case 2025: old == "Z1" && ["Z11", "Z12", "Z13", "Z14"].contains(new)
    default: false
    }
  }
}
