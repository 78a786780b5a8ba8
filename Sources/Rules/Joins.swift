extension Check {
  /// Each row of a table with each row of another of the same child: both of those for which `fails` is true.
  static func joined<A, B>(
    _ table: any KeyPath<YearTables, ChildTable<A>> & Sendable,
    _ other: any KeyPath<YearTables, ChildTable<B>> & Sendable,
    _ fails: @escaping @Sendable (A, B, Collection) -> Bool
  ) -> Check {
    Check { collection, flags in
      let others = collection.now[keyPath: other]
      for row in collection.now[keyPath: table].rows {
        for match in others[row.child] where fails(row, match, collection) {
          flags.add(row)
          flags.add(match)
        }
      }
    }
  }

  /// Each child's first episode of the year, where its start is known, with the latest of last year's return, where that
  /// was left open: the first episodes for which `fails` is true.
  static func againstOpenEpisode(
    _ fails: @escaping @Sendable (_ first: EpisodeRow, _ open: EpisodeRow, Collection) -> Bool
  ) -> Check {
    .byChild(\.episodes) { episodes, year, flags in
      guard let first = episodes.first, first.decom.isKnown,
        let latest = year.last?.episodes[first.child].last(where: { $0.decom.isKnown }), latest.isOpen
      else { return }
      if fails(first, latest, year) { flags.add(first) }
    }
  }

  /// Each row of a table with the one episode that `choose` finds among those of its child, nil where none will do: both
  /// of those for which `fails` is true. Rows of a child without any episode are passed over, as there is nothing to
  /// hold them against.
  static func each<Row>(
    _ table: any KeyPath<YearTables, ChildTable<Row>> & Sendable,
    with choose: @escaping @Sendable (ArraySlice<EpisodeRow>) -> EpisodeRow?,
    _ fails: @escaping @Sendable (Row, EpisodeRow?, Collection) -> Bool
  ) -> Check {
    Check { collection, flags in
      for row in collection.now[keyPath: table].rows {
        let episodes = collection.now.episodes[row.child]
        guard !episodes.isEmpty else { continue }
        let episode = choose(episodes)
        guard fails(row, episode, collection) else { continue }
        flags.add(row)
        flags.add(episode)
      }
    }
  }
}
