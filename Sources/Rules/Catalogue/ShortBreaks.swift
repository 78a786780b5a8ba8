import Returns
import Units

/// Short breaks.
extension RuleBook {
  static let shortBreaks: [Rule] = [
    Rule(
      "365", .error, "A short break lasted longer than 17 days.",
      action: "Correct LS, DECOM or DEC, or add the episode in which the child stayed in care.",
      reads: [.now(.episodes, "LS", "DECOM", "DEC")], effect: .respite,
      check: .each(\.episodes) { e, year in e.ls == "V3" && e.dec.or(year.end) > e.decom + 17 }),
    Rule(
      "366", .error, "An episode of a short break does not start a period of care.",
      action: "Enter S for RNE, or correct LS.", reads: [.now(.episodes, "LS", "RNE")], fields: ["RNE"],
      effect: .respite,
      check: .each(\.episodes) { e, _ in e.ls == "V3" && e.rne != "S" }),
    Rule(
      "367", .error, "The child's short breaks come to more than 75 days in the collection year.",
      action: "Correct LS, DECOM or DEC: a child looked after for longer is not on short breaks.",
      reads: [.now(.episodes, "LS", "DECOM", "DEC")], effect: .respite,
      check: .byChild(\.episodes) { episodes, year, flags in
        let breaks = episodes.compactMap { e -> (row: EpisodeRow, nights: Int)? in
          guard e.ls == "V3" else { return nil }
          let start = e.decom < year.start ? year.start : e.decom
          let end = e.isOpen || e.dec > year.end ? year.end : e.dec
          guard let nights = start.nights(to: end), nights > 0 else { return nil }
          return (e, nights)
        }
        if breaks.reduce(0, { $0 + $1.nights }) > 75 { flags.add(breaks.map(\.row)) }
      }),
    Rule(
      "H367", .error, "The child's short breaks come to more than 75 nights within twelve months.",
      action: "Correct LS, DECOM or DEC: a child looked after for longer is not on short breaks.",
      reads: [.now(.episodes, "LS", "DECOM", "DEC")], effect: .respite,
      check: .byChild(\.episodes) { episodes, year, flags in
        let breaks = episodes.filter { $0.ls == "V3" }
        guard let child = breaks.first?.child else { return }
        let earlier = year.last.map { Array($0.episodes[child]) } ?? []
        let stays =
          nights(of: breaks, to: year.end) + nights(of: earlier.filter { $0.ls == "V3" }, to: year.lastEnd)
        let busy = RollingNights(stays).twelveMonths(over: 75)
        flags.add(
          breaks.filter { e in
            let end = e.dec.or(year.end)
            return busy.contains { e.decom < end && e.decom < Day($0.end) && Day($0.start) < end }
          })
      }),
    Rule(
      "426", .error, "The child's short breaks are recorded both one by one and as a series.",
      action: "Enter V3 or V4 for LS of all the child's short breaks in the year.",
      reads: [.now(.episodes, "LS")], effect: .respite,
      check: .byChild(\.episodes) { episodes, _, flags in
        let breaks = episodes.filter(\.isRespite)
        if Set(breaks.map(\.ls)).count > 1 { flags.add(breaks) }
      }),
    Rule(
      "382", .error, "A child on a short break can't be in a temporary placement.",
      action: "Correct LS or PLACE.", reads: [.now(.episodes, "LS", "PLACE")], effect: .respite,
      check: .each(\.episodes) { e, _ in e.isRespite && e.isTemporary }),
    Rule(
      "384", .error, "A child on a short break can't be in long-term fostering.",
      action: "Correct LS or PLACE.", reads: [.now(.episodes, "PLACE", "LS")], effect: .respite,
      check: .each(\.episodes) { e, _ in e.isRespite && (e.placement == "U1" || e.placement == "U4") }),
  ]

  /// The nights of episodes, those still open taken to a day.
  private static func nights(of episodes: [EpisodeRow], to end: Day) -> [DayRange] {
    episodes.compactMap { e in
      guard let start = e.decom.civil, let end = e.dec.or(end).civil else { return nil }
      return DayRange(from: start, upTo: end)
    }
  }
}
