import Units

/// Children of a return who are likely to be another child of it under a second identifier: both have the same date of
/// birth and sex, a home postcode or a pupil number in common, and episodes that overlap.
///
/// Children with two different pupil numbers are two children. A child whose last episode ended in adoption is not
/// compared with any other: the identifiers before and after an adoption must not be linked. The time taken grows with
/// the number of episodes, however many children are alike.
struct LikelyDuplicates {
  /// The children, in order of their position.
  let children: [Int32]

  init(_ year: Collection) {
    var homes: [HomeKey: [Stay]] = [:]
    var pupils: [PupilKey: [Stay]] = [:]
    for header in year.now.header.rows {
      let episodes = year.now.episodes[header.child]
      guard let birth = header.dob.civil, !header.sex.isEmpty, episodes.last?.endsInAdoption == false else {
        continue
      }
      let sex = header.presentSex
      let pupil = header.upn.isEmpty || header.upn.hasPrefix("UN") ? nil : header.upn
      let stays = episodes.compactMap { Stay($0, isNumbered: pupil != nil) }
      if let pupil { pupils[PupilKey(birth: birth, sex: sex, pupil: pupil), default: []] += stays }
      for home in Set(episodes.map(\.home)) where !home.isEmpty {
        homes[HomeKey(birth: birth, sex: sex, home: home), default: []] += stays
      }
    }
    var found: Set<Int32> = []
    for stays in pupils.values { Stay.overlapping(stays, amongNumbered: true, into: &found) }
    for stays in homes.values { Stay.overlapping(stays, amongNumbered: false, into: &found) }
    children = found.sorted()
  }

  private struct HomeKey: Hashable {
    let birth: CivilDay, sex: Code, home: Code
  }

  private struct PupilKey: Hashable {
    let birth: CivilDay, sex: Code, pupil: String
  }
}

/// One episode's nights, of a child who has a pupil number or not.
private struct Stay {
  let child: Int32, start: CivilDay, end: CivilDay, isNumbered: Bool

  init?(_ e: EpisodeRow, isNumbered: Bool) {
    guard let start = e.decom.civil, !e.dec.isUnreadable else { return nil }
    let end = e.dec.civil ?? .distantFuture
    guard start < end else { return nil }
    (child, self.start, self.end, self.isNumbered) = (e.child, start, end, isNumbered)
  }

  /// Adds the children who have a stay that overlaps another child's. Unless `amongNumbered`, two children who both
  /// have a pupil number are passed over.
  static func overlapping(_ stays: [Stay], amongNumbered: Bool, into found: inout Set<Int32>) {
    guard let first = stays.first, stays.contains(where: { $0.child != first.child }) else { return }
    let ordered = stays.sorted { ($0.start, $0.end, $0.child) < ($1.start, $1.end, $1.child) }
    // A stay overlaps an earlier one if the latest end of the earlier ones is after its start, and a later one if the
    // earliest start of the later ones is before its end.
    var (all, unnumbered) = (Latest(), Latest())
    for stay in ordered {
      let earlier = amongNumbered || !stay.isNumbered ? all : unnumbered
      if earlier.value(but: stay.child) > stay.start.number { found.insert(stay.child) }
      all.add(stay.end.number, of: stay.child)
      if !stay.isNumbered { unnumbered.add(stay.end.number, of: stay.child) }
    }
    (all, unnumbered) = (Latest(), Latest())
    for stay in ordered.reversed() {
      let later = amongNumbered || !stay.isNumbered ? all : unnumbered
      if later.value(but: stay.child) > -stay.end.number { found.insert(stay.child) }
      all.add(-stay.start.number, of: stay.child)
      if !stay.isNumbered { unnumbered.add(-stay.start.number, of: stay.child) }
    }
  }
}

/// The largest of numbers given with a child, and the largest of another child's.
private struct Latest {
  private var first: (child: Int32, value: Int32) = (-1, .min)
  private var second: (child: Int32, value: Int32) = (-1, .min)

  mutating func add(_ value: Int32, of child: Int32) {
    if child == first.child {
      first.value = max(first.value, value)
    } else if value > first.value {
      second = first
      first = (child, value)
    } else if value > second.value {
      second = (child, value)
    }
  }

  func value(but child: Int32) -> Int32 { first.child == child ? second.value : first.value }
}
