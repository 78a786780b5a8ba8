/// Scenarios that were tried with the levers and not kept: they don't stay for ever.
enum TriedScenarios {
  /// So many of the newest stay, and none of them longer than so many seconds: thirty days.
  static let most = 100, longest: Int64 = 30 * 86_400

  /// Which runs go, out of all of scenarios, the newest first. What a kept scenario gave stays, what is not over, and the
  /// very newest.
  static func outdated(_ runs: [Run], kept: Set<String>, now: Int64) -> [Int64] {
    let tried = runs.enumerated().filter { _, run in
      run.state.isOver && run.options["scenario"].map(kept.contains) != true
    }
    return tried.enumerated().filter { place, tried in
      tried.offset > 0 && (place >= most || tried.element.startedAt < now - longest)
    }.map(\.element.element.id)
  }

  /// Takes them out of the store, some at a time, so that nobody waits for it.
  ///
  /// - Throws: `StoreError`.
  static func prune(_ store: any CouncilStore, now: Int64) throws {
    let gone = try store.reading { reading in
      let kept = try reading.documents().filter { $0.kind == .scenario }.map {
        String(decoding: try reading.content(of: $0), as: UTF8.self)
      }
      return outdated(try reading.runs(.scenario, most: .max), kept: Set(kept), now: now)
    }
    for start in stride(from: 0, to: gone.count, by: 50) {
      try store.keeping { try $0.removeRuns(Array(gone[start..<min(start + 50, gone.count)])) }
    }
  }
}
