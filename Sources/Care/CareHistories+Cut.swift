public import Units

extension CareHistories {
  /// The histories up to an earlier day: children, episodes and starts after it are gone, and an episode that ended
  /// after it is open again, with no reason ceased. The same histories where the day is not before the as-of date.
  ///
  /// What was known later of days before it stays: a corrected date of birth, a category, a repair. Where a later
  /// return's corrections must not be known, cut the returns themselves.
  public func cut(at day: CivilDay) -> CareHistories {
    guard day < asOf else { return self }
    var number = Array(repeating: Int32(-1), count: children.count)
    for episode in asReturned where episode.start <= day { number[Int(episode.child)] = 0 }
    for episode in episodes where episode.start <= day { number[Int(episode.child)] = 0 }
    for episode in respite where episode.start <= day { number[Int(episode.child)] = 0 }
    var kept: [Child] = []
    for index in children.indices where number[index] == 0 {
      number[index] = Int32(kept.count)
      kept.append(children[index])
    }
    func known(_ all: [Episode]) -> [Episode] {
      all.filter { $0.start <= day }.map { $0.cut(at: day, child: number[Int($0.child)]) }
    }
    return CareHistories(
      children: kept, episodes: known(episodes), respite: known(respite), asReturned: known(asReturned),
      asOf: day, book: book)
  }
}

extension Episode {
  /// The episode as it stands on a day, of a child under another number.
  fileprivate func cut(at day: CivilDay, child: Int32) -> Episode {
    let isOver = end.map { $0 <= day } ?? false
    return Episode(
      child: child, start: start, end: isOver ? end : nil, reasonNew: reasonNew, legalStatus: legalStatus,
      place: place, provider: provider, urn: urn, reasonCeased: isOver ? reasonCeased : .empty,
      category: category, need: need, locality: locality)
  }
}
